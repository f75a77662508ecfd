import { hmac, key, notFound, receiver, secret } from "./receiver.js";
import { http } from "./serve.js";
import { fixed, html, json, sends, signs, withHeader, type WrongServer } from "./wrong-server.js";

export const wrongAnswers: readonly WrongServer[] = [
  {
    name: "no signature",
    start: sends(({ headers: { "content-type": type = "" }, ...rest }) => ({
      ...rest,
      headers: { "content-type": type },
    })),
    id: "unsigned",
    says: "The answer is not signed: X-Mplus-Signature is missing.",
  },
  {
    name: "the signature of another secret",
    start: signs((body) => hmac(Buffer.alloc(32, 1), body).toString("base64")),
    id: "signature",
    says: "The signature of the answer is wrong, and it is not made with this secret in any way that is known.",
  },
  {
    name: "a signature with the text of the secret as its key",
    start: signs((body) => hmac(Buffer.from(secret), body).toString("base64")),
    id: "signature",
    says: "The signature of the answer is made with the text of the secret as the key, which has to be base64-decoded first.",
  },
  {
    name: "a signature in hex",
    start: signs((body) => hmac(key, body).toString("hex")),
    id: "signature",
    says: "The signature of the answer is made in hex in place of base64.",
  },
  {
    name: "a signature over a body that is written again later",
    start: sends((outgoing) => ({ ...outgoing, body: "{ }\n" })),
    id: "signature",
    says: "The signature of the answer is made over other bytes than are sent: JSON that was written again, without spaces.",
  },
  {
    name: "the signature of the request",
    start: http((incoming) => ({
      status: 200,
      headers: { ...json, "x-mplus-signature": String(incoming.headers["x-mplus-signature"]) },
      body: "{}",
    })),
    id: "signature",
    says: "The signature of the answer is made over the body of the request in place of that of the answer.",
  },
  {
    name: "no JSON",
    start: http(receiver({ answer: () => "OK" })),
    id: "not-json",
    says: 'The answer is not JSON: "OK".',
  },
  {
    name: "a byte order mark",
    start: http(receiver({ answer: () => "\ufeff{}" })),
    id: "byte-order-mark",
    says: "The answer begins with a byte order mark, which JSON must not have.",
  },
  {
    name: "JSON in a string",
    start: http(receiver({ answer: () => JSON.stringify("{}") })),
    id: "json-in-json",
    says: "The answer is JSON in a JSON string: it was written as JSON twice.",
  },
  {
    name: "a list",
    start: http(receiver({ answer: () => "[]" })),
    id: "not-an-object",
    says: 'The answer is JSON and no object: "[]".',
  },
  {
    name: "another Content-Type",
    start: sends(withHeader("content-type", "text/html; charset=UTF-8")),
    id: "content-type",
    says: 'The answer says that it is "text/html; charset=UTF-8".',
  },
  {
    name: "an error with status 200",
    start: http(receiver({ refuse: () => "NOT_TODAY", send: (outgoing) => ({ ...outgoing, status: 200 }) })),
    id: "error-with-200",
    says: 'The receiver says that it failed ("NOT_TODAY"), with status 200.',
  },
  {
    name: "an answer that does not fit the contract",
    start: http(receiver({ answer: () => '{"scanCode":{"recognised":true,"recognized":true}}' })),
    id: "unknown-property",
    says: 'At /scanCode/recognised of the answer: There is no property "recognised" here. Did you mean "recognized"?',
  },
  {
    name: "no content",
    start: http(() => ({ status: 204, headers: {}, body: "" })),
    id: "other-success",
    says: "The answer has status 204; documented are 200, and 400 for errors.",
  },
  {
    name: "a page that is not found, with status 200",
    start: fixed(200, html, notFound),
    id: "html",
    says: "A web page came in the place of an answer (status 200, HTML).",
  },
];
