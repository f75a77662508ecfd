import { createHmac } from "node:crypto";
import { secret } from "../../../conformance/signature.js";
import type { Answer, Incoming, Outgoing } from "./serve.js";

export { secret };

export const subscription = "shop-12";

/** Replaceable behavior of a handwritten receiver. */
export interface Ways {
  readonly sign: (body: Uint8Array) => string;
  readonly verified: (body: Buffer) => Uint8Array;
  /** The error code to reject a request with; undefined to accept it. */
  readonly refuse: (incoming: Incoming, ways: Ways) => string | undefined;
  readonly answer: (incoming: Incoming) => string;
  /** True if it signs even the rejection of a request whose sender may be a stranger. */
  readonly signsAll: boolean;
  readonly send: (outgoing: Outgoing, incoming: Incoming) => Outgoing;
}

export const hmac = (key: Uint8Array, body: Uint8Array): Buffer =>
  createHmac("sha256", key).update(body).digest();

export const key = Buffer.from(secret, "base64");

export const right: Ways = {
  sign: (body) => hmac(key, body).toString("base64"),
  verified: (body) => body,
  refuse: ({ headers, body, path }, { sign, verified }) => {
    if (headers["x-mplus-subscription-id"] !== subscription) return "INVALID_SUBSCRIPTION_ID";
    if (!headers["x-mplus-signature"]) return "NO_SIGNATURE";
    if (headers["x-mplus-signature"] !== sign(verified(body))) return "INVALID_SIGNATURE";
    return checkBody(body) ?? checkEvent(path, body);
  },
  answer: () => "{}",
  signsAll: false,
  send: (outgoing) => outgoing,
};

/** A correct receiver at /mplus that accepts every event. `otherwise` replaces some of its behavior. */
export function receiver(otherwise: Partial<Ways> = {}): Answer {
  const ways = { ...right, ...otherwise };
  return (incoming) => {
    if (!/^\/mplus\/\w+(?:\?|$)/.test(incoming.path) || incoming.method !== "POST")
      return ways.send({ status: 404, headers: { "content-type": "text/html" }, body: notFound }, incoming);
    const code = ways.refuse(incoming, ways);
    const body =
      code === undefined ? ways.answer(incoming) : JSON.stringify({ error: { code, message: "" } });
    const headers = {
      "content-type": "application/json",
      ...((ways.signsAll || !isStranger(code)) && { "x-mplus-signature": ways.sign(Buffer.from(body)) }),
    };
    return ways.send({ status: code === undefined ? 200 : 400, headers, body }, incoming);
  };
}

const notFound = "<!doctype html><title>Error</title><pre>Cannot POST</pre>";

const isStranger = (code = ""): boolean =>
  /^(?:INVALID_SUBSCRIPTION_ID|NO_SIGNATURE|INVALID_SIGNATURE)$/.test(code);

/** The event for which each body came first. */
const firstPaths = new Map<string, string>();

/** The URL is not signed, so a body belongs to its first URL. */
function checkEvent(path: string, body: Uint8Array): string | undefined {
  const text = Buffer.from(body).toString();
  const first = firstPaths.get(text) ?? path;
  firstPaths.set(text, first);
  return first === path ? checkDetails(path, body) : "INVALID_DATA";
}

/** An event needs its own object. An error report does not. */
export function checkDetails(path: string, body: Uint8Array): string | undefined {
  const content = JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>;
  const object = ownObjects[getEvent(path)];
  return content["original"] || object === undefined || object in content ? undefined : "NO_EVENT_DETAILS";
}

/** The last segment of a path. */
export const getEvent = (path: string): string => /\w+(?=\?|$)/.exec(path)?.[0] ?? "";

const ownObjects: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["addSessionLine", "scanCode", "selectRelation", "removeSessionLine", "customAction", "mergeSession"].map(
      (event) => [event, event],
    ),
  ),
  ...Object.fromEntries(["Start", "Complete", "Serve"].map((act) => [`kitchen${act}Course`, "course"])),
  ...Object.fromEntries(
    ["start", "poll", "requestCancel", "cancel"].map((act) => [`${act}ExternalPayment`, "externalPayment"]),
  ),
};

export function checkBody(body: Uint8Array): string | undefined {
  try {
    const { event, original } = JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>;
    return (event ?? original) === undefined ? "INVALID_DATA" : undefined;
  } catch {
    return "INVALID_JSON";
  }
}
