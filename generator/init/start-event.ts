import { makeObject } from "../contract/examples/mock.js";
import { getAt, isObject, type JsonObject } from "../base/json.js";
import type { ExampleModel } from "../contract/model/flow-model.js";
import type { EventModel, Model, PropertyPath, StartModel } from "../contract/model/model.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import type { TillActName } from "../contract/read/dialect.js";
import { suggest } from "../base/text/words.js";
import { formatReason } from "../contract/view/reasons.js";
import type { EventView, ObjectView, View } from "../contract/view/view.js";
import { findObject, findProperty, hasPart } from "../contract/view/walk.js";

/** Drops duplicates. Keeps the order of the names. */
export function chooseEvents(names: readonly string[], view: View): Outcome<readonly EventView[]> {
  const known = new Map(view.events.map((event) => [event.name, event]));
  const chosen = [...new Set(names)];
  if (chosen.length === 0) {
    const hint = `For example: --events ${view.events[0]?.name ?? ""}`;
    return failure([report("usage", { message: "Name the events to start with.", hint })]);
  }
  const problems = chosen.filter((name) => !known.has(name)).map((name) => reportMissingEvent(name, view));
  return problems.length > 0 ? failure(problems) : success(chosen.flatMap((name) => known.get(name) ?? []));
}

function reportMissingEvent(event: string, { events, fleet, omissions }: View): Problem {
  const omission = omissions.find(({ what }) => what === `event ${event}`);
  if (omission) return report("event-not-in-fleet", { event, reason: formatReason(omission.reason, fleet) });
  const known = events.map(({ name }) => name);
  return report("unknown-event", { event, known, suggestion: suggest(event, known) });
}

/** True if nothing in the event's answer depends on its handler. */
export const isQueueable = ({ answer }: StartEvent): boolean => Object.keys(answer).length === 0;

export interface StartEvent {
  readonly name: string;
  readonly description: string;
  readonly ownAnswers: readonly string[];
  /** An example of a lookup in the handler: a text of the request, and the result for it. */
  readonly lookUp: { readonly at: PropertyPath; readonly by: string; readonly found: unknown } | undefined;
  readonly answer: Readonly<Record<string, unknown>>;
  /** For a scenario, if the till would make up a poor value for a code or the customer. */
  readonly requestParts: JsonObject;
  /** The event that must come first, if this one needs something that the other creates. */
  readonly before: string | undefined;
}

export function createStartEvent(event: EventView, view: View, model: Model): StartEvent {
  const { name, response } = event;
  const known = model.events.find((each) => each.name === name);
  const suggested = known?.start && suggestAnswer(known.start, model.examples, event);
  const lookUp = suggested?.lookUp;
  const common = new Set(view.commonResponse.properties.map((property) => property.name));
  return {
    name,
    description: event.prose.description,
    ownAnswers: response.properties.map((property) => property.name).filter((own) => !common.has(own)),
    lookUp,
    answer: suggested?.answer ?? makeObject(response, () => []),
    requestParts: lookUp
      ? { [lookUp.at.property]: lookUp.by }
      : known
        ? selectRelation(known, model.examples)
        : {},
    before: known && findBefore(known, model),
  };
}

/** From an example in which somebody is selected. Undefined if the event reports no relation. */
function selectRelation({ name, till }: EventModel, examples: readonly ExampleModel[]): JsonObject {
  const at = till.find(({ act }) => act === "setRelation")?.at;
  if (!at) return {};
  const shown = examples.filter(({ event }) => event === name);
  const somebody = shown.map(({ request }) => getAt(request, [at.object, at.property])).find(isObject);
  return somebody ? { [at.property]: somebody } : {};
}

const doneBefore: Partial<Record<TillActName, TillActName>> = {
  changeLine: "putLine",
  takeLine: "putLine",
  recallSale: "pay",
};

function findBefore({ till }: EventModel, { events }: Model): string | undefined {
  const [needed] = till.flatMap(({ act }) => doneBefore[act] ?? []);
  return events.find((each) => each.till.some(({ act }) => act === needed))?.name;
}

/**
 * The answer that the spec suggests, if the fleet accepts it. The result of a lookup comes from an example in
 * which something was found.
 */
function suggestAnswer(
  { answer, lookUp }: StartModel,
  examples: readonly ExampleModel[],
  { name, request, response }: EventView,
): Pick<StartEvent, "answer" | "lookUp"> | undefined {
  if (!fitsFleet(answer, response)) return undefined;
  if (!lookUp) return { answer, lookUp };
  const { by: at, finds } = lookUp;
  const getFound = (from: unknown): unknown => getAt(from, [finds.object, finds.property]);
  const sample = examples.find((each) => each.event === name && getFound(each.response) !== undefined);
  const by = hasPart(request, at) ? getAt(sample?.request, [at.object, at.property]) : undefined;
  return typeof by === "string" ? { answer, lookUp: { at, by, found: getFound(answer) } } : undefined;
}

/** True if the object is complete and has nothing unknown to the fleet. */
const fitsFleet = (answer: StartEvent["answer"], whole: ObjectView): boolean =>
  whole.properties.every(({ name, required }) => !required || Object.hasOwn(answer, name)) &&
  Object.entries(answer).every(([name, value]) => {
    const property = findProperty(whole, name);
    const object = property && findObject(property.type);
    return property && (!object || (isObject(value) && fitsFleet(value, object)));
  });
