// The server accepts a till's request, and signs the bytes of its answer with the same secret.
const cryptoJs = require("crypto-js");

pm.test("the event is processed: status 200", () => {
  pm.expect(status, explain()).to.equal(200);
});

pm.test("the answer is signed", () => {
  const given = pm.response.headers.get("X-Mplus-Signature");
  pm.expect(typeof given, "the header X-Mplus-Signature").to.equal("string");
  const bytes = cryptoJs.enc.Hex.parse(Buffer.from(pm.response.stream || "").toString("hex"));
  const key = cryptoJs.enc.Base64.parse(pm.variables.get("secret"));
  const made = cryptoJs.enc.Base64.stringify(cryptoJs.HmacSHA256(bytes, key));
  pm.expect(given === made, "X-Mplus-Signature matches these bytes and the secret").to.equal(true);
});

pm.test("the answer is JSON without an error, or empty", () => {
  if (text === "") return pm.expect(status, "an empty answer").to.equal(200);
  // Keeps the contents of the answer out of the report.
  pm.expect(Object.prototype.toString.call(answer), "JSON, an object").to.equal("[object Object]");
  pm.expect("error" in answer, explain()).to.equal(false);
});
