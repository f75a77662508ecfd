import { getAt, getOwn, isArray, isObject, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { ObjectTree, Tree } from "../../contract/lattice/tree.js";
import type { EventModel } from "../../contract/model/model.js";
import { fillReferences, remember } from "../scenario/references.js";
import type { Scenario } from "../scenario/scenario.js";
import { isOwn, placeParts, withoutOwn } from "../engine/request.js";
import type { TillContract } from "../engine/start-till.js";

export interface ExploreScenario {
  readonly scenario: Scenario;
  readonly values: JsonObject;
}

export interface Template {
  readonly event: EventModel;
  readonly request: JsonObject;
}

export interface RequestPool {
  readonly templates: readonly Template[];
  /** Events that some scenario polls. Nothing else shows that a receiver supports polling. */
  readonly pollable: readonly string[];
}

export function makeRequestPool({ model }: TillContract, sources: readonly ExploreScenario[]): RequestPool {
  // Scenarios and examples get equal weight, however few scenarios there are.
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

function listSlips({ event, request }: Template, index: number): readonly Template[] {
  const at = event.till.find(({ act }) => act === "scan")?.at;
  const path = at ? [at.object, at.property] : [];
  const code = getAt(request, path);
  if (typeof code !== "string") return [];
  const slips = [code.slice(0, -1), `${code} `, `0${code}`, code.toLowerCase()];
  return [{ event, request: putAt(request, path, slips[index % slips.length] ?? "") }];
}

/** False if only the till sends the event: it repeats another event's id and reports no act but a cancellation. */
const isCausedByPeople = ({ till, echoes }: EventModel): boolean =>
  echoes.length === 0 || till.some(({ act }) => act !== "wantOut");

/** Only requests that do not depend on earlier answers. */
const listRequests = ({ scenario, values }: ExploreScenario, event: EventModel): readonly JsonObject[] =>
  scenario.steps.flatMap(({ action }) => {
    const scan = event.till.find(({ act }) => act === "scan")?.at;
    const parts = action.kind === "event" && action.event === event.name ? action.parts : undefined;
    const scanned = action.kind === "scan" && scan ? { [scan.property]: action.code } : undefined;
    const {
      value: filled,
      missing,
      excess,
    } = fillReferences<Json>(parts ?? scanned ?? null, remember(values));
    // It is not documented which releases send the id of an empty sale.
    const isFilled = missing.length === 0 && excess === undefined;
    return isObject(filled) && isFilled && getAt(filled, ["session", "sessionId"]) === undefined
      ? [placeParts(event, filled)]
      : [];
  });

/** The numbers select from the possible places and values. */
export type PartChange = readonly [place: number, value: number];

/**
 * Lists the paths of optional parts. A list counts as one part, and so does a property beside the event's own
 * object.
 */
export const listRequestParts = ({ event, request }: Template): readonly string[] =>
  Object.entries(request).flatMap(([name, part]) =>
    isOwn(name, event) ? listLeafPaths(part, name) : [name],
  );

const listLeafPaths = (value: Json, path: string): readonly string[] =>
  isObject(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, part]) => listLeafPaths(part, `${path}/${name}`))
    : [path];

/**
 * Keeps some parts of an example request, and changes values in the event's own objects to other values that the
 * release allows. Properties of these objects are at the top level, as in a scenario.
 */
export function makeParts(
  { event, request }: Template,
  { kept, changes }: { readonly kept: readonly string[]; readonly changes: readonly PartChange[] },
  tree: ObjectTree,
): JsonObject {
  const own = new Map([...tree.properties].filter(([name]) => isOwn(name, event)));
  const all = listChangeableParts({ object: { ...tree, properties: own } }, request, []);
  // Change present properties more often than absent ones.
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

/** Absent optional objects stay absent, because their content depends on more than their shape. */
function listChangeableParts(
  type: Tree,
  value: Json | undefined,
  path: readonly string[],
): readonly ChangeablePart[] {
  const { object, array } = type;
  const here = { path, values: listRareValues(type, value) };
  if (isArray(value) && value.length > 0) {
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

/** Simplest first. Ids and addresses are not made up. */
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

/** Texts that often break programs. */
export const trickyTexts: readonly string[] = [
  ...["", "0", "constructor", "two\nlines", "long ".repeat(60).trim()],
  ...["Zoë’s crème brûlée ✓ 日本 😀", `"quoted" 'and' \\ <b>&amp;</b>`],
];
