import {
  getAt,
  getOwn,
  isArray,
  isObject,
  omitProperties,
  type Json,
  type JsonObject,
} from "../../base/json.js";
import type { Release } from "../../base/time/release.js";
import { createMocker, type MockSize } from "../../contract/examples/mock.js";
import type { EventModel } from "../../contract/model/model.js";
import type { TillActName } from "../../contract/read/dialect.js";
import { createViewLookup } from "../../contract/view/build-view.js";
import { ownDiscounts } from "./money.js";
import type { TillContract } from "./till-set-up.js";

interface SampledTill {
  readonly release: Release;
  /** The id of the product. Default: the first that is documented to send the event. */
  readonly product: string | undefined;
}

/** Makes samples of what a till sends. Undefined if no till has the release. */
export function createEventSampler(contract: TillContract, { release, product }: SampledTill) {
  const view = createViewLookup(contract)(release);
  if (!view) return undefined;
  const makeMock = createMocker(view, contract);
  const mock = (event: EventModel, size: MockSize): JsonObject | undefined => {
    const seen = view.events.find(({ name }) => name === event.name);
    return seen && (makeMock(seen, { side: "request", size, product, seed: 1 }) as JsonObject);
  };
  return {
    /** Everything that the event can have. Undefined if the release does not have the event. */
    makeFull: (event: EventModel) => mock(event, "full"),
    /** The parts that a shop could send, except those that the till makes itself. */
    makeParts: (event: EventModel): JsonObject => {
      const sample = withoutPayments(withoutDiscounts(mock(event, "rich") ?? {}) as JsonObject, event);
      const own = madeByTill.reduce<Json>(withoutPart, sample) as JsonObject;
      // This till has not closed a sale, so it needs one that was closed before it started.
      const isEarlier = hasAct(event, "recallSale");
      const closing = contract.model.events.find((each) => isEarlier && hasAct(each, "pay"));
      const closed = closing && mock(closing, "rich");
      return closed ? { ...own, session: closed["session"] ?? null } : own;
    },
  };
}

const hasAct = ({ till }: EventModel, act: TillActName): boolean => till.some((each) => each.act === act);

/** These differ per request or per till. A receiver may recognize an event by them. */
const madeByTill = [["event"], ["sender", "instanceId"], ["sender", "productName"], ["session", "sessionId"]];

/** `undefined` removes the part. */
export function putPart(base: Json | undefined, path: readonly string[], value: Json | undefined): Json {
  const [name = "", ...rest] = path;
  const old = isArray(base) ? base[Number(name)] : getOwn(base, name);
  const part = rest.length === 0 ? value : putPart(old, rest, value);
  if (isArray(base) || /^\d+$/.test(name))
    return (isArray(base) ? base : []).toSpliced(Number(name), 1, part ?? null);
  const others = isObject(base) ? Object.entries(base).filter(([other]) => other !== name) : [];
  return Object.fromEntries(part === undefined ? others : [...others, [name, part]]);
}

const withoutPart = (base: Json, path: readonly string[]): Json => putPart(base, path, undefined);

/** Removes discounts from the sample's lines, because a till accepts only one per line. */
function withoutDiscounts(value: Json): Json {
  if (isArray(value)) return value.map(withoutDiscounts);
  if (!isObject(value)) return value;
  const parts = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, withoutDiscounts(part)]),
  );
  return "lineId" in parts ? omitProperties(parts, lineDiscounts) : parts;
}

const lineDiscounts = new Set([...ownDiscounts, "externalDiscount"]);

/** Removes the amounts that the till computes. Prepayments stay. */
function withoutPayments(parts: JsonObject, { till }: EventModel): JsonObject {
  const at = till.find(({ act }) => act === "pay" || act === "payOutside")?.at;
  if (!at) return parts;
  const made = getAt(parts, [at.object, at.property]);
  const others = putPart(parts, [at.object, at.property], undefined) as JsonObject;
  const payments = getAt(parts, ["session", "payments"]);
  if (!isArray(made) || !isArray(payments)) return others;
  const earlier = payments.slice(0, Math.max(0, payments.length - made.length));
  return putPart(others, ["session", "payments"], earlier) as JsonObject;
}

/** Adds the line that the event changes or removes, because a till rejects any other line. */
export function withChangedLine(parts: JsonObject, { till }: EventModel): JsonObject {
  const at = till.find(({ act }) => act === "changeLine" || act === "takeLine")?.at;
  const line = at && getAt(parts, [at.object, at.property]);
  const lines = getAt(parts, ["session", "lines"]);
  if (line === undefined || !isArray(lines)) return parts;
  const id = getOwn(line, "lineId");
  const others = lines.filter((each) => getOwn(each, "lineId") !== id);
  return putPart(parts, ["session", "lines"], [...others, line]) as JsonObject;
}
