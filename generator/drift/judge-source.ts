import { type BodyProperty, type BodyPropertyGroup, listEvents } from "../contract/model/paths.js";
import type { ReviewedClaim, ReviewedFile, ReviewedSentence, SourceEntry } from "../contract/read/dialect.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { quote } from "../base/text/quote.js";
import { ascending, formatRelease, parseRelease, type Release } from "../base/time/release.js";
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
import { findNamedParts, findReleases } from "./row-notes.js";
import { hashSentence, isOpenVerdict, nameSubject, toSubjectKey } from "./source-content.js";
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

/** The title of a source; or that of which it has most reviewed sentences, if no review knows its own. */
function findReviewedTitle(
  { title, sentences: read }: SourceContent,
  { claims, sentences }: ReviewedFile,
): string {
  if ([...claims, ...sentences].some(({ source }) => isSameTitle(source, title))) return title;
  const hashes = new Set(read.map(({ text }) => hashSentence(text)));
  const same = [...groupBy(sentences, ({ source }) => source)].find(
    ([, all]) => all.length >= 10 && all.filter(({ hash }) => hashes.has(hash)).length > all.length / 2,
  );
  return same?.[0] ?? title;
}

const isSameTitle = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The context in which a source is judged. */
interface JudgeContext {
  readonly contract: Contract;
  readonly reviews: Reviews;
  /** The releases of which it may be. */
  readonly releases: readonly Release[];
}

function judgeRow(
  row: SourceRow,
  reading: SourceContent,
  { contract, reviews, releases }: JudgeContext,
): readonly DriftFinding[] {
  const { side, path, place, text } = row;
  return listAspects(row).map(([about, words]) => {
    const differences = releases.map((at) => compareAspect(row, about, { ...reading, at }, contract));
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
  reading: SourceContent,
  { contract, reviews, releases }: JudgeContext,
): readonly DriftFinding[] {
  const found = [...releases].reverse().flatMap((at) => findVanished(reading, contract, at));
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
  const [parts, releases] = [findNamedParts(text, contract), ascending([...above, ...findReleases(text)])];
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
function findVanished(reading: SourceContent, contract: Contract, at: Release): readonly DriftFinding[] {
  const { rows, lists } = reading;
  if (lists === "some" && reading.kind !== "definitions") return [];
  const there = new Set(rows.flatMap(listKeysOnPath));
  const aspects = new Set(
    rows.flatMap((row) => listAspects(row).map(([about]) => `${toSubjectKey(row)} ${about}`)),
  );
  const possible = contract.parts.filter((group) => isExpected(findAtRelease(group, at, contract), reading));
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
    listEvents(findAtRelease(group, at, contract) ?? []).length <
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
function judgeAge(reading: SourceContent, sources: readonly SourceEntry[]): readonly DriftFinding[] {
  if (sources.length === 0 || listedAs[reading.kind] === undefined) return [];
  const { newest, date, title } = reading;
  const entry = findSourceEntry(reading, sources);
  if (!entry)
    return [{ verdict: "new", message: `sources.json has no source with the heading ${quote(title)}` }];
  const known = entry.newest === undefined ? undefined : parseRelease(entry.newest);
  const day = findNewestDay(entry.stated);
  const isNewer = newest !== undefined && (known === undefined || known < newest);
  const findings: readonly (DriftFinding | false)[] = [
    isOlderThan(reading, entry) && {
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

type Review = ReviewedClaim | ReviewedSentence;

/** What people have reviewed of one source. */
interface Reviews {
  /** A difference, or what was reviewed of it. */
  readonly settle: (finding: DriftFinding) => DriftFinding;
  readonly takeSentence: (
    finding: Pick<DriftFinding, "place" | "hash" | "subject">,
  ) => ReviewedSentence | undefined;
  /** Reviews that fit nothing in the source any more. */
  readonly listLost: (findings: readonly DriftFinding[]) => readonly DriftFinding[];
}

function openReviews(
  { claims, sentences }: ReviewedFile,
  { title, rows, sentences: read, kind }: SourceContent,
): Reviews {
  const used = new Set<Review>();
  const isOwn = ({ source }: Review): boolean => isSameTitle(source, title);
  const own = { claims: claims.filter(isOwn), sentences: sentences.filter(isOwn) };
  const places = new Set([...rows, ...read].map(({ place }) => place.section.toLowerCase()));
  const claimsByName = groupBy(own.claims, ({ claim, hash }) => `${claim} ${hash ?? ""}`);
  const sentencesByHash = groupBy(own.sentences, ({ hash, of = "" }) => `${hash} ${dropArrays(of)}`);
  // Reviews of sentences below the heading of an object when that was new.
  const ofObjects = groupBy(
    own.sentences.filter((entry) => toReviewPlace(entry).split(" > ").at(-1) === toReviewedObject(entry)),
    ({ hash }) => hash,
  );
  /** Of reviews alike the one of this place; where the headings above have changed, one of a place that is gone. */
  const choose = <Of extends Review>(
    alike: readonly Of[] = [],
    place: DriftFinding["place"],
  ): Of | undefined => {
    const section = place?.section.toLowerCase() ?? "";
    const isGone = (entry: Of): boolean => !places.has(toReviewPlace(entry));
    const found =
      alike.find((entry) => toReviewPlace(entry) === section) ??
      alike.find((entry) => isGone(entry) && !used.has(entry)) ??
      alike.find(isGone);
    if (found) used.add(found);
    return found;
  };
  return {
    settle: (finding) => {
      const { subject, about, hash = "", place } = finding;
      const name = subject && about ? `${nameSubject(subject)} ${about}` : "";
      const reviewed = choose(claimsByName.get(`${name} ${hash}`), place);
      if (!reviewed) return finding;
      return { ...finding, verdict: reviewed.erratum === undefined ? "reviewed" : "erratum", reviewed };
    },
    takeSentence: ({ place, hash = "", subject }) =>
      choose(sentencesByHash.get(`${hash} ${subject ? toSubjectKey(subject) : ""}`), place) ??
      (subject ? undefined : choose(ofObjects.get(hash), place)),
    listLost: (findings) => (kind === "recording" ? [] : listLost(own, used, places, findings)),
  };
}

const toReviewedObject = ({ of = "" }: ReviewedSentence): string | undefined =>
  dropArrays(of).toLowerCase().split(" ")[1];

const toReviewPlace = ({ place = "" }: Review): string => place.toLowerCase();

/** Lost reviews: those of a part that has vanished go with it, and those below a heading that is gone are one. */
function listLost(
  own: ReviewedFile,
  used: ReadonlySet<Review>,
  places: ReadonlySet<string>,
  findings: readonly DriftFinding[],
): readonly DriftFinding[] {
  const gone = findings.flatMap(({ verdict, subject }) =>
    verdict === "vanished" && subject ? `${toSubjectKey(subject)}.` : [],
  );
  const isWithVanished = (name: string): boolean =>
    gone.some((key) => `${dropArrays(name)}.`.startsWith(key));
  const isLost = (entry: Review, of: string): boolean => !used.has(entry) && !isWithVanished(of);
  const describe = (entry: Review): string => {
    if ("claim" in entry) return `the review of ${quote(entry.claim)} fits nothing in the source any more`;
    const { place = "", of } = entry;
    if (!places.has(toReviewPlace(entry))) return `nothing below ${quote(place)} is in the source any more`;
    return `a reviewed sentence${of === undefined ? "" : ` about ${quote(of)}`} is no longer in the source`;
  };
  const lost = [
    ...own.claims.filter((entry) => isLost(entry, entry.claim.replace(/ \w+$/, ""))),
    ...own.sentences.filter((entry) => isLost(entry, entry.of ?? "")),
  ];
  return [...groupBy(lost, describe)].map(([message, reviews]) => ({
    verdict: "vanished",
    message,
    lost: reviews,
  }));
}

/** What a person may add to a list of `drift/reviewed.json` so that a finding is quiet; undefined for what no review can settle. */
export function toReviewEntry(finding: DriftFinding, { title }: Pick<JudgedSource, "title">) {
  const { verdict, subject, about, place, hash, reviewed } = finding;
  const at = { source: title, ...(place?.section && { place: place.section.slice(0, 400) }) };
  if (reviewed || !isOpenVerdict(verdict) || !(about ?? hash)) return undefined;
  const name = subject && nameSubject(subject);
  if (about) return { list: "claims", entry: { ...at, claim: `${name ?? ""} ${about}`, hash, why: "" } };
  const entry = name === undefined ? { ...at, hash, words: "" } : { ...at, of: name, hash };
  return { list: "sentences", entry };
}
