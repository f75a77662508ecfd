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
  expect(typeof given, "the header X-Mplus-Signature").to.equal("string");
  const key = cryptoJs.enc.Base64.parse(bru.getEnvVar("secret"));
  const made = cryptoJs.enc.Base64.stringify(cryptoJs.HmacSHA256(readBytes(), key));
  expect(given === made, "X-Mplus-Signature is of these bytes, and made with the secret").to.equal(true);
});

test("the answer is JSON without an error, or empty", () => {
  if (text === "") return expect(status, "an empty answer").to.equal(200);
  // Nothing of the answer itself is handed to what prints it.
  expect(isObject(answer), "JSON, an object").to.equal(true);
  expect("error" in answer, explain()).to.equal(false);
});

// The developer mode has the bytes that came. The safe mode has their text and their number: where the text may be of other
// bytes, nothing can be verified.
function readBytes() {
  if (res.getDataBuffer) return cryptoJs.enc.Hex.parse(res.getDataBuffer().toString("hex"));
  const bytes = cryptoJs.enc.Utf8.parse(text);
  const [, charset] = /charset="?([^\s";]*)/i.exec(res.getHeader("content-type") || "") || [];
  const isPlain = /^(?:utf-?8)?$/i.test(charset || "") && !text.includes("\ufffd");
  const isWhole = bytes.sigBytes === res.getSize().body;
  expect(isPlain && isWhole, "plain UTF-8 without a byte order mark").to.equal(true);
  return bytes;
}

// What the answer says of an error, in words.
function explain() {
  const { code, message } = (answer && answer.error) || {};
  const said = [code, message].filter((part) => part !== undefined).map(show);
  return [`status ${status}`, ...said].join(", ");
}

// As JSON, and all but Latin letters as escapes: a terminal might take them for orders.
function show(value) {
  const escape = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`;
  return JSON.stringify(value).replace(/[\u007f-\u00a0\u00ad\u0300-\uffff]/g, escape);
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function read(given) {
  try {
    return typeof given === "string" ? JSON.parse(given) : given;
  } catch {
    return undefined;
  }
}
