import { type BodyProperty, type BodyPropertyGroup, listEventNames } from "../contract/model/paths.js";
import type { ReviewedFile, SourceEntry } from "../contract/read/dialect.js";
import { groupBy } from "../contract/read/values.js";
import { quote } from "../base/text/quote.js";
import { sortReleases, formatRelease, parseRelease, type Release } from "../base/time/release.js";
import { existsAt } from "../base/time/spans.js";
import {
  compareAspect,
  findAside,
  findEnum,
  findAtRelease,
  isSeenIn,
  listAspects,
  listPossibleReleases,
  listStartReleases,
} from "./contract.js";
import type { Contract } from "./contract.js";
import { findReviewedTitle, isSameTitle, openReviews, type Reviews } from "./reviews.js";
import { findNamedParts, findReleases } from "./row-notes.js";
import { hashSentence, isOpenVerdict, toSubjectKey } from "./source-content.js";
import type {
  Aspect,
  DriftFinding,
  JudgedSource,
  SourceContent,
  SourceRow,
  Sentence,
  SpecSubject,
} from "./source-content.js";

/** Of a sentence about a part that the spec does not have: nothing in it is wrong. */
export const explainsNew = "it explains what the spec does not have";

/** Gives each aspect of each row, and each sentence, its verdict, and adds what has vanished. */
export function judgeSource(
  read: SourceContent,
  contract: Contract,
  reviewed: ReviewedFile,
  sources: readonly SourceEntry[],
): JudgedSource {
  const content = { ...read, title: findReviewedTitle(read, reviewed) };
  const { rows, sentences, faults = [], ...source } = content;
  const reviews = openReviews(reviewed, content);
  const by = { contract, reviews, releases: listPossibleReleases(content, contract) };
  const judged = [
    ...rows.flatMap((row) => judgeRow(row, content, by)),
    ...faults.map(({ side, path, about, event, message, place }) =>
      reviews.settle({
        verdict: "contradicts",
        subject: { side, path },
        about,
        place,
        message: `${event}: ${message}`,
        // How many bodies have it is another number each time.
        hash: hashSentence(`${event} ${about} ${message.replace(/\d+|\bbod(?:y|ies)\b/g, "")}`),
      }),
    ),
    ...sentences.map((sentence) => judgeSentence(sentence, contract, reviews)),
    ...judgeVanished(content, by),
  ];
  const message = `the title is ${quote(read.title)}; reviews have it as ${quote(content.title)}`;
  const retitled: readonly DriftFinding[] = read.title === content.title ? [] : [{ verdict: "new", message }];
  const findings = [...retitled, ...judgeAge(content, sources), ...judged];
  return { ...source, findings: [...findings, ...reviews.listLost(findings)] };
}

/** The context in which a source is judged. */
interface JudgeContext {
  readonly contract: Contract;
  readonly reviews: Reviews;
  /** The releases of which it may be. */
  readonly releases: readonly Release[];
}

function judgeRow(
  row: SourceRow,
  content: SourceContent,
  { contract, reviews, releases }: JudgeContext,
): readonly DriftFinding[] {
  const { side, path, place, text } = row;
  return listAspects(row).map(([about, words]) => {
    const differences = releases.map((at) => compareAspect(row, about, { ...content, at }, contract));
    const difference = differences.findLast(Boolean);
    const facts = {
      subject: { side, path },
      about,
      row,
      place,
      text,
      hash: hashSentence(`${about} ${words}`),
    };
    const finding = difference && reviews.settle({ ...difference, ...facts });
    // A review stays of use where the spec comes to say the same with a later release.
    return finding && (finding.reviewed ?? differences.every(Boolean))
      ? finding
      : { verdict: "agrees", message: "", ...facts };
  });
}

/** What has vanished at every release of which a source may be; and all that somebody reviewed of what is missing at one of them. */
function judgeVanished(
  content: SourceContent,
  { contract, reviews, releases }: JudgeContext,
): readonly DriftFinding[] {
  const found = [...releases].reverse().flatMap((at) => findVanished(content, contract, at));
  const alike = groupBy(
    found,
    ({ subject, about = "" }) => `${subject ? toSubjectKey(subject) : ""} ${about}`,
  );
  return [...alike.values()].flatMap((same) => {
    const finding = reviews.settle(same[0]);
    return same.length === releases.length || !isOpenVerdict(finding.verdict) ? [finding] : [];
  });
}

function judgeSentence(
  { place, text, of, why, releases: above = [] }: Sentence,
  contract: Contract,
  reviews: Reviews,
): DriftFinding {
  const facts = { place, text, hash: hashSentence(text), subject: of };
  const reviewed = reviews.takeSentence(facts);
  if (reviewed) return { verdict: "no claim", message: reviewed.words ?? "", ...facts, reviewed };
  const [parts, releases] = [findNamedParts(text, contract), sortReleases([...above, ...findReleases(text)])];
  const isNew = of && !contract.has(of);
  return {
    verdict: isNew ? "new" : "unread",
    message: why ?? (isNew ? explainsNew : "only a sentence says it"),
    ...facts,
    parts: parts.length > 0 ? parts : undefined,
    releases: releases.length > 0 ? releases : undefined,
  };
}

/** What the contract has at a release, and a source that lists everything leaves out. */
function findVanished(content: SourceContent, contract: Contract, at: Release): readonly DriftFinding[] {
  const { rows, lists } = content;
  if (lists === "some" && content.kind !== "definitions") return [];
  const there = new Set(rows.flatMap(listKeysOnPath));
  const aspects = new Set(
    rows.flatMap((row) => listAspects(row).map(([about]) => `${toSubjectKey(row)} ${about}`)),
  );
  const possible = contract.parts.filter((group) => isExpected(findAtRelease(group, at, contract), content));
  const expected = lists === "some" ? keepListed(possible, there) : possible;
  const inside = groupBy(expected, ([part]) => toHolderKey(part));
  const hasSome = (key: string): boolean =>
    (inside.get(key) ?? []).some(([part]) => there.has(toPartKey(part)));
  const findings = expected.flatMap((group): readonly DriftFinding[] => {
    const [part] = group;
    const subject: SpecSubject = { side: part.direction, path: part.path };
    const key = toPartKey(part);
    // What is in a part that is lost is lost with it.
    if (!there.has(key))
      return part.names.length === 1 || hasSome(toHolderKey(part)) ? [reportVanished(subject)] : [];
    const isHolder = (inside.get(key) ?? []).length > 0;
    const empty = reportVanished(subject, "existence", "the source has nothing that is in it");
    return [
      ...(isHolder && !hasSome(key) ? [{ ...empty, hash: nothingInside }] : []),
      ...listExpected(group, contract, at).filter(
        ({ about = "" }) => (lists !== "parts" || about === "values") && !aspects.has(`${key} ${about}`),
      ),
    ];
  });
  return [...findings, ...(lists === "some" ? [] : listLostEvents(rows, contract, at))];
}

const toPartKey = ({ direction, names }: Pick<BodyProperty, "direction" | "names">): string =>
  `${direction} ${names.join(".")}`;

const toHolderKey = ({ direction, names }: BodyProperty): string =>
  toPartKey({ direction, names: names.slice(0, -1) });

const nothingInside = hashSentence("nothing in it");

const reportVanished = (
  subject: SpecSubject,
  about: Aspect = "existence",
  message = "the source does not have it",
) => ({ verdict: "vanished", subject, about, message }) as const;

/** The keys of a row, and of what it is in. */
const listKeysOnPath = (row: SourceRow): readonly string[] =>
  toSubjectKey(row)
    .split(".")
    .map((_, i, steps) => steps.slice(0, i + 1).join("."));

/** Whether a source should have what is in the contract at its time: not what was only seen, unless in this very source. */
function isExpected(group: BodyPropertyGroup | undefined, { lists, seenAs }: SourceContent): boolean {
  const aside = group && findAside(group);
  if (aside?.kind === "planned" && lists === "parts") return false;
  return group !== undefined && (aside?.kind !== "seen" || isSeenIn(aside, seenAs));
}

/** What is in the objects of which a page that lists only some has most. */
function keepListed(parts: readonly BodyPropertyGroup[], there: ReadonlySet<string>) {
  const objects = groupBy(parts, ([{ direction, names }]) => `${direction} ${names[0] ?? ""}`);
  return [...objects.values()].flatMap(([, ...inside]) => {
    const own = inside.filter(([{ names }]) => names.length === 2);
    const known = own.filter(([part]) => there.has(toPartKey(part)));
    return known.length * 2 > own.length ? inside : [];
  });
}

/** What the contract says of a part that a source which lists everything should say, too. */
function listExpected(group: BodyPropertyGroup, contract: Contract, at: Release): readonly DriftFinding[] {
  const { model, parts } = contract;
  const [{ model: part, chain, direction: side, path }] = group;
  const isLimited =
    chain.length === 1 &&
    listEventNames(findAtRelease(group, at, contract) ?? []).length <
      model.events.filter(({ exists }) => existsAt(exists, at)).length;
  const isLeaf =
    chain.length === 1 &&
    !parts.some(([each]) => each.direction === side && each.holders.length > 0 && each.names[0] === path);
  const expected: readonly (readonly [Aspect, isExpected: boolean, message: string])[] = [
    ["type", isLeaf, "the source gives no type for it"],
    ["since", listStartReleases(part).length > 0, "the source names no release for it"],
    ["events", isLimited, "the source does not say which events have it"],
    ["values", findEnum(group, at) !== undefined, "the source lists no values of it"],
  ];
  return expected.flatMap(([about, isHere, message]) =>
    isHere ? [reportVanished({ side, path }, about, message)] : [],
  );
}

/** The events that a source leaves out that lists all of its parts, if events are among them. */
function listLostEvents(
  rows: readonly SourceRow[],
  { model }: Contract,
  at: Release,
): readonly DriftFinding[] {
  const listed = new Set(rows.flatMap(({ side, path }) => (side === "event" ? [path] : [])));
  const lost = model.events.filter(({ name, exists }) => !listed.has(name) && existsAt(exists, at));
  // A list of a few is of something else.
  if (listed.size * 4 < model.events.length) return [];
  return lost.map(({ name }) => reportVanished({ side: "event", path: name }));
}

/** What `sources.json` calls each kind of source. Nobody lists recordings there. */
const listedAs = {
  definitions: "vendor page",
  "release notes": "release notes",
  WSDL: "SOAP API",
  recording: undefined,
} as const;

/** Finds a source in `sources.json`: by what it calls itself, or else as the only one of its kind of which nobody knows what it calls itself. */
export function findSourceEntry(
  { kind, title }: Pick<SourceContent, "kind" | "title">,
  sources: readonly SourceEntry[],
): SourceEntry | undefined {
  const nameless = sources.filter((entry) => entry.kind === listedAs[kind] && entry.heading === undefined);
  const named = sources.find((entry) => isSameTitle(entry.heading ?? entry.title, title));
  return named ?? (nameless.length === 1 ? nameless[0] : undefined);
}

/** The latest day in what a source states of itself, as `2024-11-19`. */
export const findNewestDay = (stated = ""): string | undefined =>
  (stated.match(/\d{4}-\d\d-\d\d/g) ?? []).sort().at(-1);

/** Whether a newer edition of a page has been read. */
export const isOlderThan = (
  { kind, newest }: Pick<SourceContent, "kind" | "newest">,
  entry: SourceEntry | undefined,
): boolean =>
  kind === "definitions" &&
  newest !== undefined &&
  entry?.newest !== undefined &&
  newest < (parseRelease(entry.newest) ?? 0);

/** What a source says of its own age that `sources.json` does not: a later day, a newer release. A spec may do without that file. */
function judgeAge(content: SourceContent, sources: readonly SourceEntry[]): readonly DriftFinding[] {
  if (sources.length === 0 || listedAs[content.kind] === undefined) return [];
  const { newest, date, title } = content;
  const entry = findSourceEntry(content, sources);
  if (!entry)
    return [{ verdict: "new", message: `sources.json has no source with the heading ${quote(title)}` }];
  const known = entry.newest === undefined ? undefined : parseRelease(entry.newest);
  const day = findNewestDay(entry.stated);
  const isNewer = newest !== undefined && (known === undefined || known < newest);
  const findings: readonly (DriftFinding | false)[] = [
    isOlderThan(content, entry) && {
      verdict: "contradicts",
      message: `it is an older edition: sources.json knows the source up to v${entry.newest ?? ""}`,
    },
    isNewer && {
      verdict: "new",
      subject: { side: "release", path: formatRelease(newest) },
      message: `is the newest that the source names; sources.json has ${known === undefined ? "no release" : `v${formatRelease(known)}`}`,
    },
    date !== undefined &&
      (day === undefined || day < date) && {
        verdict: "new",
        message: `the source is of ${date}; sources.json has ${day ?? "no day"}`,
      },
  ];
  return findings.filter((finding) => finding !== false);
}
