import { isArray, isObject, type Json, type JsonObject } from "../base/json.js";
import { getOrCreate } from "../base/once.js";
import type { Release } from "../base/time/release.js";
import type { AlternativeModel, Direction, PropertyModel, TypeModel } from "../contract/model/model.js";
import { findNamed, findRoot, listItemTypes } from "../contract/traffic/body-parts.js";
import { listObjects, listOwnProperties, listTypes } from "../contract/traffic/body-parts.js";
import { isPlainName, maxSiblings } from "../contract/traffic/plain-name.js";
import type { Contract } from "./contract.js";
import { nameSubject, type SourcePlace, type SpecSubject } from "./source-content.js";
import { findFault, findValueKind, unlisted } from "./value-kinds.js";
import type { ValueKind } from "./seen-shape.js";

export interface Shop {
  /** The id of its subscription; "" if the recording does not name it. */
  readonly id: string;
  /** As the user says. */
  readonly release: Release | undefined;
  /** The newest release that its requests prove. */
  proved: Release | undefined;
}

/** A recorded body, and where it comes from. */
export interface SeenBody {
  readonly body: JsonObject;
  readonly event: string;
  readonly direction: Direction;
  /** True for the POS's report of a wrong answer. */
  readonly isReport: boolean;
  readonly isRedacted: boolean;
  readonly shop: Shop;
  readonly place: SourcePlace;
}

export interface Count {
  /** Of the first. */
  readonly place: SourcePlace;
  bodies: number;
  /** Occurrences: a body may have several. */
  times: number;
  last: JsonObject | undefined;
}

/** By event and shop. */
export type Counts = Map<string, Map<Shop, Count>>;

interface SeenPlace extends SpecSubject {
  readonly side: Direction;
  /** The contract's types, in any release. Empty if it does not have the part. */
  readonly types: Set<AlternativeModel>;
  readonly counts: Counts;
}

/** A property, or the items of a list, at one path. Its values are not kept, except short texts. */
export interface SeenPart extends SeenPlace {
  readonly name: string;
  readonly holder: SeenHolder;
  /** Empty if the contract does not have it. */
  readonly properties: Set<PropertyModel>;
  /** How often its values were of each kind. */
  readonly kinds: Map<ValueKind, Counts>;
  /** Where bodies have it, although the contract has it only in other events. */
  readonly misplaced: Counts;
  /** Where objects lack it, although some release requires it. */
  readonly missing: Counts;
  readonly faults: Map<string, Counts>;
  /** Short texts that are not in the contract, with how often they occur. */
  readonly texts: Map<string, number>;
}

/** The objects at one path; "" is the body itself. */
export interface SeenHolder extends SeenPlace {
  /** Unknown names. */
  readonly names: Set<string>;
  /** Occurrences of names that may be data. */
  readonly strange: Counts;
}

/** With more names than these, an object uses data as names. */
export const hasDataNames = ({ names }: SeenHolder): boolean => names.size > maxSiblings;

export interface Tally extends Contract {
  /** True to keep short texts. */
  readonly keepsTexts: boolean;
  readonly seen: Map<string, SeenPart>;
  readonly holders: Map<string, SeenHolder>;
  /** The number of unknown names. */
  unknown: number;
}

export const createTally = (contract: Contract, keepsTexts: boolean): Tally => ({
  ...contract,
  keepsTexts,
  seen: new Map(),
  holders: new Map(),
  unknown: 0,
});

interface Context extends SeenBody {
  readonly tally: Tally;
}

/** Counts every part of a body, with what the contract says about it. */
export const addBody = (body: SeenBody, tally: Tally): void =>
  addObject(body.body, findRoot(tally.model, body), "", { ...body, tally });

function addObject(object: JsonObject, types: TypeModel, path: string, context: Context): void {
  const { direction: side, tally } = context;
  const holder = getOrCreate(tally.holders, nameSubject({ side, path }), () => ({
    side,
    path,
    types: new Set<AlternativeModel>(),
    counts: new Map() as Counts,
    names: new Set<string>(),
    strange: new Map() as Counts,
  }));
  countIn(holder.counts, context);
  for (const type of types) holder.types.add(type);
  const own = listOwnProperties(types, context);
  const entries = Object.entries(object).map(([name, value]) => ({
    name,
    value,
    known: findNamed(own, name, context, object),
  }));
  const isData = entries.filter(({ known }) => known.length === 0).length > maxSiblings;
  for (const { name, value, known } of entries)
    if (isData && known.length === 0) countIn(holder.strange, context);
    else addProperty(name, value, { holder, known }, context);
  for (const property of listMissing(object, { types, own }, context)) {
    const part = openPart(joinPath(path, property.name), property.name, holder, context);
    part.properties.add(property);
    countIn(part.missing, context);
  }
}

const joinPath = (holder: string, name: string): string => (holder === "" ? name : `${holder}.${name}`);

interface KnownObject {
  readonly types: TypeModel;
  readonly own: readonly PropertyModel[];
}

/** Properties of the object that some release requires, without those that it may have elsewhere. */
function listMissing(object: JsonObject, { types, own }: KnownObject, context: Context) {
  // With several shapes, it is not known which one the object has.
  if (listObjects(types).length !== 1) return [];
  return own.filter(
    ({ name, legacyNames, required, optionalFor = {}, undocumented, inlined, exclusion }) =>
      [name, ...legacyNames].every((each) => !Object.hasOwn(object, each)) &&
      required.length > 0 &&
      !inlined &&
      !exclusion &&
      !Object.hasOwn(optionalFor, context.event) &&
      undocumented === "nothing",
  );
}

interface PropertyPlace {
  readonly holder: SeenHolder;
  readonly known: readonly PropertyModel[];
}

function addProperty(written: string, value: Json, { holder, known }: PropertyPlace, context: Context): void {
  const name = known[0]?.name ?? written;
  const path = joinPath(holder.path, name);
  const findElsewhere = () =>
    context.tally.paths.at({ direction: holder.side, path }).map(({ model }) => model);
  const found = known.length > 0 ? known : findElsewhere();
  if (found.length === 0 && !keepsName(name, holder, context)) return;
  const part = openPart(path, name, holder, context);
  countIn(part.counts, context);
  if (found.length > known.length) countIn(part.misplaced, context);
  for (const property of found) part.properties.add(property);
  // A report repeats a request, which was recorded before.
  if (!context.isReport || path !== "original") addValue(value, found.flatMap(listTypes), part, context);
}

function addValue(value: Json, types: TypeModel, part: SeenPart, context: Context): void {
  const { path, holder } = part;
  for (const type of types) part.types.add(type);
  countUnder(part.kinds, findValueKind(value), context);
  const fault = types.length > 0 ? findFault(value, types, context.isRedacted) : undefined;
  if (fault !== undefined) countUnder(part.faults, fault, context);
  const isNew = types.length === 0 || fault === unlisted;
  const isKept = context.tally.keepsTexts && isNew && !context.isRedacted;
  if (isKept && typeof value === "string" && isWord(value) && part.texts.size <= maxTexts)
    part.texts.set(value, (part.texts.get(value) ?? 0) + 1);
  if (isObject(value)) addObject(value, types, path, context);
  if (!isArray(value)) return;
  const items = openPart(`${path}[]`, itemsName, holder, context);
  for (const item of value) {
    countIn(items.counts, context);
    addValue(item, listItemTypes(types), items, context);
  }
}

function openPart(path: string, name: string, holder: SeenHolder, context: Context): SeenPart {
  const { direction: side, tally } = context;
  return getOrCreate(tally.seen, nameSubject({ side, path }), () => ({
    side,
    path,
    name,
    holder,
    types: new Set<AlternativeModel>(),
    counts: new Map() as Counts,
    properties: new Set<PropertyModel>(),
    kinds: new Map<ValueKind, Counts>(),
    misplaced: new Map() as Counts,
    missing: new Map() as Counts,
    faults: new Map<string, Counts>(),
    texts: new Map<string, number>(),
  }));
}

/** False for a name that may be data. Without limits, a hostile file could fill the memory with names. */
function keepsName(name: string, holder: SeenHolder, context: Context): boolean {
  const { names, strange } = holder;
  const isKept = isPlainName(name) && !hasDataNames(holder) && context.tally.unknown < maxUnknown;
  if (isKept && !names.has(name)) {
    names.add(name);
    context.tally.unknown += 1;
  }
  if (!names.has(name)) countIn(strange, context);
  return names.has(name);
}

/** Of the items of a list. */
export const itemsName = "[]";

const maxUnknown = 1000;

/** False for a sentence, a number, a code and an e-mail address. A name of a person is a word, too. */
const isWord = (text: string): boolean => /^\p{L}[\p{L}_-]{0,28}\d?$/u.test(text);

/** More texts than these are not a set of values. */
export const maxTexts = 10;

const countUnder = <Key>(all: Map<Key, Counts>, key: Key, body: SeenBody): void =>
  countIn(
    getOrCreate(all, key, (): Counts => new Map()),
    body,
  );

export function countIn(
  counts: Counts,
  { event, shop, body, place }: Pick<SeenBody, "event" | "shop" | "body" | "place">,
): void {
  const shops = getOrCreate(counts, event, (): Map<Shop, Count> => new Map());
  const count = getOrCreate(shops, shop, (): Count => ({ place, bodies: 0, times: 0, last: undefined }));
  count.times += 1;
  if (count.last !== body) count.bodies += 1;
  count.last = body;
}
