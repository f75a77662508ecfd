import { isError, type Outcome, type Problem, type SourceLocation } from "../base/problem/problem.js";
import { formatRelease, parseRelease, sortReleases, type Release } from "../base/time/release.js";
import type { CheckedSpec } from "../contract/read/checked-spec.js";
import { notDescribed } from "../contract/read/dialect.js";
import { placeIn, splitPointer } from "../contract/read/pointer.js";
import type { SourceFile } from "../contract/read/read-spec.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { addPart, type AdditionContext } from "./additions.js";
import type { Contract } from "./contract.js";
import { explainsNew } from "./judge-source.js";
import { arrangeParts, isPage } from "./new-part.js";
import { toReviewEntry } from "./reviews.js";
import { findSourceEntry } from "./source-age.js";
import { isOpenVerdict, nameSubject } from "./source-content.js";
import type { DriftFinding, JudgedSource, SpecSubject } from "./source-content.js";
import { applyEdits, readIn, type SpecEdit, type SpecTexts } from "./spec-edits.js";

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

/**
 * What a person has to do.
 *
 * - `write`: a text of the proposal that says `notDescribed` has to be written.
 * - `confirm`: it is proposed, and something about it is worth a look.
 * - `ask`: no source says enough, or the spec says something else. Nothing is proposed then.
 */
export interface Decision {
  readonly kind: "write" | "confirm" | "ask";
  readonly subject?: SpecSubject | undefined;
  /** Where in the spec, as the proposal leaves it. */
  readonly place?: SourceLocation;
  /** In sentences. */
  readonly message: string;
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

/** Edits that belong together, and what they leave to decide. */
interface ProposalStep {
  readonly subject?: SpecSubject | undefined;
  readonly edits: readonly SpecEdit[];
  readonly decisions: readonly Decision[];
}

/** Proposes what to change for what rows newly say. What lint refuses, and all else that there is to do, is left to decide. */
export function propose(sources: readonly JudgedSource[], grounds: ProposalInput): Proposal {
  const before: SpecTexts = new Map(grounds.files.map(({ path, text }) => [path, text]));
  let steps = listSteps(sources, before, grounds).filter(
    ({ edits, decisions }) => edits.length + decisions.length > 0,
  );
  let texts = before;
  const refused: Decision[] = [];
  for (;;) {
    const edits = steps.flatMap((step) => step.edits);
    texts = applyEdits(before, edits);
    const errors = edits.length > 0 ? listErrors(grounds.lint(toFiles(texts))) : [];
    if (errors.length === 0) break;
    const findError = (step: ProposalStep): Problem | undefined =>
      errors.find((error) => isDueTo(step, error));
    // An error that stands nowhere in what was edited may be due to any of it.
    const causes = steps.some(findError)
      ? steps.filter(findError)
      : steps.filter((step) => step.edits.length > 0);
    for (const step of causes) {
      const { message = "" } = findError(step) ?? errors[0] ?? {};
      const refusal = `It is not in the patch, as lint refuses it: ${message}`;
      refused.push({ kind: "ask", subject: step.subject, message: refusal });
    }
    steps = steps.filter((step) => !causes.includes(step));
  }
  const decisions = [...steps.flatMap((step) => step.decisions), ...refused];
  const once = new Map(decisions.map((each) => [`${each.kind} ${describeDecision(each)}`, each]));
  const files = toFiles(texts).map(({ path, text }) => ({ path, before: before.get(path), after: text }));
  return { files: files.filter((file) => file.before !== file.after), decisions: [...once.values()] };
}

const toFiles = (texts: SpecTexts): readonly SourceFile[] =>
  [...texts].map(([path, text]) => ({ path, text })).sort((a, b) => (a.path < b.path ? -1 : 1));

const listErrors = (outcome: Outcome<unknown>): readonly Problem[] =>
  outcome.ok ? [] : outcome.problems.filter(isError);

/** Whether an error names what a step adds, or stands in what one of its edits put there, or in what holds that. */
const isDueTo = ({ subject, edits }: ProposalStep, { message, place }: Problem): boolean =>
  message.includes(`"${dropArrays(subject?.path.split(".").at(-1) ?? "")}"`) ||
  edits.some(({ file, path, property }) => {
    const edited = [...path, ...(property === undefined ? [] : [property])].map(String);
    const wrong = splitPointer(place?.pointer ?? "");
    return file === place?.file && edited.every((step, i) => wrong[i] === undefined || wrong[i] === step);
  });

/** A finding, and the source that it is in. */
interface SourceFinding {
  readonly finding: DriftFinding;
  readonly source: JudgedSource;
}

/** More news than this, and more lost reviews, are of no edit of a page. */
const limits = { news: 1000, lost: 30 } as const;

const reviewedPath = "drift/reviewed.json";

/** The steps for each thing to do: releases and sources first, then events and parts, and then reviews that fit nothing. */
function listSteps(
  sources: readonly JudgedSource[],
  texts: SpecTexts,
  { spec, contract, today }: ProposalInput,
): readonly ProposalStep[] {
  const open = sources.flatMap((source) =>
    source.findings.flatMap((finding) => (isOpenVerdict(finding.verdict) ? [{ finding, source }] : [])),
  );
  const toTop = ({ side, path }: SpecSubject): string => {
    const names = dropArrays(path).split(".");
    const known = names.findIndex((_, i) => !contract.has({ side, path: names.slice(0, i + 1).join(".") }));
    return `${side} ${names.slice(0, known + 1).join(".")}`;
  };
  const isNews = ({ finding: { verdict, row, about } }: SourceFinding): boolean =>
    verdict === "new" && row !== undefined && about === "existence";
  const groups = groupBy(open.filter(isNews).slice(0, limits.news), ({ finding: { subject } }) =>
    subject ? toTop(subject) : "",
  );
  const newest = sortReleases(sources.flatMap((each) => (isPage(each) ? (each.newest ?? []) : []))).at(-1);
  const titles = [...texts.values()].flatMap((text) => [...text.matchAll(/"title": *"(\w+)"/g)]);
  const taken = new Set(titles.map(([, title = ""]) => title.toLowerCase()));
  const context = {
    spec,
    contract,
    texts,
    taken,
    newest,
    isNew: (subject: SpecSubject) => groups.has(nameSubject(subject)),
  };
  const explaining = groupBy(
    open.filter(({ finding: { message } }) => message === explainsNew),
    ({ finding: { subject } }) => (subject ? toTop(subject) : ""),
  );
  const steps = [...groups].map(([top, news]) => describeNews(top, news, explaining.get(top) ?? [], context));
  const dates = open.flatMap(
    ({ finding: { row, subject } }) =>
      row?.since ?? (subject?.side === "release" ? (parseRelease(subject.path) ?? []) : []),
  );
  return [
    // What is undated gets the newest release, which has to be listed as well.
    ...listReleases(groups.size > 0 && newest !== undefined ? [...dates, newest] : dates, spec),
    ...renewSources(sources, spec, today),
    ...steps,
    ...dropLost(open, texts),
  ];
}

/** Adds what rows newly say of one event or part, and reviews the sentences that explain it. */
function describeNews(
  top: string,
  news: readonly SourceFinding[],
  explaining: readonly SourceFinding[],
  context: AdditionContext & { readonly newest: Release | undefined },
): ProposalStep {
  const rows = news.flatMap(({ finding: { row }, source }) => (row ? [{ row, source }] : []));
  const ofPages = rows.filter(({ source }) => isPage(source));
  const part = arrangeParts(ofPages.length > 0 ? ofPages : rows, top.split(/[ .]/).length - 1);
  const [first] = news;
  if (!part || !first) return { edits: [], decisions: [] };
  const subject = { side: part.side, path: part.path };
  const ask = (message: string): Decision => ({ kind: "ask", subject, message });
  const { place } = part.row ?? first.finding;
  const at = place ? ` (${place.file}:${place.line})` : "";
  const { renamed } = first.finding;
  if (renamed)
    return {
      edits: [],
      decisions: [
        ask(`Is it ${nameSubject(renamed)} under another name? Rename that, or add this one${at}.`),
      ],
    };
  const since = part.row?.since ?? (isPage(part.source) ? context.newest : undefined);
  const added = addPart(part, since, context);
  if (typeof added === "string") return { edits: [], decisions: [ask(`${added} Nothing is proposed${at}.`)] };
  // What two tables say in the same words is reviewed once.
  const reviews = new Map(
    explaining.flatMap(({ finding, source }): [string, SpecEdit][] => {
      const item = toReviewEntry(finding, source)?.entry;
      const key = `${source.title} ${finding.hash ?? ""} ${finding.subject?.path ?? ""}`;
      return item && context.texts.has(reviewedPath)
        ? [[key, { file: reviewedPath, path: ["sentences"], item }]]
        : [];
    }),
  );
  const isDated = since === undefined || part.row?.since !== undefined;
  return {
    subject,
    edits: [...added.edits, ...reviews.values()],
    decisions: [
      { kind: "write", subject, message: "Describe it, and all that is new in it, in words of your own." },
      ...added.questions.map(ask),
      ...(isDated
        ? []
        : [
            {
              kind: "confirm",
              subject,
              message: `The source gives it no release: v${formatRelease(since)} is the newest that the sources name.`,
            } as const,
          ]),
    ],
  };
}

/** Lists the releases that are named, and not listed yet. */
const listReleases = (dates: readonly Release[], { releases }: CheckedSpec): readonly ProposalStep[] =>
  sortReleases(dates)
    .filter((date) => !releases.some(({ release }) => release === date))
    .map((date, i): ProposalStep => {
      const subject = { side: "release", path: formatRelease(date) } as const;
      const place = placeIn("releases.json", "releases");
      const index = releases.filter(({ release }) => release < date).length + i;
      const item = { release: subject.path, summary: notDescribed };
      return {
        subject,
        edits: [{ file: place.file, path: ["releases"], item, index }],
        decisions: [{ kind: "write", subject, place, message: "Sum up what the release brought." }],
      };
    });

/** Writes down how far a page goes that names a newer release than is known of it, and that it was read today. */
const renewSources = (
  sources: readonly JudgedSource[],
  { sources: entries }: CheckedSpec,
  today: string,
): readonly ProposalStep[] =>
  sources.flatMap((source): ProposalStep[] => {
    const entry = findSourceEntry(source, entries);
    const { newest } = source;
    if (!entry || newest === undefined || newest <= (parseRelease(entry.newest) ?? 0)) return [];
    const [file, path] = ["sources.json", ["sources", entries.indexOf(entry)]] as const;
    const after = ["title", "heading", "kind", "where", "stated", "newest"];
    const edits = Object.entries({ newest: formatRelease(newest), read: today });
    return [
      { edits: edits.map(([key, value]) => ({ file, path: [...path, key], value, after })), decisions: [] },
    ];
  });

/** Takes out the reviews that fit nothing any more, unless there are so many that the page may not be whole. */
function dropLost(open: readonly SourceFinding[], texts: SpecTexts): readonly ProposalStep[] {
  const lost = open.flatMap(({ finding }) => finding.lost ?? []).map((review) => JSON.stringify(review));
  if (lost.length > limits.lost) return [];
  const edits = (["claims", "sentences"] as const).flatMap((list) => {
    const known = (readIn(texts, reviewedPath, [list]) ?? []) as readonly object[];
    const indexes = known.flatMap((review, i) => (lost.includes(JSON.stringify(review)) ? i : []));
    return indexes.reverse().map((i): SpecEdit => ({ file: reviewedPath, path: [list, i] }));
  });
  return [{ edits, decisions: [] }];
}
