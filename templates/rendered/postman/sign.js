// Signs the body as a till does: base64 of HMAC-SHA256 over its bytes, keyed with the base64-decoded secret.
const cryptoJs = require("crypto-js");

const secret = pm.variables.get("secret");
if (!secret) throw new Error("The secret is missing. Choose an environment that has one.");

// Fills in variables now, so that the signed bytes are the ones sent.
const body = pm.variables.replaceIn(pm.request.body.raw);
pm.request.body.raw = body;

const signature = cryptoJs.HmacSHA256(body, cryptoJs.enc.Base64.parse(secret));
pm.request.headers.upsert({
  key: "X-Mplus-Signature",
  value: cryptoJs.enc.Base64.stringify(signature),
});
