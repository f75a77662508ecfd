import type { Snapshot } from "../../lattice/snapshot.js";
import type { ObjectTree } from "../../lattice/tree.js";
import type { EventModel, Model, ProductModel } from "../../model/model.js";
import { splitPointer } from "../../spec/pointer.js";
import type { Release } from "../../time/release.js";
import { existsAt } from "../../time/spans.js";
import { acts, type ActContext } from "../sale/acts.js";
import type { EventSetUp, LeftOut } from "../api/till.js";
import { TillError } from "../values/error.js";
import { defined, getAt, getOwn, isArray, isObject, merge, putAt, type JsonObject } from "../../json.js";
import { complete, explainAbsence, keepKnown } from "./known.js";
import { requireNamed } from "../values/named.js";
import { openSale, type Sale, type Sales } from "../sale/sale.js";
import type { TillSettings } from "../api/settings.js";

/** What a till is, which does not change while it runs. */
export interface TillSetUp {
  readonly model: Model;
  readonly snapshot: Snapshot;
  readonly release: Release;
  readonly product: ProductModel;
  readonly settings: TillSettings;
  readonly events: Readonly<Record<string, EventSetUp>>;
  readonly instanceId: string;
  readonly makeId: () => string;
}

/** What is to be sent. */
export interface Order {
  readonly event: EventModel;
  /** What is special in it, by the rule of {@link placeParts}. */
  readonly parts: JsonObject;
  /** What an earlier request of the same flow carried. */
  readonly carried: JsonObject;
  /** Whether it was sent before, so that nothing more happens at the till. */
  readonly isAgain: boolean;
}

export interface Made {
  readonly sales: Sales;
  readonly request: JsonObject;
  readonly leftOut: readonly LeftOut[];
}

/**
 * Finds an event that this till sends.
 * @throws TillError if there is none of that name, or not for its release or product
 */
export function requireEvent(name: string, setUp: TillSetUp): EventModel {
  const event = requireNamed("event", name, setUp.model.events, (each) => each.name);
  const reason = whyNotSent(event, setUp);
  if (reason === undefined) return event;
  throw new TillError("not there", reason);
}

/** Why this till does not send an event; undefined: it does. */
export function whyNotSent(
  { name, exists }: EventModel,
  { release, product }: TillSetUp,
): string | undefined {
  if (!existsAt(exists, release)) return explainAbsence(name, exists, release);
  const sends = product.sends.find((each) => each.name === name);
  return sends?.standing === "contradicted"
    ? `${product.name} does not send \`${name}\`: ${sends.basis}`
    : undefined;
}

/** Does at the till what the event tells of, and makes its request. */
export function makeRequest(order: Order, before: Sales, when: When, setUp: TillSetUp): Made {
  const { event } = order;
  const { snapshot, release, model, settings } = setUp;
  const tree = snapshot.object(event.request);
  const sample = findSample(event, model, release);
  const said = merge(order.carried, placeParts(event, order.parts));
  const { sales, own } = act(order, said, before, { tree, sample, setUp });
  const sale = tree.properties.has("session") && describeSale(sales.current, said);
  const { session: _, ...others } = own;
  const body = merge({ ...makeEnvelope(event, sales.current, when, setUp), ...sale }, others);
  const sent = without(complete(tree, body, sample), findLeftOut(event, setUp));
  const known = keepKnown(tree, sent, release, settings.extLineComesBack ? ["extLine"] : []);
  const wished = merge(said, wishPolling(event, setUp));
  const wasSaid = ({ path }: LeftOut): boolean => getAt(wished, splitPointer(path)) !== undefined;
  return { sales, request: known.value, leftOut: known.leftOut.filter(wasSaid) };
}

/** What the subscription asks of an event that it has polled. */
const wishPolling = ({ name }: EventModel, { events, model: { polling } }: TillSetUp): JsonObject =>
  polling && events[name]?.polling === true
    ? putAt({}, [polling.asks.object, polling.asks.property], true)
    : {};

interface ActingContext {
  readonly tree: ObjectTree;
  readonly sample: JsonObject | undefined;
  readonly setUp: TillSetUp;
}

/** What is done at the till, and the event's own parts that tell of it. */
function act(
  { event, isAgain }: Order,
  said: JsonObject,
  before: Sales,
  { tree, sample, setUp }: ActingContext,
): { readonly sales: Sales; readonly own: JsonObject } {
  const { makeId, settings } = setUp;
  const started = adoptSession(isAgain ? before : startSale(event, before, makeId), said);
  const context: ActContext = { sale: started.current, settings, makeId };
  const filled = isAgain ? said : fillActs(event, said, context);
  const own = complete(withoutParts(tree, madeByTill), echoAnew(event, filled, makeId), sample);
  const acted = isAgain ? started : applyActs(event, own, started, context);
  // What is said of the sale is said of the one that the event opens.
  const isOther = acted.current.sessionId !== started.current.sessionId;
  return { sales: isOther ? adoptSession(acted, said) : acted, own };
}

/** What its product does not fill in an event. This till leaves that out. */
const findLeftOut = ({ name }: EventModel, { product }: TillSetUp): readonly string[] =>
  product.sends.find((each) => each.name === name)?.unfilled ?? [];

const without = (body: JsonObject, names: readonly string[]): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !names.includes(name)));

/** When a request is made, and how many were made before it. */
export interface When {
  readonly timestamp: string;
  readonly counter: number;
}

/**
 * Where what is special in an event goes: a property of the event's own object there, whatever else beside it.
 */
export function placeParts({ name, request, ownObjects }: EventModel, parts: JsonObject): JsonObject {
  const own = request.properties.filter((property) =>
    ownObjects.length > 0 ? ownObjects.includes(property.name) : property.name === name,
  );
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

/** A sale that has ended is over: what is not about an ended one opens the next. */
function startSale({ till }: EventModel, sales: Sales, makeId: () => string): Sales {
  const opens = till.some(({ act }) => act === "openSale" || act === "recallSale");
  return opens || !sales.current.ended ? sales : { current: openSale(makeId()), previous: sales.current };
}

function fillActs({ till }: EventModel, drafted: JsonObject, context: ActContext): JsonObject {
  return till.reduce((request, { act, at }) => {
    if (!at) return request;
    const path = [at.object, at.property];
    const part = acts[act].fill?.(getAt(request, path), context);
    return part === undefined ? request : putAt(request, path, part);
  }, drafted);
}

const applyActs = ({ till }: EventModel, request: JsonObject, sales: Sales, context: ActContext): Sales =>
  till.reduce((before, { act, at }) => {
    const part = at && getAt(request, [at.object, at.property]);
    return acts[act].apply?.(before, part, context) ?? before;
  }, sales);

/** By what an answer repeats, a receiver knows what it is about: made anew where nothing carried it. */
const echoAnew = ({ echoes }: EventModel, request: JsonObject, makeId: () => string): JsonObject =>
  echoes.reduce((made, { object, property }) => {
    const path = [object, property];
    return getAt(made, path) === undefined ? putAt(made, path, makeId()) : made;
  }, request);

/** What every request has. */
function makeEnvelope(
  event: EventModel,
  sale: Sale,
  { counter, timestamp }: When,
  setUp: TillSetUp,
): JsonObject {
  const { product, settings, instanceId } = setUp;
  const productName = product.productName ?? settings.productName;
  return {
    event: defined({
      eventBlocking: isBlocking(event, setUp),
      eventPolling: isPolling(event, setUp),
      eventCounter: counter,
      eventTimestamp: timestamp,
    }),
    sender: defined({
      branchNumber: 1,
      workplaceNumber: 1,
      instanceId,
      paymentStarted: sale.paying,
      productName: productName === "" ? undefined : productName,
    }),
  };
}

const withoutParts = (tree: ObjectTree, names: readonly string[]): ObjectTree => ({
  ...tree,
  properties: new Map([...tree.properties].filter(([name]) => !names.includes(name))),
});

/** A sample of these would be another till's. */
const madeByTill = ["event", "sender", "session"];

/** The sale as the till knows it, with what else is said of it in this request. */
function describeSale(sale: Sale, said: JsonObject): JsonObject {
  const session = getOwn(said, "session");
  const known = defined(Object.fromEntries(saleParts.map((name) => [name, sale[name]])));
  return { session: { ...without(isObject(session) ? session : {}, saleParts), ...known } };
}

/** What a till keeps of a sale from one request to the next. */
const saleParts = ["sessionId", "table", "lines", "payments", "relation"] as const;

/** What is said of the sale is so from then on; payments that are said were made before. */
function adoptSession({ current, ...rest }: Sales, said: JsonObject): Sales {
  const session = getOwn(said, "session");
  if (!isObject(session)) return { current, ...rest };
  const names: readonly string[] = saleParts;
  const adopted = Object.fromEntries(Object.entries(session).filter(([name]) => names.includes(name)));
  const prepaid = isArray(adopted["payments"]) ? adopted["payments"].length : current.prepaid;
  return { ...rest, current: { ...current, ...adopted, prepaid } };
}

/** Whether the till waits for the answer: as the subscription says, or else as the flows of the event advise. */
export function isBlocking({ name, alwaysBlocking }: EventModel, { events, model }: TillSetUp): boolean {
  const advised = model.flows.flatMap(({ setUp }) => setUp.filter(({ event }) => event === name));
  return alwaysBlocking || (events[name]?.blocking ?? advised.some(({ blocking }) => blocking));
}

/** Whether the till repeats the event until an answer says that it is done; undefined: it does not say. */
function isPolling(event: EventModel, { events, settings }: TillSetUp): boolean | undefined {
  const asked = events[event.name]?.polling;
  if (event.alwaysBlocking) return true;
  if (asked !== undefined || !event.pollingOptional) return asked ?? false;
  return settings.paymentPolling === "absent" ? undefined : settings.paymentPolling === "true";
}

/** An example of the event: the newest one that its release could have sent, or else the first. */
function findSample({ name }: EventModel, { examples }: Model, release: Release): JsonObject | undefined {
  const shown = examples.filter((example) => example.event === name && isObject(example.request));
  const [newest] = shown
    .filter((example) => example.release <= release)
    .sort((a, b) => b.release - a.release);
  return (newest ?? shown[0])?.request as JsonObject | undefined;
}
