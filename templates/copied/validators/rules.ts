import { readSpans, type Period } from "./releases.js";
import type * as table from "./table.js";

/** The table as the checks read it: names are followed, and releases are numbers. */
export interface Rules {
  readonly fleet: FleetRule;
  readonly events: ReadonlyMap<string, EventRule>;
  readonly commonRequest: ObjectRule;
  readonly errorRequest: ObjectRule;
}

export interface FleetRule {
  readonly label: string;
  readonly periods: readonly Period[];
}

export interface EventRule extends Omit<table.EventRow, "request" | "answer" | "own" | "exists"> {
  readonly name: string;
  readonly request: ObjectRule;
  readonly answer: ObjectRule;
  readonly own: readonly string[];
  /** Own objects without which a request is rejected with `NO_EVENT_DETAILS`. */
  readonly required: readonly string[];
  readonly exists: readonly Period[] | undefined;
}

export interface ObjectRule {
  readonly name: string;
  readonly open: boolean;
  /** The properties of the base, then those of the object. */
  readonly layers: readonly Layer[];
  /** By all names; those of the base and those outside the fleet, too. */
  readonly properties: ReadonlyMap<string, PropertyRule>;
  /** What an answer may have. */
  readonly known: ReadonlySet<string>;
  /** Why an answer may not have a name that is not known. */
  readonly forbidden: ReadonlyMap<string, table.Forbidden>;
  /** True if a property is called like one that every object inherits, such as `constructor`. */
  readonly likeInherited: boolean;
}

export interface Layer {
  /** The properties that shops of the fleet have. */
  readonly properties: readonly PropertyRule[];
  readonly required: readonly PropertyRule[];
  readonly inlined: InlinedRule | undefined;
}

export interface InlinedRule {
  readonly property: PropertyRule;
  readonly inner: ObjectRule;
  /** The inner properties that may stand in the parent. */
  readonly names: readonly string[];
  /** True if null is a value. Otherwise it counts as absent, even if the property is required. */
  readonly nullable: boolean;
}

export interface PropertyRule extends Omit<
  table.PropertyRow,
  "type" | "spellings" | "exists" | "requiredIn" | "eras" | "holds"
> {
  readonly name: string;
  /** The name and its older spellings. */
  readonly names: readonly string[];
  /** False if no shop of the fleet has the property. */
  readonly isChecked: boolean;
  /** Undefined if anything fits. */
  readonly type: TypeRule | undefined;
  readonly exists: readonly Period[] | undefined;
  readonly requiredIn: readonly Period[] | undefined;
  readonly eras: readonly EraRule[] | undefined;
  /** The object in it, also as an item of a list. */
  readonly holds: ObjectRule | undefined;
}

interface EraRule {
  readonly periods: readonly Period[];
  readonly type: TypeRule | undefined;
}

export interface TypeRule {
  readonly kinds: readonly KindRule[];
  /** The kinds in words: `a string or null`. */
  readonly expected: string;
}

export type KindRule =
  | { readonly kind: "null" | "boolean" }
  | { readonly kind: "number" | "integer"; readonly limits: readonly Limit[] }
  | { readonly kind: "string"; readonly limits: readonly Limit[]; readonly formats: readonly table.Format[] }
  | { readonly kind: "enum"; readonly values: EnumRule }
  | ListRule
  | { readonly kind: "object"; readonly object: ObjectRule };

export interface ListRule {
  readonly kind: "list";
  readonly limits: readonly Limit[];
  readonly items: TypeRule | undefined;
}

export type Limit = readonly [bound: keyof table.Limits, limit: number];

export interface EnumRule {
  readonly values: readonly string[];
  readonly forbidden: ReadonlyMap<string, table.Forbidden>;
  readonly exists: ReadonlyMap<string, readonly Period[]>;
}

/** Reads the table once, so that no check follows a name or parses a release. */
export function readRules(given: table.Contract): Rules {
  const contract = withoutPrototypes(given) as table.Contract;
  const { fleet, events, objects } = contract;
  const made = new Map(Object.keys(objects).map((name) => [name, { name } as ObjectRule]));
  const find = (name: string): ObjectRule => {
    const object = made.get(name);
    if (object === undefined) throw new Error(`The contract has no object ${name}.`);
    return object;
  };
  const source = { ...contract, find };
  // An object may contain itself, so all exist before any is complete.
  const complete = new Set<string | undefined>([undefined]);
  for (const [name, row] of Object.entries(objects)) {
    if (!complete.has(row.base)) throw new Error(`The contract has ${name} before its base, ${row.base}.`);
    Object.assign(find(name), readObject(row, source));
    complete.add(name);
  }
  return {
    fleet: { label: fleet.label, periods: readSpans(fleet.spans) },
    events: mapOf(events, (row, name) => readEvent(name, row, find)),
    commonRequest: find(contract.commonRequest),
    errorRequest: find(contract.errorRequest),
  };
}

/** Nothing in the copy inherits what a library or an attack has added to all objects. */
function withoutPrototypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutPrototypes);
  if (typeof value !== "object" || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [name, part] of Object.entries(value)) copy[name] = withoutPrototypes(part);
  return copy;
}

interface Source extends table.Contract {
  readonly find: (object: string) => ObjectRule;
}

const mapOf = <Row, Rule>(
  rows: Readonly<Record<string, Row>> = {},
  read: (row: Row, name: string) => Rule,
): ReadonlyMap<string, Rule> =>
  new Map(Object.entries(rows).map(([name, row]) => [name, read(row, name)] as const));

function readEvent(name: string, row: table.EventRow, find: Source["find"]): EventRule {
  const { own = [], exists, proves, repeated, endsItself, echo } = row;
  const [request, answer] = [find(row.request), find(row.answer)];
  const required = own.filter((object) => request.properties.get(object)?.required);
  const periods = exists && readSpans(exists);
  return { name, request, answer, own, required, exists: periods, proves, repeated, endsItself, echo };
}

function readObject(row: table.ObjectRow, source: Source): Omit<ObjectRule, "name"> {
  const { open = false } = row;
  const base = row.base === undefined ? undefined : source.find(row.base);
  const all = Object.entries(row.properties).map(([name, each]) =>
    readProperty(name, toPropertyRow(each), source),
  );
  const properties = all.filter(({ isChecked }) => isChecked);
  const names = properties.flatMap((property) => property.names);
  const forbidden = mapOf(row.forbidden, (each) => each);
  const inherited = [...(base?.known ?? [])].filter((name) => !forbidden.has(name));
  const required = properties.filter((property) => property.required ?? property.requiredIn);
  const inlined = open ? undefined : findInlined(properties, source);
  const named = all.flatMap((property) => property.names.map((name) => [name, property] as const));
  return {
    open,
    layers: [...(base?.layers ?? []), { properties, required, inlined }],
    properties: new Map([...(base?.properties ?? []), ...named]),
    known: new Set([...inherited, ...names]),
    forbidden: new Map([...(base?.forbidden ?? []), ...forbidden]),
    likeInherited: base?.likeInherited === true || names.some((name) => name in Object.prototype),
  };
}

const toPropertyRow = (row: table.PropertyRow | string): table.PropertyRow =>
  typeof row === "string" ? (withoutPrototypes({ type: row }) as table.PropertyRow) : row;

/** An object's own properties take precedence over those of the inner object. */
function findInlined(properties: readonly PropertyRule[], { objects }: Source): InlinedRule | undefined {
  const property = properties.find(({ inlined }) => inlined);
  const kinds = property?.type?.kinds ?? [];
  const inner = kinds.find((each) => each.kind === "object")?.object;
  if (!property || !inner) return undefined;
  const own = properties.flatMap((each) => each.names);
  const names = Object.entries(objects[inner.name]?.properties ?? {})
    .map(([name, row]) => [name, toPropertyRow(row)] as const)
    .flatMap(([name, { type, spellings = [] }]) => (type === undefined ? [] : [name, ...spellings]))
    .filter((name) => !own.includes(name));
  const nullable = kinds.some(({ kind }) => kind === "null");
  return names.length > 0 ? { property, inner, names, nullable } : undefined;
}

/** Sets every part, because the rule, unlike the row, has a prototype. */
function readProperty(name: string, row: table.PropertyRow, source: Source): PropertyRule {
  const { required, spellings = [], lenient, inlined, proves, valuesProve, guessed, outside, holds } = row;
  const { exists, requiredIn, eras } = row;
  const type = row.type === undefined ? undefined : readType(row.type, source);
  return {
    name,
    names: [name, ...spellings],
    isChecked: row.type !== undefined,
    type,
    ...{ required, lenient, inlined, proves, valuesProve, guessed, outside },
    exists: exists && readSpans(exists),
    requiredIn: requiredIn && readSpans(requiredIn),
    eras: eras?.map((era) => ({ periods: readSpans(era.spans), type: readType(era.type, source) })),
    holds: holds === undefined ? findObject(type) : holds === null ? undefined : source.find(holds),
  };
}

function findObject(type: TypeRule | undefined): ObjectRule | undefined {
  const { kinds = [] } = type ?? {};
  const object = kinds.find((each) => each.kind === "object")?.object;
  const list = kinds.find((each) => each.kind === "list");
  return object ?? (list && findObject(list.items));
}

/** Undefined if anything fits. */
function readType(row: table.TypeRow, source: Source): TypeRule | undefined {
  if (row === "any") return undefined;
  const rows: readonly table.KindRow[] = isList(row) ? row : [row];
  const kinds = rows.map((each) => readKind(each, source));
  return { kinds, expected: joinWords(kinds.map(({ kind }) => inWords[kind])) };
}

// Array.isArray alone does not recognize a readonly array.
const isList = (row: table.TypeRow): row is readonly table.KindRow[] => Array.isArray(row);

const inWords = {
  null: "null",
  boolean: "a boolean",
  number: "a number",
  integer: "an integer",
  string: "a string",
  enum: "a string",
  list: "an array",
  object: "an object",
} as const;

export const joinWords = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

function readKind(row: table.KindRow, source: Source): KindRule {
  if (typeof row === "string") return readName(row, source);
  if ("values" in row) return { kind: "enum", values: readEnum(row) };
  if ("items" in row) {
    const { items, ...limits } = row;
    return { kind: "list", limits: readLimits(limits), items: readType(items, source) };
  }
  const { type: kind, formats = [], ...bounds } = row;
  const limits = readLimits(bounds);
  return kind === "string" ? { kind, limits, formats } : { kind, limits };
}

const readLimits = (limits: table.Limits): readonly Limit[] => Object.entries(limits) as Limit[];

function readName(name: string, { find, enums }: Source): KindRule {
  if (name === "null" || name === "boolean") return { kind: name };
  if (name === "number" || name === "integer") return { kind: name, limits: [] };
  if (name === "string") return { kind: name, limits: [], formats: [] };
  const values = Object.hasOwn(enums, name) ? enums[name] : undefined;
  return values ? { kind: "enum", values: readEnum(values) } : { kind: "object", object: find(name) };
}

const readEnum = ({ values, forbidden, exists }: table.EnumRow): EnumRule => ({
  values,
  forbidden: mapOf(forbidden, (each) => each),
  exists: mapOf(exists, readSpans),
});

/** RFC 6901. */
export const joinPointer = (pointer: string, token: string | number): string =>
  `${pointer}/${String(token).replaceAll("~", "~0").replaceAll("/", "~1")}`;
