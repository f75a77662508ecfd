pm.request.headers.remove("X-Mplus-Signature");
