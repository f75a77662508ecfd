import { quote } from "../../text/quote.js";
import type { Fault, Said } from "../complaint.js";
import { recognizeSignature } from "../../till/wire/recognize-signature.js";
import { describeError, type SeenReply } from "../seen.js";

/** An answer that is none, or that a till cannot trust. The first that fits is the one. */
export const answers: readonly Fault<SeenReply>[] = [
  {
    id: "html",
    when: ({ isHtml }) => isHtml,
    say: ({ status }) => ({
      message: `A web page came in the place of an answer (status ${status}, HTML).`,
      change:
        "Compare the URL with that of your receiver: a website, or a framework's own page, answers here.",
    }),
  },
  {
    id: "error-with-200",
    when: ({ error }) => error !== undefined,
    say: ({ status, error }) => ({
      message: `The receiver says that it failed (${describeError(error)}), with status ${status}.`,
      change: "Look in its log, and give errors status 400: 200 is for an event that was taken.",
    }),
  },
  {
    id: "other-success",
    when: ({ status }) => status !== 200,
    say: ({ status }) => ({
      message: `The answer has status ${status}; documented are 200, and 400 for errors.`,
      change: "Answer with status 200, and with {} or nothing where there is nothing to do.",
    }),
  },
  {
    id: "byte-order-mark",
    when: ({ text }) => text.startsWith("\ufeff"),
    say: () => ({
      message: "The answer begins with a byte order mark, which JSON must not have.",
      change: "Save the file that prints it as UTF-8 without BOM, or write the body without one.",
    }),
  },
  {
    id: "not-json",
    when: ({ text, isJson }) => text.trim() !== "" && !isJson,
    say: ({ text }) => ({
      message: `The answer is not JSON: ${quote(text.trim())}.`,
      change:
        "Answer with a JSON object, or with nothing; see that no warning or log is printed into the body.",
    }),
  },
  {
    id: "json-in-json",
    when: ({ json }) => typeof json === "string",
    say: () => ({
      message: "The answer is JSON in a JSON string: it was written as JSON twice.",
      change: "Give your framework the object, or the text, and not the text as an object.",
    }),
  },
  {
    id: "not-an-object",
    when: ({ json, isJson }) => isJson && (typeof json !== "object" || json === null || Array.isArray(json)),
    say: ({ text }) => ({
      message: `The answer is JSON and no object: ${quote(text.trim())}.`,
      change: "Answer with an object; {} where there is nothing to do.",
    }),
  },
  {
    id: "unsigned",
    when: ({ headers }) => (headers["x-mplus-signature"] ?? "") === "",
    say: ({ text }) => ({
      message: `The answer${text === "" ? ", which has no body," : ""} is not signed: X-Mplus-Signature is missing.`,
      change: "Sign the bytes of each answer with the subscription's secret, those of an empty one too.",
    }),
  },
  {
    id: "signature",
    when: ({ headers, body, sent, secret }) => {
      const made = recognizeSignature(headers["x-mplus-signature"] ?? "", {
        secret,
        body,
        request: sent.body,
      });
      return !made || Object.values(made).some((how) => how !== "");
    },
    say: sayHowItIsSigned,
  },
  {
    id: "content-type",
    when: ({ headers, text }) =>
      text !== "" && !/^application\/json\s*(?:;|$)/i.test(headers["content-type"] ?? ""),
    say: ({ headers }) => ({
      message:
        headers["content-type"] === undefined
          ? "The answer has no Content-Type."
          : `The answer says that it is ${quote(headers["content-type"])}.`,
      change: "Set Content-Type: application/json.",
    }),
  },
  {
    id: "packed",
    when: ({ headers }) => !["", "identity"].includes(headers["content-encoding"] ?? ""),
    say: ({ headers }) => ({
      message: `The answer is packed (${quote(headers["content-encoding"] ?? "")}), and nobody asked for it.`,
      change: "Switch compression off for this path: whether a till can unpack is not known.",
    }),
  },
];

function sayHowItIsSigned({ headers, secret, body, sent }: SeenReply): Said {
  const signature = headers["x-mplus-signature"] ?? "";
  const made = recognizeSignature(signature, { secret, body, request: sent.body });
  if (!made)
    return {
      message:
        "The signature of the answer is wrong, and it is not made with this secret in any way that is known.",
      change:
        "Compare the secrets, and sign last, the bytes that go out: nothing may change the body after it.",
    };
  const mistakes = Object.values(made).filter((how) => how !== "");
  return {
    message: `The signature of the answer is made ${mistakes.join(", and ")}.`,
    change: "Sign the bytes that go out: base64 of HMAC-SHA256, keyed with the secret after base64-decoding.",
  };
}
