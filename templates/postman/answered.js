// A server takes a till's own request, and signs its answer with the same secret, over the bytes that it sends.
const cryptoJs = require("crypto-js");

const { code, headers } = pm.response;
const text = pm.response.text();
const answer = read(text);

pm.test("the event is processed: status 200", () => {
  pm.expect(code, explain()).to.equal(200);
});

pm.test("the answer is signed", () => {
  const given = headers.get("X-Mplus-Signature");
  pm.expect(given, "the header X-Mplus-Signature").to.be.a("string");
  const bytes = cryptoJs.enc.Hex.parse(Buffer.from(pm.response.stream || "").toString("hex"));
  const key = cryptoJs.enc.Base64.parse(pm.variables.get("secret"));
  const made = cryptoJs.enc.Base64.stringify(cryptoJs.HmacSHA256(bytes, key));
  pm.expect(given === made, "X-Mplus-Signature is of these bytes, and made with the secret").to.equal(true);
});

pm.test("the answer is JSON without an error, or empty", () => {
  if (text === "") return pm.expect(code, "an empty answer").to.equal(200);
  pm.expect(answer, "JSON").to.be.an("object");
  pm.expect(answer, explain()).to.not.have.property("error");
});

// What the answer says of an error, in words.
function explain() {
  const { code, message } = (answer && answer.error) || {};
  return [`status ${pm.response.code}`, code, message].filter(Boolean).join(", ");
}

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
