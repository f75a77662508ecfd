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

export interface AspectDifference {
  readonly verdict: "new" | "contradicts";
  readonly message: string;
  /** The listed values that the spec does not have, and those that it has and that are not listed. */
  readonly values?: Readonly<Record<"more" | "fewer", readonly string[]>>;
}

/** At one release that the source may describe. */
interface SourceAt extends Pick<SourceContent, "kind" | "seenAs"> {
  readonly at: Release;
}

const isNew = (message: string): AspectDifference => ({ verdict: "new", message });
const contradicts = (message: string): AspectDifference => ({ verdict: "contradicts", message });

const listQuoted = (values: readonly string[]): string => listWords(values.map(quote), "and");

interface AspectRules {
  /** Reviews recognize the row by this text. Undefined if the row does not mention the aspect. */
  readonly stated: (row: SourceRow) => string | undefined;
  /** Undefined if there is no difference. */
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
        return isNew(`exists; the spec only has it as seen in ${aside.where}`);
      return marksArrays(path, group, at)
        ? undefined
        : contradicts("has arrays at different levels from the spec");
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
      // The spec does not say whether parts that were only seen are required.
      if (isSeenIn(findAside(group), seenAs)) return undefined;
      // Events may differ, and a page describes most of them.
      const needed = group.filter(({ model }) => existsAt(model.required, at));
      if (listEventNames(needed).length * 2 > listEventNames(group).length !== row.optional) return undefined;
      const [stated, known] = row.optional ? ["optional", "required"] : ["not optional", "optional"];
      return contradicts(`is ${stated}; the spec says ${known}`);
    },
  },
  since: {
    stated: ({ since, isUndated }) =>
      since === undefined ? (isUndated ? "none" : undefined) : formatRelease(since),
    compare: (row, group) => {
      if (row.since === undefined) return compareUndated(group);
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
      return describeValues(more, fewer);
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

export function describeValues(
  more: readonly string[],
  fewer: readonly string[],
): AspectDifference | undefined {
  const messages = [
    ...(more.length > 0 ? [`has ${listQuoted(more)}, which the spec does not have`] : []),
    ...(fewer.length > 0 ? [`does not have ${listQuoted(fewer)}, which the spec has`] : []),
  ];
  if (messages.length === 0) return undefined;
  return { ...(fewer.length > 0 ? contradicts : isNew)(messages.join("; ")), values: { more, fewer } };
}

/** A part without a release is as old as its object, and an object as old as webhooks. */
function compareUndated(group: BodyPropertyGroup): AspectDifference | undefined {
  const since = findSince(group);
  const isInside = group[0].names.length > 1;
  const isSame = findAside(group) !== undefined || since === (isInside ? findSince(group, 1) : baseline);
  return isSame ? undefined : contradicts(`has no release; the spec says v${formatRelease(since)}`);
}

const compareSince = ({ since = baseline }: SourceRow, known: Release = baseline): AspectDifference => {
  const claim = `was added in v${formatRelease(since)}; the spec`;
  return known === baseline
    ? isNew(`${claim} has no release for it`)
    : contradicts(`${claim} says v${formatRelease(known)}`);
};

/**
 * Reviews recognize a row by these statements. A part that the contract does not have states its existence and
 * type.
 */
export const listAspects = (row: SourceRow, { has }: Contract): readonly (readonly [Aspect, string])[] =>
  has(row)
    ? (Object.keys(aspects) as Aspect[]).flatMap((about) => {
        const words = aspects[about].stated(row);
        return words === undefined ? [] : [[about, words] as const];
      })
    : [["existence", aspects.type.stated(row) ?? ""]];

/** Undefined if the row and the contract agree. */
export function compareAspect(
  row: SourceRow,
  about: Aspect,
  source: SourceAt,
  contract: Contract,
): AspectDifference | undefined {
  const isRemoved = contradicts("exists; the spec says it was removed");
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

/** True if the path marks exactly the steps that are arrays. */
const marksArrays = (path: string, [{ chain }]: BodyPropertyGroup, at: Release): boolean =>
  path.split(".").every((step, i, { length }) => {
    const property = chain[i];
    const isMarked = step.endsWith("[]");
    if (!property || (i === length - 1 && !isMarked)) return true;
    return typeAt(property, at).some(({ kind }) => kind.kind === (isMarked ? "array" : "object"));
  });

/** Pages do not distinguish the sizes of whole numbers. */
const toCommon = (type: RowType): RowType =>
  type === "int64" ? "integer" : type === "int64[]" ? "integer[]" : type;

const textTypes: ReadonlySet<string> = new Set(["string", "uuid", "date", "date-time"]);

/** Compares two types at the precision of the source. */
const isAlike = (stated: RowType, known: RowType): boolean =>
  stated === known ||
  (stated === "array" && known.endsWith("[]")) ||
  (stated === "text" && textTypes.has(known)) ||
  (stated === "text[]" && known.endsWith("[]") && textTypes.has(known.slice(0, -2)));
