import { failure, isError, type Outcome } from "../base/problem/problem.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { placeIn } from "../contract/read/pointer.js";
import type { SourceFile } from "../contract/read/read-spec.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { formatRelease, parseRelease } from "../base/time/release.js";
import type { Contract } from "./contract.js";
import {
  addEvent,
  addMissingPart,
  addReviews,
  addValues,
  dropReviews,
  listRelease,
  makeChanges,
  readIn,
  renewSource,
} from "./edits.js";
import type { SpecChange, AdditionContext, SpecTexts } from "./edits.js";
import { explainsNew, findSourceEntry, isOlderThan } from "./judge-source.js";
import { toReviewEntry } from "./reviews.js";
import { isOpenVerdict, nameSubject, toSubjectKey } from "./source-content.js";
import type { DriftFinding, JudgedSource, OpenVerdict, SpecSubject } from "./source-content.js";
import { isPage, isPlainText, type Decision, type NewsItem } from "./shapes.js";

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

/** The input of a proposal. */
export interface ProposalInput {
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
interface ProposalStep {
  readonly finding: DriftFinding;
  readonly changes?: readonly SpecChange[] | undefined;
  readonly decisions?: readonly Decision[];
}

/** Proposes what to change for what rows newly say. What lint would refuse, and all else that there is to do, is left to decide. */
export function propose(sources: readonly JudgedSource[], grounds: ProposalInput): Proposal {
  const before: SpecTexts = new Map(grounds.files.map(({ path, text }) => [path, text]));
  let trials = 0;
  const lint: ProposalInput["lint"] = (files) =>
    (trials += 1) > maxTrials ? failure([]) : grounds.lint(files);
  const { texts, decisions } = keepSound(listProposalSteps(sources, before, grounds), before, lint);
  const once = new Map(decisions.map((each) => [`${each.kind} ${describeDecision(each)}`, each]));
  const files = toSourceFiles(texts).map(({ path, text }) => ({
    path,
    before: before.get(path),
    after: text,
  }));
  return { files: files.filter((file) => file.before !== file.after), decisions: [...once.values()] };
}

const toSourceFiles = (texts: SpecTexts): readonly SourceFile[] =>
  [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));

/** Makes all changes; if lint refuses what comes of that, those without which it does not. */
function keepSound(
  steps: readonly ProposalStep[],
  before: SpecTexts,
  lint: ProposalInput["lint"],
): { readonly texts: SpecTexts; readonly decisions: readonly Decision[] } {
  let texts = before;
  const decisions: Decision[] = [];
  for (const step of steps) {
    const made = makeChanges(texts, step.changes);
    texts = made ?? texts;
    decisions.push(...(made ? listDecisions(step) : [toQuestion(step.finding)]));
  }
  const [first, ...others] = steps;
  const linted = [...texts].some(([path, text]) => before.get(path) !== text) && lint(toSourceFiles(texts));
  if (!first || !linted || linted.ok) return { texts, decisions };
  const why = linted.problems.find(isError)?.message ?? "too much else does not fit either.";
  const refusal = `The spec as it is cannot have it: ${why}`;
  if (others.length === 0) return { texts: before, decisions: [toQuestion(first.finding, refusal)] };
  const sound = keepSound(steps.slice(0, steps.length / 2), before, lint);
  const rest = keepSound(steps.slice(steps.length / 2), sound.texts, lint);
  return { texts: rest.texts, decisions: [...sound.decisions, ...rest.decisions] };
}

const listDecisions = ({
  finding: { subject },
  changes = [],
  decisions = [],
}: ProposalStep): readonly Decision[] => [
  ...decisions,
  ...changes.flatMap(({ place, confirm: message }): Decision[] =>
    message === undefined ? [] : [{ kind: "confirm", place, message, subject }],
  ),
];

/** What a person has to do where nothing is proposed. */
const openAdvice: Readonly<Record<OpenVerdict, string>> = {
  new: "It cannot be proposed: decide, and edit the spec.",
  contradicts:
    "Which of the two is wrong, or has something changed? Edit the spec, or review it in drift/reviewed.json.",
  vanished:
    "Is it gone from the till, or only from the source? Edit the spec, or review it in drift/reviewed.json.",
  unread: "Read the place, write into the spec what it says, and review the sentence in drift/reviewed.json.",
};

function toQuestion({ verdict, subject, about, hash, message, place }: DriftFinding, why?: string): Decision {
  const at = place ? ` (${place.file}:${place.line})` : "";
  const isSentence = about === undefined && hash !== undefined;
  const words = why ?? (isSentence ? openAdvice.unread : isOpenVerdict(verdict) ? openAdvice[verdict] : "");
  return { kind: "ask", subject, message: `${message}${at}. ${words}` };
}

/** News of a row, and the finding that reports it. */
interface NewsFinding extends NewsItem {
  readonly finding: DriftFinding;
}

/** A finding, and the source that it is in. */
interface SourceFinding {
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
function listProposalSteps(
  sources: readonly JudgedSource[],
  texts: SpecTexts,
  grounds: ProposalInput,
): readonly ProposalStep[] {
  const { spec, contract } = grounds;
  const pagesFirst = [...sources].sort((a, b) => Number(isPage(b)) - Number(isPage(a)));
  const open = pagesFirst.flatMap((source) =>
    source.findings.filter(({ verdict }) => isOpenVerdict(verdict)).map((finding) => ({ finding, source })),
  );
  const news = open.flatMap(({ finding, source }): readonly NewsFinding[] => {
    const { row, verdict, about } = finding;
    const isMended = verdict === "contradicts" && isPage(source) && about === "values";
    const isSaid = row && (verdict === "new" || isMended);
    return isSaid ? [{ finding, source, row, names: dropArrays(row.path).split(".") }] : [];
  });
  const proposed = news.length > maxNews ? [] : news;
  const parts = proposed.filter(({ row: { side } }) => side === "request" || side === "response");
  const isKnown = ({ row, names }: NewsFinding): boolean =>
    contract.has({ side: row.side, path: names.join(".") });
  const toTop = (subject: SpecSubject): string => findNewPath(subject, contract).join(".");
  const missing = groupBy(
    parts.filter((each) => !isKnown(each)),
    ({ row }) => toTop(row),
  );
  // What names a release may say more of what it explains.
  const explaining = open.filter(
    ({ finding: { message, releases = [] } }) => message === explainsNew && releases.length === 0,
  );
  const explained = groupBy(explaining, ({ finding: { subject } }) => (subject ? toTop(subject) : ""));
  const listExplained = (top: string): readonly SourceFinding[] => explained.get(top) ?? [];
  const titles = [...texts.values()].flatMap((text) => [...text.matchAll(/"title": *"(\w+)"/g)]);
  const taken = new Set(titles.map(([, title = ""]) => title.toLowerCase()));
  const done = new Set(
    proposed.flatMap((each) => [each, ...listExplained(toTop(each.row))]).map(({ finding }) => finding),
  );
  // Values that are gone are left to decide, whatever is proposed for those that came.
  const isDone = (finding: DriftFinding): boolean =>
    done.has(finding) && !(finding.verdict === "contradicts" && finding.about === "values");
  const shared = { contract, taken, products: spec.products };
  const events = proposed.filter(({ row }) => row.side === "event");
  const rest = open.filter(({ finding }) => !isDone(finding));
  return [
    ...proposed.flatMap((each) => listReleaseSteps(each, spec)),
    ...events.map((each) => {
      const { changes, decisions } = addEvent(each, spec.events.has(each.row.path), spec.products);
      const reviews = reviewAll(listExplained(toTop(each.row)));
      return { finding: each.finding, decisions, changes: changes && [...changes, ...reviews] };
    }),
    ...parts
      .filter(isKnown)
      .map((each) => ({ finding: each.finding, changes: changeKnown(each, texts, contract) })),
    ...[...missing].map(([top, all]) => addMissing(all, listExplained(top), shared)),
    ...listOtherSteps(rest, sources, grounds),
  ];
}

/** The other steps: reviews that fit nothing go, the age of a source is written down, and the rest is asked. */
function listOtherSteps(
  open: readonly SourceFinding[],
  sources: readonly JudgedSource[],
  { spec, today }: ProposalInput,
): readonly ProposalStep[] {
  const doubts = new Map(sources.map((source) => [source, explainDoubt(source, sources, spec)]));
  const reportedSources = new Set<JudgedSource>();
  return open.flatMap(({ finding, source }): readonly ProposalStep[] => {
    const { lost, row, verdict, hash } = finding;
    const isAge = !row && hash === undefined && verdict === "new";
    const doubt = lost && doubts.get(source);
    if (lost && doubt === undefined) return [{ finding, changes: [dropReviews(lost)] }];
    if (doubt === undefined)
      return [{ finding, changes: isAge ? renewSource(source, spec.sources, today) : undefined }];
    const isTold = reportedSources.has(source);
    reportedSources.add(source);
    return isTold ? [] : [{ finding: { verdict, message: doubt } }];
  });
}

/** Why reviews that fit nothing in a source stay: it may not be all there is. */
function explainDoubt(
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
function findNewPath({ side, path }: SpecSubject, contract: Contract): readonly string[] {
  const names = dropArrays(path).split(".");
  const depth = names.findIndex((_, i) => !contract.has({ side, path: names.slice(0, i + 1).join(".") }));
  return [side, ...names.slice(0, depth + 1)];
}

/** The changes to a part that the spec has: its values. */
function changeKnown(news: NewsFinding, texts: SpecTexts, contract: Contract): ProposalStep["changes"] {
  const { row, names, finding } = news;
  const group = contract.find({ side: row.side, path: names.join(".") });
  const isListed = group && finding.about === "values";
  return isListed ? addValues(news, group, (place) => readIn(texts, place)) : undefined;
}

/** What is to be added for a part and what is in it; what a page says needs no other source to show it. */
function addMissing(
  all: readonly [NewsFinding, ...NewsFinding[]],
  explained: readonly SourceFinding[],
  shared: AdditionContext,
): ProposalStep {
  const [{ source, finding }] = all;
  const used = all.filter((each) => isPage(each.source) || !isPage(source));
  const merged = [...groupBy(used, ({ row }) => toSubjectKey(row)).values()].map((same) => ({
    ...same[0],
    row: same.reduceRight((sofar, { row }) => ({ ...sofar, ...dropUndefined(row) }), same[0].row),
  }));
  const [first = all[0], ...rest] = merged.sort((a, b) => a.names.length - b.names.length);
  const way = findNewPath(first.row, shared.contract).slice(1);
  const { changes, decisions } = addMissingPart([first, ...rest], way, shared);
  const reviewed = changes?.length ? reviewAll(explained) : [];
  return { finding, decisions, changes: changes && [...changes, ...reviewed] };
}

const dropUndefined = (row: NewsFinding["row"]): Partial<NewsFinding["row"]> =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined));

/** Reviews what explains a part, unless that is more than anybody looks at, or of a source whose title the spec cannot have. */
function reviewAll(explained: readonly SourceFinding[]): readonly SpecChange[] {
  const reviews = explained.flatMap(({ finding, source }) => toReviewEntry(finding, source)?.entry ?? []);
  const isPlain = ({ finding: { place }, source }: SourceFinding): boolean =>
    isPlainText(source.title) && isPlainText((place?.section ?? "").replaceAll(" > ", " "));
  const isPossible = reviews.length > 0 && reviews.length <= maxReviews && explained.every(isPlain);
  return isPossible ? [addReviews(reviews)] : [];
}

/** The release that a row names, which is listed, or gets its day. */
function listReleaseSteps({ row, finding }: NewsFinding, { releases }: CheckedSpec): readonly ProposalStep[] {
  const release = row.side === "release" ? parseRelease(row.path) : row.since;
  if (release === undefined) return row.side === "release" ? [{ finding }] : [];
  const subject: SpecSubject = { side: "release", path: formatRelease(release) };
  const place = placeIn("releases.json", "releases");
  const isListed = releases.some((known) => known.release === release);
  const write = { kind: "write", subject, place, message: "Sum up what the release brought." } as const;
  return [{ finding, changes: [listRelease(release, row.date)], decisions: isListed ? [] : [write] }];
}
