import {
  getAt,
  isArray,
  isObject,
  parseJson,
  parseJsonOrText,
  type Json,
  type JsonObject,
} from "../base/json.js";
import { createSnapshots } from "../contract/lattice/snapshot.js";
import type { Direction, Model } from "../contract/model/model.js";
import { listEveryAlternative, type BodyProperty } from "../contract/model/paths.js";
import { success, type Outcome } from "../base/problem/problem.js";
import { toRefereeDefinitions } from "../contract/schema/schemas.js";
import { createAjv, type ErrorObject } from "../contract/read/ajv.js";
import { errorRequestName } from "../contract/read/files.js";
import { splitPointer } from "../contract/read/pointer.js";
import { listWords } from "../base/text/words.js";
import { createFleet, latestRelease } from "../base/time/fleet.js";
import { baseline } from "../base/time/release.js";
import { buildView } from "../contract/view/build-view.js";
import { listBodies } from "../contract/view/walk.js";
import { isNameOfSource, type Contract } from "./contract.js";
import { nameSubject, type BodyFault, type SourceContent, type RowType } from "./source-content.js";
import type { Sentence, SourcePlace, SpecSubject } from "./source-content.js";
import { toArrayType } from "./property-table.js";

/** What every recording is called, in reviews and where the spec says that something was seen. */
const recordingTitle = "recorded traffic";

/** Whether a text is a recording, by its name or by how it begins. Markdown may begin with a bracket, too: no object comes next in it. */
export const isRecordingFile = (file: string, text: string): boolean =>
  /\.(?:ndjson|jsonl)$/i.test(file) || /^\s*(?:\{|\[\s*[{\]])/.test(text);

/**
 * Reads recorded bodies, and compares them with what any release of the contract allows. Nothing of them is kept or reported but the
 * names of properties, their types, and how many records have them.
 */
export function readRecording(
  file: string,
  text: string,
  { model, paths }: Pick<Contract, "model" | "paths">,
  check: BodyCheck,
): SourceContent {
  const tally = createTally(model, paths, check);
  let count = 0;
  for (const { line, value } of listRecords(file, text)) {
    const place = { file, section: "", line, record: ++count };
    const faults = value === undefined ? ["is no JSON"] : addRecord(value, place, tally);
    for (const fault of faults)
      countRecord(tally.remarks, { text: `a record that ${fault}`, why: `it ${fault}` }, place);
  }
  const none = { text: "no record", place: { file, section: "", line: 1 }, why: "the file has none" };
  return {
    kind: "recording",
    file,
    title: recordingTitle,
    rows: toRows(tally),
    faults: toFaults(tally),
    sentences: count === 0 ? [none] : toSentences(tally),
    count,
    lists: "some",
    seenAs: recordingTitle,
  };
}

/** Makes the check of bodies by the schemas of all releases, as closed for requests as for answers. */
export function prepareBodyCheck(model: Model): Outcome<BodyCheck> {
  const fleet = createFleet({ min: baseline, max: latestRelease(model), label: ".." }, model);
  const view = buildView(createSnapshots(model), fleet, { responses: "gated" });
  if (!view.ok) return view;
  const ajv = createAjv({ allErrors: true, verbose: true, inlineRefs: false, validateSchema: false });
  const { commonRequest, commonResponse, errorRequest, events } = view.value;
  const { requests, responses } = listBodies(view.value);
  const request = toRefereeDefinitions([...requests, commonRequest], "closed");
  const response = toRefereeDefinitions([...responses, commonResponse], "closed");
  ajv.addSchema({ definitions: request }, "request").addSchema({ definitions: response }, "response");
  return success((body, side, event) => {
    // A body of an unknown event may have what all have.
    const common = side === "request" ? commonRequest : commonResponse;
    const own = events.find(({ name }) => name === event)?.[side] ?? common;
    const { name } = event === errorRequestName ? errorRequest : own;
    const validate = ajv.getSchema(`${side}#/definitions/${name}`);
    return validate?.(body) === false ? (validate.errors ?? []).filter(isRelevant) : [];
  });
}

/** Compares a body with what any release of the contract allows. */
export type BodyCheck = (body: JsonObject, side: Direction, event: string) => readonly ErrorObject[];

/** That a value is not listed is news of texts only. JSON.parse has rounded integers of 64 bits, so their limits say nothing. */
const isRelevant = ({ keyword, data, parentSchema }: ErrorObject): boolean =>
  keyword !== "anyOf" &&
  (keyword !== "enum" || typeof data === "string") &&
  (!keyword.endsWith("imum") || parentSchema?.["format"] !== "int64");

/** The records of a text: one in each line, the items of a list, or itself. */
function listRecords(file: string, text: string) {
  const whole = /\.(?:ndjson|jsonl)$/i.test(file) ? undefined : parseJson(text);
  if (whole !== undefined) return (isArray(whole) ? whole : [whole]).map((value) => ({ line: 1, value }));
  return text
    .split("\n")
    .flatMap((line, i) => (line.trim() === "" ? [] : { line: i + 1, value: parseJson(line) }));
}

/** What is noted of the bodies of a recording. It grows with the contract, and hardly with what is read. */
const createTally = (model: Model, paths: Contract["paths"], check: BodyCheck) => ({
  paths,
  events: new Map(model.events.map((event) => [event.name, event])),
  check,
  /** What the contract does not have: its types, and the events that have it at their roots. */
  parts: new Map() as Counts<SpecSubject>,
  faults: new Map() as Counts<Omit<BodyFault, "message" | "place">>,
  remarks: new Map() as Counts<Pick<Sentence, "text" | "of"> & { readonly why: string }>,
  /** The names that the contract does not have, by the beginnings of their paths. */
  siblings: new Map<string, Set<string>>(),
});

type Tally = ReturnType<typeof createTally>;
type Counts<Of> = Map<string, Count<Of>>;

/** In how many records something is, and where first. */
interface Count<Of> {
  readonly of: Of;
  readonly place: SourcePlace;
  readonly notes: Set<string>;
  /** The events of a part; the types that the spec has. */
  readonly related: Set<string>;
  records: number;
  last?: SourcePlace;
}

/** Counts a record, once. */
function countRecord<Of>(
  counts: Counts<Of>,
  of: Of,
  place: SourcePlace,
  { note = "", related = "" } = {},
): void {
  const key = JSON.stringify(of);
  const known = counts.get(key) ?? { of, place, notes: new Set(), related: new Set(), records: 0 };
  counts.set(key, known);
  if (known.last !== place) known.records++;
  known.last = place;
  if (note !== "") known.notes.add(note);
  if (related !== "") known.related.add(related);
}

/** Where a record may have its parts: a line of a trace, an example of the spec, or a request as a server logs it. */
const recordParts = {
  names: ["event", "url", "rawPath", "path"],
  requests: ["request", "body"],
  responses: ["answer", "response"],
  reports: ["errorRequest", "report.request"],
} as const;

const noEvent = "has a body of no event that the spec has";
const noBody = "has no body that is an object of JSON";

/** Notes what the bodies of a record show, and says what is wrong with it; never a word of it, since that may be a secret. */
function addRecord(record: Json, place: SourcePlace, tally: Tally): readonly string[] {
  if (!isObject(record)) return [noBody];
  const read = (kind: keyof typeof recordParts): readonly Json[] =>
    recordParts[kind].flatMap((path) => getAt(record, path.split(".")) ?? []);
  const readBodies = (kind: keyof typeof recordParts): readonly Json[] =>
    read(kind).map((body) => (typeof body === "string" ? parseJsonOrText(body) : body));
  const names = read("names").filter((name) => typeof name === "string");
  const requests = readBodies("requests");
  const responses = readBodies("responses");
  const reports = readBodies("reports");
  const bodies = [...requests, ...responses, ...reports];
  // A record without any of them is a body itself.
  const isBody = bodies.length === 0 && names.length === 0;
  const faults = isBody || (bodies.length > 0 && bodies.every(isObject)) ? [] : [noBody];
  const request = isBody ? record : requests.find(isObject);
  const event = findEvent(request, findEventName(record, names, place.file, tally), tally);
  const context = { side: "request", event: errorRequestName, place, tally } as const;
  for (const report of reports.filter(isObject)) addBody(report, context);
  const answers = responses.filter(isObject);
  if (!request && answers.length === 0) return faults;
  if (event === undefined || event === "") return [noEvent, ...faults];
  if (event !== errorRequestName && !tally.events.has(event))
    addUnknownPart([event, {}, event], context, "event");
  if (request) addBody(request, { ...context, event });
  // What answers a report is no answer to an event.
  if (event !== errorRequestName)
    for (const answer of answers) addBody(answer, { ...context, side: "response", event });
  return faults;
}

/** The event that a record names, by itself or at the end of an address; else the folder of its file may be called so. */
function findEventName(
  { event }: JsonObject,
  [name]: readonly string[],
  file: string,
  { events }: Tally,
): string | undefined {
  // What is no word is no event, and may be anything.
  if (typeof event === "string") return isPlainName(event) ? event : "";
  const steps = name?.replace(/[?#].*/s, "").split("/");
  const last = steps?.findLast(Boolean) ?? file.split(/[\\/]/).at(-2) ?? "";
  return events.has(last) ? last : undefined;
}

/** The event of a request: the one that the record names, or else the one that it fits best. A report of a fault fits no event. */
function findEvent(
  body: JsonObject | undefined,
  named: string | undefined,
  { events, check }: Tally,
): string | undefined {
  if (!body) return named;
  const options = named === undefined ? [...events.keys()] : [named];
  const scored = [...options, errorRequestName].map((event) => {
    const errors = check(body, "request", event);
    const own = errors.filter(({ instancePath }) => instancePath === "");
    const isPossible = named !== undefined || own.every(({ keyword }) => keyword !== "required");
    return { event, distance: isPossible ? own.length * 1000 + errors.length : Infinity };
  });
  const [best] = scored.sort((a, b) => a.distance - b.distance);
  return best?.distance === Infinity ? undefined : best?.event;
}

/** A body at hand. */
interface BodyContext {
  readonly side: Direction;
  readonly event: string;
  readonly place: SourcePlace;
  readonly tally: Tally;
}

function addBody(body: JsonObject, context: BodyContext): void {
  const errors = context.tally.check(body, context.side, context.event);
  // Of alternatives, one fits but for what is wrong inside of it.
  const fitting = new Set(errors.flatMap(listFitting));
  for (const error of errors)
    if (error.keyword !== "type" || !fitting.has(error.instancePath)) addError(error, context);
}

/** The places whose type is right: all on the way to what is wrong, and that itself unless its type is wrong. */
function listFitting({ instancePath, keyword }: ErrorObject): readonly string[] {
  const steps = instancePath.split("/");
  const all = steps.map((_, i) => steps.slice(0, i + 1).join("/"));
  return keyword === "type" ? all.slice(0, -1) : all;
}

const joinPath = (holder: string, name: string): string => (holder === "" ? name : `${holder}.${name}`);

/** What the contract has at a path, in whichever event. */
const findContractParts = (path: string, { side, event, tally }: BodyContext): readonly BodyProperty[] =>
  tally.paths.at({ direction: side, path, event });

/** Notes what an error of a schema says, in words that hold nothing of the body. */
function addError({ keyword, params, message = "", ...error }: ErrorObject, context: BodyContext): void {
  const data = error.data as Json;
  const { additionalProperty, missingProperty, type } = params as Readonly<Record<string, string>>;
  const way = splitPointer(error.instancePath);
  const path = way.reduce(
    (holder, step) => (/^\d+$/.test(step) ? `${holder}[]` : joinPath(holder, step)),
    "",
  );
  const { side, event, place, tally } = context;
  const fail = (of: Partial<BodyFault>, note: string, related = ""): void =>
    countRecord(tally.faults, { side, path, event, about: "type", ...of }, place, { note, related });
  if (additionalProperty !== undefined)
    addUnknownProperty(additionalProperty, data as JsonObject, path, context);
  else if (missingProperty !== undefined) {
    const missing = joinPath(path, missingProperty);
    // Another spelling of a name is no part of the contract, and what is inlined is not missed where its parts may be.
    if (findContractParts(missing, context)[0]?.model.inlined === false)
      fail({ path: missing, about: "optional" }, "is missing; the spec has it as required");
  } else if (keyword === "enum") {
    // Nobody may read which values they are, so they are the same in each event, and a review is of all.
    if (!findContractParts(path, context).some((part) => hasSeen(part, data)))
      fail({ event: "any event", about: "values" }, "has values that the spec does not list");
  } else if (keyword !== "type") fail({}, `does not fit: it ${message}`);
  else for (const wanted of [type].flat()) fail({}, `is ${toType(data)}`, wanted);
}

/** Whether the spec has a value as one that was seen in recordings. */
const hasSeen = ({ model }: BodyProperty, value: Json): boolean =>
  listEveryAlternative(model)
    .flatMap(({ kind }) => (kind.kind === "string" ? (kind.enum?.seen ?? []) : []))
    .some((seen) => seen.value === value && isNameOfSource(seen.where, recordingTitle));

/** The type of a value in a body. An integer beyond 2^53 is any number: JSON.parse has rounded it. */
function toType(value: Json): RowType {
  if (value === null) return "null";
  if (isArray(value)) {
    const [type, ...others] = new Set(value.map(toType));
    return type === undefined || others.length > 0 ? "array" : toArrayType(type);
  }
  return Number.isSafeInteger(value) ? "integer" : (typeof value as RowType);
}

/** Notes a property that no schema has: it is new, planned, only seen, or of other events. */
function addUnknownProperty(name: string, object: JsonObject, holder: string, context: BodyContext): void {
  const { side, event, place, tally } = context;
  const path = joinPath(holder, name);
  const found = findContractParts(path, context);
  const own = found.filter(({ events }) => events.includes(event));
  if (isInlined(name, object, holder, context)) return;
  if (found.length === 0) addUnknownPart([path, object[name] ?? null, name], context);
  else if (own.length === 0) countRecord(tally.parts, { side, path }, place, { related: event });
  else if (own.some(({ chain }) => chain.some(({ exclusion }) => exclusion)))
    countRecord(tally.parts, { side, path }, place);
}

/** Whether a name is of an object whose properties may stand directly in its holder. */
const isInlined = (name: string, object: JsonObject, holder: string, context: BodyContext): boolean =>
  context.tally.paths.properties.some(
    ({ model, path }) =>
      model.inlined &&
      path === joinPath(holder, model.name) &&
      !Object.hasOwn(object, model.name) &&
      findContractParts(joinPath(path, name), context).length > 0,
  );

/** The properties of an object, or of those in a list, with their paths. */
function listBodyParts(
  value: Json,
  path: string,
): readonly (readonly [path: string, part: Json, name: string])[] {
  if (isArray(value)) return value.flatMap((item) => listBodyParts(item, `${path}[]`));
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, part]) => [joinPath(path, name), part, name]);
}

/** A word, as names of properties and events are. Whatever else stands there may be data, or a secret, that somebody uses as a name. */
const isPlainName = (name: string): boolean => name.length <= 64 && /^[a-z][A-Za-z]*\d{0,4}$/.test(name);

/** The most names of one object that are told from one another: more names are data. */
const maxSiblings = 20;

/** More parts that the contract does not have are not reported. */
const maxUnknownParts = 1000;

/** Notes a part, or an event, that the contract does not have, and what is in it, unless its name may be data. */
function addUnknownPart(
  [path, value, name]: ReturnType<typeof listBodyParts>[number],
  context: BodyContext,
  side: SpecSubject["side"] = context.side,
): void {
  const { event, place, tally } = context;
  const holder = path.slice(0, path.length - name.length);
  const names = tally.siblings.get(`${side} ${holder}`) ?? new Set();
  tally.siblings.set(`${side} ${holder}`, names);
  if (isPlainName(name) && names.size <= maxSiblings) names.add(name);
  if (names.has(name) && names.size <= maxSiblings && tally.parts.size < maxUnknownParts) {
    const details = side === "event" ? {} : { note: toType(value), related: holder === "" ? event : "" };
    countRecord(tally.parts, { side, path }, place, details);
    for (const part of listBodyParts(value, path)) addUnknownPart(part, context);
    return;
  }
  const of = { side, path: holder.slice(0, -1) };
  const why = "it has names that may be data, and so are not printed: they are no plain words, or too many";
  const remark = { text: `names in ${nameSubject(of).trim()}`, of: holder === "" ? undefined : of, why };
  countRecord(tally.remarks, remark, place);
}

/** Whether a part, or an event, is data, as its siblings or those of what it is in are too many for names. */
const isData = (of: SpecSubject, { siblings, events }: Tally): boolean =>
  [...siblings].some(([holder, names]) => names.size > maxSiblings && nameSubject(of).startsWith(holder)) &&
  !(of.side === "event" && events.has(of.path));

const toRows = (tally: Tally): SourceContent["rows"] =>
  [...tally.parts.values()]
    .filter(({ of }) => !isData(of, tally))
    .map(({ of, place, notes, related, records }) => {
      const events = [...related].filter((event) => !isData({ side: "event", path: event }, tally));
      return {
        ...of,
        place,
        text: `${nameSubject(of)} ${countBodies(records)}`,
        type: notes.size > 0 ? ([...notes] as RowType[]) : undefined,
        events: events.length > 0 ? events : undefined,
      };
    });

const toSentences = (tally: Tally): readonly Sentence[] =>
  [...tally.remarks.values()]
    .filter(({ of: { of } }) => !of || !isData(of, tally))
    .map(({ of, place, records }) => ({ ...of, place, why: `${of.why} ${countBodies(records)}` }));

const toFaults = (tally: Tally): readonly BodyFault[] =>
  [...tally.faults.values()]
    .filter(({ of }) => !isData({ side: "event", path: of.event }, tally))
    .map(({ of, place, notes, related, records }) => {
      const known = related.size > 0 ? `; the spec has ${listWords([...related], "or")}` : "";
      return { ...of, place, message: `${listWords([...notes], "and")}${known} ${countBodies(records)}` };
    });

const countBodies = (count: number): string => (count === 1 ? "(in 1 body)" : `(in ${count} bodies)`);
