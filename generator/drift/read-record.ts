import { getOwn, isObject, type Json, type JsonObject } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { parseRelease } from "../base/time/release.js";
import { isPlainName, maxSiblings } from "../contract/traffic/plain-name.js";
import type { TrafficReader } from "../contract/traffic/traffic-reader.js";
import type { Contract } from "./contract.js";
import type { SourcePlace } from "./source-content.js";
import type { Shop } from "./tally.js";

/** An exchange as its record has it. */
export interface SeenExchange {
  readonly event: string;
  /** Undefined if it is not an object. */
  readonly request: JsonObject | undefined;
  /** Null if there was none. */
  readonly answer: Json;
  readonly record: JsonObject;
  readonly shop: Shop;
  readonly place: SourcePlace;
  /** True if the request is the till's report of an error in an answer. */
  readonly isReport: boolean;
  readonly isRedacted: boolean;
}

type ReadRecord = (record: Json | undefined, place: SourcePlace) => SeenExchange | string;

/** The result returns why a record cannot be read, without quoting it. */
export function createRecordReader({ has }: Contract, reader: TrafficReader): ReadRecord {
  const shops = new Map<string, Shop>();
  const newEvents = new Set<string>();
  const openShop = (id: Json | undefined): Shop => {
    const name = typeof id === "string" && (shops.has(id) || shops.size < maxShops) ? id : "";
    const create = () => ({ id: name, release: parseRelease(reader.findRelease(name)), proved: undefined });
    return getOrCreate(shops, name, create);
  };
  const isEvent = (name: string): boolean => {
    if (has({ side: "event", path: name })) return true;
    if (isPlainName(name) && newEvents.size < maxSiblings) newEvents.add(name);
    return newEvents.has(name);
  };
  return (record, place) => {
    const event = getOwn(record, "event");
    if (!isObject(record)) return record === undefined ? "is not JSON" : "is not a JSON object";
    if (typeof event !== "string") return "is not about an event";
    if (!isEvent(event)) return "is about an event whose name may be data";
    const [request, answer = null] = [getOwn(record, "request"), getOwn(record, "answer")];
    const shop = openShop(getOwn(record, "subscription"));
    const proof = isObject(request) ? parseRelease(reader.proveRelease(event, request)) : undefined;
    if (proof !== undefined && proof > (shop.proved ?? 0)) shop.proved = proof;
    return {
      event,
      request: isObject(request) ? request : undefined,
      answer,
      record,
      shop,
      place,
      isReport: getOwn(request, "original") !== undefined,
      isRedacted: getOwn(record, "redacted") === true,
    };
  };
}

export const maxShops = 10_000;
