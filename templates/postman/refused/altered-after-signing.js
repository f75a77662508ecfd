// The signature is of the body without this space: the JSON means the same, and its bytes are others.
pm.request.body.raw = pm.request.body.raw.replace("{", "{ ");
