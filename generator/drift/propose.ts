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

export interface Proposal {
  readonly files: readonly ChangedFile[];
  readonly decisions: readonly Decision[];
}

/** `before` is undefined for a new file. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * A task for a person.
 *
 * - `write`: replace a `notDescribed` text of the proposal.
 * - `confirm`: check a proposed change.
 * - `ask`: decide yourself, because no source says enough or the spec says something else. Nothing is proposed.
 */
export interface Decision {
  readonly kind: "write" | "confirm" | "ask";
  readonly subject?: SpecSubject | undefined;
  /** The position in the spec after the proposal. */
  readonly place?: SourceLocation;
  readonly message: string;
}

export function describeDecision({ subject, place, message }: Decision): string {
  const at = place ? ` (${place.file}${place.pointer === "" ? "" : `#${place.pointer}`})` : "";
  return `${subject ? `${nameSubject(subject)}: ` : ""}${message}${at}`;
}

export interface ProposalInput {
  readonly files: readonly SourceFile[];
  readonly spec: CheckedSpec;
  readonly contract: Contract;
  readonly lint: (files: readonly SourceFile[]) => Outcome<unknown>;
  /** For example `2024-11-19`. */
  readonly today: string;
}

interface ProposalStep {
  readonly subject?: SpecSubject | undefined;
  readonly edits: readonly SpecEdit[];
  readonly decisions: readonly Decision[];
}

/** Proposes changes for new statements in rows. Changes that lint rejects, and everything else, become decisions. */
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
    // An error outside all edits may be caused by any of them.
    const causes = steps.some(findError)
      ? steps.filter(findError)
      : steps.filter((step) => step.edits.length > 0);
    for (const step of causes) {
      const { message = "" } = findError(step) ?? errors[0] ?? {};
      const refusal = `It is not in the patch, because lint rejects it: ${message}`;
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

/** True if an error mentions the part that a step adds, or is at, inside or around one of the step's edits. */
const isDueTo = ({ subject, edits }: ProposalStep, { message, place }: Problem): boolean =>
  message.includes(`"${dropArrays(subject?.path.split(".").at(-1) ?? "")}"`) ||
  edits.some(({ file, path, property }) => {
    const edited = [...path, ...(property === undefined ? [] : [property])].map(String);
    const wrong = splitPointer(place?.pointer ?? "");
    return file === place?.file && edited.every((step, i) => wrong[i] === undefined || wrong[i] === step);
  });

interface SourceFinding {
  readonly finding: DriftFinding;
  readonly source: JudgedSource;
}

/** An edit of a page does not cause more new parts or lost reviews than this. */
const limits = { news: 1000, lost: 30 } as const;

const reviewedPath = "drift/reviewed.json";

/** In this order: first releases and sources, then events and parts, then reviews that match nothing. */
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
    // Parts without a release get the newest one, which the spec must list as well.
    ...listReleases(groups.size > 0 && newest !== undefined ? [...dates, newest] : dates, spec),
    ...renewSources(sources, spec, today),
    ...steps,
    ...dropLost(open, texts),
  ];
}

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
        ask(`Is it a new name for ${nameSubject(renamed)}? Rename that part, or add this one${at}.`),
      ],
    };
  const since = part.row?.since ?? (isPage(part.source) ? context.newest : undefined);
  const added = addPart(part, since, context);
  if (typeof added === "string") return { edits: [], decisions: [ask(`${added} Nothing is proposed${at}.`)] };
  // Two tables may make the same statement in the same words, which needs one review.
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
      { kind: "write", subject, message: "Describe it and everything new in it in your own words." },
      ...added.questions.map(ask),
      ...(isDated
        ? []
        : [
            {
              kind: "confirm",
              subject,
              message: `The source gives no release for it. v${formatRelease(since)} is the newest release in the sources.`,
            } as const,
          ]),
    ],
  };
}

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
        decisions: [{ kind: "write", subject, place, message: "Summarize the changes of the release." }],
      };
    });

/** For pages that mention a newer release than before. */
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

/** Removes lost reviews, unless there are so many that the page may be incomplete. */
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
