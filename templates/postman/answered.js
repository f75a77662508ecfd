// A server takes a till's own request, and signs its answer with the same secret, over the bytes that it sends.
const cryptoJs = require("crypto-js");

const { code: status, headers } = pm.response;
const text = pm.response.text();
const answer = read(text);

pm.test("the event is processed: status 200", () => {
  pm.expect(status, explain()).to.equal(200);
});

pm.test("the answer is signed", () => {
  const given = headers.get("X-Mplus-Signature");
  pm.expect(typeof given, "the header X-Mplus-Signature").to.equal("string");
  const bytes = cryptoJs.enc.Hex.parse(Buffer.from(pm.response.stream || "").toString("hex"));
  const key = cryptoJs.enc.Base64.parse(pm.variables.get("secret"));
  const made = cryptoJs.enc.Base64.stringify(cryptoJs.HmacSHA256(bytes, key));
  pm.expect(given === made, "X-Mplus-Signature is of these bytes, and made with the secret").to.equal(true);
});

pm.test("the answer is JSON without an error, or empty", () => {
  if (text === "") return pm.expect(status, "an empty answer").to.equal(200);
  // Nothing of the answer itself is handed to what prints it.
  pm.expect(isObject(answer), "JSON, an object").to.equal(true);
  pm.expect("error" in answer, explain()).to.equal(false);
});

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

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
