import type { JsonObject } from "../../../generator/base/json.js";
import { toEventUrl } from "../../../generator/till/engine/deliver.js";
import type { PostFailure, PostResult } from "../../../generator/till/engine/post.js";
import { sign } from "../../../generator/till/engine/signature.js";
import type { WireExchange } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";

export const lineId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
const line = { lineId, articleNumber: 12, text: "Tea", priceIncl: 2, quantity: 1 };
export const session = { sessionId: "5d6b0b6e-6c1d-4b53-9d9f-0f3c2d1b7a10", lines: [line] };
export const scan: JsonObject = {
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
  session,
  scanCode: { scannedCode: "1", codeType: "barcode" },
};

/** A scan of a shop and its answer, as far as it is not said otherwise. */
export interface WireCase {
  readonly event?: string;
  /** The endpoint URL. */
  readonly endpoint?: string;
  /** Parts of the request beside those of a scan, or the whole request. */
  readonly with?: JsonObject;
  readonly request?: string;
  readonly answer?: JsonObject | string;
  readonly status?: number;
  /** In milliseconds. */
  readonly duration?: number;
  /** Why no answer came. */
  readonly none?: PostFailure;
  /** Headers that differ. Null means that there is none. */
  readonly headers?: Headers;
  readonly answerHeaders?: Headers;
  /** Other texts that the signatures are of. */
  readonly signed?: { readonly request?: string; readonly answer?: string };
}

type Headers = Readonly<Record<string, string | null>>;

export function toWire({ event = "scanCode", endpoint = "http://a", ...given }: WireCase): WireExchange {
  const body = given.request ?? JSON.stringify({ ...scan, ...given.with });
  return {
    ...{ event, at: 1, source: "shop", url: toEventUrl(endpoint, event), bytes: Buffer.from(body) },
    headers: withoutNull({
      "x-mplus-subscription-id": "shop-12",
      "x-mplus-signature": sign(Buffer.from(given.signed?.request ?? body), secret),
      ...given.headers,
    }),
    result: toResult(given),
  };
}

function toResult({ answer = {}, status = 200, duration = 5, none, ...given }: WireCase): PostResult {
  if (none) return { kind: "none", cause: none, duration };
  const reply = typeof answer === "string" ? answer : JSON.stringify(answer);
  const headers = withoutNull({
    "content-type": "application/json",
    "x-mplus-signature": sign(Buffer.from(given.signed?.answer ?? reply), secret),
    ...given.answerHeaders,
  });
  return { kind: "reply", status, headers, body: Buffer.from(reply), duration };
}

const withoutNull = (headers: Headers): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );
