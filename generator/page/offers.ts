import { getOwn, type JsonObject } from "../json.js";
import type { EventModel, Model } from "../model/model.js";
import { whyNotSent, type TillSetUp } from "../till/request/set-up.js";

/** Lists the events that a till can be made to send, in the order of the flows that show them. */
export function listOffers(setUp: TillSetUp) {
  const { events, flows } = setUp.model;
  const order = flows.flatMap(({ steps }) => steps.map(({ event }) => event));
  return events
    .filter((event) => whyNotSent(event, setUp) === undefined)
    .map((event) => describeEvent(event, setUp.model))
    .sort((a, b) => order.indexOf(a.event) - order.indexOf(b.event));
}

function describeEvent({ name, prose, till, ownObjects, request }: EventModel, { examples }: Model) {
  const shown = examples.find(({ event }) => event === name)?.request;
  const parts = Object.assign({}, ...ownObjects.map((object) => getOwn(shown, object))) as JsonObject;
  const hasParts = Object.keys(parts).length > 0;
  const words = toWords(name);
  return {
    ...{ event: name, about: prose.description, acts: till.map(({ act }): string => act) },
    label: words.charAt(0).toUpperCase() + words.slice(1),
    /** The property that says what it is about, such as the line. */
    property: till.find(({ at }) => at)?.at?.property ?? "",
    /** What may be said of it, as in an example. */
    sample: hasParts ? JSON.stringify(parts) : undefined,
    /** Whether it is about an order that others work on, and not about the sale. */
    isAboutOrder: hasParts && !request.properties.some((each) => each.name === "session"),
  };
}

/** A name of the contract in words: `articleNumber` is “article number”. */
export const toWords = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
