import type { Problem } from "../../validators/results.js";

/** An answer whose body is ready to be sent. */
export interface Reply {
  readonly status: number;
  /** The body as it is sent. */
  readonly text: string;
  /** The code of the error in it, if any. */
  readonly code: string | undefined;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An answer that says why a request is refused, in the vendor's format. */
export interface Refusal extends Reply {
  readonly code: string;
  readonly message: string;
}

/** The answer `{}`. */
export const emptyReply: Reply = { status: 200, text: "{}", code: undefined };

/** The value that some part of the receiver produced, or the refusal that ends the request. */
export type Outcome<T> =
  | { readonly refusal: Refusal; readonly value?: undefined }
  | { readonly refusal?: undefined; readonly value: T };

const closing = { Connection: "close" };

/**
 * Every refusal that does not depend on the contents of the body: with the vendor's own codes, and status 400 unless
 * HTTP has a more specific status.
 */
export const refusals = {
  methodNotAllowed: refuse(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { Allow: "POST" }),
  unknownEvent: refuse(404, "UNKNOWN_EVENT", "There is no such event here."),
  bodyTooLarge: refuse(413, "BODY_TOO_LARGE", "The body is larger than this receiver reads.", closing),
  bodyTooSlow: refuse(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  bodiesTooMany: refuse(408, "BODY_TOO_SLOW", "Too many unfinished bodies are being received.", closing),
  bodyBrokenOff: refuse(400, "INVALID_DATA", "The body broke off before its end.", closing),
  bodyEncoded: refuse(415, "INVALID_CONTENT_ENCODING", "A body must be sent without a content encoding."),
  noSubscriptionId: refuse(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: refuse(400, "INVALID_SUBSCRIPTION_ID", "The subscription is not known here."),
  noSignature: refuse(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: refuse(400, "INVALID_SIGNATURE", "The signature does not belong to this body."),
  noContentType: refuse(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: refuse(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: refuse(400, "INVALID_JSON", "The body is not JSON in UTF-8."),
  noEvent: refuse(400, "INVALID_DATA", "The body holds no event."),
  notAnObject: refuse(400, "INVALID_DATA", "The body must be a JSON object."),
  nestedTooDeeply: refuse(400, "INVALID_DATA", "The body is nested too deeply."),
  handlerFailed: refuse(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  tooMuchAtOnce: refuse(429, "TOO_MUCH_AT_ONCE", "Too much of this subscription is being handled already."),
  stillRunning: refuse(503, "STILL_RUNNING", "The same event is still being handled."),
  inboxUnavailable: refuse(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  shuttingDown: refuse(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
} satisfies Record<string, Refusal>;

/**
 * The refusal of a body that does not match its type: path and message of the first problem.
 * @param required The names of the objects that this event must have.
 */
export function refuseBody(problems: readonly Problem[], required: readonly string[]): Refusal {
  const [problem] = problems;
  if (problem === undefined) return refusals.notAnObject;
  const prefix = problem.path === "" ? "" : `${problem.path}: `;
  return refuse(400, getVendorCode(problem, required), prefix + problem.message);
}

/** The refusal of bytes that were accepted for another event. */
export function refuseOtherEvent(event: string): Refusal {
  const message = `This body came before, as ${event}. Each event has a body of its own, with its own eventCounter.`;
  return refuse(400, "INVALID_DATA", message);
}

function getVendorCode({ code, path }: Problem, required: readonly string[]): string {
  if (code !== "missing-property") return "INVALID_DATA";
  if (path === "/scanCode/scannedCode") return "NO_SCANNED_CODE";
  return required.some((name) => path === `/${name}`) ? "NO_EVENT_DETAILS" : "INVALID_DATA";
}

/** Written by hand: JSON.stringify would call a toJSON that some library has put on all objects. */
function refuse(status: number, code: string, message: string, headers?: Refusal["headers"]): Refusal {
  const text = `{"error":{"code":${JSON.stringify(code)},"message":${JSON.stringify(message)}}}`;
  return { status, text, code, message, ...(headers && { headers }) };
}
