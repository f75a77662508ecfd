import { createBound } from "../lattice/shapes.js";
import type { Snapshots } from "../lattice/snapshot.js";
import { getOrCreate } from "../../base/once.js";
import {
  type EnumTree,
  isCombined,
  isRequired,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type Tree,
} from "../lattice/tree.js";
import type { EnumModel, EnumValueModel, ObjectModel } from "../model/model.js";
import { groupBy } from "../read/values.js";
import { newTo, type Fleet } from "../../base/time/fleet.js";
import { always, covers, uniteAll, within, type Spans } from "../../base/time/spans.js";
import { explainAbsence } from "./reasons.js";
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

type Namer = (tree: ObjectTree) => ObjectView;

interface NamerContext {
  readonly fleet: Fleet;
  readonly snapshots: Snapshots;
  readonly name: Namer;
  readonly find: (model: ObjectModel) => ObjectTree | undefined;
  /** True for answers, which may contain only what is described. Requests are read leniently. */
  readonly closed: boolean;
  /** True if properties and values get gates, which are checked when an answer is sent. */
  readonly gated: boolean;
}

/** All trees of a title are equal in a view, so the first one is used. */
export function createNamer(options: Omit<NamerContext, "name">): Namer {
  const views = new Map<string, ObjectView>();
  const name: Namer = (tree) =>
    getOrCreate(views, tree.model.title, () => toView(tree, { ...options, name }));
  return name;
}

function toView(tree: ObjectTree, context: NamerContext): ObjectView {
  const { model, open } = tree;
  const base = model.base && context.find(model.base);
  const names = model.properties.map(({ name }) => name);
  return {
    name: model.title,
    prose: model.prose,
    open,
    exists: within(tree.exists, context.fleet.spans),
    properties: inSpecOrder(names, tree.properties).map(([, part]) => propertyView(part, tree, context)),
    forbidden: context.closed && !open ? forbiddenIn(tree, context) : [],
    base: base && context.name(base),
  };
}

/** Parts that only older releases have come last, by name. */
function inSpecOrder<T>(known: readonly string[], parts: ReadonlyMap<string, T>): (readonly [string, T])[] {
  const older = [...parts.keys()].filter((name) => !known.includes(name)).sort();
  return [...known, ...older].flatMap((name) => {
    const part = parts.get(name);
    return part === undefined ? [] : [[name, part] as const];
  });
}

function propertyView(tree: PropertyTree, holder: ObjectTree, context: NamerContext): PropertyView {
  const { name, prose, legacyNames } = tree.model;
  const { closed, gated } = context;
  return {
    name,
    required: isRequired(tree, closed ? "response" : "request"),
    type: typeView(tree.type, context),
    prose,
    exists: within(tree.exists, holder.exists),
    legacyNames,
    lenient: !closed && tree.undocumented === "shape",
    inlined: !closed && tree.inlined,
    // A combined object has no gates: an answer is checked against the object of the shop's release.
    gate: gated && !isCombined(holder.model) ? gateView(tree, holder, context) : undefined,
  };
}

/** Undefined if all releases with the parent agree on the property. */
function gateView(tree: PropertyTree, holder: ObjectTree, context: NamerContext): GateView | undefined {
  const exists = holder.open ? undefined : within(tree.exists, holder.exists);
  const required = requiredWithin(tree, holder);
  const eras = listEras(tree, holder, context);
  return exists || required || eras ? { exists, required, eras } : undefined;
}

function requiredWithin({ required, parts }: PropertyTree, holder: ObjectTree): Spans | undefined {
  const needed = uniteAll(parts.filter((part) => part.required).map(({ exists }) => exists));
  return required || needed.length === 0 ? undefined : within(needed, holder.exists);
}

/**
 * Groups parts of equal type into eras; undefined if all are equal. Nested objects and enums have their own gates.
 */
function listEras(
  { parts, exists }: PropertyTree,
  holder: ObjectTree,
  context: NamerContext,
): GateView["eras"] {
  const groups = groupBy(parts, (part) => toTypeKey(part.type));
  const isUniform = groups.size === 1 && (!holder.open || covers(exists, holder.exists));
  if (isUniform) return undefined;
  const join = createBound("join");
  return [...groups.values()].map((group) => ({
    spans: within(uniteAll(group.map((part) => part.exists)), holder.exists) ?? always,
    type: typeView(group.map((part) => part.type).reduce(join.types), context),
  }));
}

/**
 * A key that is equal for types that differ at most in values of untitled enums. Objects, titled enums and these
 * values have their own gates. JSON.stringify omits the values (they are a Map) and writes null for an infinite
 * bound.
 */
function toTypeKey(type: Tree): string {
  return JSON.stringify(type, (key, value: unknown) => {
    if (key === "object") return (value as ObjectTree).model.title;
    return key === "model" ? ((value as EnumModel).title ?? "enum") : value;
  });
}

const forbiddenIn = (
  { model, properties }: ObjectTree,
  { snapshots, fleet }: NamerContext,
): ForbiddenView[] => [
  ...model.properties
    .filter(({ name }) => !properties.has(name))
    .map((property) => ({
      name: property.name,
      reason: property.exclusion ?? explainAbsence(snapshots.existence(property), fleet),
    })),
  ...(model.limited ?? []).map(({ property, events }): ForbiddenView => ({
    name: property.name,
    reason: property.exclusion ?? { kind: "other-event", events },
  })),
];

function typeView(tree: Tree, context: NamerContext): TypeView {
  if (tree.any) return "unknown";
  const kinds: (KindView | undefined)[] = [
    tree.string && stringView(tree.string, context),
    tree.number && {
      kind: "number",
      level: tree.number.level,
      ...finiteBounds({ minimum: tree.number.minimum, maximum: tree.number.maximum }),
    },
    tree.boolean && { kind: "boolean" },
    tree.object && { kind: "object", object: context.name(tree.object) },
    tree.array && {
      kind: "array",
      items: tree.array.items ? typeView(tree.array.items, context) : [],
      ...finiteBounds({ minItems: tree.array.minItems || -Infinity, maxItems: tree.array.maxItems }),
    },
    tree.null && { kind: "null" },
  ];
  return kinds.filter((kind) => kind !== undefined);
}

const finiteBounds = <T extends Readonly<Record<string, number>>>(limits: T): Partial<T> =>
  Object.fromEntries(Object.entries(limits).filter(([, bound]) => Number.isFinite(bound))) as Partial<T>;

function stringView(tree: StringTree, context: NamerContext): KindView {
  if (tree.values) return { kind: "enum", enum: enumView(tree, context) };
  return {
    kind: "text",
    formats: tree.formats ?? [],
    hint: tree.hint,
    ...finiteBounds({ minLength: tree.minLength || -Infinity, maxLength: tree.maxLength }),
  };
}

/** Only a whole enum is named after its title. Part of an enum is written inline. */
function enumView(tree: EnumTree, context: NamerContext): EnumView {
  const { values, open, model, isWhole } = tree;
  const isMissing = ({ value }: { readonly value: string }): boolean =>
    context.closed && !open && !values.has(value);
  return {
    name: isWhole ? model.title : undefined,
    prose: model.prose,
    open,
    values: listValueViews(tree, context),
    forbidden: [
      ...model.values
        .filter(isMissing)
        .map(({ value, exists }) => ({ value, reason: explainAbsence(exists, context.fleet) })),
      ...(model.seen ?? [])
        .filter(isMissing)
        .map(({ value, where }) => ({ value, reason: { kind: "seen", where } as const })),
    ],
  };
}

function listValueViews({ values, model, open }: EnumTree, { fleet, gated }: NamerContext): EnumValueView[] {
  const models = new Map(model.values.map((each) => [each.value, each]));
  const whole = uniteAll([...values.values()]);
  return inSpecOrder([...models.keys()], values).map(([value, exists]) => {
    const known = models.get(value);
    return {
      ...(known ? toValueView(known, fleet) : { value }),
      exists: gated && !open ? within(exists, whole) : undefined,
    };
  });
}

/** Sets `since` if not every shop has the value. */
export const toValueView = ({ exists, ...rest }: EnumValueModel, fleet: Fleet): EnumValueView => ({
  ...rest,
  since: newTo(fleet, exists),
});
