import { oneOf } from "../../workbench/draw.js";
import { allTime } from "./history.js";
import { editDepth, type Edit } from "./edit.js";
import { drawProperty, propertyNames, type Json, type SpecDraft } from "./shapes.js";

type Properties = Readonly<Record<string, Json>>;

/** What may be done to an object and its properties. */
export function listObjectEdits(object: Json, draft: SpecDraft): Edit[] {
  const { draw } = draft;
  const names = Object.keys(object["properties"] ?? {});
  const free = propertyNames.filter((name) => !isTaken(name, object));
  const { "x-open": open, ...closed } = object;
  return [
    ...(hasInlined(object) ? [] : [() => (open === true ? closed : { ...object, "x-open": true })]),
    ...(free.length > 0 ? [() => withProperty(object, oneOf(draw, free), draft)] : []),
    ...(names.length > 0
      ? [without, renamed, turned, respelled].map((edit) => () => edit(object, oneOf(draw, names)))
      : []),
    ...(names.length > 1 ? [() => merged(object, names)] : []),
  ];
}

/** What is open may hold anything under the names of an inner object. */
const hasInlined = (object: Json): boolean => JSON.stringify(object).includes('"x-inlined"');

const isTaken = (name: string, object: Json): boolean => JSON.stringify(object).includes(`"${name}`);

function withProperty(object: Json, name: string, draft: SpecDraft): Json {
  const { shape, required } = drawProperty(name, draft, allTime([]), editDepth);
  const parts = partsOf(object);
  return {
    ...object,
    properties: { ...parts.properties, [name]: shape },
    required: [...parts.required, ...(required ? [name] : [])],
  };
}

const partsOf = (object: Json): { properties: Properties; required: readonly string[] } => ({
  properties: (object["properties"] ?? {}) as Properties,
  required: (object["required"] ?? []) as readonly string[],
});

function without(object: Json, name: string): Json {
  const { properties, required } = partsOf(object);
  const { [name]: _, ...others } = properties;
  return { ...object, properties: others, required: required.filter((other) => other !== name) };
}

/** The property goes by a new name, and its old one is still read. */
function renamed(object: Json, name: string): Json {
  if (name.endsWith("New")) return object;
  const { properties, required } = partsOf(object);
  const entries = Object.entries(properties).map(([key, shape]) =>
    key === name ? [`${name}New`, { ...shape, "x-legacy-names": [name, ...legacyOf(shape)] }] : [key, shape],
  );
  return {
    ...object,
    properties: Object.fromEntries(entries) as Properties,
    required: required.map((other) => (other === name ? `${name}New` : other)),
  };
}

const legacyOf = (shape: Json | undefined): readonly string[] =>
  (shape?.["x-legacy-names"] ?? []) as readonly string[];

/** What was required is optional, and the other way round, at all times. */
function turned(object: Json, name: string): Json {
  const { properties, required } = partsOf(object);
  const shape = Object.entries(properties[name] ?? {}).filter(([key]) => !isSwitch(key));
  const others = required.filter((other) => other !== name);
  return {
    ...object,
    properties: { ...properties, [name]: Object.fromEntries(shape) },
    required: others.length < required.length ? others : [...others, name],
  };
}

/** Whether a keyword says when something became required, or optional. */
export const isSwitch = (key: string): boolean => /^x-(required|optional)-since$/.test(key);

/** Another spelling is read, or no longer. */
function respelled(object: Json, name: string): Json {
  const { properties } = partsOf(object);
  const { "x-legacy-names": old, ...shape } = properties[name] ?? {};
  const next = old === undefined ? { ...shape, "x-legacy-names": [`${name}Old0`] } : shape;
  return { ...object, properties: { ...properties, [name]: next } };
}

/** One property is read as what another one was. */
function merged(object: Json, [gone = "", kept = ""]: readonly string[]): Json {
  const left = without(object, gone);
  const { properties } = partsOf(left);
  const shape = properties[kept] ?? {};
  const names = [...legacyOf(shape), gone];
  return { ...left, properties: { ...properties, [kept]: { ...shape, "x-legacy-names": names } } };
}
