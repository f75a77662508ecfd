import { minimalObject } from "../examples/minimal-value.js";
import type { Model, PropertyPath, StartModel } from "../model/model.js";
import type { EventView, ObjectView, PropertyView, View } from "../view/view.js";
import { findSampleRequest } from "./sample-request.js";

/** An event that a project begins with. */
export interface StartEvent {
  readonly name: string;
  readonly description: string;
  /** The name of the type of its answers. */
  readonly responseType: string;
  /** What may be answered to it and not to every event. */
  readonly ownAnswers: readonly string[];
  readonly sample: unknown;
  /** What the handler looks up, if it is to show how that is done. */
  readonly lookUp?: LookUp;
  /** What the handler answers to the sample. */
  readonly answer: Answer;
  /** The same as it goes out. */
  readonly sent: Answer;
}

/** A text of the sample, and what the handler finds by it. */
export interface LookUp {
  readonly by: string;
  readonly found: unknown;
}

type Answer = Readonly<Record<string, unknown>>;

/** What a project needs to know of an event. */
export function createStartEvent(event: EventView, view: View, model: Model): StartEvent {
  const { name, response } = event;
  const sample = findSampleRequest(name, view.fleet, model.examples);
  const start = model.events.find((known) => known.name === name)?.start;
  const suggested = start && suggestAnswer(start, sample, event);
  const answer = suggested?.answer ?? minimalObject(response);
  const common = new Set(view.commonResponse.properties.map((property) => property.name));
  return {
    name,
    description: event.prose.description,
    responseType: response.name,
    ownAnswers: response.properties.map((property) => property.name).filter((own) => !common.has(own)),
    sample,
    ...(suggested?.lookUp && { lookUp: suggested.lookUp }),
    answer,
    sent: withEchoes(answer, sample, event),
  };
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
    ? { answer, lookUp: { by, found: readPart(answer, lookUp.finds) } }
    : undefined;
}

/** Whether an object has everything that it needs, and nothing that the fleet does not know. */
const fits = (answer: Answer, { properties }: ObjectView): boolean =>
  properties.every(({ name, required }) => !required || Object.hasOwn(answer, name)) &&
  Object.entries(answer).every(([name, value]) => {
    const property = properties.find((known) => known.name === name);
    const object = property && findObject(property);
    return property && (!object || (isObject(value) && fits(value, object)));
  });

/** The receiver sends these properties back by itself. */
const withEchoes = (answer: Answer, sample: unknown, { echoes, response }: EventView): Answer =>
  echoes
    .filter((echo) => isObject(answer[echo.object]) && hasPart(response, echo))
    .reduce<Answer>((sent, { object, property }) => {
      const value = readPart(sample, { object, property });
      return value === undefined
        ? sent
        : { ...sent, [object]: { ...(sent[object] as object), [property]: value } };
    }, answer);

function hasPart({ properties }: ObjectView, { object, property }: PropertyPath): boolean {
  const holder = properties.find(({ name }) => name === object);
  const found = holder && findObject(holder);
  return found?.properties.some(({ name }) => name === property) ?? false;
}

const findObject = ({ type }: PropertyView): ObjectView | undefined =>
  type === "unknown" ? undefined : type.find((kind) => kind.kind === "object")?.object;

function readPart(value: unknown, { object, property }: PropertyPath): unknown {
  const holder = isObject(value) ? value[object] : undefined;
  return isObject(holder) ? holder[property] : undefined;
}

const isObject = (value: unknown): value is Answer =>
  typeof value === "object" && value !== null && !Array.isArray(value);
