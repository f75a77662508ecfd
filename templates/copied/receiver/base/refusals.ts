import type { Problem } from "../../validators/results.js";
import { tryToRead } from "./values.js";

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly code: string | undefined;
}

export const emptyReply: Reply = { status: 200, text: "{}", code: undefined };

/** The reason for rejecting a request, in the vendor's format. */
export class Refusal extends Error implements Reply {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    // Not JSON.stringify of an object, which would call a toJSON that a library has put on Object.prototype.
    this.text = `{"error":{"code":${JSON.stringify(code)},"message":${JSON.stringify(message)}}}`;
    this.headers = headers;
  }
}

/** Safe for any thrown value: a proxy may throw again when inspected. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  tryToRead(() => thrown instanceof Refusal) === true;

const refuse = (...refusal: ConstructorParameters<typeof Refusal>): Refusal => new Refusal(...refusal);

const closing = { Connection: "close" };

/** Refusals that do not depend on the body, with the vendor's codes. The status is 400 unless HTTP has a better one. */
export const refusals = {
  methodNotAllowed: refuse(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { Allow: "POST" }),
  unknownEvent: refuse(404, "UNKNOWN_EVENT", "Unknown event."),
  bodyTooLarge: refuse(413, "BODY_TOO_LARGE", "The body is too large.", closing),
  bodyTooSlow: refuse(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  bodiesTooMany: refuse(503, "TOO_MANY_BODIES", "Too many request bodies are still arriving.", closing),
  bodyBrokenOff: refuse(400, "INVALID_DATA", "The body ended early.", closing),
  bodyEncoded: refuse(415, "INVALID_CONTENT_ENCODING", "The body must not have a content encoding."),
  noSubscriptionId: refuse(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: refuse(400, "INVALID_SUBSCRIPTION_ID", "Unknown subscription."),
  noSignature: refuse(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: refuse(400, "INVALID_SIGNATURE", "The signature does not match the body."),
  noContentType: refuse(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: refuse(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: refuse(400, "INVALID_JSON", "The body is not valid JSON in UTF-8."),
  noEvent: refuse(400, "INVALID_DATA", "The body has no event object."),
  notAnObject: refuse(400, "INVALID_DATA", "The body must be a JSON object."),
  nestedTooDeeply: refuse(400, "INVALID_DATA", "The body is nested too deeply."),
  handlerFailed: refuse(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  tooMuchAtOnce: refuse(429, "TOO_MUCH_AT_ONCE", "Too many requests of this subscription are in progress."),
  stillRunning: refuse(503, "STILL_RUNNING", "The same event is still being handled."),
  inboxUnavailable: refuse(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  shuttingDown: refuse(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
};

/** Creates the refusal of an invalid body, with its first problem. `required` names the event's own objects. */
export function refuseBody(problems: readonly Problem[], required: readonly string[]): Refusal {
  const [problem] = problems;
  if (problem === undefined) return refusals.notAnObject;
  const prefix = problem.path === "" ? "" : `${problem.path}: `;
  return new Refusal(400, getVendorCode(problem, required), prefix + problem.message);
}

function getVendorCode({ code, path }: Problem, required: readonly string[]): string {
  if (code !== "missing-property") return "INVALID_DATA";
  if (path === "/scanCode/scannedCode") return "NO_SCANNED_CODE";
  return required.includes(path.slice(1)) ? "NO_EVENT_DETAILS" : "INVALID_DATA";
}
