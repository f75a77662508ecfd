import { getAt, getOwn, isArray, isObject, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { isErrorReport, readSessionId } from "../engine/read-request.js";

/** The exchanges of a sale, or those of a shop that belong to no sale. In the order of their times. */
export interface RecordedSale {
  readonly subscription: string;
  readonly hasSession: boolean;
  readonly exchanges: readonly SaleExchange[];
}

export interface SaleExchange extends RecordedExchange {
  readonly request: JsonObject;
}

/** Groups a recording by shop and sale. The till's error reports are no part of a sale. */
export function groupBySale(records: readonly RecordedExchange[]): readonly RecordedSale[] {
  const sales = new Map<string, SaleExchange[]>();
  const latest = new Map<string, string>();
  const known = new Set(records.flatMap(({ request }) => readSessionId(request) ?? []));
  for (const record of inOrder(records)) {
    const shop = record.subscription ?? "";
    const till = JSON.stringify([shop, getAt(record.request, ["sender", "instanceId"]) ?? null]);
    const session = readSessionId(record.request);
    // Some releases leave the id empty. An answer without a session may name a sale, such as a prepaid table's.
    const id = session === "" ? latest.get(till) : (session ?? findKnownId(record.answer, known));
    if (session !== undefined && id !== undefined) latest.set(till, id);
    getOrCreate(sales, JSON.stringify([shop, id ?? null]), () => []).push(record);
  }
  return [...sales].map(([key, exchanges]) => {
    const [subscription, id] = JSON.parse(key) as readonly [string, string | null];
    return { subscription, hasSession: id !== null, exchanges };
  });
}

/** Without times, in the order of the file. */
const inOrder = (records: readonly RecordedExchange[]): readonly SaleExchange[] =>
  records
    .filter((record): record is SaleExchange => isObject(record.request) && !isErrorReport(record.request))
    .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0));

/** Looks one level deep: an answer has the id in the object that is about the sale. */
function findKnownId(answer: Json | undefined, known: ReadonlySet<string>): string | undefined {
  if (!isObject(answer) || isArray(answer)) return undefined;
  const ids = Object.values(answer).map((part) => getOwn(part, "sessionId"));
  return ids.find((id): id is string => typeof id === "string" && id !== "" && known.has(id));
}
