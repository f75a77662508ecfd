import type { KindModel } from "../model/model.js";
import { listEvents, type BodyPropertyGroup } from "../model/paths.js";
import { quote } from "../text/quote.js";
import { listWords } from "../text/words.js";
import { baseline, formatRelease } from "../time/release.js";
import { existsStill, firstIn } from "../time/spans.js";
import {
  findAside,
  findEnum,
  findSince,
  isNamedAs,
  isSeenThere,
  listTypes,
  marksArrays,
  type Contract,
} from "./contract.js";
import { toArrayType } from "./words.js";
import type { Aspect, Reading, Row, RowType } from "./row.js";

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
    const isSame =
      kind === "definitions" ? known.every((each) => said.some((one) => isAlike(one, each))) : true;
    if (isSame && said.every((one) => known.some((each) => isAlike(one, each)))) return undefined;
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
  since: ({ since = baseline }, group) => {
    const known = findSince(group);
    if (known === since) return undefined;
    const said = `came with v${formatRelease(since)}`;
    if (findAside(group)) return isNew(`${said}; the spec has it in no release`);
    if (known === baseline) return isNew(`${said}; the spec has it without a release`);
    return contradicts(`${said}; the spec has v${formatRelease(known)}`);
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
      ...(more.length > 0 ? [`has ${list(more)}, which the spec has not`] : []),
      ...(fewer.length > 0 ? [`has not ${list(fewer)}, which the spec has`] : []),
    ];
    return (fewer.length > 0 ? contradicts : isNew)(messages.join("; "));
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
  const { path, since } = row;
  const event = model.events.find(({ name }) => name === path);
  if (!event)
    return isNew(about === "existence" ? `the spec has no event ${quote(path)}` : describeNew(row, about));
  if (about === "existence" && !existsStill(event.exists))
    return contradicts("is there; the spec has it as removed");
  const known = firstIn(event.exists);
  if (about !== "since" || since === undefined || since === known) return undefined;
  const said = `came with v${formatRelease(since)}`;
  return known === undefined
    ? isNew(`${said}; the spec has it without a release`)
    : contradicts(`${said}; the spec has v${formatRelease(known)}`);
}

function compareRelease(row: Row, about: Aspect, { model }: Contract): Difference | undefined {
  const { path, date } = row;
  const known = model.releases.find(({ release }) => formatRelease(release) === path);
  if (!known)
    return isNew(about === "existence" ? `the spec has no release ${path}` : describeNew(row, about));
  if (about !== "date" || date === undefined || date === known.date) return undefined;
  return known.date === undefined
    ? isNew(`is of ${date}; the spec has no date`)
    : contradicts(`is of ${date}; the spec has ${known.date}`);
}

/** What a row says of a part that the contract does not have. */
function describeNew(row: Row, about: Aspect): string {
  const { type = [], optional, since = baseline, values = [], events = [], date = "" } = row;
  const words: Readonly<Record<Aspect, string>> = {
    existence: "the spec does not have it",
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
