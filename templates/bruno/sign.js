// Signs the body as a till does: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret.
const cryptoJs = require("crypto-js");

const secret = bru.getEnvVar("secret");
if (!secret) throw new Error("There is no secret: choose an environment that has one.");

// Variables are filled in now, so that what is signed is what is sent.
const body = bru.interpolate(req.getBody({ raw: true }));
req.setBody(body, { raw: true });

const signature = cryptoJs.HmacSHA256(body, cryptoJs.enc.Base64.parse(secret));
req.setHeader("X-Mplus-Signature", cryptoJs.enc.Base64.stringify(signature));

// The signature of the answer is over its text as it came, not over what was read from it.
req.disableParsingResponseJson();

// A till posts to the address that it was given, and to no other.
req.setMaxRedirects(0);
