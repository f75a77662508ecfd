import { failure, isError, type Outcome } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { placeIn } from "../contract/read/pointer.js";
import type { SourceFile } from "../contract/read/read-spec.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { formatRelease, parseRelease } from "../base/time/release.js";
import type { Contract } from "./contract.js";
import {
  addEvent,
  addPart,
  addReviews,
  addValues,
  dropReviews,
  listRelease,
  makeChanges,
  readIn,
  renewSource,
} from "./edits.js";
import type { Change, Shared, Texts } from "./edits.js";
import { explainsNew, findSourceEntry, isOlderThan, toReviewEntry } from "./judge-source.js";
import { isLoud, nameSubject, toKey } from "./source-content.js";
import type { DriftFinding, JudgedSource, LoudVerdict, Subject } from "./source-content.js";
import { isPage, isPlainText, type Decision, type News } from "./shapes.js";

export type { Decision } from "./shapes.js";

/** What to change in the spec after what sources say: files as they would be, and what a person has to decide. */
export interface Proposal {
  readonly files: readonly ChangedFile[];
  readonly decisions: readonly Decision[];
}

/** A file of the spec, by its path there; `before` is undefined for a new one. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/** A decision in one line. */
export function describeDecision({ subject, place, message }: Decision): string {
  const at = place ? ` (${place.file}${place.pointer === "" ? "" : `#${place.pointer}`})` : "";
  return `${subject ? `${nameSubject(subject)}: ` : ""}${message}${at}`;
}

/** What a proposal is made against. */
export interface Grounds {
  /** The texts of the contract and of its reviews. */
  readonly files: readonly SourceFile[];
  readonly spec: CheckedSpec;
  readonly contract: Contract;
  /** Whether a changed spec is sound: no proposal breaks it. */
  readonly lint: (files: readonly SourceFile[]) => Outcome<unknown>;
  /** As `2024-11-19`. */
  readonly today: string;
}

/** Changes that belong together, and the finding that asks for them; none if a person has to make them. */
interface Step {
  readonly finding: DriftFinding;
  readonly changes?: readonly Change[] | undefined;
  readonly decisions?: readonly Decision[];
}

/** Proposes what to change for what rows newly say. What lint would refuse, and all else that there is to do, is left to decide. */
export function propose(sources: readonly JudgedSource[], grounds: Grounds): Proposal {
  const before: Texts = new Map(grounds.files.map(({ path, text }) => [path, text]));
  let trials = 0;
  const lint: Grounds["lint"] = (files) => ((trials += 1) > maxTrials ? failure([]) : grounds.lint(files));
  const { texts, decisions } = keepSound(listSteps(sources, before, grounds), before, lint);
  const once = new Map(decisions.map((each) => [`${each.kind} ${describeDecision(each)}`, each]));
  const files = toFiles(texts).map(({ path, text }) => ({ path, before: before.get(path), after: text }));
  return { files: files.filter((file) => file.before !== file.after), decisions: [...once.values()] };
}

const toFiles = (texts: Texts): readonly SourceFile[] =>
  [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));

/** Makes all changes; if lint refuses what comes of that, those without which it does not. */
function keepSound(
  steps: readonly Step[],
  before: Texts,
  lint: Grounds["lint"],
): { readonly texts: Texts; readonly decisions: readonly Decision[] } {
  let texts = before;
  const decisions: Decision[] = [];
  for (const step of steps) {
    const made = makeChanges(texts, step.changes);
    texts = made ?? texts;
    decisions.push(...(made ? listDecisions(step) : [ask(step.finding)]));
  }
  const [first, ...others] = steps;
  const linted = [...texts].some(([path, text]) => before.get(path) !== text) && lint(toFiles(texts));
  if (!first || !linted || linted.ok) return { texts, decisions };
  const why = linted.problems.find(isError)?.message ?? "too much else does not fit either.";
  const refusal = `The spec as it is cannot have it: ${why}`;
  if (others.length === 0) return { texts: before, decisions: [ask(first.finding, refusal)] };
  const sound = keepSound(steps.slice(0, steps.length / 2), before, lint);
  const rest = keepSound(steps.slice(steps.length / 2), sound.texts, lint);
  return { texts: rest.texts, decisions: [...sound.decisions, ...rest.decisions] };
}

const listDecisions = ({ finding: { subject }, changes = [], decisions = [] }: Step): readonly Decision[] => [
  ...decisions,
  ...changes.flatMap(({ place, confirm: message }): Decision[] =>
    message === undefined ? [] : [{ kind: "confirm", place, message, subject }],
  ),
];

/** What there is to do where nothing is proposed. */
const advice: Readonly<Record<LoudVerdict, string>> = {
  new: "It cannot be proposed: decide, and edit the spec.",
  contradicts:
    "Which of the two is wrong, or has something changed? Edit the spec, or review it in drift/reviewed.json.",
  vanished:
    "Is it gone from the till, or only from the source? Edit the spec, or review it in drift/reviewed.json.",
  unread: "Read the place, write into the spec what it says, and review the sentence in drift/reviewed.json.",
};

function ask({ verdict, subject, about, hash, message, place }: DriftFinding, why?: string): Decision {
  const at = place ? ` (${place.file}:${place.line})` : "";
  const isSentence = about === undefined && hash !== undefined;
  const words = why ?? (isSentence ? advice.unread : isLoud(verdict) ? advice[verdict] : "");
  return { kind: "ask", subject, message: `${message}${at}. ${words}` };
}

/** What a row newly says, and the finding that says so. */
interface Said extends News {
  readonly finding: DriftFinding;
}

/** A finding, and the source that it is in. */
interface Found {
  readonly finding: DriftFinding;
  readonly source: JudgedSource;
}

/** More sentences than this about one new part nobody reviews at once. */
const maxReviews = 200;

/** More reviews than this are not lost by one edit of a page. */
const maxLost = 30;

/** How often lint is asked, at most. */
const maxTrials = 60;

/** More news than this are not proposed: nobody would look through them. */
const maxNews = 1000;

/** The changes for each thing to do: releases first, then events, then parts. */
function listSteps(sources: readonly JudgedSource[], texts: Texts, grounds: Grounds): readonly Step[] {
  const { spec, contract } = grounds;
  const pagesFirst = [...sources].sort((a, b) => Number(isPage(b)) - Number(isPage(a)));
  const loud = pagesFirst.flatMap((source) =>
    source.findings.filter(({ verdict }) => isLoud(verdict)).map((finding) => ({ finding, source })),
  );
  const news = loud.flatMap(({ finding, source }): readonly Said[] => {
    const { row, verdict, about } = finding;
    const isMended = verdict === "contradicts" && isPage(source) && about === "values";
    const isSaid = row && (verdict === "new" || isMended);
    return isSaid ? [{ finding, source, row, names: dropArrays(row.path).split(".") }] : [];
  });
  const said = news.length > maxNews ? [] : news;
  const parts = said.filter(({ row: { side } }) => side === "request" || side === "response");
  const isKnown = ({ row, names }: Said): boolean => contract.has({ side: row.side, path: names.join(".") });
  const toTop = (subject: Subject): string => findTop(subject, contract).join(".");
  const missing = groupBy(
    parts.filter((each) => !isKnown(each)),
    ({ row }) => toTop(row),
  );
  // What names a release may say more of what it explains.
  const explaining = loud.filter(
    ({ finding: { message, releases = [] } }) => message === explainsNew && releases.length === 0,
  );
  const explained = groupBy(explaining, ({ finding: { subject } }) => (subject ? toTop(subject) : ""));
  const listExplained = (top: string): readonly Found[] => explained.get(top) ?? [];
  const titles = [...texts.values()].flatMap((text) => [...text.matchAll(/"title": *"(\w+)"/g)]);
  const taken = new Set(titles.map(([, title = ""]) => title.toLowerCase()));
  const done = new Set(
    said.flatMap((each) => [each, ...listExplained(toTop(each.row))]).map(({ finding }) => finding),
  );
  // Values that are gone are left to decide, whatever is proposed for those that came.
  const isDone = (finding: DriftFinding): boolean =>
    done.has(finding) && !(finding.verdict === "contradicts" && finding.about === "values");
  const shared = { contract, taken, products: spec.products };
  const events = said.filter(({ row }) => row.side === "event");
  const rest = loud.filter(({ finding }) => !isDone(finding));
  return [
    ...said.flatMap((each) => listReleases(each, spec)),
    ...events.map((each) => {
      const { changes, decisions } = addEvent(each, spec.events.has(each.row.path), spec.products);
      const reviews = reviewAll(listExplained(toTop(each.row)));
      return { finding: each.finding, decisions, changes: changes && [...changes, ...reviews] };
    }),
    ...parts.filter(isKnown).map((each) => ({ finding: each.finding, changes: mend(each, texts, contract) })),
    ...[...missing].map(([top, all]) => addMissing(all, listExplained(top), shared)),
    ...listRest(rest, sources, grounds),
  ];
}

/** What else there is to do: reviews that fit nothing go, how old a source is is written down, and the rest is asked. */
function listRest(
  loud: readonly Found[],
  sources: readonly JudgedSource[],
  { spec, today }: Grounds,
): readonly Step[] {
  const doubts = new Map(sources.map((source) => [source, findDoubt(source, sources, spec)]));
  const told = new Set<JudgedSource>();
  return loud.flatMap(({ finding, source }): readonly Step[] => {
    const { lost, row, verdict, hash } = finding;
    const isAge = !row && hash === undefined && verdict === "new";
    const doubt = lost && doubts.get(source);
    if (lost && doubt === undefined) return [{ finding, changes: [dropReviews(lost)] }];
    if (doubt === undefined)
      return [{ finding, changes: isAge ? renewSource(source, spec.sources, today) : undefined }];
    const isTold = told.has(source);
    told.add(source);
    return isTold ? [] : [{ finding: { verdict, message: doubt } }];
  });
}

/** Why reviews that fit nothing in a source stay: it may not be all there is. */
function findDoubt(
  source: JudgedSource,
  sources: readonly JudgedSource[],
  spec: CheckedSpec,
): string | undefined {
  const count = source.findings.flatMap(({ lost = [] }) => lost).length;
  const doubts: readonly (readonly [boolean, string])[] = [
    [isOlderThan(source, findSourceEntry(source, spec.sources)), "is older than what was read"],
    [sources.filter(({ title }) => title === source.title).length > 1, "is one of several with its title"],
    [count > maxLost, "may not be whole"],
  ];
  const why = doubts.find(([isSo]) => isSo)?.[1];
  return why && `${source.file} ${why}, so that ${count} reviews stay which fit nothing in it`;
}

/** The side, and the names on the way to what is not in the contract. */
function findTop({ side, path }: Subject, contract: Contract): readonly string[] {
  const names = dropArrays(path).split(".");
  const depth = names.findIndex((_, i) => !contract.has({ side, path: names.slice(0, i + 1).join(".") }));
  return [side, ...names.slice(0, depth + 1)];
}

/** What is to be changed of a part that the spec has: its values. */
function mend(said: Said, texts: Texts, contract: Contract): Step["changes"] {
  const { row, names, finding } = said;
  const group = contract.find({ side: row.side, path: names.join(".") });
  const isListed = group && finding.about === "values";
  return isListed ? addValues(said, group, (place) => readIn(texts, place)) : undefined;
}

/** What is to be added for a part and what is in it; what a page says needs no other source to show it. */
function addMissing(all: readonly [Said, ...Said[]], explained: readonly Found[], shared: Shared): Step {
  const [{ source, finding }] = all;
  const told = all.filter((each) => isPage(each.source) || !isPage(source));
  const merged = [...groupBy(told, ({ row }) => toKey(row)).values()].map((same) => ({
    ...same[0],
    row: same.reduceRight((sofar, { row }) => ({ ...sofar, ...dropUndefined(row) }), same[0].row),
  }));
  const [first = all[0], ...rest] = merged.sort((a, b) => a.names.length - b.names.length);
  const way = findTop(first.row, shared.contract).slice(1);
  const { changes, decisions } = addPart([first, ...rest], way, shared);
  const reviewed = changes?.length ? reviewAll(explained) : [];
  return { finding, decisions, changes: changes && [...changes, ...reviewed] };
}

const dropUndefined = (row: Said["row"]): Partial<Said["row"]> =>
  Object.fromEntries(Object.entries(row).filter(([, said]) => said !== undefined));

/** Reviews what explains a part, unless that is more than anybody looks at, or of a source whose title the spec cannot have. */
function reviewAll(explained: readonly Found[]): readonly Change[] {
  const reviews = explained.flatMap(({ finding, source }) => toReviewEntry(finding, source)?.entry ?? []);
  const isPlain = ({ finding: { place }, source }: Found): boolean =>
    isPlainText(source.title) && isPlainText((place?.section ?? "").replaceAll(" > ", " "));
  const isPossible = reviews.length > 0 && reviews.length <= maxReviews && explained.every(isPlain);
  return isPossible ? [addReviews(reviews)] : [];
}

/** The release that a row names, which is listed, or gets its day. */
function listReleases({ row, finding }: Said, { releases }: CheckedSpec): readonly Step[] {
  const release = row.side === "release" ? parseRelease(row.path) : row.since;
  if (release === undefined) return row.side === "release" ? [{ finding }] : [];
  const subject: Subject = { side: "release", path: formatRelease(release) };
  const place = placeIn("releases.json", "releases");
  const isListed = releases.some((known) => known.release === release);
  const write = { kind: "write", subject, place, message: "Sum up what the release brought." } as const;
  return [{ finding, changes: [listRelease(release, row.date)], decisions: isListed ? [] : [write] }];
}
