import { getOwn, isObject, parseJson } from "../../base/json.js";
import { signBody } from "../engine/deliver.js";
import { post } from "../engine/post.js";
import { misuse } from "../engine/till-error.js";
import type { Observe } from "./observe.js";
import type { SeenExchange, SentRequest } from "../engine/seen-exchange.js";

export interface ResendTarget {
  readonly url: string;
  readonly secret: string;
  /** In milliseconds. */
  readonly deadline: number;
  readonly observe: Observe;
  readonly signal?: AbortSignal | undefined;
}

export const createResend =
  ({ url, secret, deadline, observe, signal }: ResendTarget) =>
  async ({ event, subscription, body }: SentRequest): Promise<SeenExchange> => {
    const request = parseJson(body);
    // The same key signs both directions: never sign what could be an answer.
    if (!["event", "original"].some((name) => isObject(getOwn(request, name))))
      throw misuse('This is not a request: a request has an object named "event".');
    const sent = signBody(event, body, { url, subscription, secret });
    const [at, bytes] = [Date.now(), Buffer.from(body)];
    const result = await post({ ...sent, body: bytes, deadline, signal });
    const headers = Object.fromEntries(new Headers(sent.headers));
    return observe({ event, at, source: "again", url: sent.url, headers, bytes, result });
  };
