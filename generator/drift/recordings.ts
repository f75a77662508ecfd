import { createHash } from "node:crypto";
import { isArray, isObject, type Json, type JsonObject } from "../json.js";
import { createSnapshots } from "../lattice/snapshot.js";
import type { Direction, Model } from "../model/model.js";
import { listEveryAlternative, type BodyProperty } from "../model/paths.js";
import { success, type Outcome } from "../problem/problem.js";
import { toRefereeDefinitions } from "../schema/schemas.js";
import { createAjv, type ErrorObject } from "../spec/ajv.js";
import { errorRequestName } from "../spec/files.js";
import { splitPointer } from "../spec/pointer.js";
import { listWords } from "../text/words.js";
import { createFleet } from "../time/fleet.js";
import { latestRelease } from "../time/history.js";
import { baseline } from "../time/release.js";
import { buildView } from "../view/build-view.js";
import { listBodies } from "../view/walk.js";
import { isNamedAs, type Contract } from "./contract.js";
import { describeLowest, findLife, type Life } from "./lowest.js";
import { isPlainName, readExchanges, toType, type Exchange, type Peeked } from "./source.js";
import {
  nameSubject,
  type RowFault,
  type Reading,
  type Row,
  type RowType,
  type Sentence,
  type SourcePlace,
  type Subject,
} from "./row.js";

type Against = Pick<Contract, "model" | "paths">;

export { isRecording } from "./source.js";

/** What every recording is called, in reviews and where the spec says that something was seen. */
const title = "recorded traffic";

/**
 * Reads recorded bodies, and holds them against what any release of the contract allows. Nothing of them is kept or told but the
 * names of properties, their types, and how many records have them.
 */
export async function readRecording(source: Peeked, contract: Against, check: Check): Promise<Reading> {
  const tally = createTally(contract, check);
  const { file } = source.source;
  let count = 0;
  for await (const exchange of readExchanges(source, (name) => tally.events.has(name))) {
    const place = { file, section: "", line: exchange.line, record: ++count };
    for (const fault of [...exchange.faults, ...addExchange(exchange, place, tally)])
      add(tally.remarks, { text: `a record that ${fault}`, why: `it ${fault}` }, place);
  }
  const none = { text: "no record", place: { file, section: "", line: 1 }, why: "the file has none" };
  return {
    ...{ kind: "recording", file, title, rows: listRows(tally) },
    sentences: count === 0 ? [none] : listSentences(tally),
    faults: listFaults(tally),
    lowest: (["request", "response"] as const).flatMap((side) => describeLowest(side, tally.lives.values())),
    ...{ count, lists: "some", seenAs: title },
  };
}

/** Makes what holds bodies against the schemas of all releases, as closed for requests as for answers. */
export function prepareCheck(model: Model): Outcome<Check> {
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

/** Holds a body against what any release of the contract allows. */
export type Check = (body: JsonObject, side: Direction, event: string) => readonly ErrorObject[];

/** What is noted of the bodies of a recording. It grows with the contract, and hardly with what is read. */
const createTally = ({ model, paths }: Against, check: Check) => ({
  paths,
  events: new Map(model.events.map((event) => [event.name, event])),
  check,
  /** What the contract does not have: its types, and the events that have it at their roots. */
  parts: new Map() as Counts<Subject>,
  /** What is wrong: messages, or values, as hashes. */
  faults: new Map() as Counts<Omit<RowFault, "message" | "place">>,
  remarks: new Map() as Counts<Pick<Sentence, "text" | "of"> & { readonly why: string }>,
  /** The names that the contract does not have, by the beginnings of their paths. */
  siblings: new Map<string, Set<string>>(),
  /** The events that bodies may be of, by the names at their roots. */
  candidates: new Map<string, readonly string[]>(),
  lives: new Map<string, Life>(),
});

type Tally = ReturnType<typeof createTally>;
type Counts<Of> = Map<string, Count<Of>>;

/** In how many records something is, and where first. */
interface Count<Of> {
  readonly of: Of;
  readonly place: SourcePlace;
  readonly notes: Set<string>;
  /** The events of a part; the types that the spec has. */
  readonly beside: Set<string>;
  records: number;
  last?: SourcePlace;
}

/** The most names of one object, or values of one part, that are told from one another: more names are data. */
const most = 20;

/** Counts a record, once. */
function add<Of>(counts: Counts<Of>, of: Of, place: SourcePlace, { note = "", beside = "" } = {}): void {
  const key = JSON.stringify(of);
  const known = counts.get(key) ?? { of, place, notes: new Set(), beside: new Set(), records: 0 };
  counts.set(key, known);
  if (known.last !== place) known.records++;
  known.last = place;
  if (note !== "" && known.notes.size <= most) known.notes.add(note);
  if (beside !== "") known.beside.add(beside);
}

/** That a value is not listed is news of texts only. JSON.parse has rounded integers of 64 bits, so their limits say nothing. */
const isRelevant = ({ keyword, data, parentSchema }: ErrorObject): boolean =>
  keyword !== "anyOf" &&
  (keyword !== "enum" || typeof data === "string") &&
  (!keyword.endsWith("imum") || parentSchema?.["format"] !== "int64");

const noEvent = "has a body of no event that the spec has";

/** Notes what the bodies of a record show, and says what is wrong with it. */
function addExchange(exchange: Exchange, place: SourcePlace, tally: Tally): readonly string[] {
  const { event: named, request, responses = [], reports = [] } = exchange;
  const event = request ? findEvent(request, named, tally) : named;
  const sight = { side: "request", event: errorRequestName, place, tally } as const;
  for (const report of reports) addBody(report, sight);
  if (event === undefined) return request || responses.length > 0 ? [noEvent] : [];
  if (event !== errorRequestName && !tally.events.has(event)) {
    if (!(request ?? responses[0]) || !isTold(event, "event ", tally)) return [noEvent];
    add(tally.parts, { side: "event", path: event }, place);
  }
  if (request) addBody(request, { ...sight, event });
  // What answers a report is no answer to an event.
  const answers = event === errorRequestName || (!request && reports.length > 0) ? [] : responses;
  for (const answer of answers) addBody(answer, { ...sight, side: "response", event });
  return [];
}

/** The event of a request: the one that the record names, or else the one that it fits best. A report of a fault fits no event. */
function findEvent(body: JsonObject, named: string | undefined, tally: Tally): string | undefined {
  const events = named === undefined ? listCandidates(body, tally) : [named, errorRequestName];
  const [best] = events
    .map((event) => {
      const errors = events.length > 1 ? tally.check(body, "request", event) : [];
      const own = errors.filter(({ instancePath }) => instancePath === "");
      return { event, distance: own.length * 1000 + errors.length };
    })
    .sort((a, b) => a.distance - b.distance);
  return best?.event;
}

/** The events that the names at the root of a body fit best, and of which none is missing: to look into it for each would take long. */
function listCandidates(body: JsonObject, { events, check, candidates }: Tally): readonly string[] {
  const names = Object.keys(body);
  const key = names.sort().join(" ");
  const known = candidates.get(key);
  if (known) return known;
  const shallow = Object.fromEntries(names.map((name) => [name, {}]));
  const scored = [...events.keys(), errorRequestName].map((event) => {
    const faults = check(shallow, "request", event).filter(({ instancePath }) => instancePath === "");
    return { event, faults };
  });
  const least = Math.min(...scored.map(({ faults }) => faults.length));
  const best = scored.flatMap(({ event, faults }) =>
    faults.length === least && faults.every(({ keyword }) => keyword !== "required") ? [event] : [],
  );
  if (candidates.size < 1000) candidates.set(key, best);
  return best;
}

/** A body at hand. */
interface Sight {
  readonly side: Direction;
  readonly event: string;
  readonly place: SourcePlace;
  readonly tally: Tally;
}

function addBody(body: JsonObject, sight: Sight): void {
  const { side, event, tally } = sight;
  const model = tally.events.get(event);
  if (model) tally.lives.set(`${side} ${event}`, findLife(side, event, [[model]]));
  addLives(body, "", sight);
  const errors = tally.check(body, side, event);
  // Of alternatives, one fits but for what is wrong inside of it.
  const fitting = new Set(errors.flatMap(listFitting));
  for (const error of errors)
    if (error.keyword !== "type" || !fitting.has(error.instancePath)) addError(error, sight);
}

/** The places whose type is right: all on the way to what is wrong, and that itself unless its type is wrong. */
function listFitting({ instancePath, keyword }: ErrorObject): readonly string[] {
  const steps = instancePath.split("/");
  const all = steps.map((_, i) => steps.slice(0, i + 1).join("/"));
  return keyword === "type" ? all.slice(0, -1) : all;
}

/** Notes since when the contract has what a value holds. */
function addLives(value: Json, path: string, sight: Sight): void {
  const { side, event, tally } = sight;
  for (const [at, part] of listParts(value, path)) {
    const key = `${side} ${event} ${at}`;
    if (!tally.lives.has(key)) {
      const own = findParts(at, sight).filter(({ events }) => events.includes(event));
      const ways = own.map(({ chain }) => chain);
      if (own.length === 0 || ways.flat().some(({ aside }) => aside)) continue;
      tally.lives.set(key, findLife(side, at, ways));
    }
    addLives(part, at, sight);
  }
}

/** The properties of an object, or of those in a list, with their paths. */
function listParts(
  value: Json,
  path: string,
): readonly (readonly [path: string, part: Json, name: string])[] {
  if (isArray(value)) return value.flatMap((item) => listParts(item, `${path}[]`));
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, part]) => [join(path, name), part, name]);
}

const join = (holder: string, name: string): string => (holder === "" ? name : `${holder}.${name}`);

/** What the contract has at a path, in whichever event. */
const findParts = (path: string, { side, event, tally }: Sight): readonly BodyProperty[] =>
  tally.paths.at({ direction: side, path, event });

/** Notes what an error of a schema says, in words that hold nothing of the body. */
function addError({ keyword, params, message = "", ...error }: ErrorObject, sight: Sight): void {
  const data = error.data as Json;
  const { additionalProperty, missingProperty, type } = params as Readonly<Record<string, string>>;
  const way = splitPointer(error.instancePath);
  const path = way.reduce((holder, step) => (/^\d+$/.test(step) ? `${holder}[]` : join(holder, step)), "");
  const { side, event, place, tally } = sight;
  const fail = (note: string, beside = ""): void =>
    add(tally.faults, { side, path, event, about: "type" }, place, { note, beside });
  if (additionalProperty !== undefined) addUnknown(additionalProperty, data as JsonObject, path, sight);
  else if (missingProperty !== undefined) {
    const of = { side, path: join(path, missingProperty), event, about: "optional" } as const;
    // Another spelling of a name is no part of the contract, and what is inlined is not missed where its parts may be.
    const isPart = findParts(of.path, sight)[0]?.model.inlined === false;
    if (isPart) add(tally.faults, of, place, { note: "is missing; the spec has it as required" });
  } else if (keyword === "enum") {
    const isSeen = findParts(path, sight).some((part) => hasSeen(part, data));
    // Nobody may read which values they are, so they are the same in each event, and a review is of all.
    const fault = { side, path, event: "any event", about: "values" } as const;
    const note = createHash("sha256").update(JSON.stringify(data)).digest("base64");
    if (!isSeen) add(tally.faults, fault, place, { note });
  } else if (keyword !== "type") fail(`does not fit: it ${message}`);
  else for (const wanted of [type].flat()) fail(`is ${toType(data)}`, wanted);
}

/** Whether the spec has a value as one that was seen in recordings. */
const hasSeen = ({ model }: BodyProperty, value: Json): boolean =>
  listEveryAlternative(model)
    .flatMap(({ kind }) => (kind.kind === "string" ? (kind.enum?.seen ?? []) : []))
    .some((seen) => seen.value === value && isNamedAs(seen.where, title));

/** Notes a property that no schema has: it is new, planned, only seen, or of other events. */
function addUnknown(name: string, object: JsonObject, holder: string, sight: Sight): void {
  const { side, event, place, tally } = sight;
  const path = join(holder, name);
  const found = findParts(path, sight);
  const own = found.filter(({ events }) => events.includes(event));
  if (isInlined(name, object, holder, sight)) return;
  if (found.length === 0) addPart([path, object[name] ?? null, name], sight);
  else if (own.length === 0) add(tally.parts, { side, path }, place, { beside: event });
  else if (own.some(({ chain }) => chain.some(({ aside }) => aside))) add(tally.parts, { side, path }, place);
}

/** Whether a name is of an object whose properties may stand directly in its holder. */
const isInlined = (name: string, object: JsonObject, holder: string, sight: Sight): boolean =>
  sight.tally.paths.properties.some(
    ({ model, path }) =>
      model.inlined &&
      path === join(holder, model.name) &&
      !Object.hasOwn(object, model.name) &&
      findParts(join(path, name), sight).length > 0,
  );

/** Notes a part that the contract does not have, and what is in it, unless its name may be data. */
function addPart([path, value, name]: ReturnType<typeof listParts>[number], sight: Sight): void {
  const { side, event, place, tally } = sight;
  const beginning = path.slice(0, path.length - name.length);
  if (isTold(name, `${side} ${beginning}`, tally)) {
    add(tally.parts, { side, path }, place, { note: toType(value), beside: beginning === "" ? event : "" });
    for (const part of listParts(value, path)) addPart(part, sight);
    return;
  }
  const of = { side, path: beginning.slice(0, -1) };
  const why = "it has names that may be data, and so are not printed: they are no plain words, or too many";
  const remark = { text: `names in ${nameSubject(of).trim()}`, of: beginning === "" ? undefined : of, why };
  add(tally.remarks, remark, place);
}

/** Whether a name may be told; one that may is remembered. */
function isTold(name: string, beginning: string, { siblings, parts }: Tally): boolean {
  const names = siblings.get(beginning) ?? new Set();
  siblings.set(beginning, names);
  if (isPlainName(name) && names.size <= most) names.add(name);
  return names.has(name) && names.size <= most && parts.size < 1000;
}

/** Whether a part, or an event, is data, as its siblings or those of what it is in are too many for names. */
const isData = (of: Subject, { siblings, events }: Tally): boolean =>
  [...siblings].some(([beginning, names]) => names.size > most && nameSubject(of).startsWith(beginning)) &&
  !(of.side === "event" && events.has(of.path));

const listRows = (tally: Tally): readonly Row[] =>
  [...tally.parts.values()]
    .filter(({ of }) => !isData(of, tally))
    .map(({ of, place, notes, beside, records }) => {
      const events = [...beside].filter((event) => !isData({ side: "event", path: event }, tally));
      return {
        ...of,
        place,
        text: `${nameSubject(of)} ${countBodies(records)}`,
        type: notes.size > 0 ? ([...notes] as RowType[]) : undefined,
        events: events.length > 0 ? events : undefined,
      };
    });

const listSentences = (tally: Tally): readonly Sentence[] =>
  [...tally.remarks.values()]
    .filter(({ of: { of } }) => !of || !isData(of, tally))
    .map(({ of, place, records }) => ({ ...of, place, why: `${of.why} ${countBodies(records)}` }));

const listFaults = (tally: Tally): readonly RowFault[] =>
  [...tally.faults.values()]
    .filter(({ of }) => !isData({ side: "event", path: of.event }, tally))
    .map(({ of, place, notes, beside, records }) => {
      const values = notes.size === 1 ? "a value" : `${Math.min(notes.size, most)} values`;
      const unlisted = `has ${notes.size > most ? "more than " : ""}${values} that the spec does not list`;
      const known = beside.size > 0 ? `; the spec has ${listWords([...beside], "or")}` : "";
      const said = of.about === "values" ? unlisted : listWords([...notes], "and") + known;
      return { ...of, place, message: `${said} ${countBodies(records)}` };
    });

const countBodies = (count: number): string => (count === 1 ? "(in 1 body)" : `(in ${count} bodies)`);
