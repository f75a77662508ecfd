import { quote, toVisibleLine, truncate } from "../../../base/text/quote.js";
import { stripStyles } from "../../../base/text/style.js";
import { capitalize } from "../../../base/text/words.js";
import { formatRelease } from "../../../base/time/release.js";
import { groupBy } from "../../../contract/read/values.js";
import type { DriftResult } from "../../../drift/drift.js";
import { recordingTitle } from "../../../drift/value-kinds.js";
import { explainsNew } from "../../../drift/judge-source.js";
import { toReviewEntry } from "../../../drift/reviews.js";
import { driftVerdicts, isOpenVerdict, nameSubject, openVerdicts } from "../../../drift/source-content.js";
import type { DriftFinding, DriftVerdict, JudgedSource, OpenVerdict } from "../../../drift/source-content.js";
import type { ReportBlock } from "../../../pages/blocks/block.js";
import { bullets, codeBlock, grid, heading } from "../../../pages/blocks/builders.js";
import { listItem, nestedBullets, toBlocks, toParagraph } from "../../../pages/blocks/builders.js";
import { printBlocks } from "../../../pages/blocks/markdown.js";
import { printForTerminal } from "../../../pages/blocks/terminal.js";
import { plain, styled } from "../../../pages/blocks/text.js";
import type { FileLine } from "../../inputs/spec-folder.js";
import { describeSighting, describeShape, describeVotes, type ShownTraffic } from "./seen-text.js";
import type { SpecFiles } from "./spec-files.js";

export interface DriftReport extends Omit<DriftResult, "contract" | "shops"> {
  readonly shown: ShownTraffic;
  readonly findLine: (finding: DriftFinding) => FileLine | undefined;
  readonly findFiles: (finding: DriftFinding) => SpecFiles | undefined;
}

const meanings: Readonly<Record<OpenVerdict, string>> = {
  new: "Edit the spec, or add the review to drift/reviewed.json and say why it is left out.",
  contradicts: "Edit the spec, or add the review below and say why the difference is right.",
  vanished:
    "Edit the spec, or add the review below and say why the source omits it. Delete a review that no longer matches.",
  unread: "Check that the spec covers it, and add the review below in your own words.",
};

/** A partner changes additions rather than the spec. */
const trafficMeanings: Readonly<Record<OpenVerdict, string>> = {
  new: "Add the parts at the end of this report to your additions or to the spec: see docs/newer-release.md.",
  contradicts:
    'The receiver rejects such requests: set invalidRequests to "report", and send us this report. Of answers, check your code.',
  vanished: "",
  unread: "These records or names were not compared.",
};

const reviewsTitle = "Reviews";

const howToPaste =
  "Edit the spec first. Then paste these entries into the lists of drift/reviewed.json, without the claims that the spec now agrees with, and fill in the empty texts.";

/** Findings about one part in one row, or about one sentence. A report counts and shows them as one entry. */
type Entry = readonly [DriftFinding, ...DriftFinding[]];

function listEntries({ findings }: JudgedSource, verdict: DriftVerdict): readonly Entry[] {
  const found = findings.filter((finding) => finding.verdict === verdict);
  // A new part and the sentence that explains it are one entry.
  const groups = groupBy(found, ({ subject, about, message, place, text }) =>
    [
      subject ? nameSubject(subject) : message,
      place?.line,
      ...(verdict === "new" ? [] : [!about, text]),
    ].join("\n"),
  );
  return [...groups.values()];
}

const count = (sources: readonly JudgedSource[], verdict: DriftVerdict): number =>
  sources.flatMap((source) => listEntries(source, verdict)).length;

export function reportDrift(report: DriftReport): readonly ReportBlock[] {
  const { sources } = report;
  const shown = driftVerdicts.filter((verdict) => count(sources, verdict) > 0);
  const loud = shown.filter(isOpenVerdict).map((verdict) => `${count(sources, verdict)} ${verdict}`);
  const total = toParagraph(loud.length > 0 ? `To do: ${loud.join(", ")}.` : "Nothing to do.");
  const rows = sources.map((source) => [
    styled("name", nameFile(source, report)),
    plain(describeSource(source)),
    ...shown.map((verdict) => count([source], verdict)),
  ]);
  const more = [...describeSeen(report), ...describeQuestions(report), ...describeEntries(report)];
  const table = grid(rows, { columns: ["source", "kind", ...shown] });
  return [...total, table, ...listToDo(report), ...more, ...total];
}

/** A report for others names no files of recordings. */
const nameFile = ({ kind, file }: JudgedSource, { shown }: DriftReport): string =>
  kind === "recording" && shown.shops ? recordingTitle : file;

/** `page “Webhook release notes”, up to v59.6` */
function describeSource({ kind, title, newest }: JudgedSource): string {
  const name = title === "" ? kind : `${kind} “${truncate(title, 100)}”`;
  return newest === undefined ? name : `${name}, up to v${formatRelease(newest)}`;
}

export function listToDo(report: DriftReport): readonly ReportBlock[] {
  const entries = openVerdicts.flatMap((verdict) => {
    const found = report.sources.flatMap((source) =>
      listEntries(source, verdict).flatMap((entry) => describeEntry(entry, source, report)),
    );
    const isTraffic = report.sources.every(({ kind }) => kind === "recording");
    const meaning = (isTraffic ? trafficMeanings : meanings)[verdict];
    const head = [heading(2, capitalize(verdict)), ...toParagraph(meaning)];
    return found.length === 0 ? [] : [...head, ...found];
  });
  const replaced = report.sources.flatMap((source) => source.replaced ?? []);
  const lines = replaced.map((review) =>
    report.findLine({ verdict: "vanished", message: "", lost: [review] }),
  );
  const places = lines.flatMap((line) => (line ? `${line.file}:${line.line}` : []));
  const reviews = listReviews(report.sources.filter((source) => hasReviews(source, report)));
  if (entries.length === 0) return [];
  const isNone = reviews.claims.length + reviews.sentences.length === 0;
  const old =
    places.length > 0 ? toParagraph(`Delete the reviews of what is gone: ${places.join(", ")}.`) : [];
  if (isNone && places.length === 0) return entries;
  const head = heading(2, reviewsTitle);
  return [...entries, head, ...old, ...(isNone ? [] : describeReviews(reviews))];
}

/** The spec agrees with them, but a reader of recordings wants to know. */
function describeSeen(report: DriftReport): readonly ReportBlock[] {
  const found = report.sources.flatMap((source) =>
    source.findings.flatMap((finding) =>
      finding.verdict === "agrees" && finding.message !== "" ? describeEntry([finding], source, report) : [],
    ),
  );
  return found.length === 0 ? [] : [heading(2, "Also seen"), ...toParagraph(agreement), ...found];
}

const agreement = "The spec does not contradict these.";

const questionsTitle = "Open questions";

function describeQuestions({ questions, shown }: DriftReport): readonly ReportBlock[] {
  const found = questions.flatMap(({ id, question, answers }) => {
    const lines = bullets(answers.map((answer) => plain(describeVotes(answer, shown))));
    return nestedBullets([listItem(plain(`${id}: ${question}`), ...lines)]);
  });
  const meaning = "What the recordings say, in numbers of requests. A single shop proves little.";
  return found.length === 0 ? [] : [heading(2, questionsTitle), ...toParagraph(meaning), ...found];
}

const entriesTitle = "To add";

const howToAdd =
  "Add these parts to the files of the spec, or to files of these names in your additions folder. Fill in the empty texts. The example of a new event is made up.";

function describeEntries({ entries }: DriftReport): readonly ReportBlock[] {
  if (entries.length === 0) return [];
  const blocks = entries.flatMap(({ file, entry }) => [
    ...toParagraph(file),
    codeBlock("json", JSON.stringify(entry, null, 2)),
  ]);
  return [heading(2, entriesTitle), ...toParagraph(howToAdd), ...blocks];
}

/** Only who edits the spec reviews recordings. */
const hasReviews = ({ kind }: JudgedSource, { shown }: DriftReport): boolean =>
  kind !== "recording" || shown.isOwnSpec;

interface ReviewLists {
  readonly claims: readonly object[];
  readonly sentences: readonly object[];
}

/**
 * The entries for `drift/reviewed.json`, in the order of the report. Without the claims of what is new, which the spec
 * will have: their own entries show the review for something that it leaves out.
 */
function listReviews(sources: readonly JudgedSource[]): ReviewLists {
  const lists = { claims: new Map<string, object>(), sentences: new Map<string, object>() };
  for (const verdict of openVerdicts)
    for (const source of sources)
      for (const finding of listEntries(source, verdict).flat()) {
        const review = toReviewEntry(finding, source);
        if (review && (verdict !== "new" || review.list === "sentences"))
          lists[review.list].set(JSON.stringify(review.entry), review.entry);
      }
  return { claims: [...lists.claims.values()], sentences: [...lists.sentences.values()] };
}

/** One line an entry, so that each can be copied alone. */
function describeReviews(reviews: ReviewLists): readonly ReportBlock[] {
  const lists = Object.entries(reviews).map(([name, entries]: [string, readonly object[]]) => {
    const lines = entries.map((entry) => `\n${JSON.stringify(entry)}`);
    return `"${name}": [${lines.join(",")}${lines.length > 0 ? "\n" : ""}]`;
  });
  return [...toParagraph(howToPaste), codeBlock("json", `{\n${lists.join(",\n")}\n}`)];
}

function describeEntry(entry: Entry, source: JudgedSource, report: DriftReport): ReportBlock[] {
  const { verdict, subject, text, place, parts, releases, about, seen, seenValues, shapes, carries } =
    entry[0];
  const files = report.findFiles(entry[0]);
  const line = files ? undefined : report.findLine(entry[0]);
  const messages = [...new Set(entry.map(({ message }) => message))].filter(
    (each, i) => i === 0 || each !== explainsNew,
  );
  const reviews = hasReviews(source, report)
    ? entry.flatMap((finding) => toReviewEntry(finding, source) ?? [])
    : [];
  const claims = reviews.filter(({ list }) => verdict === "new" && list === "claims");
  const isNamed = place && nameFile(source, report) === source.file;
  const at = isNamed ? `${place.file}:${place.line}` : nameFile(source, report);
  const where = [at, place?.section && `in ${place.section}`];
  const lines = [
    ...(carries?.length ? [`carries: ${carries.join(", ")}`] : []),
    ...(shapes ?? []).flatMap((shape) => describeShape(shape, subject?.path ?? "")),
    ...(seen ? describeSighting(seen, report.shown).slice(shapes && !carries ? 1 : 0) : []),
    ...(seenValues ? [`values: ${seenValues.map(quote).join(", ")}`] : []),
    ...(seen && about === "values" && !seenValues ? ["to name words that repeat: --show-values"] : []),
  ];
  const items = [
    `${subject ? `${nameSubject(subject)}: ` : ""}${messages.join("; ")}`,
    ...lines,
    parts && `mentions: ${parts.map(nameSubject).join(", ")}`,
    releases && `releases: ${releases.map((release) => `v${formatRelease(release)}`).join(", ")}`,
    files?.create.length && `create: ${files.create.join(", ")}`,
    files?.run !== undefined && `run: ${files.run}`,
    files?.edit.length && `edit: ${files.edit.join(", ")}`,
    line && `spec: ${line.file}:${line.line}`,
    text && `says: “${truncate(toVisibleLine(text), 300)}”`,
    claims.length === 0 && reviews.length > 0 && `review: ${reviews.map(nameReview).join(", ")}`,
  ];
  const shown = items.flatMap((item) => (item ? [plain(item)] : []));
  const leftOut =
    claims.length === 0
      ? []
      : [
          ...bullets([plain('review to add to "claims" if the spec leaves it out:')]),
          codeBlock("json", claims.map((review) => JSON.stringify(review.entry)).join(",\n")),
        ];
  const head = styled("name", truncate(where.filter(Boolean).join(", "), 400));
  return nestedBullets([listItem(head, ...bullets(shown), ...leftOut)]);
}

/** Finds its line in the reviews below. */
const nameReview = ({ entry }: NonNullable<ReturnType<typeof toReviewEntry>>): string =>
  entry.hash ?? ("claim" in entry ? entry.claim : "");

/**
 * In characters. GitHub allows 65,536 in an issue or a pull request. The remaining characters are for the
 * fence and two sentences.
 */
const maxReportLength = 64_000;

/**
 * For an issue or a pull request. It is a code block, so nothing in it mentions people or becomes a link.
 * Entries that do not fit are only counted.
 */
export function formatMarkdown(report: DriftReport): string {
  const text = stripStyles(printForTerminal(reportDrift(report))).trimEnd();
  const end = text.length > maxReportLength ? text.lastIndexOf("\n\n  ", maxReportLength) : text.length;
  const [total = ""] = text.split("\n");
  const [cut = ""] = text.slice(end).split(`\n${reviewsTitle}\n`);
  // Only entries are indented by two spaces.
  const left = cut.match(/^ {2}\S/gm)?.length ?? 0;
  const more = `${left} more entries do not fit in an issue or a pull request. Run the command without \`--markdown\` to see them.`;
  return printBlocks(toBlocks(total, codeBlock("text", text.slice(0, end)), left > 0 ? more : ""), "");
}

/**
 * A GitHub runner treats `::` at the start of a line, and `##[` anywhere, as commands. JSON reads the escapes as
 * the same text.
 */
export const escapeWorkflowCommands = (text: string): string =>
  text
    .replaceAll("##[", "##\\u005b")
    .split(/(?<=[\r\n\u2028\u2029])/)
    .map((line) => (line.trimStart().startsWith("::") ? line.replace(":", "\\u003a") : line))
    .join("");

export const driftToJson = ({ sources, questions, entries, findLine, findFiles }: DriftReport) => ({
  /** In the order of the command line. */
  sources: sources.map((source) => ({
    ...source,
    findings: undefined,
    newest: source.newest === undefined ? null : formatRelease(source.newest),
    /** Counts of entries, as in the table of the report. */
    counts: driftVerdicts.map((verdict) => ({ verdict, count: count([source], verdict) })),
  })),
  findings: sources.flatMap((source) =>
    source.findings.map((finding) => ({
      source: source.file,
      ...finding,
      row: undefined,
      releases: finding.releases?.map(formatRelease),
      spec: findLine(finding),
      files: findFiles(finding),
      /** An entry for `drift/reviewed.json`. */
      review: toReviewEntry(finding, source),
    })),
  ),
  questions,
  entries,
  /** As at the end of the report. */
  reviews: listReviews(sources),
});
