import { getOwn, isObject, parseJson } from "../../base/json.js";
import { post } from "../engine/post.js";
import { sign } from "../engine/signature.js";
import { misuse } from "../engine/till.js";
import type { Observe } from "./observe.js";
import type { SeenExchange, SentRequest } from "./seen-exchange.js";

/** Where a request is sent once more. */
export interface ResendTarget {
  /** The endpoint URL of the subscription. */
  readonly url: string;
  readonly secret: string;
  /** In milliseconds. */
  readonly deadline: number;
  readonly observe: Observe;
  readonly signal?: AbortSignal | undefined;
}

/** Creates a function that sends a request once more, signed anew. */
export const createResend =
  ({ url, secret, deadline, observe, signal }: ResendTarget) =>
  async ({ event, subscription, body }: SentRequest): Promise<SeenExchange> => {
    const request = parseJson(body);
    // One key signs both directions: what could be an answer is not signed.
    if (!["event", "original"].some((name) => isObject(getOwn(request, name))))
      throw misuse('This is no request: a request is a JSON object that has "event".');
    const bytes = Buffer.from(body);
    const headers = {
      "content-type": "application/json",
      accept: "application/json",
      "x-mplus-subscription-id": subscription,
      "x-mplus-signature": sign(bytes, secret),
    };
    const sent = { event, at: Date.now(), url: `${url}/${event}`, headers, bytes, source: "again" } as const;
    const result = await post({ url: sent.url, headers, body: bytes, deadline, signal });
    return observe({ ...sent, result });
  };
