import { isDeepStrictEqual } from "node:util";
import { isArray, isObject, type JsonObject } from "../base/json.js";
import { listAlternatives, newestType, type BodyPropertyGroup } from "../contract/model/paths.js";
import type { SourceLocation } from "../base/problem/problem.js";
import { notDescribed, toRelease } from "../contract/read/dialect.js";
import type { EventFile, ReleaseEntry, ReviewedFile, Shape, SourceEntry } from "../contract/read/dialect.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { insertItem, printFile, removePart, setPart, type JsonPath } from "../contract/read/edit-json.js";
import { envelopePath, eventPath, objectPath } from "../contract/read/files.js";
import { placeIn, placeInside, splitPointer } from "../contract/read/pointer.js";
import { readPath } from "../contract/read/values.js";
import { baseline, formatRelease, type Release } from "../base/time/release.js";
import { findSince, type Contract } from "./contract.js";
import { findNewestDay, findSourceEntry } from "./judge-source.js";
import type { DriftFinding, JudgedSource, SpecSubject } from "./source-content.js";
import {
  describeBasis,
  isPage,
  isPlainText,
  isStatedRequired,
  isPathStep,
  isEnumValue,
  makePart,
  keyOrder,
} from "./shapes.js";
import type { Decision, PartToAdd, NewsItem } from "./shapes.js";

/** A change to a part of the spec. */
export interface SpecChange {
  readonly place: SourceLocation;
  /** Undefined if it cannot be: nothing is changed then. */
  readonly to: (part: never) => object | undefined;
  /** What is worth a look, about what is proposed. */
  readonly confirm?: string | undefined;
}

/** The texts of a spec by path. */
export type SpecTexts = ReadonlyMap<string, string>;

/** Reads a part of a text of a spec. */
export function readIn(texts: SpecTexts, { file, pointer }: SourceLocation): unknown {
  const text = texts.get(file);
  return text === undefined ? undefined : readPath(JSON.parse(text), splitPointer(pointer));
}

/** The texts after changes; undefined if one of these cannot be made. */
export function makeChanges(
  texts: SpecTexts,
  changes: readonly SpecChange[] | undefined,
): SpecTexts | undefined {
  return changes?.reduce<SpecTexts | undefined>((sofar, { place, to }) => {
    if (!sofar) return undefined;
    const text = sofar.get(place.file);
    const before = readIn(sofar, place);
    const after = to(before as never);
    if (!after) return undefined;
    const tokens = splitPointer(place.pointer).map((token) => (/^\d+$/.test(token) ? Number(token) : token));
    return new Map([
      ...sofar,
      [place.file, text === undefined ? printFile(after) : rewrite(text, tokens, before, after)],
    ]);
  }, texts);
}

/** Rewrites what differs, and nothing else. */
function rewrite(text: string, tokens: JsonPath, before: unknown, after: unknown): string {
  if (isDeepStrictEqual(before, after)) return text;
  if (after === undefined) return removePart(text, tokens);
  if (isObject(before) && isObject(after)) {
    const keys = Object.keys({ ...before, ...after });
    return keys.reduce((sofar, key) => rewrite(sofar, [...tokens, key], before[key], after[key]), text);
  }
  const place = keyOrder.slice(0, Math.max(0, keyOrder.indexOf(String(tokens.at(-1)))));
  if (!isArray(before) || !isArray(after) || before.length === 0 || !before.every(isObject))
    return setPart(text, tokens, after, place);
  const gone = [...before.keys()].filter((i) => !after.includes(before[i] ?? null)).reverse();
  const come = [...after.keys()].filter((i) => !before.includes(after[i] as JsonObject));
  if (before.length === after.length)
    return before.reduce<string>((sofar, item, i) => rewrite(sofar, [...tokens, i], item, after[i]), text);
  const less = gone.reduce((sofar, i) => removePart(sofar, [...tokens, i]), text);
  return come.reduce((sofar, i) => insertItem(sofar, tokens, i, after[i]), less);
}

/** The object that holds a part, alone or in an array, and since when it is there. */
function findHolder(part: SpecSubject, way: readonly string[], contract: Contract) {
  const group = contract.find({ side: part.side, path: way.slice(0, -1).join(".") });
  const kinds = listAlternatives(group ? newestType(group[0].model) : []).map(({ kind }) => kind);
  const [held] = kinds.flatMap((kind) => (kind.kind === "object" ? [kind.object] : []));
  return group && held && { place: held.place, holder: held.title, from: findSince(group) };
}

/** The list of an event, or of the envelope, in which what stands at the top of a body is. */
const toRole = ({ side }: SpecSubject): "carries" | "answers" => (side === "request" ? "carries" : "answers");

/** Lists what stands at the top of a body with the events that have it, or else with all. */
function listObject(part: SpecSubject, name: string, events: readonly string[]): readonly SpecChange[] {
  const role = toRole(part);
  const to = (lists: EventFile | undefined) => lists && { ...lists, [role]: { [name]: {}, ...lists[role] } };
  const files = events.length > 0 ? events.map(eventPath) : [envelopePath];
  return files.map((file) => ({ place: placeIn(file), to }));
}

/** The contract, its products, and the titles of the spec in small letters. */
export interface AdditionContext {
  readonly contract: Contract;
  readonly products: CheckedSpec["products"];
  readonly taken: Set<string>;
}

const products = {
  sends: { list: "events", basis: "No source says yet whether it sends this." },
  takes: { list: "answers", basis: "No source says yet whether it takes this." },
} as const;

/** Names a new event, or a new answer, in each product, as one of which no source says more. */
function listProducts(
  side: keyof typeof products,
  name: string,
  all: CheckedSpec["products"],
): readonly SpecChange[] {
  const { list, basis } = products[side];
  const toMore = (names: readonly string[] = []): readonly string[] => [...names, name];
  return all.map((product, i) => {
    const place = placeIn("products.json", "products", i, side);
    const known = product[side].findIndex((group) => group.basis === basis);
    if (known >= 0) return { place: placeInside(place, known, list), to: toMore };
    const group = { [list]: [name], standing: "unknown", basis };
    return { place, to: (groups: readonly object[]) => [...groups, group] };
  });
}

/** Changes, and what they leave to decide. */
interface Addition {
  /** Undefined if a person has to make them. */
  readonly changes: readonly SpecChange[] | undefined;
  readonly decisions: readonly Decision[];
}

/** Describes a part that the spec does not have, with all that is in it. */
export function addMissingPart(
  news: PartToAdd["news"],
  way: readonly string[],
  { contract, products: all, taken }: AdditionContext,
): Addition {
  const [{ row }] = news;
  const name = way.at(-1) ?? "";
  const decisions: Decision[] = [];
  const part = { news, way, taken, decisions, isInside: false };
  if (way.length === 1) {
    const place = placeIn(objectPath(toRole(row), name));
    const shape = makePart({ ...part, place, holder: "", from: baseline });
    const message = "The source names no event for it, and it is proposed for all: which have it?";
    if (shape && !row.events) decisions.push({ kind: "ask", subject: row, place, message });
    const made = { place, to: (known: Shape | undefined) => (known ? undefined : shape) };
    const named = row.side === "response" ? listProducts("takes", name, all) : [];
    return { decisions, changes: shape ? [made, ...listObject(row, name, row.events ?? []), ...named] : [] };
  }
  const home = findHolder(row, way, contract);
  if (!home) return { decisions, changes: undefined };
  const shape = makePart({ ...part, ...home, place: placeInside(home.place, "properties", name) });
  const needed = isStatedRequired(news, way) ? [name] : [];
  const toLarger = ({ required, properties, ...object }: Shape) => ({
    ...object,
    ...((required ?? needed[0]) && { required: [...(required ?? []), ...needed] }),
    properties: { ...properties, [name]: shape },
  });
  return { decisions, changes: shape ? [{ place: home.place, to: toLarger }] : [] };
}

/** Reads a part of a spec. */
type ReadPart = (place: SourceLocation) => unknown;

/** Adds the values that a source lists of a part that the spec has; undefined if a person has to do it. */
export function addValues(
  { row: { values = [], since }, source }: NewsItem,
  group: BodyPropertyGroup,
  read: ReadPart,
): readonly SpecChange[] | undefined {
  const place = findEnumPlace(group[0].model.place, read);
  const isLater = since !== undefined && since > findSince(group);
  const toEnum = ({ enum: known = [], "x-enum-added-in": dates, "x-enum-seen": seen, ...part }: Shape) => {
    const added = values.filter((value) => !known.includes(value));
    const toEach = (text: string) => Object.fromEntries(added.map((value) => [value, text]));
    if (added.length === 0 || !added.every(isEnumValue)) return undefined;
    const now = isPage(source) ? [...known, ...added] : known;
    const later = isLater ? { ...dates, ...toEach(formatRelease(since)) } : dates;
    const aside = isPage(source) ? seen : { ...toEach(source.seenAs ?? "a source"), ...seen };
    return { ...part, enum: now, "x-enum-added-in": later, "x-enum-seen": aside };
  };
  const confirm = "No row names a release for the values that are added: since when are they there?";
  return place && [{ place, to: toEnum, ...(!isLater && isPage(source) && { confirm }) }];
}

/** Where the enum is that a shape is, leads to or holds. */
function findEnumPlace(place: SourceLocation, read: ReadPart): SourceLocation | undefined {
  const { enum: values, $ref, items, anyOf = [] } = read(place) as Shape;
  if (values) return place;
  const inner = [
    ...($ref === undefined ? [] : [placeIn($ref)]),
    ...(items ? [placeInside(place, "items")] : []),
    ...anyOf.map((_, i) => placeInside(place, "anyOf", i)),
  ];
  return inner.flatMap((each) => findEnumPlace(each, read) ?? [])[0];
}

/** Lists a release with its day, or gives one that is listed its day. */
export function listRelease(release: Release, date: string | undefined): SpecChange {
  const isIt = (entry: ReleaseEntry): boolean => toRelease(entry.release) === release;
  const to = (entries: readonly ReleaseEntry[]) => {
    const known = entries.find(isIt) ?? { release: formatRelease(release), summary: notDescribed };
    const all = [...entries.filter((entry) => !isIt(entry)), date === undefined ? known : { ...known, date }];
    return all.sort((a, b) => toRelease(a.release) - toRelease(b.release));
  };
  return { place: placeIn("releases.json", "releases"), to };
}

/** Describes an event that the spec does not have, or gives one that it has its release. */
export function addEvent(item: NewsItem, isKnown: boolean, all: CheckedSpec["products"]): Addition {
  const { row } = item;
  const place = placeIn(eventPath(row.path));
  const toEvent = (known: EventFile | undefined) => {
    const dates = row.since !== undefined && { "x-added-in": formatRelease(row.since) };
    const freeStanding = "No source says yet how it goes with other events.";
    const fresh = { description: notDescribed, ...dates, ...describeBasis(item), freeStanding };
    return known ? { ...known, ...dates } : fresh;
  };
  const write = "Describe it in words of your own, and give it an example.";
  const ask = "What does it carry, what may answer it, and of which flow and product is it?";
  const made: SpecChange = { place, to: toEvent };
  if (!isPathStep(row.path)) return { changes: undefined, decisions: [] };
  if (isKnown) return { changes: [made], decisions: [] };
  return {
    changes: [made, ...listProducts("sends", row.path, all)],
    decisions: [
      { kind: "write", subject: row, place, message: write },
      { kind: "ask", subject: row, place, message: ask },
    ],
  };
}

/** Writes into `sources.json` how far a source goes that is newer than what is known of it, and that it was read today. */
export function renewSource(
  source: JudgedSource,
  sources: readonly SourceEntry[],
  today: string,
): readonly SpecChange[] | undefined {
  const entry = findSourceEntry(source, sources);
  const { title = "", heading = title, stated = "", newest = "0" } = entry ?? {};
  const { date = "", newest: named } = source;
  const day = findNewestDay(stated) ?? "";
  const restated = day === "" ? [stated, date].filter(Boolean).join(", ") : stated.replace(day, date);
  const toNewer = (known: SourceEntry) => ({
    ...known,
    ...(source.title !== heading && isPlainText(source.title) && { heading: source.title }),
    ...(date > day && { stated: restated }),
    ...(named !== undefined && named > toRelease(newest) && { newest: formatRelease(named) }),
    read: today,
  });
  return entry
    ? [{ place: placeIn("sources.json", "sources", sources.indexOf(entry)), to: toNewer }]
    : undefined;
}

/** Reviews what explains a part that is added, as its description is to say that. */
export function addReviews(reviews: readonly object[]): SpecChange {
  const once = new Map(reviews.map((review) => [JSON.stringify(review), review]));
  const to = (known: ReviewedFile | undefined) => ({
    ...known,
    claims: known?.claims ?? [],
    sentences: [...(known?.sentences ?? []), ...once.values()],
  });
  return { place: placeIn("drift/reviewed.json"), to };
}

/** Takes reviews out that fit nothing any more. */
export function dropReviews(reviews: NonNullable<DriftFinding["lost"]>): SpecChange {
  const gone = new Set(reviews.map((review) => JSON.stringify(review)));
  const isKept = (review: object): boolean => !gone.has(JSON.stringify(review));
  const to = ({ claims, sentences, ...file }: ReviewedFile) => {
    return { ...file, claims: claims.filter(isKept), sentences: sentences.filter(isKept) };
  };
  return { place: placeIn("drift/reviewed.json"), to };
}
