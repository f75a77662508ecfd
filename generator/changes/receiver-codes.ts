import { always } from "../base/time/spans.js";
import type { EnumValueModel } from "../contract/model/model.js";

/** The error codes of the generated receiver that the vendor does not have, as in docs/receiver.md. */
export const findReceiverCode = (code: string): EnumValueModel | undefined => {
  const [cause, advice] = Object.hasOwn(receiverCodes, code) ? (receiverCodes[code] ?? []) : [];
  if (cause === undefined) return undefined;
  const description = `${cause} Only the generated receiver sends this.`;
  return { value: code, exists: always, description, advice };
};

export const receiverCodes: Readonly<Record<string, readonly [cause: string, cure: string]>> = {
  METHOD_NOT_ALLOWED: ["The request is not a POST.", "Send events with POST."],
  UNKNOWN_EVENT: [
    "The URL's path does not end in the name of an event.",
    "Compare the endpoint URL of the subscription with the path of your server. The log has the path that arrived.",
  ],
  BODY_TOO_LARGE: ["The body is over the receiver's limit.", "Raise `bodyLimit` if the till sent the body."],
  BODY_TOO_SLOW: [
    "The body did not arrive in time.",
    "Look for a slow connection or proxy between the till and your server.",
  ],
  TOO_MANY_BODIES: [
    "Too many request bodies are still arriving, so the receiver dropped the oldest.",
    "Look for slow connections. Raise `unfinishedLimit` if your shops send that much.",
  ],
  INVALID_CONTENT_ENCODING: [
    "The body has a content encoding, such as gzip.",
    "Turn off compression of requests between the till and your server.",
  ],
  INTERNAL_ERROR: [
    "The receiver failed to handle the event.",
    "Read the receiver's log: it says what failed.",
  ],
  TOO_MUCH_AT_ONCE: [
    "Too many requests of this subscription are in progress.",
    "Answer faster, or raise `inFlightLimit`.",
  ],
  STILL_RUNNING: [
    "The same event arrived again while its handler was still running.",
    "Answer faster; `handlerTimeout` answers in place of a slow handler.",
  ],
  INBOX_UNAVAILABLE: [
    "The inbox could not store the event.",
    "Check the inbox's database or folder. The log has the error.",
  ],
  SHUTTING_DOWN: ["The receiver is closing.", "Send the event again once the server has restarted."],
};
