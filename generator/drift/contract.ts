import type {
  Exclusion,
  Direction,
  EnumModel,
  Model,
  PropertyModel,
  TypeModel,
  KindModel,
} from "../contract/model/model.js";
import { errorRequestName } from "../contract/read/files.js";
import { typeAt } from "../contract/lattice/snapshot.js";
import {
  type BodyPropertyGroup,
  createPaths,
  groupByPath,
  listAlternatives,
  listEventNames,
  type Paths,
  splitPath,
} from "../contract/model/paths.js";
import type { NamesFile } from "../contract/read/dialect.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { baseline, type Release, formatRelease } from "../base/time/release.js";
import { existsAt, addedIn } from "../base/time/spans.js";
import { quote } from "../base/text/quote.js";
import { listWords } from "../base/text/words.js";
import type { SpecSubject, Aspect, SourceContent, SourceRow, RowType } from "./source-content.js";
import { toArrayType } from "./property-table.js";

/** An object at the root of a body, which a section or a table describes. */
export interface Root extends SpecSubject {
  readonly side: Direction;
}

/** The contract, to be found as sources name it. */
export interface Contract {
  readonly model: Model;
  readonly paths: Paths;
  /** Every part of a body, each path once. */
  readonly parts: readonly BodyPropertyGroup[];
  /** The parts at the roots of bodies. */
  readonly roots: readonly Root[];
  /** The part that a subject is, in however many events. */
  readonly find: (subject: SpecSubject) => BodyPropertyGroup | undefined;
  /** Whether it has a part or an event; releases are no parts of it. */
  readonly has: (subject: SpecSubject) => boolean;
  /** The parts whose path ends with the names of a path, or that the spec says are called so in prose. */
  readonly named: (name: string) => readonly SpecSubject[];
}

/** Indexes a model by its paths, and by the names that people give to parts in prose. */
export function indexContract(model: Model, { names }: NamesFile): Contract {
  const paths = createPaths(model);
  const parts = groupByPath([...paths.properties, ...paths.errorRequest]);
  const called = new Map(
    names.flatMap(({ called: words, parts: named }) => words.map((word) => [word, named.map(parseSubject)])),
  );
  const byLast = groupBy(parts, ([{ names: steps }]) => steps.at(-1) ?? "");
  const found = new Map<string, readonly SpecSubject[]>();
  const look = (name: string): readonly SpecSubject[] => {
    const names = splitPath(name);
    const steps = `.${names.join(".")}`;
    const ending = (byLast.get(names.at(-1) ?? "") ?? []).filter(([part]) =>
      `.${part.names.join(".")}`.endsWith(steps),
    );
    return ending.map(([part]) => ({ side: part.direction, path: part.path }));
  };
  const find: Contract["find"] = ({ side, path }) => {
    if (side !== "request" && side !== "response") return undefined;
    const at = { direction: side, path };
    // What an event carries comes before what the error request has under the same name.
    const inError = side === "request" ? paths.at({ ...at, event: errorRequestName }) : [];
    const [first, ...rest] = [...paths.at(at), ...inError];
    return first && [first, ...rest];
  };
  return {
    model,
    paths,
    parts,
    roots: parts.flatMap(([{ direction: side, path, names: steps }]) =>
      steps.length === 1 ? { side, path } : [],
    ),
    find,
    has: (subject) =>
      subject.side === "event"
        ? model.events.some(({ name }) => name === subject.path)
        : find(subject) !== undefined,
    named: (name) => {
      const word = called.get(name.toLowerCase());
      if (word || name.includes(" ")) return word ?? [];
      const subjects = found.get(name) ?? look(name);
      if (subjects.length > 0) found.set(name, subjects);
      return subjects;
    },
  };
}

function parseSubject(text: string): SpecSubject {
  const [side = "", path = ""] = text.split(" ");
  return { side: side as Direction, path };
}

/** What keeps a part out of the contract: that it, or what holds it, is planned, or was only seen somewhere. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Exclusion | undefined =>
  chain.flatMap(({ exclusion }) => exclusion ?? [])[0];

/** Whether `x-seen` means a source: it names the source, and mostly a release of it. */
export const isNameOfSource = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));

/** Whether a part was only seen, and in the source that `x-seen` names so. */
export const isSeenIn = (aside: Exclusion | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNameOfSource(aside.where, seenAs);

/** The release with which a part came, wherever it came first: the latest of the parts that it is in. */
export const findSince = (group: BodyPropertyGroup): Release =>
  Math.min(...group.map(({ chain }) => Math.max(baseline, ...chain.flatMap(listStartReleases)))) as Release;

/** The releases that a part itself came with, whatever it is in. */
export const listStartReleases = (part: PropertyModel): readonly Release[] =>
  [part, ...(part.eras[0]?.type ?? [])].flatMap(({ exists }) => addedIn(exists) ?? []);

/** Later than every release. */
const today = Number.MAX_SAFE_INTEGER as Release;

/**
 * The releases of which a source may be: the newest that it names or whose parts it has, and those after it with which something
 * changes. What it says is right if it is right at one of them. A source that names none is of today.
 */
export function listPossibleReleases(
  { newest, rows }: SourceContent,
  { find, model }: Contract,
): readonly Release[] {
  if (newest === undefined) return [today];
  const first = rows.reduce((latest, row) => {
    const group = find(row);
    return group ? (Math.max(latest, findSince(group)) as Release) : latest;
  }, newest);
  return [first, ...model.changes.filter((release) => release > first)];
}

/** A part as those events have it that have it at a release, with all that it is in; undefined if none has it. */
export function findAtRelease(
  group: BodyPropertyGroup,
  at: Release,
  { model }: Contract,
): BodyPropertyGroup | undefined {
  const others = new Set(model.events.flatMap(({ name, exists }) => (existsAt(exists, at) ? [] : name)));
  const isThere = (part: PropertyModel): boolean =>
    existsAt(part.exists, at) && typeAt(part, at).some(({ exists }) => existsAt(exists, at));
  const [first, ...rest] = group
    .filter(({ chain }) => chain.every(isThere))
    .map((part) => ({ ...part, events: part.events.filter((name) => !others.has(name)) }))
    .filter(({ events }) => events.length > 0);
  return first && [first, ...rest];
}

/** The types of a part at a release, in whichever event. */
const listTypesAt = (group: BodyPropertyGroup, at: Release): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap((model) => typeAt(model, at));

/** The enum that a part holds at a release, alone or in an array. */
export const findEnum = (group: BodyPropertyGroup, at: Release): EnumModel | undefined =>
  listAlternatives(listTypesAt(group, at)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];

/** Whether a path names as array what is one, and nothing else. */
const marksArrays = (path: string, [{ chain }]: BodyPropertyGroup, at: Release): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    const isMarked = step !== dropArrays(step);
    if (!property || (i === length - 1 && !isMarked)) return true;
    return typeAt(property, at).some(({ kind }) => kind.kind === (isMarked ? "array" : "object"));
  });

/** How an aspect of a row stands to the contract: "" if it says the same. */
export interface AspectDifference {
  readonly verdict: "new" | "contradicts";
  readonly message: string;
}

/** The statements of a row, aspect by aspect, in the words by which reviews recognise them. */
export function listAspects(row: SourceRow): readonly (readonly [Aspect, string])[] {
  const { type, optional, since, values, events, planned, date } = row;
  const all: readonly (readonly [Aspect, string | undefined])[] = [
    [planned ? "plan" : "existence", ""],
    ["type", type && [...type].sort().join(" ")],
    ["optional", optional === undefined ? undefined : String(optional)],
    ["since", since === undefined ? undefined : formatRelease(since)],
    ["values", values && [...values].sort().join(" ")],
    ["events", events && [...events].sort().join(" ")],
    ["date", date],
  ];
  return all.flatMap(([aspect, words]) => (words === undefined ? [] : [[aspect, words] as const]));
}

/** The source of a row, at a release of which it may be. */
interface SourceAt extends Pick<SourceContent, "kind" | "seenAs"> {
  readonly at: Release;
}

/** Compares an aspect of a row with a part; undefined if that says the same. */
type Compare = (row: SourceRow, group: BodyPropertyGroup, source: SourceAt) => AspectDifference | undefined;

const isNew = (message: string): AspectDifference => ({ verdict: "new", message });
const contradicts = (message: string): AspectDifference => ({ verdict: "contradicts", message });
const isRemoved = contradicts("is there; the spec has it as removed");

const listQuoted = (values: readonly string[]): string => listWords(values.map(quote), "and");

/** The statement of a row about each aspect, in words. */
const aspectWords: Readonly<Record<Aspect, (row: SourceRow) => string>> = {
  existence: () => "is there",
  plan: () => "is planned",
  type: ({ type = [] }) => `is ${listWords(type, "or")}`,
  optional: ({ optional }) => (optional ? "is optional" : "is not optional"),
  since: ({ since = baseline }) => `came with v${formatRelease(since)}`,
  values: ({ values = [] }) => `has the values ${listQuoted(values)}`,
  events: ({ events = [] }) => `is only in ${listWords(events, "and")}`,
  date: ({ date = "" }) => `is of ${date}`,
};

/** Compares each aspect of a row with a part of the contract. */
const comparisons: Readonly<Record<Aspect, Compare>> = {
  existence: ({ path }, group, { seenAs, at }) => {
    const aside = findAside(group);
    if (aside?.kind === "planned") return isNew("is there; the spec has it as planned");
    if (aside && !isSeenIn(aside, seenAs))
      return isNew(`is there; the spec has it as seen in ${aside.where}`);
    return marksArrays(path, group, at)
      ? undefined
      : contradicts("is written with other arrays than the spec has");
  },
  plan: (_, group) =>
    findAside(group)?.kind === "planned"
      ? undefined
      : contradicts("is only planned; the spec has it as existing"),
  type: (row, group, { kind, at }) => {
    const types = (row.type ?? []).map(toCommon);
    const known = listRowTypes(group, at);
    const isWhole = kind !== "definitions" || known.every((each) => types.some((one) => isAlike(one, each)));
    if (isWhole && types.every((one) => known.some((each) => isAlike(one, each)))) return undefined;
    return contradicts(`${aspectWords.type(row)}; the spec has ${listWords(known, "or")}`);
  },
  optional: (row, group, { seenAs, at }) => {
    // Of what was only seen, the spec does not say whether it has to be there.
    if (isSeenIn(findAside(group), seenAs)) return undefined;
    // Events may differ: a page says what most of them have.
    const needed = group.filter(({ model }) => existsAt(model.required, at));
    if (listEventNames(needed).length * 2 > listEventNames(group).length !== row.optional) return undefined;
    return contradicts(
      `${aspectWords.optional(row)}; the spec has it as ${row.optional ? "required" : "optional"}`,
    );
  },
  since: (row, group) => {
    const [known, aside] = [findSince(group), findAside(group)];
    if (known === row.since) return undefined;
    const version = aside || known === baseline ? undefined : `v${formatRelease(known)}`;
    return compareKnown(aspectWords.since(row), version, aside ? "it in no release" : "it without a release");
  },
  values: (row, group, { seenAs, kind, at }) => {
    const { values = [] } = row;
    const known = findEnum(group, at);
    if (!known) return isNew(`${aspectWords.values(row)}; the spec has no list of values`);
    const expected = [
      ...known.values.filter(({ exists }) => existsAt(exists, at)).map(({ value }) => value),
      ...(known.seen ?? []).filter(({ where }) => isNameOfSource(where, seenAs)).map(({ value }) => value),
    ];
    const more = values.filter((value) => !expected.includes(value));
    const fewer = kind === "recording" ? [] : expected.filter((value) => !values.includes(value));
    const messages = [
      ...(more.length > 0 ? [`has ${listQuoted(more)}, which the spec has not`] : []),
      ...(fewer.length > 0 ? [`has not ${listQuoted(fewer)}, which the spec has`] : []),
    ];
    if (messages.length === 0) return undefined;
    return (fewer.length > 0 ? contradicts : isNew)(messages.join("; "));
  },
  events: (row, group) => {
    const [{ events = [] }, known] = [row, listEventNames(group)];
    const more = events.filter((event) => !known.includes(event));
    if (more.length > 0)
      return isNew(`is in ${listWords(more, "and")}; the spec has it only in ${listWords(known, "and")}`);
    const fewer = known.filter((event) => !events.includes(event));
    if (fewer.length === 0) return undefined;
    return contradicts(`${aspectWords.events(row)}; the spec has it in ${listWords(fewer, "and")}, too`);
  },
  date: () => contradicts("has a date, and is no release"),
};

/** Compares one aspect of a row with the contract; undefined if that says the same. */
export function compareAspect(
  row: SourceRow,
  about: Aspect,
  source: SourceAt,
  contract: Contract,
): AspectDifference | undefined {
  const { side, path } = row;
  const { events, releases } = contract.model;
  const claim = aspectWords[about](row);
  if (side !== "event" && side !== "release") {
    const group = contract.find(row);
    const there = group && findAtRelease(group, source.at, contract);
    if (group && !there && about === "existence" && !findAside(group)) return isRemoved;
    if (group) return comparisons[about](row, there ?? group, source);
    return isNew(about === "existence" ? "the spec does not have it" : claim);
  }
  const event = side === "event" ? events.find(({ name }) => name === path) : undefined;
  const release =
    side === "release" ? releases.find((each) => formatRelease(each.release) === path) : undefined;
  const name = side === "event" ? `event ${quote(path)}` : `release ${path}`;
  if (!event && !release) return isNew(about === "existence" ? `the spec has no ${name}` : claim);
  if (event && about === "existence" && !existsAt(event.exists, source.at)) return isRemoved;
  const first = event && addedIn(event.exists);
  if (event && about === "since" && row.since !== first)
    return compareKnown(claim, first && `v${formatRelease(first)}`, "it without a release");
  if (release && about === "date" && row.date !== release.date)
    return compareKnown(claim, release.date, "no date");
  return undefined;
}

/** Compares what a source says with something else that the contract has, or has not. */
const compareKnown = (claim: string, known: string | undefined, none: string): AspectDifference =>
  known === undefined
    ? isNew(`${claim}; the spec has ${none}`)
    : contradicts(`${claim}; the spec has ${known}`);

/** All whole numbers are one type to a page. */
const toCommon = (type: RowType): RowType =>
  type === "int64" ? "integer" : type === "int64[]" ? "integer[]" : type;

const textTypes: ReadonlySet<string> = new Set(["string", "uuid", "date", "date-time"]);

/** Whether two types are the same, as far as a source tells them apart. */
const isAlike = (stated: RowType, known: RowType): boolean =>
  stated === known ||
  (stated === "array" && known.endsWith("[]")) ||
  (stated === "text" && textTypes.has(known)) ||
  (stated === "text[]" && known.endsWith("[]") && textTypes.has(known.slice(0, -2)));

/** The types that a part has in the contract, beside null. */
const listRowTypes = (group: BodyPropertyGroup, at: Release): readonly RowType[] => [
  ...new Set(listTypesAt(group, at).flatMap(({ kind }) => toRowTypes(kind))),
];

function toRowTypes(kind: KindModel): readonly RowType[] {
  if (kind.kind === "null") return [];
  if (kind.kind === "number") return [kind.level === "number" ? "number" : "integer"];
  if (kind.kind === "array") return kind.items.flatMap((item) => toRowTypes(item.kind)).map(toArrayType);
  if (kind.kind !== "string") return [kind.kind];
  const format = kind.format ?? kind.formatHint;
  return [format === "uuid" || format === "date" || format === "date-time" ? format : "string"];
}
