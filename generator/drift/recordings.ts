import { getOwn, isArray, isObject, parseJson, type Json, type JsonObject } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import { createSnapshots } from "../contract/lattice/snapshot.js";
import type { Direction, Model } from "../contract/model/model.js";
import { listEveryAlternative, type BodyProperty } from "../contract/model/paths.js";
import { success, type Outcome } from "../base/problem/problem.js";
import { toRefereeDefinitions } from "../contract/schema/schemas.js";
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

/** The title of every recording, in reviews and in `x-seen`. */
const recordingTitle = "recorded traffic";

/** Whether a text is a recording, by its name or its beginning. A Markdown page may begin with `[`, but not with an object in it. */
export const isRecordingFile = (file: string, text: string): boolean =>
  /\.(?:ndjson|jsonl)$/i.test(file) || /^\s*(?:\{|\[\s*[{\]])/.test(text);

/**
 * Reads a trace that the receiver's `createTrace` wrote, and compares its bodies with the contract of all releases. Of a body, it keeps
 * the names and types of unknown properties and how many records have them: never a value, which may be a secret.
 */
export function readRecording(
  file: string,
  text: string,
  { model, paths }: Pick<Contract, "model" | "paths">,
  check: BodyCheck,
): SourceContent {
  const lines = text.trimEnd().split("\n");
  const tally = createTally(paths, check, model);
  for (const [i, line] of lines.entries()) {
    const place = { file, section: "", line: i + 1 };
    const fault = addRecord(parseJson(line), place, tally);
    if (fault !== undefined) countRecord(tally.remarks, { text: `a record that ${fault}` }, place);
  }
  const source = { kind: "recording", file, title: recordingTitle, seenAs: recordingTitle } as const;
  return { ...source, ...toContent(tally), count: lines.length };
}

/** Makes the check of bodies by the schemas of all releases, as closed for requests as for answers. */
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

/** Compares a body with what any release of the contract allows. */
export type BodyCheck = (body: JsonObject, side: Direction, event: string) => readonly ErrorObject[];

/** That a value is not listed is news of texts only. JSON.parse has rounded integers of 64 bits, so their limits say nothing. */
const isRelevant = ({ keyword, data, parentSchema }: ErrorObject): boolean =>
  keyword !== "anyOf" &&
  (keyword !== "enum" || typeof data === "string") &&
  (!keyword.endsWith("imum") || parentSchema?.["format"] !== "int64");

/** What the bodies of a recording show. */
const createTally = (paths: Contract["paths"], check: BodyCheck, { events }: Model) => ({
  paths,
  check,
  events: new Set(events.map(({ name }) => name)),
  /** Objects whose parts may be in their holders instead. */
  inlined: paths.properties.filter(({ model }) => model.inlined),
  /** `notes` are the types of a property, `related` the events that have it at their root. */
  rows: new Map() as Counts<SpecSubject>,
  /** `related` are the types that the spec has. */
  faults: new Map() as Counts<Omit<BodyFault, "message" | "place">>,
  remarks: new Map() as Counts<Pick<Sentence, "text" | "of">>,
  /** The unknown names in each object. */
  siblings: new Map<string, Set<string>>(),
});

type Tally = ReturnType<typeof createTally>;

/** What records have: the place of the first one, and the lines of all. */
type Counts<Of> = Map<
  string,
  { of: Of; place: SourcePlace; lines: number[]; notes: Set<string>; related: Set<string> }
>;

/** Counts a record, once. */
function countRecord<Of>(counts: Counts<Of>, of: Of, place: SourcePlace, { note = "", related = "" } = {}) {
  const create = () => ({ of, place, lines: [], notes: new Set<string>(), related: new Set<string>() });
  const count = getOrCreate(counts, JSON.stringify(of), create);
  if (count.lines.at(-1) !== place.line) count.lines.push(place.line);
  if (note !== "") count.notes.add(note);
  if (related !== "") count.related.add(related);
}

/** Compares the bodies of a record with the contract. Returns why they cannot be read, if so, without a word of them. */
function addRecord(record: Json | undefined, place: SourcePlace, tally: Tally): string | undefined {
  if (record === undefined) return "is no JSON";
  const [name, request, answer] = ["event", "request", "answer"].map((key) => getOwn(record, key));
  if (typeof name !== "string" || !tally.events.has(name)) return "names no event of the spec";
  // The POS sends its report on an answer to the URL of the event.
  const event = getOwn(request, "original") === undefined ? name : errorRequestName;
  if (isObject(request)) addBody(request, { ...tally, side: "request", event, place });
  // What answers a report is no answer to the event.
  if (isObject(answer) && event === name) addBody(answer, { ...tally, side: "response", event, place });
  if (isObject(request) && isObject(answer ?? {})) return undefined;
  return "has a request or an answer that is no JSON object";
}

/** The body that is read. */
type BodyContext = Tally & { readonly side: Direction; readonly event: string; readonly place: SourcePlace };

function addBody(body: JsonObject, context: BodyContext): void {
  const errors = context.check(body, context.side, context.event);
  // The type of an alternative fits if something inside of the value is wrong, or something else about it.
  const others = errors.filter(({ keyword }) => keyword !== "type").map(({ instancePath }) => instancePath);
  const fitting = new Set(others.concat(errors.flatMap(({ instancePath }) => listParentPaths(instancePath))));
  for (const error of errors)
    if (error.keyword !== "type" || !fitting.has(error.instancePath)) addError(error, context);
}

const joinPath = (holder: string, name: string): string => (holder === "" ? name : `${holder}.${name}`);

/** Adds an error of a schema, in words that repeat nothing of the body. */
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
    // Another spelling of a name is no part of the contract, and the parts of an inlined object may be in its holder.
    if (findContractParts(missing, context)[0]?.model.inlined === false)
      fail({ path: missing, about: "optional" }, "is missing; the spec has it as required");
  } else if (keyword === "enum") {
    // The values are not printed, so they are the same in each event, and one review is for all.
    if (!findContractParts(path, context).some((part) => hasSeen(part, data as Json)))
      fail({ event: "any event", about: "values" }, "has values that the spec does not list");
  } else if (keyword !== "type") fail({}, `does not fit: it ${message}`);
  else for (const wanted of [type].flat()) fail({}, `is ${toType(data as Json)}`, wanted);
}

/** The properties of the contract at a path, in any event. */
const findContractParts = (path: string, { side, event, paths }: BodyContext): readonly BodyProperty[] =>
  paths.at({ direction: side, path, event });

/** Whether the spec has a value as one that was seen in recordings. */
const hasSeen = ({ model }: BodyProperty, value: Json): boolean =>
  listEveryAlternative(model)
    .flatMap(({ kind }) => (kind.kind === "string" ? (kind.enum?.seen ?? []) : []))
    .some((seen) => seen.value === value && isNameOfSource(seen.where, recordingTitle));

/** The type of a value in a body. An integer beyond 2^53 is any number: JSON.parse has rounded it. */
function toType(value: Json): RowType {
  if (value === null) return "null";
  if (!isArray(value)) return Number.isSafeInteger(value) ? "integer" : (typeof value as RowType);
  const [type = "array", ...others] = new Set(value.map(toType));
  return others.length > 0 ? "array" : toArrayType(type);
}

/** Adds a property that the schema does not have: it is new, planned, only seen, or of other events. */
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

/** Anything but a plain word may be data, or a secret, that somebody uses as a name. */
const isPlainName = (name: string): boolean => name.length <= 64 && /^[a-z][A-Za-z]*\d{0,4}$/.test(name);

/** An object with more unknown names than this has data as names. */
const maxSiblings = 20;

/** Adds a property that the contract does not have, and what is in it, unless its name may be data. */
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
    const text = `names in ${above.trim()} that may be data: they are no plain words, or too many`;
    countRecord(remarks, { text, of: holder === "" ? undefined : { side, path: holder } }, place);
  }
}

/** Adds the properties of an unknown object, or of those in an array. */
function addInside(path: string, value: Json, context: BodyContext): void {
  if (isArray(value)) for (const item of value) addInside(`${path}[]`, item, context);
  else if (isObject(value))
    for (const [name, part] of Object.entries(value)) addUnknown(path, name, part, context);
}

/** What the bodies show, without what may be data. */
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
