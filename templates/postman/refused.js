// A server refuses what no till signed, and says that it is for the signature: nothing else is wrong with the request.
const status = pm.response.code;
const answer = read(pm.response.text());

pm.test("the request is refused: status 400, 401 or 403", () => {
  pm.expect(status, explain()).to.be.oneOf([400, 401, 403]);
});

pm.test("the refusal is for the signature: NO_SIGNATURE or INVALID_SIGNATURE", () => {
  const { code } = (answer && answer.error) || {};
  const isForSignature = code === "NO_SIGNATURE" || code === "INVALID_SIGNATURE";
  pm.expect(isForSignature, explain()).to.equal(true);
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

function read(json) {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
