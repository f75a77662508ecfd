import { listEvents, type BodyPropertyGroup } from "../model/paths.js";
import type { ReviewedFile, SourceEntry } from "../spec/dialect.js";
import { groupBy } from "../spec/values.js";
import { quote } from "../text/quote.js";
import { ascending, formatRelease, parseRelease } from "../time/release.js";
import { existsStill } from "../time/spans.js";
import {
  compareAspect,
  listAspects,
  findAside,
  findEnum,
  isSeenThere,
  listStarts,
  type Contract,
} from "./contract.js";
import { findParts, findReleases } from "./notes.js";
import { openReviews, toReviewEntry, type Reviews } from "./reviews.js";
import {
  hashText,
  toKey,
  type Aspect,
  type DriftFinding,
  type JudgedSource,
  type Reading,
  type Row,
  type Sentence,
  type Subject,
} from "./row.js";

/** Of a sentence about a part that the spec does not have: nothing in it is wrong. */
export const explainsNew = "it explains what the spec does not have";

/** Gives each aspect of each row, and each sentence, its verdict, and adds what has vanished. */
export function judge(
  reading: Reading,
  contract: Contract,
  reviewed: ReviewedFile,
  sources: readonly SourceEntry[],
): JudgedSource {
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
    ...findVanished(reading, contract).map(reviews.settle),
  ];
  const findings = [...judgeTitle(reading, reviews), ...judgeAge(reading, sources), ...told];
  return { ...source, findings: [...findings, ...reviews.listLost(findings)] };
}

/** Whether reviews know a source by another title. */
function judgeTitle({ title }: Reading, { title: known }: Reviews): readonly DriftFinding[] {
  const message = `the title is ${quote(title)}; reviews have it as ${quote(known)}`;
  return title.toLowerCase() === known ? [] : [{ verdict: "new", message }];
}

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
  const own = new Set(rows.map(toKey));
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
    const isInferred = lists === "everything" && !own.has(key);
    const empty = { ...vanish(subject, "existence", "the source has nothing that is in it"), hash: isEmpty };
    return [
      ...(isHolder && !hasSome(key) ? [empty] : []),
      ...(isHolder && hasSome(key) && isInferred ? [inferOnly(subject)] : []),
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

/** Of a part that no row of a source describes, but rows of what is in it. */
const inferOnly = (subject: Subject): DriftFinding => ({
  ...vanish(subject, "existence", "the source has no row for it, only for what is in it"),
  hash: hashText("no row"),
});

/** The claim by which such a part is known to have no row of its own. */
export function reviewInferred(subject: Subject, source: JudgedSource): object {
  const { entry } = toReviewEntry(inferOnly(subject), source) ?? {};
  return { ...entry, why: "The source has rows for what is in it alone." };
}

/** The keys of a row, and of what it is in. */
const listWay = (row: Row): readonly string[] => {
  const steps = toKey(row).split(".");
  return steps.map((_, i) => steps.slice(0, i + 1).join("."));
};

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
  const named = sources.find((entry) => (entry.heading ?? entry.title).toLowerCase() === title.toLowerCase());
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
