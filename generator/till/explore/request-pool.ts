import { getAt, getOwn, isArray, isObject, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { ObjectTree, Tree } from "../../contract/lattice/tree.js";
import type { EventModel } from "../../contract/model/model.js";
import { fillReferences, remember } from "../scenario/references.js";
import type { Scenario } from "../scenario/scenario.js";
import { isOwn, placeParts } from "../engine/request.js";
import type { TillContract } from "../engine/start-till.js";

/** A scenario, and its values, with those of the user in their place. */
export interface ExploreScenario {
  readonly scenario: Scenario;
  readonly values: JsonObject;
}

/** A request as it was sent or shown once, without what a till fills in by itself. */
export interface Template {
  readonly event: EventModel;
  readonly request: JsonObject;
}

/** The requests that random walks are made of. */
export interface RequestPool {
  readonly templates: readonly Template[];
  /** The events that some scenario sets to polling: nothing else says that a receiver is prepared for it. */
  readonly pollable: readonly string[];
}

/** Collects what the examples of the contract and some scenarios show of tills and their users. */
export function makeRequestPool({ model }: TillContract, sources: readonly ExploreScenario[]): RequestPool {
  // Half of what happens is as in the scenarios, however few they are.
  const count = sources.reduce((sum, { scenario: { steps } }) => sum + steps.length, 0);
  const often = Array.from({ length: Math.ceil(model.examples.length / Math.max(count, 1)) }, () => sources);
  const templates = model.events.filter(isCausedByPeople).flatMap((event): Template[] => {
    const examples = model.examples.filter((each) => each.event === event.name && isObject(each.request));
    return [
      {},
      ...often.flat().flatMap((source) => listRequests(source, event)),
      ...examples.map(({ request }) => withoutOwn(request as JsonObject, event)),
    ].map((request) => ({ event, request }));
  });
  const setUps = sources.flatMap(({ scenario: { events = {} } }) => Object.entries(events));
  const pollable = setUps.flatMap(([name, { polling }]) => (polling === true ? [name] : []));
  return { templates: [...templates, ...templates.flatMap(listSlips)], pollable: [...new Set(pollable)] };
}

/** A scan of a code that is nearly that of a scan. */
function listSlips({ event, request }: Template, index: number): readonly Template[] {
  const at = event.till.find(({ act }) => act === "scan")?.at;
  const path = at ? [at.object, at.property] : [];
  const code = getAt(request, path);
  if (typeof code !== "string") return [];
  const slips = [code.slice(0, -1), `${code} `, `0${code}`, code.toLowerCase()];
  return [{ event, request: putAt(request, path, slips[index % slips.length] ?? "") }];
}

/** What repeats the id of something that another event began, the till sends by itself, or when its user cancels. */
const isCausedByPeople = ({ till, echoes }: EventModel): boolean =>
  echoes.length === 0 || till.some(({ act }) => act !== "wantOut");

/** What a scenario has an event hold, as far as that needs no earlier answer. */
const listRequests = ({ scenario, values }: ExploreScenario, event: EventModel): readonly JsonObject[] =>
  scenario.steps.flatMap(({ action }) => {
    const scan = event.till.find(({ act }) => act === "scan")?.at;
    const parts = action.kind === "event" && action.event === event.name ? action.parts : undefined;
    const scanned = action.kind === "scan" && scan ? { [scan.property]: action.code } : undefined;
    const { value: filled, missing } = fillReferences<Json>(parts ?? scanned ?? null, remember(values));
    // Which releases send an id of a sale that is empty is not known.
    return isObject(filled) && missing.length === 0 && getAt(filled, ["session", "sessionId"]) === undefined
      ? [placeParts(event, filled)]
      : [];
  });

/** Without the till's own parts, answers to questions, its ids, and addresses. Whichever line a sale has is changed or taken out. */
function withoutOwn(request: JsonObject, { till, echoes }: EventModel): JsonObject {
  const isAboutLine = till.some(({ act }) => act === "changeLine" || act === "takeLine");
  const own = ["event", "sender", "session", "dialog", "form", "openUrl", "lineId"];
  const left = [...own, ...echoes.map(({ property }) => property), ...(isAboutLine ? ["articleNumber"] : [])];
  const kept = JSON.stringify(request, (name, value: unknown) =>
    left.includes(name) || /^https?:/.test(String(value)) ? undefined : value,
  );
  const table = getAt(request, ["session", "table"]);
  return { ...(JSON.parse(kept) as JsonObject), ...(table !== undefined && { session: { table } }) };
}

/** One change to a request: the numbers choose, whatever there is to choose from. */
export type PartChange = readonly [place: number, value: number];

/** The parts of a request that can be there or not, by their paths: a list is one, and so is what stands beside the event's own object. */
export const listRequestParts = ({ event, request }: Template): readonly string[] =>
  Object.entries(request).flatMap(([name, part]) =>
    isOwn(name, event) ? listLeafPaths(part, name) : [name],
  );

const listLeafPaths = (value: Json, path: string): readonly string[] =>
  isObject(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, part]) => listLeafPaths(part, `${path}/${name}`))
    : [path];

/**
 * Keeps some parts of a request that was shown, and changes what it says in the event's own objects to other things that a release
 * lets a till say. As a scenario has it: the parts of those objects need not name them.
 */
export function makeParts(
  { event, request }: Template,
  { kept, changes }: { readonly kept: readonly string[]; readonly changes: readonly PartChange[] },
  tree: ObjectTree,
): JsonObject {
  const own = new Map([...tree.properties].filter(([name]) => isOwn(name, event)));
  const all = listChangeableParts({ object: { ...tree, properties: own } }, request, []);
  // What is there is changed more often than what is not.
  const there = all.filter(({ path }) => getAt(request, path) !== undefined);
  const places = [...there, ...there, ...all].filter(({ values }) => values.length > 0);
  const base = kept.reduce<JsonObject>((made, part) => {
    const path = part.split("/");
    return putAt(made, path, getAt(request, path) ?? null);
  }, {});
  const changed = changes.reduce((made, [place, value]) => {
    const { path = [], values = [] } = places[place % places.length] ?? {};
    return putAt(made, path, values[value % values.length] ?? null);
  }, base);
  return Object.fromEntries(
    Object.entries(changed).flatMap(([name, part]) =>
      event.ownObjects.includes(name) && isObject(part) ? Object.entries(part) : [[name, part] as const],
    ),
  );
}

interface ChangeablePart {
  readonly path: readonly string[];
  readonly values: readonly Json[];
}

/** Objects that may be absent stay so: what a till has in them depends on more than their shape. */
function listChangeableParts(
  type: Tree,
  value: Json | undefined,
  path: readonly string[],
): readonly ChangeablePart[] {
  const { object, array } = type;
  const here = { path, values: listRareValues(type, value) };
  if (isArray(value) && value.length > 0) {
    // Of a list, only its first item is changed.
    const [first = null, ...rest] = value;
    const inner = array?.items ? listChangeableParts(array.items, first, []) : [];
    const firsts = inner.flatMap(({ path: at, values }) =>
      values.map((put) => (isObject(first) ? putAt(first, at, put) : put)),
    );
    return [here, { path, values: firsts.map((item) => [item, ...rest]) }];
  }
  const parts = [...(object?.properties ?? [])].flatMap(([name, { type: inner, required }]) => {
    const part = getOwn(value, name);
    return part === undefined && inner.object && !required
      ? []
      : listChangeableParts(inner, part, [...path, name]);
  });
  return [here, ...parts];
}

/** Values that are allowed and rare, the plainest first. Ids and addresses are not made up. */
function listRareValues(tree: Tree, value: Json | undefined): readonly Json[] {
  const { null: isNull, boolean, number, string, array } = tree;
  const isText = string && !string.values && !(string.formats ?? string.hint);
  const isNumber = (each: number) => each >= (number?.minimum ?? Infinity) && each <= (number?.maximum ?? 0);
  return [
    ...numbers.filter((each) => isNumber(each) && (number?.level === "number" || Number.isInteger(each))),
    ...(string?.values?.keys() ?? []),
    ...(isText
      ? trickyTexts.filter(({ length }) => length >= string.minLength && length <= string.maxLength)
      : []),
    ...(boolean ? [true, false] : []),
    ...(array?.minItems === 0 ? [[]] : []),
    ...(array?.maxItems === Infinity && isArray(value) ? [[...value, ...value]] : []),
    ...(isNull ? [null] : []),
  ];
}

const numbers = [0, 1, -1, 2, 0.005, 1.255, 99_999.99, 2_147_483_648];

/** Texts that programs stumble over. */
export const trickyTexts: readonly string[] = [
  ...["", "0", "constructor", "two\nlines", "long ".repeat(60).trim()],
  ...["Zoë’s crème brûlée ✓ 日本 😀", `"quoted" 'and' \\ <b>&amp;</b>`],
];
