// A server refuses what no till signed, and says that it is for the signature: nothing else is amiss with the request.
const status = res.getStatus();
const answer = read(res.getBody());

test("the request is refused: status 400, 401 or 403", () => {
  expect(status, explain()).to.be.oneOf([400, 401, 403]);
});

test("the refusal is for the signature: NO_SIGNATURE or INVALID_SIGNATURE", () => {
  const { code } = (answer && answer.error) || {};
  const isForSignature = code === "NO_SIGNATURE" || code === "INVALID_SIGNATURE";
  expect(isForSignature, explain()).to.equal(true);
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

// Bruno reads JSON itself where the status is not one of the 200s.
function read(given) {
  try {
    return typeof given === "string" ? JSON.parse(given) : given;
  } catch {
    return undefined;
  }
}
