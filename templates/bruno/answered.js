// A server takes a till's own request, and signs its answer with the same secret, over the bytes that it sends.
const cryptoJs = require("crypto-js");

const status = res.getStatus();
const text = res.getBody();
const answer = read(text);

test("the event is processed: status 200", () => {
  expect(status, explain()).to.equal(200);
});

test("the answer is signed", () => {
  // Of a refusal there is no text to verify: Bruno has read it already.
  expect(status, explain()).to.equal(200);
  const given = res.getHeader("x-mplus-signature");
  expect(given, "the header X-Mplus-Signature").to.be.a("string");
  const key = cryptoJs.enc.Base64.parse(bru.getEnvVar("secret"));
  const made = cryptoJs.enc.Base64.stringify(cryptoJs.HmacSHA256(text, key));
  expect(given === made, "X-Mplus-Signature is of this text, and made with the secret").to.equal(true);
});

test("the answer is JSON without an error, or empty", () => {
  if (text === "") return expect(status, "an empty answer").to.equal(200);
  expect(answer, "JSON").to.be.an("object");
  expect(answer, explain()).to.not.have.property("error");
});

// What the answer says of an error, in words.
function explain() {
  const { code, message } = (answer && answer.error) || {};
  return [`status ${status}`, code, message].filter(Boolean).join(", ");
}

function read(given) {
  try {
    return typeof given === "string" ? JSON.parse(given) : given;
  } catch {
    return undefined;
  }
}
