import { getOwn, isArray, isObject, parseJson, type Json } from "../../base/json.js";
import { readEventName } from "../engine/deliver.js";
import type { Fetch } from "../engine/post.js";
import { sign } from "../engine/signature.js";
import type { SaleExchange } from "./recorded-sales.js";
import { isErrorReport } from "../engine/read-request.js";

/** Stands in for a receiver: answers each event of a till as it was answered in a recorded sale. */
export function createRecordedReceiver(exchanges: readonly SaleExchange[], secret: string) {
  const used = new Set<SaleExchange>();
  const last = new Map<string, SaleExchange>();
  /** The ids of this till by the name and the value of those of the recorded one. */
  const ids = new Map<string, string>();
  const take = (event: string): SaleExchange | undefined => {
    const isNext = (each: SaleExchange): boolean =>
      each.event === event && each.status !== null && !used.has(each);
    const next = exchanges.find(isNext) ?? last.get(event);
    if (next) {
      used.add(next);
      last.set(event, next);
    }
    return next;
  };
  const fetch: Fetch = (input, init) => {
    const [url, body] = [input as string, Buffer.from(init?.body as Uint8Array).toString()];
    const request = parseJson(body) ?? null;
    const record = isErrorReport(request) ? undefined : take(readEventName(url));
    if (record) matchIds(record.request, request, ids);
    return Promise.resolve(toResponse(record, ids, secret));
  };
  return {
    fetch,
    isUsed: (exchange: SaleExchange): boolean => used.has(exchange),
    skip: (exchange: SaleExchange): void => void used.add(exchange),
  };
}

/** Two requests of the same kind have their ids at the same places. */
function matchIds(recorded: Json, made: Json, ids: Map<string, string>): void {
  const pairs: (readonly [Json, Json, string])[] = [[recorded, made, ""]];
  for (let pair = pairs.pop(); pair; pair = pairs.pop()) {
    const [one, other, name] = pair;
    if (isArray(one) && isArray(other)) {
      if (one.length === other.length)
        one.forEach((item, index) => pairs.push([item, other[index] ?? null, name]));
    } else if (isObject(one) && isObject(other)) {
      for (const [key, part] of Object.entries(one)) pairs.push([part, getOwn(other, key) ?? null, key]);
    } else if (typeof one === "string" && typeof other === "string" && /(?:^i|I)d$/.test(name)) {
      ids.set(`${name} ${one}`, other);
    }
  }
}

function toResponse(
  record: SaleExchange | undefined,
  ids: ReadonlyMap<string, string>,
  secret: string,
): Response {
  const { status = 200, answer = null } = record ?? {};
  const body = toBody(answer, ids);
  const headers = {
    "Content-Type": "application/json",
    "X-Mplus-Signature": sign(Buffer.from(body), secret),
  };
  // A program can make up no other responses.
  const isSent = status !== null && status >= 200 && status < 600 && ![204, 205, 304].includes(status);
  return isSent ? new Response(body, { status, headers }) : new Response("", { headers });
}

/** A recording has a text for an answer that is not JSON. */
function toBody(answer: Json, ids: ReadonlyMap<string, string>): string {
  if (answer === null) return "";
  if (typeof answer === "string") return answer;
  return JSON.stringify(answer, (name, part: Json) =>
    typeof part === "string" ? (ids.get(`${name} ${part}`) ?? part) : part,
  );
}
