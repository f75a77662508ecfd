import type {
  Aside,
  Direction,
  EnumModel,
  EventModel,
  Model,
  PropertyModel,
  TypeModel,
  KindModel,
} from "../model/model.js";
import { errorRequestName } from "../spec/files.js";
import {
  createPaths,
  groupByPath,
  listAlternatives,
  newestType,
  splitPath,
  type BodyPropertyGroup,
  type Paths,
  listEvents,
} from "../model/paths.js";
import type { NamesFile } from "../spec/dialect.js";
import { dropArrays, groupBy } from "../spec/values.js";
import { baseline, type Release, formatRelease } from "../time/release.js";
import { firstIn, existsStill } from "../time/spans.js";
import type { Subject, Aspect, Reading, Row, RowType } from "./row.js";
import { quote } from "../text/quote.js";
import { listWords } from "../text/words.js";
import { toArrayType } from "./table.js";

/** An object at the root of a body, which a section or a table describes. */
export interface Root extends Subject {
  readonly side: Direction;
}

/** The contract, to be found as sources name it. */
export interface Contract {
  readonly model: Model;
  readonly paths: Paths;
  /** Every part of a body, each path once. */
  readonly parts: readonly BodyPropertyGroup[];
  /** What stands at the roots of bodies. */
  readonly roots: readonly Root[];
  /** The part that a subject is, in however many events. */
  readonly find: (subject: Subject) => BodyPropertyGroup | undefined;
  /** Whether it has a part or an event; releases are no parts of it. */
  readonly has: (subject: Subject) => boolean;
  /** The parts whose path ends with the names of a path, or that the spec says are called so in prose. */
  readonly named: (name: string) => readonly Subject[];
}

/** Indexes a model by its paths, and by the names that people give to parts in prose. */
export function indexContract(model: Model, { names }: NamesFile): Contract {
  const paths = createPaths(model);
  const parts = groupByPath([...paths.properties, ...paths.errorRequest]);
  const called = new Map(
    names.flatMap(({ called: words, parts: named }) => words.map((word) => [word, named.map(toSubject)])),
  );
  const byLast = groupBy(parts, ([{ names: steps }]) => steps.at(-1) ?? "");
  const found = new Map<string, readonly Subject[]>();
  const look = (name: string): readonly Subject[] => {
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

function toSubject(text: string): Subject {
  const [side = "", path = ""] = text.split(" ");
  return { side: side as Direction, path };
}

/** What keeps a part out of the contract: that it, or what holds it, is planned, or was only seen somewhere. */
export const findAside = ([{ chain }]: BodyPropertyGroup): Aside | undefined =>
  chain.flatMap(({ aside }) => aside ?? [])[0];

/** Whether `x-seen` means a source: it names the source, and mostly a release of it. */
export const isNamedAs = (where: string, seenAs: string | undefined): boolean =>
  seenAs !== undefined && (where === seenAs || where.startsWith(`${seenAs} `));

/** Whether a part was only seen, and in the source that `x-seen` names so. */
export const isSeenThere = (aside: Aside | undefined, seenAs: string | undefined): boolean =>
  aside?.kind === "seen" && isNamedAs(aside.where, seenAs);

/** The release with which a part came, wherever it came first: the latest of the parts that it is in. */
export const findSince = (group: BodyPropertyGroup): Release => findFirst(group.map(({ chain }) => chain));

/** The release with which something came first, by any of the ways that lead to it. */
export const findFirst = (ways: readonly (readonly (EventModel | PropertyModel)[])[]): Release =>
  Math.min(...ways.map((way) => Math.max(baseline, ...way.flatMap(listStarts)))) as Release;

/** The releases that a part itself came with, whatever it is in. */
export const listStarts = (part: EventModel | PropertyModel): readonly Release[] =>
  [part, ...("eras" in part ? newestType(part) : [])].flatMap(({ exists }) => firstIn(exists) ?? []);

/** What a part holds, in whichever event: the newest types of all of them. */
const listTypes = (group: BodyPropertyGroup): TypeModel =>
  [...new Set(group.map(({ model }) => model))].flatMap(newestType);

/** The enum that a part holds, alone or in an array. */
export const findEnum = (group: BodyPropertyGroup): EnumModel | undefined =>
  listAlternatives(listTypes(group)).flatMap(({ kind }) =>
    kind.kind === "string" ? (kind.enum ?? []) : [],
  )[0];

/** Whether a path names as array what is one, and nothing else. */
const marksArrays = (path: string, [{ chain }]: BodyPropertyGroup): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    const isMarked = step !== dropArrays(step);
    if (!property || (i === length - 1 && !isMarked)) return true;
    return newestType(property).some(({ kind }) => kind.kind === (isMarked ? "array" : "object"));
  });

/** How an aspect of a row stands to the contract: "" if it says the same. */
export interface Difference {
  readonly verdict: "new" | "contradicts";
  readonly message: string;
}

/** What a row says, aspect by aspect, in words that a review is known by. */
export function listAspects(row: Row): readonly (readonly [Aspect, string])[] {
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
  return all.flatMap(([aspect, said]) => (said === undefined ? [] : [[aspect, said] as const]));
}

type Compare = (row: Row, group: BodyPropertyGroup, reading: Reading) => Difference | undefined;

const isNew = (message: string): Difference => ({ verdict: "new", message });
const contradicts = (message: string): Difference => ({ verdict: "contradicts", message });

/** What each aspect of a row is to a part that the contract has. */
const comparisons: Readonly<Record<Aspect, Compare>> = {
  existence: ({ path }, group, { seenAs }) => {
    const aside = findAside(group);
    if (aside?.kind === "planned") return isNew("is there; the spec has it as planned");
    if (aside && !isSeenThere(aside, seenAs))
      return isNew(`is there; the spec has it as seen in ${aside.where}`);
    if (!existsStill(group[0].model.exists)) return contradicts("is there; the spec has it as removed");
    return marksArrays(path, group)
      ? undefined
      : contradicts("is written with other arrays than the spec has");
  },
  plan: (_, group) =>
    findAside(group)?.kind === "planned"
      ? undefined
      : contradicts("is only planned; the spec has it as existing"),
  type: ({ type = [] }, group, { kind }) => {
    const said = type.map(toCommon);
    const known = describeTypes(group);
    const isWhole = kind !== "definitions" || known.every((each) => said.some((one) => isAlike(one, each)));
    if (isWhole && said.every((one) => known.some((each) => isAlike(one, each)))) return undefined;
    return contradicts(`is ${listWords(type, "or")}; the spec has ${listWords(known, "or")}`);
  },
  optional: ({ optional }, group, { seenAs }) => {
    // Of what was only seen, the spec does not say whether it has to be there.
    if (isSeenThere(findAside(group), seenAs)) return undefined;
    // Events may differ: a page says what most of them have.
    const needed = group.filter(({ model }) => existsStill(model.required));
    if (listEvents(needed).length * 2 > listEvents(group).length !== optional) return undefined;
    return contradicts(
      optional ? "is optional; the spec has it as required" : "is not optional; the spec has it as optional",
    );
  },
  since: (row, group) => {
    const known = findSince(group);
    if (known === row.since) return undefined;
    const [aside, version] = [findAside(group), known === baseline ? undefined : `v${formatRelease(known)}`];
    const none = aside ? "it in no release" : "it without a release";
    return compareKnown(describeNew(row, "since"), aside ? undefined : version, none);
  },
  values: ({ values = [] }, group, { seenAs, kind }) => {
    const known = findEnum(group);
    if (!known) return isNew(`has the values ${list(values)}; the spec has no list of values`);
    const expected = [
      ...known.values.filter(({ exists }) => existsStill(exists)).map(({ value }) => value),
      ...(known.seen ?? []).filter(({ where }) => isNamedAs(where, seenAs)).map(({ value }) => value),
    ];
    const more = values.filter((value) => !expected.includes(value));
    const fewer = kind === "recording" ? [] : expected.filter((value) => !values.includes(value));
    if (more.length === 0 && fewer.length === 0) return undefined;
    const messages = [
      more.length > 0 && `has ${list(more)}, which the spec has not`,
      fewer.length > 0 && `has not ${list(fewer)}, which the spec has`,
    ];
    return (fewer.length > 0 ? contradicts : isNew)(messages.filter(Boolean).join("; "));
  },
  events: ({ events = [] }, group) => {
    const known = listEvents(group);
    const more = events.filter((event) => !known.includes(event));
    if (more.length > 0)
      return isNew(`is in ${listWords(more, "and")}; the spec has it only in ${listWords(known, "and")}`);
    const fewer = known.filter((event) => !events.includes(event));
    if (fewer.length === 0) return undefined;
    return contradicts(
      `is only in ${listWords(events, "and")}; the spec has it in ${listWords(fewer, "and")}, too`,
    );
  },
  date: () => contradicts("has a date, and is no release"),
};

const list = (values: readonly string[]): string => listWords(values.map(quote), "and");

/** Compares one aspect of a row with the contract; undefined if that says the same. */
export function compareAspect(
  row: Row,
  about: Aspect,
  reading: Reading,
  contract: Contract,
): Difference | undefined {
  if (row.side === "event") return compareEvent(row, about, contract);
  if (row.side === "release") return compareRelease(row, about, contract);
  const group = contract.find(row);
  if (group) return comparisons[about](row, group, reading);
  return isNew(describeNew(row, about));
}

function compareEvent(row: Row, about: Aspect, { model }: Contract): Difference | undefined {
  const event = model.events.find(({ name }) => name === row.path);
  if (!event) return isNew(describeNew(row, about, `the spec has no event ${quote(row.path)}`));
  if (about === "existence" && !existsStill(event.exists))
    return contradicts("is there; the spec has it as removed");
  const known = firstIn(event.exists);
  if (about !== "since" || row.since === known) return undefined;
  return compareKnown(
    describeNew(row, about),
    known === undefined ? undefined : `v${formatRelease(known)}`,
    "it without a release",
  );
}

function compareRelease(row: Row, about: Aspect, { model }: Contract): Difference | undefined {
  const known = model.releases.find(({ release }) => formatRelease(release) === row.path);
  if (!known) return isNew(describeNew(row, about, `the spec has no release ${row.path}`));
  if (about !== "date" || row.date === known.date) return undefined;
  return compareKnown(describeNew(row, about), known.date, "no date");
}

/** Compares what a source says with something else that the contract has, or has not. */
const compareKnown = (said: string, known: string | undefined, none: string): Difference =>
  known === undefined
    ? isNew(`${said}; the spec has ${none}`)
    : contradicts(`${said}; the spec has ${known}`);

/** What a row says of a part that the contract does not have. */
function describeNew(row: Row, about: Aspect, existence = "the spec does not have it"): string {
  const { type = [], optional, since = baseline, values = [], events = [], date = "" } = row;
  const words: Readonly<Record<Aspect, string>> = {
    existence,
    plan: "is planned",
    type: `is ${listWords(type, "or")}`,
    optional: optional ? "is optional" : "is not optional",
    since: `came with v${formatRelease(since)}`,
    values: `has the values ${list(values)}`,
    events: `is only in ${listWords(events, "and")}`,
    date: `is of ${date}`,
  };
  return words[about];
}

/** All whole numbers are one type to a page. */
const toCommon = (type: RowType): RowType =>
  type === "int64" ? "integer" : type === "int64[]" ? "integer[]" : type;

const texts: ReadonlySet<string> = new Set(["string", "uuid", "date", "date-time"]);

/** Whether two types are the same, as far as a source tells them apart. */
const isAlike = (said: RowType, known: RowType): boolean =>
  said === known ||
  (said === "array" && known.endsWith("[]")) ||
  (said === "text" && texts.has(known)) ||
  (said === "text[]" && known.endsWith("[]") && texts.has(known.slice(0, -2)));

/** The types that a part has in the contract, beside null. */
const describeTypes = (group: BodyPropertyGroup): readonly RowType[] => [
  ...new Set(listTypes(group).flatMap(({ kind }) => toRowTypes(kind))),
];

function toRowTypes(kind: KindModel): readonly RowType[] {
  if (kind.kind === "null") return [];
  if (kind.kind === "number") return [kind.level === "number" ? "number" : "integer"];
  if (kind.kind === "array") return kind.items.flatMap((item) => toRowTypes(item.kind)).map(toArrayType);
  if (kind.kind !== "string") return [kind.kind];
  const format = kind.format ?? kind.formatHint;
  return [format === "uuid" || format === "date" || format === "date-time" ? format : "string"];
}
