const status = pm.response.code;
const text = pm.response.text();
const answer = read(text);

function explain() {
  const { code, message } = (answer && answer.error) || {};
  const said = [code, message].filter((part) => part !== undefined).map(show);
  return [`status ${status}`, ...said].join(", ");
}

// Escapes all but Latin letters, because a terminal might execute control characters.
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
