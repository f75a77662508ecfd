import {
  withoutUndefined,
  getAt,
  getOwn,
  isArray,
  isObject,
  merge,
  putAt,
  omitProperties,
} from "../../base/json.js";
import type { Json, JsonObject } from "../../base/json.js";
import type { ObjectTree, Tree } from "../../contract/lattice/tree.js";
import type { EventModel } from "../../contract/model/model.js";
import { joinPointer, splitPointer } from "../../contract/read/pointer.js";
import { suggest } from "../../base/text/words.js";
import { existsAt } from "../../base/time/spans.js";
import type { LeftOut, TillSettings } from "./till-types.js";
import { acts, type ActContext } from "./acts.js";
import { findSums, showPrice, toEuros } from "./money.js";
import { openSale, type Sale, type Sales } from "./sale.js";
import { explainAbsenceAtTill, isBlocking, isPolling, type TillSetUp } from "./till-set-up.js";

export interface EventOrder {
  readonly event: EventModel;
  readonly parts: JsonObject;
  /** A repetition changes nothing at the till. */
  readonly isAgain: boolean;
}

interface RequestStamp {
  readonly timestamp: string;
  readonly counter: number;
}

export function makeEventRequest(order: EventOrder, before: Sales, when: RequestStamp, setUp: TillSetUp) {
  const { event, parts, isAgain } = order;
  const { snapshot, release, product, settings, makeId, existence } = setUp;
  const tree = snapshot.object(event.request);
  const filling = { sample: findSample(event, setUp) };
  const started = adoptSession(isAgain ? before : startSale(order, before, makeId), parts);
  const filled = isAgain ? parts : fillActs(event, parts, { sale: started.current, settings, makeId });
  const whatever = { release, existence, filling, keepsAll: true } as const;
  const own = fitToRelease(withoutParts(tree, madeByTill), echoAnew(event, filled, makeId), whatever).value;
  const acted = isAgain ? started : applyActs(event, own, started, makeId);
  // Properties of the sale belong to the sale that the event opens.
  const isOther = acted.current.sessionId !== started.current.sessionId;
  const sales = isOther ? adoptSession(acted, parts) : acted;
  const session = tree.properties.has("session") && makeSession(sales.current, parts, settings);
  const envelope = makeEnvelope(event, sales.current, when, setUp);
  const shown = showActs(event, own, settings);
  const body = merge({ ...envelope, ...session }, omitProperties(shown, new Set(["session"])));
  const unfilled = new Set(product.sends.find(({ name }) => name === event.name)?.unfilled);
  const known = fitToRelease(withoutParts(tree, unfilled), omitProperties(body, unfilled), {
    release,
    existence,
    filling,
  });
  const wished = merge(parts, wishPolling(event, setUp));
  const leftOut = known.leftOut.filter(({ path }) => getAt(wished, splitPointer(path)) !== undefined);
  return { sales, request: known.value, leftOut };
}

/** The newest example that the release could have sent, or else the first. */
function findSample({ name }: EventModel, { model, release }: TillSetUp): JsonObject | undefined {
  const shown = model.examples.filter((example) => example.event === name && isObject(example.request));
  const possible = shown.filter((example) => example.release <= release);
  const [newest = shown[0]] = possible.sort((a, b) => b.release - a.release);
  return newest?.request as JsonObject | undefined;
}

/** Puts properties of the event's own object into that object, and all others beside it. */
export function placeParts(event: EventModel, parts: JsonObject): JsonObject {
  const own = event.request.properties.filter(({ name }) => isOwn(name, event));
  const entries = Object.entries(parts).map(([key, value]): JsonObject => {
    const holder = own.find(({ eras }) =>
      eras.some(({ type }) =>
        type.some(
          ({ kind }) => kind.kind === "object" && kind.object.properties.some((each) => each.name === key),
        ),
      ),
    );
    return putAt({}, holder ? [holder.name, key] : [key], value);
  });
  return entries.reduce(merge, {});
}

export const isOwn = (property: string, { name, ownObjects }: EventModel): boolean =>
  ownObjects.length > 0 ? ownObjects.includes(property) : property === name;

/**
 * Opens a new sale if the last one has ended, unless the event is about an ended sale. The parts may describe a sale
 * that ended before the till started.
 */
function startSale({ event: { till }, parts }: EventOrder, sales: Sales, makeId: () => string): Sales {
  const id = getAt(parts, ["session", "sessionId"]);
  const isEarlier = till.some(({ act }) => act === "recallSale") && !sales.current.ended && !sales.previous;
  if (isEarlier && typeof id === "string") return { current: { ...openSale(id), ended: true } };
  const turns = till.some(({ act }) => acts[act].turnTo !== undefined);
  return turns || !sales.current.ended ? sales : { current: openSale(makeId()), previous: sales.current };
}

/** Applies an order's properties to the sale. Payments in the order count as made earlier. */
export function adoptSession({ current, previous }: Sales, parts: JsonObject): Sales {
  const session = getOwn(parts, "session");
  if (!isObject(session)) return { current, previous };
  const adopted = Object.fromEntries(Object.entries(session).filter(([name]) => salePartNames.has(name)));
  const prepaid = isArray(adopted["payments"]) ? adopted["payments"].length : current.prepaid;
  return { current: { ...current, ...adopted, prepaid }, previous };
}

const saleParts = ["sessionId", "table", "lines", "payments", "relation"] as const;

const salePartNames: ReadonlySet<string> = new Set(saleParts);

function fillActs({ till }: EventModel, drafted: JsonObject, context: ActContext): JsonObject {
  return till.reduce((request, { act, at }) => {
    if (!at) return request;
    const path = [at.object, at.property];
    const part = acts[act].fill?.(getAt(request, path), context);
    return part === undefined ? request : putAt(request, path, part);
  }, drafted);
}

/** Makes the ids that answers must repeat. Keeps ids that the request already has. */
const echoAnew = ({ echoes }: EventModel, request: JsonObject, makeId: () => string): JsonObject =>
  echoes.reduce((made, { object, property }) => {
    const path = [object, property];
    return getAt(made, path) === undefined ? putAt(made, path, makeId()) : made;
  }, request);

/** The till makes these itself, because those of a sample belong to another till. */
const madeByTill: ReadonlySet<string> = new Set(["event", "sender", "session"]);

const withoutParts = (tree: ObjectTree, names: ReadonlySet<string>): ObjectTree => ({
  ...tree,
  properties: new Map([...tree.properties].filter(([name]) => !names.has(name))),
});

const applyActs = ({ till }: EventModel, own: JsonObject, before: Sales, makeId: () => string): Sales =>
  till.reduce((sales, { act, at }) => {
    const { apply, turnTo } = acts[act];
    const turned = turnTo?.(sales, makeId) ?? sales;
    const part = at && getAt(own, [at.object, at.property]);
    return apply ? { ...turned, current: apply(turned.current, part) } : turned;
  }, before);

/** A line costs the same wherever the request shows it. */
function showActs({ till }: EventModel, own: JsonObject, settings: TillSettings): JsonObject {
  return till.reduce((request, { act, at }) => {
    if (!at || !acts[act].isLine) return request;
    const path = [at.object, at.property];
    const line = getAt(request, path);
    return isObject(line) ? putAt(request, path, showPrice(line, settings)) : request;
  }, own);
}

function makeSession(sale: Sale, parts: JsonObject, settings: TillSettings): JsonObject {
  const session = getOwn(parts, "session");
  const lines = sale.lines.map((line) => showPrice(line, settings));
  const known = Object.fromEntries(saleParts.map((name) => [name, sale[name]]));
  const others = omitProperties(isObject(session) ? session : {}, salePartNames);
  return { session: withoutUndefined({ ...findTotal(sale, settings), ...others, ...known, lines }) };
}

function findTotal(sale: Sale, settings: TillSettings): JsonObject {
  if (settings.totalInclAmount === "absent") return {};
  const { full, total } = findSums(sale, settings);
  return { totalInclAmount: toEuros(settings.totalInclAmount === "afterDiscounts" ? total : full) };
}

function makeEnvelope(event: EventModel, sale: Sale, when: RequestStamp, setUp: TillSetUp): JsonObject {
  const { product, settings, instanceId } = setUp;
  const productName = product.productName ?? settings.productName;
  return {
    event: withoutUndefined({
      eventBlocking: isBlocking(event, setUp),
      eventPolling: isPolling(event, setUp),
      eventCounter: when.counter,
      eventTimestamp: when.timestamp,
    }),
    sender: withoutUndefined({
      branchNumber: 1,
      workplaceNumber: 1,
      instanceId,
      paymentStarted: sale.paying,
      productName: productName === "" ? undefined : productName,
    }),
  };
}

const wishPolling = ({ name }: EventModel, { events, model: { polling } }: TillSetUp): JsonObject =>
  polling && events[name]?.polling === true
    ? putAt({}, [polling.asks.object, polling.asks.property], true)
    : {};

interface FitOptions extends Pick<TillSetUp, "release" | "existence"> {
  /** Keeps unknown properties. */
  readonly keepsAll?: true;
  /** If given, fills in missing required properties: from the sample, or else as small as possible. */
  readonly filling?: { readonly sample: Json | undefined };
}

/** Orders the body as in the contract, and reports what the release does not know. */
export function fitToRelease(tree: ObjectTree, body: JsonObject, { keepsAll, filling, ...at }: FitOptions) {
  const leftOut: LeftOut[] = [];
  const isKept = (name: string, object: ObjectTree, path: string): boolean => {
    if (object.open || keepsAll) return true;
    leftOut.push({ path: joinPointer(path, name), message: explainLeftOut(object, name, at) });
    return false;
  };
  const fitObject: FitAs<ObjectTree, JsonObject> = (object, value, sample, path) => {
    const known = [...object.properties].map(([name, { required, type }]) => {
      const [part, shown] = [getOwn(value, name), getOwn(sample, name)];
      if (part !== undefined) return [name, fitValue(type, part, shown, joinPointer(path, name))] as const;
      return [name, required && filling ? makeUp(type, shown) : undefined] as const;
    });
    const others = Object.entries(value).filter(
      ([name]) => !object.properties.has(name) && isKept(name, object, path),
    );
    return withoutUndefined(Object.fromEntries([...known, ...others]));
  };
  const fitValue: FitAs<Tree, Json> = (type, value, sample, path) => {
    if (isObject(value) && type.object) return fitObject(type.object, value, sample, path);
    const items = type.array?.items;
    if (!isArray(value) || !items) return value;
    const [shown] = isArray(sample) ? sample : [];
    return value.map((item, index) => fitValue(items, item, shown, joinPointer(path, index)));
  };
  const makeUp = (type: Tree, sample: Json | undefined): Json => {
    if (!type.object) return makeUpPlain(type, sample);
    const made = fitObject(type.object, {}, sample, "");
    // An object without required properties would be empty, so use the sample.
    return Object.keys(made).length === 0 && isObject(sample) ? sample : made;
  };
  return { value: fitObject(tree, body, filling?.sample, ""), leftOut };
}

type FitAs<T, Value> = (type: T, value: Value, sample: Json | undefined, path: string) => Value;

function makeUpPlain({ string, array, boolean, number }: Tree, sample: Json | undefined): Json {
  // The first value is the common one; a sample may show a rare one.
  if (string?.values) return [...string.values.keys()][0] ?? "";
  if (sample !== undefined) return sample;
  if (array) return [];
  if (boolean) return false;
  return number ? Math.max(0, number.minimum) : "";
}

function explainLeftOut(object: ObjectTree, name: string, { release, existence }: FitOptions): string {
  const { title, properties } = object.model;
  const property = properties.find((each) => each.name === name);
  if (property?.exclusion) return `\`${name}\` is not documented for any till.`;
  const exists = property && existence(property);
  if (!exists || existsAt(exists, release)) {
    const near = suggestPart(name, object);
    const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
    return `No till sends \`${name}\` in ${title}.${hint}`;
  }
  return explainAbsenceAtTill(name, exists, release);
}

/** Also finds a part up to two levels deeper, such as `addSessionLine.line.text`. */
function suggestPart(name: string, { properties }: ObjectTree, depth = 2): string | undefined {
  const near = suggest(name, [...properties.keys()]);
  if (near !== undefined || depth === 0) return near;
  for (const [holder, { type }] of properties) {
    const inner = type.object && suggestPart(name, type.object, depth - 1);
    if (inner !== undefined) return `${holder}.${inner}`;
  }
  return undefined;
}

/**
 * Removes the till's own properties, answers to questions, ids and addresses. A line change applies to any line of
 * the sale.
 */
export function withoutOwn(request: JsonObject, { till, echoes }: EventModel): JsonObject {
  const isAboutLine = till.some(({ act }) => act === "changeLine" || act === "takeLine");
  const own = ["event", "sender", "session", "dialog", "form", "openUrl", "lineId"];
  const left = [...own, ...echoes.map(({ property }) => property), ...(isAboutLine ? ["articleNumber"] : [])];
  const kept = JSON.stringify(request, (name, value: unknown) =>
    left.includes(name) || /^https?:/.test(String(value)) ? undefined : value,
  );
  const table = getAt(request, ["session", "table"]);
  return { ...(JSON.parse(kept) as JsonObject), ...(table !== undefined && { session: { table } }) };
}
