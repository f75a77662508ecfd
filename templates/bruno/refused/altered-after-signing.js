// The signature is of the body without this space: the JSON means the same, and its bytes are others.
req.setBody(req.getBody({ raw: true }).replace("{", "{ "), { raw: true });
