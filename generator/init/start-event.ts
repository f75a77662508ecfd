import { minimalObject } from "../examples/fill.js";
import type { EventModel, Model, PropertyPath, StartModel } from "../model/model.js";
import type { TillActName } from "../spec/dialect.js";
import { isObject } from "../json.js";
import type { EventView, ObjectView, View } from "../view/view.js";
import { findProperty, hasPart, findObject } from "../view/walk.js";
import { findSampleRequest } from "./sample-request.js";

/** An event that a project begins with. */
export interface StartEvent {
  readonly name: string;
  readonly description: string;
  /** What may be answered to it and not to every event. */
  readonly ownAnswers: readonly string[];
  /** What the handler looks up, if it is to show how that is done. */
  readonly lookUp?: LookUp;
  /** What the handler answers. */
  readonly answer: Answer;
  /** The event that has to come first, as there is nothing yet that this one could be about. */
  readonly before?: string;
}

/** A text of the request, and what the handler finds by it. */
export interface LookUp {
  readonly at: PropertyPath;
  readonly by: string;
  readonly found: unknown;
}

type Answer = Readonly<Record<string, unknown>>;

/** What a project needs to know of an event. */
export function createStartEvent(event: EventView, view: View, model: Model): StartEvent {
  const { name, response } = event;
  const known = model.events.find((each) => each.name === name);
  const suggested = known?.start && suggestAnswer(known.start, findSample(name, view, model), event);
  const answer = suggested?.answer ?? minimalObject(response);
  const common = new Set(view.commonResponse.properties.map((property) => property.name));
  const before = known && findBefore(known, model);
  return {
    name,
    description: event.prose.description,
    ownAnswers: response.properties.map((property) => property.name).filter((own) => !common.has(own)),
    ...(suggested?.lookUp && { lookUp: suggested.lookUp }),
    answer,
    ...(before !== undefined && { before }),
  };
}

const findSample = (event: string, { fleet }: View, { examples }: Model): unknown =>
  findSampleRequest(event, fleet, examples);

/** What has to be done at a till before it can do something else. */
const doneBefore: Partial<Record<TillActName, TillActName>> = {
  changeLine: "putLine",
  takeLine: "putLine",
  recallSale: "pay",
};

/** The event that tells of what has to be done at a till before it can do what another one tells of. */
function findBefore({ till }: EventModel, { events }: Model): string | undefined {
  const [needed] = till.flatMap(({ act }) => doneBefore[act] ?? []);
  return events.find((each) => each.till.some(({ act }) => act === needed))?.name;
}

/** The answer that the spec suggests, if the fleet takes it and the sample has what is looked up. */
function suggestAnswer(
  { answer, lookUp }: StartModel,
  sample: unknown,
  { request, response }: EventView,
): Pick<StartEvent, "answer" | "lookUp"> | undefined {
  if (!fits(answer, response)) return undefined;
  if (!lookUp) return { answer };
  const by = hasPart(request, lookUp.by) ? readPart(sample, lookUp.by) : undefined;
  return typeof by === "string"
    ? { answer, lookUp: { at: lookUp.by, by, found: readPart(answer, lookUp.finds) } }
    : undefined;
}

/** Whether an object has everything that it needs, and nothing that the fleet does not know. */
const fits = (answer: Answer, whole: ObjectView): boolean =>
  whole.properties.every(({ name, required }) => !required || Object.hasOwn(answer, name)) &&
  Object.entries(answer).every(([name, value]) => {
    const property = findProperty(whole, name);
    const object = property && findObject(property.type);
    return property && (!object || (isObject(value) && fits(value, object)));
  });

function readPart(value: unknown, { object, property }: PropertyPath): unknown {
  const holder = isObject(value) ? value[object] : undefined;
  return isObject(holder) ? holder[property] : undefined;
}
