// Well made, with a key that the server does not have.
const cryptoJs = require("crypto-js");

const key = cryptoJs.lib.WordArray.random(32);
const signature = cryptoJs.HmacSHA256(req.getBody({ raw: true }), key);
req.setHeader("X-Mplus-Signature", cryptoJs.enc.Base64.stringify(signature));
