import { getAt, getOwn, isArray, isObject, putAt, type Json, type JsonObject } from "../json.js";
import type { ObjectTree, Tree } from "../lattice/tree.js";
import type { EventModel } from "../model/model.js";
import type { Template } from "./pool.js";

/** One change to a request: the numbers choose, whatever there is to choose from. */
export type Change = readonly [place: number, value: number];

/** The parts of a request that can be there or not, by their paths: a list is one, and so is what stands beside the event's own object. */
export const listParts = ({ event, request }: Template): readonly string[] =>
  Object.entries(request).flatMap(([name, part]) => (isOwn(name, event) ? listLeaves(part, name) : [name]));

const listLeaves = (value: Json, path: string): readonly string[] =>
  isObject(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([name, part]) => listLeaves(part, `${path}/${name}`))
    : [path];

const isOwn = (name: string, { name: event, ownObjects }: EventModel): boolean =>
  ownObjects.length > 0 ? ownObjects.includes(name) : name === event;

/**
 * Keeps some parts of a request that was shown, and changes what it says in the event's own objects to other things that a release
 * lets a till say. As a scenario has it: the parts of those objects need not name them.
 */
export function makeParts(
  { event, request }: Template,
  { kept, changes }: { readonly kept: readonly string[]; readonly changes: readonly Change[] },
  tree: ObjectTree,
): JsonObject {
  const own = new Map([...tree.properties].filter(([name]) => isOwn(name, event)));
  const all = listPlaces({ object: { ...tree, properties: own } }, request, []);
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

interface Place {
  readonly path: readonly string[];
  readonly values: readonly Json[];
}

/** Objects that may be absent stay so: what a till has in them depends on more than their shape. */
function listPlaces(type: Tree, value: Json | undefined, path: readonly string[]): readonly Place[] {
  const { object, array } = type;
  const here = { path, values: listValues(type, value) };
  if (isArray(value) && value.length > 0) {
    // Of a list, only its first item is changed.
    const [first = null, ...rest] = value;
    const inner = array?.items ? listPlaces(array.items, first, []) : [];
    const firsts = inner.flatMap(({ path: at, values }) =>
      values.map((put) => (isObject(first) ? putAt(first, at, put) : put)),
    );
    return [here, { path, values: firsts.map((item) => [item, ...rest]) }];
  }
  const parts = [...(object?.properties ?? [])].flatMap(([name, { type: inner, required }]) => {
    const part = getOwn(value, name);
    return part === undefined && inner.object && !required ? [] : listPlaces(inner, part, [...path, name]);
  });
  return [here, ...parts];
}

/** Values that are allowed and rare, the plainest first. Ids and addresses are not made up. */
function listValues(tree: Tree, value: Json | undefined): readonly Json[] {
  const { null: isNull, boolean, number, string, array } = tree;
  const isText = string && !string.values && !(string.formats ?? string.hint);
  const isNumber = (each: number) => each >= (number?.minimum ?? Infinity) && each <= (number?.maximum ?? 0);
  return [
    ...numbers.filter((each) => isNumber(each) && (number?.level === "number" || Number.isInteger(each))),
    ...(string?.values?.keys() ?? []),
    ...(isText ? texts.filter(({ length }) => length >= string.minLength && length <= string.maxLength) : []),
    ...(boolean ? [true, false] : []),
    ...(array?.minItems === 0 ? [[]] : []),
    ...(array?.maxItems === Infinity && isArray(value) ? [[...value, ...value]] : []),
    ...(isNull ? [null] : []),
  ];
}

const numbers = [0, 1, -1, 2, 0.005, 1.255, 99_999.99, 2_147_483_648];

/** Texts that programs stumble over. */
export const texts: readonly string[] = [
  ...["", "0", "constructor", "two\nlines", "long ".repeat(60).trim()],
  ...["Zoë’s crème brûlée ✓ 日本 😀", `"quoted" 'and' \\ <b>&amp;</b>`],
];
