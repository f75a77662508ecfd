// Well made, with a key that the server does not have.
const cryptoJs = require("crypto-js");

const key = cryptoJs.lib.WordArray.random(32);
const signature = cryptoJs.HmacSHA256(pm.request.body.raw, key);
pm.request.headers.upsert({
  key: "X-Mplus-Signature",
  value: cryptoJs.enc.Base64.stringify(signature),
});
