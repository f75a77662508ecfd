import { isArray, isObject, omitProperties, type Json, type JsonObject } from "../../base/json.js";
import { getOrCreate } from "../../base/once.js";
import type { EventModel, Model, ObjectModel, PropertyModel, TypeModel } from "../../contract/model/model.js";
import { listItemTypes, listObjects, listTypes } from "../../contract/traffic/body-parts.js";
import type { RecordedExchange } from "../../contract/traffic/recorded-exchange.js";
import { isOfPeople } from "./redact.js";
import { isErrorReport } from "../engine/read-request.js";

/** A code or number in the requests of a recording, which a server may look up. */
export interface RecordedCode {
  /** Its property, such as `scannedCode` or `relationNumber`. */
  readonly kind: string;
  readonly value: string | number;
  readonly requests: number;
  readonly events: readonly string[];
  /** The different answers to events that are about it. */
  readonly answers: readonly CodeAnswer[];
}

export interface CodeAnswer {
  readonly requests: number;
  readonly status: number | null;
  /** The answer's object for the event, such as `{ recognized: true }`, without ids that it repeats. */
  readonly says: JsonObject;
  /** The names of its other parts, such as `lineChanges`. */
  readonly others: readonly string[];
}

/** Lists codes by kind, and each kind in the order of the records. Error reports repeat other requests. */
export function listCodes(records: readonly RecordedExchange[], model: Model): readonly RecordedCode[] {
  const kinds = new Map<string, Map<string | number, CodeUse>>();
  for (const kind of listCodeNames(model)) kinds.set(kind, new Map());
  for (const record of records) {
    const event = model.events.find(({ name }) => name === record.event);
    for (const { kind, value, answer } of findCodes(record, event)) {
      if (!kinds.has(kind) && !isOfPeople(kind)) continue;
      const uses = getOrCreate(kinds, kind, () => new Map<string | number, CodeUse>());
      const use = getOrCreate(uses, value, (): CodeUse => new Map());
      use.set(record, use.get(record) ?? answer);
    }
  }
  return [...kinds].flatMap(([kind, uses]) =>
    [...uses].map(([value, use]) => toRecordedCode(kind, value, use)),
  );
}

/** The answer counts only for a code in the event's own objects: the others just belong to the sale. */
type CodeUse = Map<RecordedExchange, AnswerText | undefined>;

type AnswerText = Omit<CodeAnswer, "requests">;

function toRecordedCode(kind: string, value: string | number, use: CodeUse): RecordedCode {
  const events = [...use.keys()].map(({ event }) => event);
  return { kind, value, requests: use.size, events: [...new Set(events)], answers: countAnswers(use) };
}

/** The properties that say what was scanned, which line or relation a till's act is about, and which payment it is. */
function listCodeNames({ events }: Model): ReadonlySet<string> {
  const about = events.flatMap(({ request, till }) =>
    till.flatMap(({ at }) => (at ? findProperty(request, [at.object, at.property]) : [])),
  );
  return new Set([
    ...about.filter(isText).map(({ name }) => name),
    ...about.flatMap((property) => listWholeNumbers(listTypes(property))),
    ...events.flatMap(({ echoes }) => echoes.map(({ property }) => property)),
  ]);
}

function findProperty(object: ObjectModel, [name, ...below]: readonly string[]): readonly PropertyModel[] {
  const found = object.properties.filter((each) => each.name === name);
  if (below.length === 0) return found;
  return listObjects(found.flatMap(listTypes)).flatMap((each) => findProperty(each, below));
}

const isText = (property: PropertyModel): boolean =>
  listTypes(property).some(({ kind }) => kind.kind === "string");

/** Amounts and quantities may be fractions. */
const listWholeNumbers = (types: TypeModel): readonly string[] =>
  listObjects([...types, ...listItemTypes(types)]).flatMap(({ properties }) =>
    properties.flatMap((property) => {
      const below = listTypes(property);
      const isWhole = below.some(({ kind }) => kind.kind === "number" && kind.level !== "number");
      return [...(isWhole ? [property.name] : []), ...listWholeNumbers(below)];
    }),
  );

function findCodes(record: RecordedExchange, event: EventModel | undefined) {
  const { request } = record;
  if (!isObject(request) || isErrorReport(request)) return [];
  return Object.entries(request).flatMap(([holder, part]) => {
    const answer = event?.ownObjects.includes(holder) ? readAnswer(record, holder, event) : undefined;
    return listValues(part, holder).map((code) => ({ ...code, answer }));
  });
}

function readAnswer(record: RecordedExchange, holder: string, { echoes }: EventModel): AnswerText {
  const { answer = null, status = null } = record;
  const { [holder]: own = null, ...others } = isObject(answer) ? answer : {};
  const ids = new Set(echoes.map(({ property }) => property));
  return { status, says: isObject(own) ? omitProperties(own, ids) : {}, others: Object.keys(others) };
}

/** Texts and numbers, with the names of their properties. */
function listValues(value: Json, kind: string): readonly Pick<RecordedCode, "kind" | "value">[] {
  if (isArray(value)) return value.flatMap((item) => listValues(item, kind));
  if (isObject(value)) return Object.entries(value).flatMap(([name, part]) => listValues(part, name));
  return typeof value === "number" || (typeof value === "string" && value !== "") ? [{ kind, value }] : [];
}

function countAnswers(use: CodeUse): readonly CodeAnswer[] {
  const counts = new Map<string, CodeAnswer>();
  for (const answer of [...use.values()].filter((each) => each !== undefined)) {
    const key = JSON.stringify(answer);
    counts.set(key, { ...answer, requests: (counts.get(key)?.requests ?? 0) + 1 });
  }
  return [...counts.values()];
}
