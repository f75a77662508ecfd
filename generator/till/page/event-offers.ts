import { getOwn, isObject, omitProperties, type Json, type JsonObject } from "../../base/json.js";
import { capitalize, splitCamelCase } from "../../base/text/words.js";
import type { EventModel, Model } from "../../contract/model/model.js";
import { splitPointer } from "../../contract/read/pointer.js";
import { createEventSampler } from "../engine/event-sample.js";
import { requireEvent, whyNotSent, type TillContract, type TillSetUp } from "../engine/till-set-up.js";
import type { Exchange, Till } from "../engine/till-types.js";

/** The events that a till sends, in the order of the flows. */
export function listEventOffers(setUp: TillSetUp) {
  const { events, flows } = setUp.model;
  const order = flows.flatMap(({ steps }) => steps.map(({ event }) => event));
  return events
    .filter((event) => whyNotSent(event, setUp) === undefined)
    .map(describeOffer)
    .sort((a, b) => order.indexOf(a.event) - order.indexOf(b.event));
}

function describeOffer({ name, prose, till, ownObjects }: EventModel) {
  const acts = till.map(({ act }): string => act);
  return {
    event: name,
    about: prose.description,
    acts,
    label: capitalize(splitCamelCase(name)),
    property: till.find(({ at }) => at)?.at?.property ?? "",
    /** True if the event only ends the sale. */
    onlyEnds: acts.join() === "endSale" && ownObjects.length === 0,
  };
}

/**
 * Makes a sample of the properties that a user may fill in, as the till's release and product send them. Empty if the
 * till fills in everything itself.
 * @throws TillError if the till does not send the event
 */
export function makeOfferSample(
  name: string,
  { setUp, till }: { readonly setUp: TillSetUp; readonly till: Pick<Till, "transcript" | "session"> },
  contract: TillContract,
): JsonObject {
  const { release, product, model } = setUp;
  const event = requireEvent(name, setUp);
  const parts = createEventSampler(contract, { release, product: product.id })?.makeParts(event) ?? {};
  const { unfilled } = product.sends.find((each) => each.name === name) ?? { unfilled: [] };
  const sent = omitProperties(parts, new Set(unfilled));
  const own = event.ownObjects.map(
    (object) => findCarried(object, event, till.transcript) ?? getOwn(sent, object),
  );
  const properties = Object.assign({}, ...own) as JsonObject;
  const shown = omitProperties(properties, listMadeByTill(event, model));
  return Object.keys(shown).length > 0 ? shown : takeSale(sent, event, hasClosed(till));
}

/** During a payment, the till repeats the values that it sent last. */
const findCarried = (object: string, { echoes }: EventModel, transcript: readonly Exchange[]) =>
  echoes.some((echo) => echo.object === object)
    ? transcript.map(({ request }) => request[object]).findLast(isObject)
    : undefined;

/** Ids that answers repeat, and addresses that the receiver calls. */
function listMadeByTill({ echoes }: EventModel, { flows }: Model): ReadonlySet<string> {
  const calls = flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const addresses = calls.map(({ address }) => splitPointer(address).at(-1) ?? "");
  return new Set([...echoes.map(({ property }) => property), ...addresses]);
}

/** True if the till itself has closed a sale, which a later event can be about. */
const hasClosed = ({ transcript, session }: Pick<Till, "transcript" | "session">): boolean =>
  session.ended || transcript.some(({ request }) => isOther(request["session"], session.sessionId));

const isOther = (session: Json | undefined, id: string): boolean =>
  isObject(session) && session["sessionId"] !== id;

/** The till has the lines and payments of its own sale. An event about an earlier sale needs all of that sale. */
function takeSale({ session = null }: JsonObject, { till }: EventModel, isClosed: boolean): JsonObject {
  const isRecall = till.some(({ act }) => act === "recallSale");
  const sale = isObject(session) && !(isRecall && isClosed) ? session : {};
  const shown = isRecall ? sale : omitProperties(sale, ownSale);
  return Object.keys(shown).length > 0 ? { session: shown } : {};
}

const ownSale = new Set(["sessionId", "lines", "payments", "relation"]);
