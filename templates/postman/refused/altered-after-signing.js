// The signature is of the body without this property.
pm.request.body.raw = pm.request.body.raw.replace("{", '{ "altered": true,');
