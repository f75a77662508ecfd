// The signature is of the body without this property.
req.setBody(req.getBody({ raw: true }).replace("{", '{ "altered": true,'), { raw: true });
