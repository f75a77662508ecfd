import { type BodyPropertyGroup, listEventNames } from "../contract/model/paths.js";
import { quote } from "../base/text/quote.js";
import { listWords } from "../base/text/words.js";
import { baseline, formatRelease, type Release } from "../base/time/release.js";
import { addedIn, existsAt } from "../base/time/spans.js";
import { typeAt } from "../contract/lattice/snapshot.js";
import {
  findAside,
  findAtRelease,
  findEnum,
  findSince,
  isNameOfSource,
  isSeenIn,
  listRowTypes,
  type Contract,
} from "./contract.js";
import type { Aspect, RowType, SourceContent, SourceRow } from "./source-content.js";

/** How an aspect of a row differs from the contract. */
export interface AspectDifference {
  readonly verdict: "new" | "contradicts";
  readonly message: string;
}

/** The source of a row, at a release of which it may be. */
interface SourceAt extends Pick<SourceContent, "kind" | "seenAs"> {
  readonly at: Release;
}

const isNew = (message: string): AspectDifference => ({ verdict: "new", message });
const contradicts = (message: string): AspectDifference => ({ verdict: "contradicts", message });

const listQuoted = (values: readonly string[]): string => listWords(values.map(quote), "and");

/** How each aspect of a row is compared with a part of the contract. */
interface AspectRules {
  /** What the row says of it, by which reviews recognise it; undefined if it says nothing. */
  readonly stated: (row: SourceRow) => string | undefined;
  /** Undefined if the part is the same. */
  readonly compare: (
    row: SourceRow,
    group: BodyPropertyGroup,
    source: SourceAt,
  ) => AspectDifference | undefined;
}

const sortWords = (words: readonly string[] | undefined): string | undefined =>
  words && [...words].sort().join(" ");

const aspects: Readonly<Record<Aspect, AspectRules>> = {
  existence: {
    stated: () => "",
    compare: ({ path }, group, { seenAs, at }) => {
      const aside = findAside(group);
      if (aside?.kind === "seen" && !isSeenIn(aside, seenAs))
        return isNew(`is there; the spec has it as seen in ${aside.where}`);
      return marksArrays(path, group, at)
        ? undefined
        : contradicts("is written with other arrays than the spec has");
    },
  },
  type: {
    stated: ({ type }) => sortWords(type),
    compare: (row, group, { kind, at }) => {
      const types = (row.type ?? []).map(toCommon);
      const known = listRowTypes(group, at);
      const isWhole = kind !== "page" || known.every((each) => types.some((one) => isAlike(one, each)));
      if (isWhole && types.every((one) => known.some((each) => isAlike(one, each)))) return undefined;
      return contradicts(`is ${listWords(row.type ?? [], "or")}; the spec has ${listWords(known, "or")}`);
    },
  },
  optional: {
    stated: ({ optional }) => (optional === undefined ? undefined : String(optional)),
    compare: (row, group, { seenAs, at }) => {
      // Of what was only seen, the spec does not say whether it has to be there.
      if (isSeenIn(findAside(group), seenAs)) return undefined;
      // Events may differ: a page says what most of them have.
      const needed = group.filter(({ model }) => existsAt(model.required, at));
      if (listEventNames(needed).length * 2 > listEventNames(group).length !== row.optional) return undefined;
      const [stated, known] = row.optional ? ["optional", "required"] : ["not optional", "optional"];
      return contradicts(`is ${stated}; the spec has it as ${known}`);
    },
  },
  since: {
    stated: ({ since }) => (since === undefined ? undefined : formatRelease(since)),
    compare: (row, group) => {
      const known = findAside(group) ? baseline : findSince(group);
      return known === row.since ? undefined : compareSince(row, known);
    },
  },
  values: {
    stated: ({ values }) => sortWords(values),
    compare: (row, group, { seenAs, at }) => {
      const { values = [] } = row;
      const known = findEnum(group, at);
      if (!known) return isNew(`has the values ${listQuoted(values)}; the spec has no list of values`);
      const expected = [
        ...known.values.filter(({ exists }) => existsAt(exists, at)).map(({ value }) => value),
        ...(known.seen ?? []).filter(({ where }) => isNameOfSource(where, seenAs)).map(({ value }) => value),
      ];
      const more = values.filter((value) => !expected.includes(value));
      const fewer = expected.filter((value) => !values.includes(value));
      const messages = [
        ...(more.length > 0 ? [`has ${listQuoted(more)}, which the spec has not`] : []),
        ...(fewer.length > 0 ? [`has not ${listQuoted(fewer)}, which the spec has`] : []),
      ];
      if (messages.length === 0) return undefined;
      return (fewer.length > 0 ? contradicts : isNew)(messages.join("; "));
    },
  },
  events: {
    stated: ({ events }) => sortWords(events),
    compare: ({ events = [] }, group) => {
      const known = listEventNames(group);
      const more = events.filter((event) => !known.includes(event));
      const only = `the spec has it only in ${listWords(known, "and")}`;
      return more.length > 0 ? isNew(`is in ${listWords(more, "and")}; ${only}`) : undefined;
    },
  },
};

const compareSince = ({ since = baseline }: SourceRow, known: Release = baseline): AspectDifference => {
  const claim = `came with v${formatRelease(since)}; the spec has`;
  return known === baseline
    ? isNew(`${claim} it without a release`)
    : contradicts(`${claim} v${formatRelease(known)}`);
};

/** What a row says of a part, aspect by aspect, in the words by which reviews recognise it; of one that the contract lacks, that it is there, and its type. */
export const listAspects = (row: SourceRow, { has }: Contract): readonly (readonly [Aspect, string])[] =>
  has(row)
    ? (Object.keys(aspects) as Aspect[]).flatMap((about) => {
        const words = aspects[about].stated(row);
        return words === undefined ? [] : [[about, words] as const];
      })
    : [["existence", aspects.type.stated(row) ?? ""]];

/** Compares one aspect of a row with the contract; undefined if that says the same. */
export function compareAspect(
  row: SourceRow,
  about: Aspect,
  source: SourceAt,
  contract: Contract,
): AspectDifference | undefined {
  const isRemoved = contradicts("is there; the spec has it as removed");
  if (row.side === "event") {
    const event = contract.model.events.find(({ name }) => name === row.path);
    if (!event) return isNew(`the spec has no event ${quote(row.path)}`);
    if (about === "existence") return existsAt(event.exists, source.at) ? undefined : isRemoved;
    const first = addedIn(event.exists);
    return about === "since" && row.since !== first ? compareSince(row, first) : undefined;
  }
  const group = contract.find(row);
  if (!group) return isNew("the spec does not have it");
  const there = findAtRelease(group, source.at, contract);
  if (!there && about === "existence" && !findAside(group)) return isRemoved;
  return aspects[about].compare(row, there ?? group, source);
}

/** Whether a path names as array what is one, and nothing else. */
const marksArrays = (path: string, [{ chain }]: BodyPropertyGroup, at: Release): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    const isMarked = step.endsWith("[]");
    if (!property || (i === length - 1 && !isMarked)) return true;
    return typeAt(property, at).some(({ kind }) => kind.kind === (isMarked ? "array" : "object"));
  });

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
