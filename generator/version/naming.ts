import type { EnumModel, ObjectModel, PropertyModel } from "../model/model.js";
import { formatRelease, type Release } from "../schema/release.js";
import type { Fleet } from "./fleet.js";
import { gateOf } from "./gates.js";
import { ascending } from "./join.js";
import type { Explainer } from "./reasons.js";
import type { EnumTree, ObjectTree, PropertyTree, StringTree, Tree } from "./tree.js";
import { spansOf } from "./spans.js";
import type {
  EnumValueView,
  EnumView,
  ForbiddenView,
  GateView,
  KindView,
  ObjectView,
  PropertyView,
  TypeView,
} from "./view.js";

/** Turns trees into named types, one for each shape that a title has. */
export interface Namer {
  object(tree: ObjectTree): ObjectView;
}

export interface NamingOptions {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  /** Whether what is missing is listed as forbidden: in what we answer, not in what we receive. */
  readonly closed: boolean;
  /** Whether what differs from release to release is noted, to be checked when an answer is sent. */
  readonly gated: boolean;
}

interface Naming extends NamingOptions {
  readonly object: (tree: ObjectTree) => ObjectView;
  readonly enums: Map<string, string>;
}

/**
 * Trees named in order: the first shape of a title takes the bare name, another shape of the same title (an
 * object inside an event that came later) says from when on it holds, as in `DialogAnswerSince60`.
 */
export function createNamer(options: NamingOptions): Namer {
  const shapes = new Map<string, ObjectView>();
  const titles = new Map<string, number>();
  const views = new WeakMap<ObjectTree, ObjectView>();
  const naming: Naming = {
    ...options,
    enums: new Map(),
    object: (tree) => {
      const known = views.get(tree);
      if (known) return known;
      const draft = draftOf(tree, naming);
      const key = shapeKey(draft);
      const view = shapes.get(key) ?? { ...draft, name: nameFor(tree, titles) };
      shapes.set(key, view);
      views.set(tree, view);
      return view;
    },
  };
  return naming;
}

function nameFor({ model, steps }: ObjectTree, titles: Map<string, number>): string {
  const count = titles.get(model.title) ?? 0;
  titles.set(model.title, count + 1);
  const from = formatRelease(steps[0] ?? (0 as Release)).replaceAll(".", "_");
  const suffix = count > 1 ? `_${count}` : "";
  return count === 0 ? model.title : `${model.title}Since${from}${suffix}`;
}

/** What two objects must agree on to be one type; nested types are told by their names. */
const shapeKey = ({ name, open, properties, forbidden }: ObjectView): string =>
  JSON.stringify([
    name,
    open,
    properties.map(({ name, required, type, gate }) => [
      name,
      required,
      typeKey(type),
      gate && gateKey(gate),
    ]),
    forbidden.map((property) => property.name),
  ]);

/** A text that is equal for equal gates. */
export const gateKey = ({ eras = [], ...rest }: GateView): string =>
  JSON.stringify([rest, eras.map(({ spans, type }) => [spans, typeKey(type)])]);

/** A text that is equal for equal types. */
export function typeKey(type: TypeView): string {
  if (type === "unknown") return type;
  return JSON.stringify(type, (_, value: unknown) => (isNamed(value) ? `type ${value.name}` : value));
}

const isNamed = (value: unknown): value is { name: string } =>
  typeof value === "object" && value !== null && "prose" in value && "name" in value;

function draftOf(tree: ObjectTree, naming: Naming): ObjectView {
  const { model, open } = tree;
  const since = laterThan(tree.steps, naming.fleet.steps);
  return {
    name: model.title,
    prose: model.prose,
    open,
    ...(since !== undefined && { since }),
    properties: orderOf(model, tree).map((property) => propertyView(property, tree, naming)),
    forbidden: naming.closed ? forbiddenIn(tree, naming.explain) : [],
  };
}

/** The spec's own order, then what only older releases had, by name. */
function orderOf(model: ObjectModel, tree: ObjectTree): PropertyTree[] {
  const own = model.properties.map(({ name }) => name);
  const older = [...tree.properties.keys()].filter((name) => !own.includes(name)).sort();
  return [...own, ...older].flatMap((name) => tree.properties.get(name) ?? []);
}

function propertyView(tree: PropertyTree, holder: ObjectTree, naming: Naming): PropertyView {
  const { name, prose, legacyNames } = tree.model;
  const since = laterThan(tree.steps, holder.steps);
  const until = holder.steps.find((step) => step > (tree.steps.at(-1) ?? step));
  return {
    name,
    required: tree.required,
    type: typeView(tree.type, naming),
    prose,
    ...(since !== undefined && { since }),
    ...(until !== undefined && { until }),
    legacyNames,
    ...(naming.gated && gateView(tree, holder, naming)),
  };
}

function gateView(tree: PropertyTree, holder: ObjectTree, naming: Naming): { gate?: GateView } {
  const gate = gateOf(tree, holder);
  if (!gate) return {};
  const { eras, ...rest } = gate;
  const views = eras?.map(({ spans, type }) => ({
    spans,
    type: typeView(withObjectsOf(tree.type, type), naming),
  }));
  return { gate: { ...rest, ...(views && { eras: views }) } };
}

/**
 * An era's type with the objects of the whole: these carry gates of their own. An object that was closed in this
 * era and is open in the whole stays apart: it refuses what the whole would take.
 */
function withObjectsOf(whole: Tree, era: Tree): Tree {
  const { array, object } = era;
  const items =
    array?.items && whole.array?.items ? withObjectsOf(whole.array.items, array.items) : array?.items;
  return {
    ...era,
    ...(object && { object: whole.object?.open === object.open ? whole.object : object }),
    ...(array && { array: { ...array, items } }),
  };
}

/** The first of these steps, if the others began earlier. */
const laterThan = (steps: readonly Release[], others: readonly Release[]): Release | undefined =>
  (steps[0] ?? 0) > (others[0] ?? 0) ? steps[0] : undefined;

const forbiddenIn = (tree: ObjectTree, explain: Explainer): ForbiddenView[] =>
  tree.model.properties
    .filter((property) => !property.planned && !tree.properties.has(property.name))
    .map((property: PropertyModel) => ({ name: property.name, reason: explain.property(property) }));

function typeView(tree: Tree, naming: Naming): TypeView {
  if (tree.any) return "unknown";
  const kinds: (KindView | undefined)[] = [
    tree.string && stringView(tree.string, naming),
    tree.number && {
      kind: "number",
      level: tree.number.level,
      ...bounds("minimum", "maximum", tree.number.minimum, tree.number.maximum),
    },
    tree.boolean && { kind: "boolean" },
    tree.object && { kind: "object", object: naming.object(tree.object) },
    tree.array && {
      kind: "array",
      items: tree.array.items && typeView(tree.array.items, naming),
      ...bounds("minItems", "maxItems", tree.array.minItems || -Infinity, tree.array.maxItems),
    },
    tree.null && { kind: "null" },
  ];
  return kinds.filter((kind) => kind !== undefined);
}

/** Only the bounds that bind. */
const bounds = <Low extends string, High extends string>(
  low: Low,
  high: High,
  least: number,
  most: number,
): Partial<Record<Low | High, number>> =>
  ({ ...(least > -Infinity && { [low]: least }), ...(most < Infinity && { [high]: most }) }) as Partial<
    Record<Low | High, number>
  >;

function stringView(tree: StringTree, naming: Naming): KindView {
  if (tree.values) return { kind: "enum", enum: enumView(tree, naming) };
  return {
    kind: "text",
    formats: tree.formats ?? [],
    ...(tree.hint !== undefined && { hint: tree.hint }),
    ...bounds("minLength", "maxLength", tree.minLength || -Infinity, tree.maxLength),
  };
}

function enumView(tree: EnumTree, naming: Naming): EnumView {
  const { values, open, model } = tree;
  const known = model.values.filter(({ value }) => values.has(value));
  const older = [...values.keys()].filter((value) => !known.some((entry) => entry.value === value)).sort();
  const missing = naming.closed && !open ? model.values.filter(({ value }) => !values.has(value)) : [];
  return {
    ...enumName(tree, naming.enums),
    prose: model.prose,
    open,
    values: [...known, ...older.map((value) => ({ value, life: {} }))].map((entry) =>
      enumValue(entry, tree, naming),
    ),
    forbidden: missing.map(({ value, life }) => ({ value, reason: naming.explain.life(life) })),
  };
}

/** The first shape of an enum takes its title; another one is written out where it is used. */
function enumName({ model, values, open }: EnumTree, enums: Map<string, string>): { name?: string } {
  if (model.title === undefined) return {};
  const key = JSON.stringify([[...values.keys()].sort(), open]);
  const taken = enums.get(model.title) ?? key;
  enums.set(model.title, taken);
  return taken === key ? { name: model.title } : {};
}

function enumValue(
  { value, description, advice, life }: EnumModel["values"][number],
  { values, open }: EnumTree,
  { fleet, gated }: Naming,
): EnumValueView {
  const since = life.added !== undefined && life.added > fleet.min ? life.added : undefined;
  const exists =
    gated && !open ? spansOf(values.get(value) ?? [], ascending([...values.values()].flat())) : undefined;
  return {
    value,
    ...(description !== undefined && { description }),
    ...(advice !== undefined && { advice }),
    ...(since !== undefined && { since }),
    ...(exists && { exists }),
  };
}
