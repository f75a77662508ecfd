import type { EnumValueModel, ObjectModel } from "../model/model.js";
import { newTo, type Fleet } from "../time/fleet.js";
import { findGate } from "./gates.js";
import { isCombined } from "../lattice/tree.js";
import type { EnumTree, ObjectTree, PropertyTree, StringTree, Tree } from "../lattice/tree.js";
import type { Explainer } from "./reasons.js";
import { uniteAll, within, type Spans } from "../time/spans.js";
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

/** Turns trees into the types of a view, one for each title. */
export interface Namer {
  object(tree: ObjectTree): ObjectView;
}

export interface NamingOptions {
  readonly fleet: Fleet;
  readonly explain: Explainer;
  /** Finds the tree of an object that another one is made of. */
  readonly find: (model: ObjectModel) => ObjectTree | undefined;
  /** Whether nothing but what is described may be sent: in answers. Requests are read leniently. */
  readonly closed: boolean;
  /** Whether properties and values get gates, which are checked when an answer is sent. */
  readonly gated: boolean;
}

interface Naming extends NamingOptions {
  readonly object: (tree: ObjectTree) => ObjectView;
}

/** Creates a namer. All trees of one title are equal in a view, so that the first one is used. */
export function createNamer(options: NamingOptions): Namer {
  const views = new Map<string, ObjectView>();
  const naming: Naming = {
    ...options,
    object: (tree) => {
      const { title } = tree.model;
      const view = views.get(title) ?? toView(tree, naming);
      views.set(title, view);
      return view;
    },
  };
  return naming;
}

function toView(tree: ObjectTree, naming: Naming): ObjectView {
  const { model, open } = tree;
  const base = model.base && naming.find(model.base);
  return {
    name: model.title,
    prose: model.prose,
    open,
    ...existsWithin(tree.exists, naming.fleet.spans),
    properties: inSpecOrder(model, tree).map((property) => propertyView(property, tree, naming)),
    forbidden: naming.closed && !open ? forbiddenIn(tree, naming.explain) : [],
    ...(base && { base: naming.object(base) }),
  };
}

/** The properties in the order of the spec, then those that only older releases had, by name. */
function inSpecOrder(model: ObjectModel, tree: ObjectTree): PropertyTree[] {
  const own = model.properties.map(({ name }) => name);
  const older = [...tree.properties.keys()].filter((name) => !own.includes(name)).sort();
  return [...own, ...older].flatMap((name) => tree.properties.get(name) ?? []);
}

function propertyView(tree: PropertyTree, holder: ObjectTree, naming: Naming): PropertyView {
  const { name, prose, legacyNames } = tree.model;
  return {
    name,
    required: tree.required && (naming.closed || tree.undocumented === "nothing"),
    type: typeView(tree.type, naming),
    prose,
    ...existsWithin(tree.exists, holder.exists),
    legacyNames,
    ...(!naming.closed && tree.undocumented === "shape" && { lenient: true }),
    ...(!naming.closed && tree.inlined && { inlined: true }),
    ...(naming.gated && gateView(tree, holder, naming)),
  };
}

/** A combined object has no gates: an answer is checked against the object that the shop's release has. */
function gateView(tree: PropertyTree, holder: ObjectTree, naming: Naming): { gate?: GateView } {
  const gate = isCombined(holder.model) ? undefined : findGate(tree, holder);
  if (!gate) return {};
  const { eras, ...rest } = gate;
  const views = eras?.map(({ spans, type }) => ({ spans, type: typeView(type, naming) }));
  return { gate: { ...rest, ...(views && { eras: views }) } };
}

/** Empty if something exists throughout a part of time. */
function existsWithin(spans: Spans, part: Spans): { exists?: Spans } {
  const exists = within(spans, part);
  return exists ? { exists } : {};
}

const forbiddenIn = ({ model, properties }: ObjectTree, explain: Explainer): ForbiddenView[] => [
  ...model.properties
    .filter(({ name }) => !properties.has(name))
    .map((property) => ({ name: property.name, reason: property.aside ?? explain.property(property) })),
  ...(model.limited ?? []).map(({ property, events }): ForbiddenView => ({
    name: property.name,
    reason: property.aside ?? { kind: "other-event", events },
  })),
];

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
      items: tree.array.items ? typeView(tree.array.items, naming) : [],
      ...bounds("minItems", "maxItems", tree.array.minItems || -Infinity, tree.array.maxItems),
    },
    tree.null && { kind: "null" },
  ];
  return kinds.filter((kind) => kind !== undefined);
}

/** The bounds that are finite. */
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

/** An enum has its title as its name only if it is whole; a part of it is written out where it is used. */
function enumView(tree: EnumTree, naming: Naming): EnumView {
  const { values, open, model, isWhole } = tree;
  const isClosed = naming.closed && !open;
  const missing = isClosed ? model.values.filter(({ value }) => !values.has(value)) : [];
  const seen = isClosed ? (model.seen ?? []).filter(({ value }) => !values.has(value)) : [];
  return {
    ...(isWhole && model.title !== undefined && { name: model.title }),
    prose: model.prose,
    open,
    values: valuesInSpecOrder(tree).map((value) => enumValue(value, tree, naming)),
    forbidden: [
      ...missing.map(({ value, exists }) => ({ value, reason: naming.explain.absence(exists) })),
      ...seen.map(({ value, where }) => ({ value, reason: { kind: "seen", where } as const })),
    ],
  };
}

interface FoundValue {
  readonly value: string;
  readonly exists: Spans;
  /** What the newest enum says of the value; undefined if only an older one has it. */
  readonly model: EnumValueModel | undefined;
}

/** The values that the newest enum has, in its own order, then those that only older ones had, by name. */
function valuesInSpecOrder({ values, model }: EnumTree): FoundValue[] {
  const models = new Map(model.values.map((each) => [each.value, each]));
  const found = [...values].map(([value, exists]) => ({ value, exists, model: models.get(value) }));
  const order = [...models.keys()];
  const own = found.filter((each) => each.model);
  const older = found.filter((each) => !each.model);
  return [
    ...own.sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)),
    ...older.sort((a, b) => (a.value < b.value ? -1 : 1)),
  ];
}

function enumValue(
  { value, exists: spans, model }: FoundValue,
  { values, open }: EnumTree,
  { fleet, gated }: Naming,
): EnumValueView {
  const since = model && newTo(fleet, model.exists);
  const exists = gated && !open ? within(spans, uniteAll([...values.values()])) : undefined;
  return {
    value,
    ...(model?.description !== undefined && { description: model.description }),
    ...(model?.advice !== undefined && { advice: model.advice }),
    ...(since !== undefined && { since }),
    ...(exists && { exists }),
  };
}
