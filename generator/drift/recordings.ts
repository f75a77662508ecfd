import { getOwn, isArray, isObject, parseJson, type Json, type JsonObject } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { createSnapshots } from "../contract/lattice/snapshot.js";
import type { Direction, Model } from "../contract/model/model.js";
import { listEveryAlternative, type BodyProperty } from "../contract/model/paths.js";
import { success, type Outcome } from "../base/problem/problem.js";
import { toRefereeDefinitions } from "../contract/schema/schemas.js";
import { isPlainName, maxSiblings } from "../contract/traffic/plain-name.js";
import { splitRecording } from "../contract/traffic/recorded-exchange.js";
import { createAjv, type ErrorObject } from "../contract/read/ajv.js";
import { errorRequestName } from "../contract/read/files.js";
import { listParentPaths } from "../contract/read/pointer.js";
import { listWords } from "../base/text/words.js";
import { createFleet, latestRelease } from "../base/time/fleet.js";
import { baseline } from "../base/time/release.js";
import { buildView } from "../contract/view/build-view.js";
import { listBodies } from "../contract/view/walk.js";
import { isNameOfSource, type Contract } from "./contract.js";
import { nameSubject, toSubjectKey, type BodyFault, type SourceContent } from "./source-content.js";
import type { RowType, Sentence, SourcePlace, SpecSubject } from "./source-content.js";
import { toArrayType } from "./property-table.js";

const recordingTitle = "recorded traffic";

/** A Markdown page may start with `[`, but not with `[` and an object. */
export const isRecordingFile = (file: string, text: string): boolean =>
  /\.(?:ndjson|jsonl)$/i.test(file) || /^\s*(?:\{|\[\s*[{\]])/.test(text);

/**
 * Reads a trace from the receiver's `createTrace`, and compares its bodies with the contract of all releases.
 * Keeps the names and types of unknown properties and the number of records, but no values, because they may be
 * secret.
 */
export function readRecording(
  file: string,
  text: string,
  { model, paths }: Pick<Contract, "model" | "paths">,
  check: BodyCheck,
): SourceContent {
  const lines = splitRecording(text.trimEnd());
  const tally = createTally(paths, check, model);
  for (const line of lines) {
    const place = { file, section: "", line: line.number };
    const fault = addRecord(parseJson(line.text), place, tally);
    if (fault !== undefined) countRecord(tally.remarks, { text: `a record that ${fault}` }, place);
  }
  const source = { kind: "recording", file, title: recordingTitle, seenAs: recordingTitle } as const;
  return { ...source, ...toContent(tally), count: lines.length };
}

/** The schemas cover all releases, and are closed for both requests and answers. */
export function prepareBodyCheck(model: Model): Outcome<BodyCheck> {
  const fleet = createFleet({ min: baseline, max: latestRelease(model), label: ".." }, model);
  const view = buildView(createSnapshots(model), fleet, { responses: "gated" });
  if (!view.ok) return view;
  const ajv = createAjv({ allErrors: true, verbose: true, inlineRefs: false, validateSchema: false });
  const { requests, responses } = listBodies(view.value);
  ajv.addSchema({ definitions: toRefereeDefinitions(requests, "closed") }, "request");
  ajv.addSchema({ definitions: toRefereeDefinitions(responses, "closed") }, "response");
  const { errorRequest, events } = view.value;
  return success((body, side, event) => {
    const own = events.find(({ name }) => name === event)?.[side] ?? errorRequest;
    const validate = ajv.getSchema(`${side}#/definitions/${own.name}`);
    return validate?.(body) === false ? (validate.errors ?? []).filter(isRelevant) : [];
  });
}

/** Returns everything in a body that no release of the contract allows. */
export type BodyCheck = (body: JsonObject, side: Direction, event: string) => readonly ErrorObject[];

/**
 * Unlisted values matter only for strings. JSON.parse rounds 64-bit integers, so errors about their limits mean
 * nothing.
 */
const isRelevant = ({ keyword, data, parentSchema }: ErrorObject): boolean =>
  keyword !== "anyOf" &&
  (keyword !== "enum" || typeof data === "string") &&
  (!keyword.endsWith("imum") || parentSchema?.["format"] !== "int64");

const createTally = (paths: Contract["paths"], check: BodyCheck, { events }: Model) => ({
  paths,
  check,
  events: new Set(events.map(({ name }) => name)),
  /** Objects whose properties may be in their parents instead. */
  inlined: paths.properties.filter(({ model }) => model.inlined),
  /** `notes` are the types of a property, `related` the events that have it at the root. */
  rows: new Map() as Counts<SpecSubject>,
  /** `related` are the types in the spec. */
  faults: new Map() as Counts<Omit<BodyFault, "message" | "place">>,
  remarks: new Map() as Counts<Pick<Sentence, "text" | "of">>,
  siblings: new Map<string, Set<string>>(),
});

type Tally = ReturnType<typeof createTally>;

/** By key, with the place of the first record and the lines of all records. */
type Counts<Of> = Map<
  string,
  { of: Of; place: SourcePlace; lines: number[]; notes: Set<string>; related: Set<string> }
>;

function countRecord<Of>(counts: Counts<Of>, of: Of, place: SourcePlace, { note = "", related = "" } = {}) {
  const create = () => ({ of, place, lines: [], notes: new Set<string>(), related: new Set<string>() });
  const count = getOrCreate(counts, JSON.stringify(of), create);
  if (count.lines.at(-1) !== place.line) count.lines.push(place.line);
  if (note !== "") count.notes.add(note);
  if (related !== "") count.related.add(related);
}

/** Returns why the bodies cannot be read, without quoting them. */
function addRecord(record: Json | undefined, place: SourcePlace, tally: Tally): string | undefined {
  if (record === undefined) return "is not JSON";
  const [name, request, answer] = ["event", "request", "answer"].map((key) => getOwn(record, key));
  if (typeof name !== "string" || !tally.events.has(name)) return "is not about an event in the spec";
  // The POS sends its error report to the URL of the event.
  const event = getOwn(request, "original") === undefined ? name : errorRequestName;
  if (isObject(request)) addBody(request, { ...tally, side: "request", event, place });
  // The answer to a report is not an answer to the event.
  if (isObject(answer) && event === name) addBody(answer, { ...tally, side: "response", event, place });
  if (isObject(request) && isObject(answer ?? {})) return undefined;
  return "has a request or an answer that is not a JSON object";
}

type BodyContext = Tally & { readonly side: Direction; readonly event: string; readonly place: SourcePlace };

function addBody(body: JsonObject, context: BodyContext): void {
  const errors = context.check(body, context.side, context.event);
  // The type of an alternative fits if another error is about the same value or something inside it.
  const others = errors.filter(({ keyword }) => keyword !== "type").map(({ instancePath }) => instancePath);
  const fitting = new Set(others.concat(errors.flatMap(({ instancePath }) => listParentPaths(instancePath))));
  for (const error of errors)
    if (error.keyword !== "type" || !fitting.has(error.instancePath)) addError(error, context);
}

const joinPath = (holder: string, name: string): string => (holder === "" ? name : `${holder}.${name}`);

/** Quotes nothing from the body. */
function addError(error: ErrorObject, context: BodyContext): void {
  const { keyword, params, message = "", data, instancePath } = error;
  const { additionalProperty, missingProperty, type } = params as Readonly<Record<string, string>>;
  const { side, event, place, faults } = context;
  const path = instancePath.slice(1).replace(/\/(\d+(?![^/]))?/g, (step) => (step === "/" ? "." : "[]"));
  const fail = (of: Partial<BodyFault>, note: string, related = "") =>
    countRecord(faults, { side, path, event, about: "type", ...of }, place, { note, related });
  if (additionalProperty !== undefined) addAdditional(path, additionalProperty, data as JsonObject, context);
  else if (missingProperty !== undefined) {
    const missing = joinPath(path, missingProperty);
    // Skip other spellings of a name, and parts of inlined objects, which may be in the parent.
    if (findContractParts(missing, context)[0]?.model.inlined === false)
      fail({ path: missing, about: "optional" }, "is missing; the spec says required");
  } else if (keyword === "enum") {
    // The values are not printed, so the fault is the same in each event and needs one review.
    if (!findContractParts(path, context).some((part) => hasSeen(part, data as Json)))
      fail({ event: "any event", about: "values" }, "has values that the spec does not list");
  } else if (keyword !== "type") fail({}, `does not fit: it ${message}`);
  else for (const wanted of [type].flat()) fail({}, `is ${toType(data as Json)}`, wanted);
}

const findContractParts = (path: string, { side, event, paths }: BodyContext): readonly BodyProperty[] =>
  paths.at({ direction: side, path, event });

const hasSeen = ({ model }: BodyProperty, value: Json): boolean =>
  listEveryAlternative(model)
    .flatMap(({ kind }) => (kind.kind === "string" ? (kind.enum?.seen ?? []) : []))
    .some((seen) => seen.value === value && isNameOfSource(seen.where, recordingTitle));

/** Integers beyond 2^53 are numbers, because JSON.parse has rounded them. */
function toType(value: Json): RowType {
  if (value === null) return "null";
  if (!isArray(value)) return Number.isSafeInteger(value) ? "integer" : (typeof value as RowType);
  const [type = "array", ...others] = new Set(value.map(toType));
  return others.length > 0 ? "array" : toArrayType(type);
}

/** The property may be new, planned, only seen, or part of other events. */
function addAdditional(holder: string, name: string, object: JsonObject, context: BodyContext): void {
  const { event, side, place, rows, inlined } = context;
  const path = joinPath(holder, name);
  const found = findContractParts(path, context);
  const isOwn = found.some(({ events }) => events.includes(event));
  const isInlined = inlined
    .filter(({ path: at, model }) => at === joinPath(holder, model.name) && !getOwn(object, model.name))
    .some((part) => findContractParts(joinPath(part.path, name), context).length > 0);
  if (found.length > 0) countRecord(rows, { side, path }, place, { related: isOwn ? "" : event });
  else if (!isInlined) addUnknown(holder, name, object[name] ?? null, context);
}

/** Keeps the property's content, unless its name may be data. */
function addUnknown(holder: string, name: string, value: Json, context: BodyContext): void {
  const { side, event, place, rows, remarks, siblings } = context;
  const above = nameSubject({ side, path: holder });
  const names = getOrCreate(siblings, above, () => new Set());
  const path = joinPath(holder, name);
  const key = `${toSubjectKey({ side, path })}.`;
  if (isPlainName(name) && names.size <= maxSiblings) names.add(key);
  // Without a limit, a hostile file could fill the memory with paths.
  if (names.has(key) && names.size <= maxSiblings && rows.size < 1000) {
    countRecord(rows, { side, path }, place, { note: toType(value), related: holder === "" ? event : "" });
    addInside(path, value, context);
  } else {
    const text = `names in ${above.trim()} that may be data: they are not plain words, or there are too many`;
    countRecord(remarks, { text, of: holder === "" ? undefined : { side, path: holder } }, place);
  }
}

/** Also for the objects in an array. */
function addInside(path: string, value: Json, context: BodyContext): void {
  if (isArray(value)) for (const item of value) addInside(`${path}[]`, item, context);
  else if (isObject(value))
    for (const [name, part] of Object.entries(value)) addUnknown(path, name, part, context);
}

/** Leaves out names that may be data. */
function toContent({ rows, faults, remarks, siblings }: Tally) {
  const data = [...siblings.values()].flatMap((names) => (names.size > maxSiblings ? [...names] : []));
  const isPlain = (of: SpecSubject): boolean => !data.some((each) => `${toSubjectKey(of)}.`.startsWith(each));
  return {
    rows: [...rows.values()]
      .filter(({ of }) => isPlain(of))
      .map(({ of, place, lines, notes, related }) => ({
        ...of,
        place,
        text: `${nameSubject(of)} ${countBodies(lines)}`,
        type: notes.size > 0 ? ([...notes] as RowType[]) : undefined,
        events: related.size > 0 ? [...related] : undefined,
      })),
    faults: [...faults.values()].map(({ of, place, lines, notes, related }) => {
      const known = related.size > 0 ? `; the spec has ${listWords([...related], "or")}` : "";
      return { ...of, place, message: `${listWords([...notes], "and")}${known} ${countBodies(lines)}` };
    }),
    sentences: [...remarks.values()]
      .filter(({ of: { of } }) => !of || isPlain(of))
      .map(({ of, place, lines }) => ({ ...of, place, why: `${of.text} ${countBodies(lines)}` })),
  };
}

const countBodies = ({ length }: number[]) => (length === 1 ? "(in 1 body)" : `(in ${length} bodies)`);
