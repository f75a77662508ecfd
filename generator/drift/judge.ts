import { type BodyPropertyGroup, listEvents } from "../model/paths.js";
import type { ReviewedClaim, ReviewedFile, ReviewedSentence, SourceEntry } from "../spec/dialect.js";
import { dropArrays, groupBy } from "../spec/values.js";
import { quote } from "../text/quote.js";
import { ascending, formatRelease, parseRelease } from "../time/release.js";
import { existsStill } from "../time/spans.js";
import {
  compareAspect,
  type Contract,
  findAside,
  findEnum,
  findSince,
  isSeenThere,
  listAspects,
  listStarts,
} from "./contract.js";
import { findParts, findReleases } from "./notes.js";
import {
  type Aspect,
  type DriftFinding,
  hashText,
  isLoud,
  type JudgedSource,
  nameSubject,
  type Reading,
  type Row,
  type Sentence,
  type Subject,
  toKey,
} from "./row.js";

/** Of a sentence about a part that the spec does not have: nothing in it is wrong. */
export const explainsNew = "it explains what the spec does not have";

/** Gives each aspect of each row, and each sentence, its verdict, and adds what has vanished. */
export function judge(
  read: Reading,
  contract: Contract,
  reviewed: ReviewedFile,
  sources: readonly SourceEntry[],
): JudgedSource {
  const reading = { ...read, title: findTitle(read, reviewed) };
  const { rows, sentences, faults = [], ...source } = reading;
  const reviews = openReviews(reviewed, reading);
  const told = [
    ...rows.flatMap((row) => judgeRow(row, reading, contract, reviews)),
    ...faults.map(({ side, path, about, event, message, place }) =>
      reviews.settle({
        ...{ verdict: "contradicts", subject: { side, path }, about, place, message: `${event}: ${message}` },
        // How many bodies have it is another number each time.
        hash: hashText(`${event} ${about} ${message.replace(/\d+|\bbod(?:y|ies)\b/g, "")}`),
      }),
    ),
    ...sentences.map((sentence) => judgeSentence(sentence, contract, reviews)),
    ...findVanished(reading, contract)
      .map(reviews.settle)
      .filter((finding) => !isLoud(finding.verdict) || !isNewer(finding, reading, contract)),
  ];
  const findings = [...judgeTitle(read, reading), ...judgeAge(reading, sources), ...told];
  return { ...source, findings: [...findings, ...reviews.listLost(findings)] };
}

/** The title of a source; or that of which it has most reviewed sentences, if no review knows its own. */
function findTitle({ title, sentences: said }: Reading, { claims, sentences }: ReviewedFile): string {
  if ([...claims, ...sentences].some(({ source }) => isSame(source, title))) return title;
  const hashes = new Set(said.map(({ text }) => hashText(text)));
  const same = [...groupBy(sentences, ({ source }) => source)].find(
    ([, all]) => all.length >= 10 && all.filter(({ hash }) => hashes.has(hash)).length > all.length / 2,
  );
  return same?.[0] ?? title;
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

const judgeTitle = ({ title }: Reading, { title: known }: Reading): readonly DriftFinding[] =>
  title === known
    ? []
    : [{ verdict: "new", message: `the title is ${quote(title)}; reviews have it as ${quote(known)}` }];

function judgeRow(row: Row, reading: Reading, contract: Contract, reviews: Reviews): readonly DriftFinding[] {
  const { side, path, place, text } = row;
  return listAspects(row).map(([about, said]) => {
    const difference = compareAspect(row, about, reading, contract);
    const facts = { subject: { side, path }, about, row, place, text, hash: hashText(`${about} ${said}`) };
    return difference
      ? reviews.settle({ ...difference, ...facts })
      : { verdict: "agrees", message: "", ...facts };
  });
}

function judgeSentence(
  { place, text, of, why, releases: above = [] }: Sentence,
  contract: Contract,
  reviews: Reviews,
): DriftFinding {
  const facts = { place, text, hash: hashText(text), subject: of };
  const reviewed = reviews.takeSentence(facts);
  if (reviewed) return { verdict: "no claim", message: reviewed.words ?? "", ...facts, reviewed };
  const [parts, releases] = [findParts(text, contract), ascending([...above, ...findReleases(text)])];
  const isNew = of && !contract.has(of);
  return {
    verdict: isNew ? "new" : "unread",
    message: why ?? (isNew ? explainsNew : "only a sentence says it"),
    ...facts,
    parts: parts.length > 0 ? parts : undefined,
    releases: releases.length > 0 ? releases : undefined,
  };
}

/** What the contract has, and a source that lists everything leaves out. */
function findVanished(reading: Reading, contract: Contract): readonly DriftFinding[] {
  const { rows, lists } = reading;
  if (lists === "some" && reading.kind !== "definitions") return [];
  const there = new Set(rows.flatMap(listWay));
  const said = new Set(rows.flatMap((row) => listAspects(row).map(([about]) => `${toKey(row)} ${about}`)));
  const possible = contract.parts.filter((group) => isExpected(group, reading));
  const expected = lists === "some" ? keepListed(possible, there) : possible;
  const inside = groupBy(
    expected,
    ([{ direction, names }]) => `${direction} ${names.slice(0, -1).join(".")}`,
  );
  const hasSome = (key: string): boolean =>
    (inside.get(key) ?? []).some(([{ direction, names }]) => there.has(`${direction} ${names.join(".")}`));
  const findings = expected.flatMap((group): readonly DriftFinding[] => {
    const [{ direction: side, path }] = group;
    const subject: Subject = { side, path };
    const key = toKey(subject);
    const parent = key.split(".").slice(0, -1).join(".");
    // What is in a part that is lost is lost with it.
    if (!there.has(key)) return parent === "" || hasSome(parent) ? [vanish(subject)] : [];
    const isHolder = (inside.get(key) ?? []).length > 0;
    const empty = { ...vanish(subject, "existence", "the source has nothing that is in it"), hash: isEmpty };
    return [
      ...(isHolder && !hasSome(key) ? [empty] : []),
      ...listExpected(group, contract).filter(
        ({ about = "" }) => (lists !== "parts" || about === "values") && !said.has(`${key} ${about}`),
      ),
    ];
  });
  return [...findings, ...(lists === "some" ? [] : listLostEvents(rows, contract))];
}

const isEmpty = hashText("nothing in it");

const vanish = (subject: Subject, about: Aspect = "existence", message = "the source does not have it") =>
  ({ verdict: "vanished", subject, about, message }) as const;

/** The keys of a row, and of what it is in. */
const listWay = (row: Row): readonly string[] => {
  const steps = toKey(row).split(".");
  return steps.map((_, i) => steps.slice(0, i + 1).join("."));
};

/** Whether a part is newer than the newest release that a source names: nobody has to miss it there. */
function isNewer({ subject }: DriftFinding, { newest }: Reading, { find }: Contract): boolean {
  const group = subject && find(subject);
  return newest !== undefined && group !== undefined && findSince(group) > newest;
}

/** Whether a source should have a part: what is in the contract today, and what was seen in this very source. */
function isExpected(group: BodyPropertyGroup, { lists, seenAs }: Reading): boolean {
  const aside = findAside(group);
  if (aside?.kind === "planned" && lists === "parts") return false;
  return existsStill(group[0].model.exists) && (aside?.kind !== "seen" || isSeenThere(aside, seenAs));
}

/** What is in the objects of which a page that lists only some has most. */
function keepListed(parts: readonly BodyPropertyGroup[], there: ReadonlySet<string>) {
  const objects = groupBy(parts, ([{ direction, names }]) => `${direction} ${names[0] ?? ""}`);
  return [...objects.values()].flatMap(([, ...inside]) => {
    const own = inside.filter(([{ names }]) => names.length === 2);
    const known = own.filter(([{ direction, names }]) => there.has(`${direction} ${names.join(".")}`));
    return known.length * 2 > own.length ? inside : [];
  });
}

/** What the contract says of a part that a source which lists everything should say, too. */
function listExpected(
  group: BodyPropertyGroup,
  { model: { events }, parts }: Contract,
): readonly DriftFinding[] {
  const [{ model, chain, direction: side, path }] = group;
  const isLimited = chain.length === 1 && listEvents(group).length < events.length;
  const isLeaf =
    chain.length === 1 &&
    !parts.some(([part]) => part.direction === side && part.holders.length > 0 && part.names[0] === path);
  const expected: readonly (readonly [Aspect, isExpected: boolean, message: string])[] = [
    ["type", isLeaf, "the source gives no type for it"],
    ["since", listStarts(model).length > 0, "the source names no release for it"],
    ["events", isLimited, "the source does not say which events have it"],
    ["values", findEnum(group) !== undefined, "the source lists no values of it"],
  ];
  return expected.flatMap(([about, isHere, message]) =>
    isHere ? [vanish({ side, path }, about, message)] : [],
  );
}

/** The events that a source leaves out that lists all of its parts, if events are among them. */
function listLostEvents(rows: readonly Row[], { model }: Contract): readonly DriftFinding[] {
  const said = new Set(rows.flatMap(({ side, path }) => (side === "event" ? [path] : [])));
  const lost = model.events.filter(({ name, exists }) => !said.has(name) && existsStill(exists));
  // A list of a few is of something else.
  if (said.size * 4 < model.events.length) return [];
  return lost.map(({ name }) => vanish({ side: "event", path: name }));
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
  { kind, title }: Pick<Reading, "kind" | "title">,
  sources: readonly SourceEntry[],
): SourceEntry | undefined {
  const nameless = sources.filter((entry) => entry.kind === listedAs[kind] && entry.heading === undefined);
  const named = sources.find((entry) => isSame(entry.heading ?? entry.title, title));
  return named ?? (nameless.length === 1 ? nameless[0] : undefined);
}

/** The latest day in what a source states of itself, as `2024-11-19`. */
export const findNewestDay = (stated = ""): string | undefined =>
  (stated.match(/\d{4}-\d\d-\d\d/g) ?? []).sort().at(-1);

/** Whether a newer edition of a page has been read. */
export const isOlderThan = (
  { kind, newest }: Pick<Reading, "kind" | "newest">,
  entry: SourceEntry | undefined,
): boolean =>
  kind === "definitions" &&
  newest !== undefined &&
  entry?.newest !== undefined &&
  newest < (parseRelease(entry.newest) ?? 0);

/** What a source says of its own age that `sources.json` does not: a later day, a newer release. A spec may do without that file. */
function judgeAge(reading: Reading, sources: readonly SourceEntry[]): readonly DriftFinding[] {
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
  { title, rows, sentences: said, kind }: Reading,
): Reviews {
  const used = new Set<Review>();
  const isOwn = ({ source }: Review): boolean => isSame(source, title);
  const own = { claims: claims.filter(isOwn), sentences: sentences.filter(isOwn) };
  const places = new Set([...rows, ...said].map(({ place }) => place.section.toLowerCase()));
  const claimsByName = groupBy(own.claims, ({ claim, hash }) => `${claim} ${hash ?? ""}`);
  const sentencesByHash = groupBy(own.sentences, ({ hash, of = "" }) => `${hash} ${of.replaceAll("[]", "")}`);
  // What was said below the heading of an object when that was new.
  const ofObjects = groupBy(
    own.sentences.filter((entry) => toPlace(entry).split(" > ").at(-1) === toObject(entry)),
    ({ hash }) => hash,
  );
  /** Of reviews alike the one of this place; where the headings above have changed, one of a place that is gone. */
  const choose = <Of extends Review>(
    alike: readonly Of[] = [],
    place: DriftFinding["place"],
  ): Of | undefined => {
    const section = place?.section.toLowerCase() ?? "";
    const isGone = (entry: Of): boolean => !places.has(toPlace(entry));
    const found =
      alike.find((entry) => toPlace(entry) === section) ??
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
      choose(sentencesByHash.get(`${hash} ${subject ? toKey(subject) : ""}`), place) ??
      (subject ? undefined : choose(ofObjects.get(hash), place)),
    listLost: (findings) => (kind === "recording" ? [] : listLost(own, used, places, findings)),
  };
}

const toObject = ({ of = "" }: ReviewedSentence): string | undefined =>
  dropArrays(of).toLowerCase().split(" ")[1];

const toPlace = ({ place = "" }: Review): string => place.toLowerCase();

/** Lost reviews: those of a part that has vanished go with it, and those below a heading that is gone are one. */
function listLost(
  own: ReviewedFile,
  used: ReadonlySet<Review>,
  places: ReadonlySet<string>,
  findings: readonly DriftFinding[],
): readonly DriftFinding[] {
  const gone = findings.flatMap(({ verdict, subject }) =>
    verdict === "vanished" && subject ? `${toKey(subject)}.` : [],
  );
  const isWithVanished = (name: string): boolean =>
    gone.some((key) => `${name.replaceAll("[]", "")}.`.startsWith(key));
  const isLost = (entry: Review, of: string): boolean => !used.has(entry) && !isWithVanished(of);
  const describe = (entry: Review): string => {
    if ("claim" in entry) return `the review of ${quote(entry.claim)} fits nothing in the source any more`;
    const { place = "", of } = entry;
    if (!places.has(toPlace(entry))) return `nothing below ${quote(place)} is in the source any more`;
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
  if (reviewed || !isLoud(verdict) || !(about ?? hash)) return undefined;
  const name = subject && nameSubject(subject);
  if (about) return { list: "claims", entry: { ...at, claim: `${name ?? ""} ${about}`, hash, why: "" } };
  const entry = name === undefined ? { ...at, hash, words: "" } : { ...at, of: name, hash };
  return { list: "sentences", entry };
}
