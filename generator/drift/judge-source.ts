import { quote } from "../base/text/quote.js";
import type { Release } from "../base/time/release.js";
import type { ReviewedFile, SourceEntry } from "../contract/read/dialect.js";
import { compareAspect, describeValues, listAspects, type AspectDifference } from "./compare.js";
import { findSince, today, type Contract } from "./contract.js";
import { findReviewedTitle, openReviews, type Reviews } from "./reviews.js";
import { judgeAge } from "./source-age.js";
import { hashSentence, isOpenVerdict, toSubjectKey, unexplained } from "./source-content.js";
import type { DriftFinding, JudgedSource, Sentence, SourceContent, SourceRow } from "./source-content.js";
import { findNamedParts, findReleases, listSpellings } from "./source-names.js";
import { describeRenames, dropInOtherWords, findGoneRows, findMissingParts } from "./vanished.js";

/** For a sentence about a part that the spec does not have. The sentence itself is fine. */
export const explainsNew = "it explains a part that the spec does not have";

export function judgeSource(
  read: SourceContent,
  contract: Contract,
  reviewed: ReviewedFile,
  sources: readonly SourceEntry[],
): JudgedSource {
  const content = { ...read, title: findReviewedTitle(read, reviewed) };
  const { kind, file, title, count, newest, seenAs } = content;
  const context = { content, contract, reviews: openReviews(reviewed, content) };
  const isRead = !isUnreadable(context);
  const found = isRead ? judgeReadable(context) : judgeUnreadable(context);
  const message = `the title is ${quote(read.title)}; reviews call it ${quote(title)}`;
  const retitled: readonly DriftFinding[] = read.title === title ? [] : [{ verdict: "new", message }];
  const findings = [...retitled, ...judgeAge(content, sources), ...found];
  const replaced = isRead && kind !== "recording" ? context.reviews.listUnused(findings) : undefined;
  return { kind, file, title, count, newest, seenAs, findings, replaced };
}

interface JudgeContext {
  readonly content: SourceContent;
  readonly contract: Contract;
  readonly reviews: Reviews;
}

/** True if a page has fewer than half of the reviewed parts, or too many unknown ones. Its layout is then unknown. */
function isUnreadable({ content, contract, reviews: { subjects } }: JudgeContext): boolean {
  const there = new Set(content.rows.map(toSubjectKey));
  const known = [...subjects.keys()].filter((key) => there.has(key)).length;
  const strange = content.rows.filter((row) => !contract.has(row)).length;
  return (
    content.kind === "page" &&
    (known * 2 < subjects.size || (strange > 20 && strange * 2 > known && subjects.size > 0))
  );
}

/** Everything on such a page is unread. Reviewed sentences stay reviewed, whichever part they are about. */
function judgeUnreadable(context: JudgeContext): readonly DriftFinding[] {
  const { file, rows, sentences } = context.content;
  const all: readonly Sentence[] = [...rows, ...sentences];
  const why = "it is in a layout that drift cannot read";
  const findings = all.map(({ place, text, context: around }) => {
    const sentence = { place, text, context: around, why };
    return judgeSentence(sentence, context, context.reviews.takeHash(hashInContext(sentence)));
  });
  const count = findings.filter(({ verdict }) => verdict === "unread").length;
  const message = `drift cannot read the layout of this page, so its ${count} sentences are listed`;
  return [{ verdict: "unread", message, place: { file, section: "", line: 1 } }, ...findings];
}

function judgeReadable(context: JudgeContext): readonly DriftFinding[] {
  const { content, contract, reviews } = context;
  const { kind, rows, sentences, faults = [] } = content;
  const releases = listPossibleReleases(content, contract);
  const claims = rows.flatMap((row) => judgeRow(row, releases, context));
  const judged = [
    ...claims,
    ...faults.map(({ side, path, about, event, message, place }) =>
      reviews.settle({
        verdict: "contradicts",
        subject: { side, path },
        about,
        place,
        message: `${event}: ${message}`,
        // The number of bodies differs each time.
        hash: hashSentence(`${event} ${about} ${message.replace(/\d+|\bbod(?:y|ies)\b/g, "")}`),
      }),
    ),
    ...sentences.map((each) =>
      judgeSentence(each, context, takeSentence(each, reviews), isTold(each, claims)),
    ),
  ];
  const unread = judged.filter(({ verdict, about }) => verdict === "unread" && !about);
  const gone = kind === "page" ? findGoneRows(content, unread, context, releases) : [];
  const missing = kind === "WSDL" ? findMissingParts(content, contract) : [];
  const findings = describeRenames([...judged, ...[...gone, ...missing].map(reviews.settle)]);
  const lost = kind === "recording" ? [] : reviews.listLost(findings);
  return [...findings, ...dropInOtherWords(lost, findings)];
}

/**
 * The newest release that the source mentions or has parts of, and each later release with changes. A statement is
 * correct if it is correct for one of these releases. A source without a release describes the newest one.
 */
function listPossibleReleases(
  { newest, rows }: SourceContent,
  { find, model }: Contract,
): readonly Release[] {
  if (newest === undefined) return [today];
  const dates = rows.flatMap((row) => {
    const group = find(row);
    return group ? findSince(group) : [];
  });
  const first = dates.reduce((latest, date) => (date > latest ? date : latest), newest);
  return [first, ...model.changes.filter((release) => release > first)];
}

function judgeRow(
  row: SourceRow,
  releases: readonly Release[],
  { content, contract, reviews }: JudgeContext,
): readonly DriftFinding[] {
  const { side, path, place, text } = row;
  return listAspects(row, contract).map(([about, words]) => {
    const differences = releases.map((at) => compareAspect(row, about, { ...content, at }, contract));
    const difference = differences.findLast(Boolean);
    const hash = hashSentence(`${about} ${words}`);
    const facts = { subject: { side, path }, about, row, place, text, hash };
    const { values } = difference ?? {};
    const finding = difference && settleValues({ ...difference, ...facts }, row, values, reviews);
    // A review still applies if the spec later says the same for a newer release.
    return finding && (finding.reviewed ?? differences.every(Boolean))
      ? finding
      : { verdict: "agrees", message: "", ...facts };
  });
}

/** Bounds the lists that are tried. */
const mostValues = 10;

/**
 * If a shorter list was reviewed, only values that came since then are told. The review still settles what the list
 * lacks, so that it stays once the spec has the new values.
 */
function settleValues(
  finding: DriftFinding,
  { values = [] }: SourceRow,
  difference: AspectDifference["values"],
  reviews: Reviews,
): DriftFinding {
  const settled = reviews.settle(finding);
  if (settled.reviewed || !difference || values.length > mostValues) return settled;
  const { more, fewer } = difference;
  for (let chosen = 1; chosen < 2 ** values.length - 1; chosen++) {
    const before = values.filter((_, i) => (chosen >> i) % 2 === 1);
    const hash = hashSentence(`values ${[...before].sort().join(" ")}`);
    const old = reviews.settle({ ...finding, hash });
    if (!old.reviewed) continue;
    const came = more.filter((value) => !before.includes(value));
    const rest = describeValues(came, []);
    return rest
      ? { ...finding, ...rest }
      : { ...old, hash: finding.hash, message: describeValues(more, fewer)?.message ?? "" };
  }
  return settled;
}

/** A list of values has one review, whatever its values are: the claim of its row tells them. */
const hashInContext = ({ context, text, states }: Pick<Sentence, "context" | "text" | "states">): string =>
  hashSentence(
    states === "values"
      ? "a list of values"
      : context === undefined
        ? text
        : `${context.replace(/[.:]$/, "")} ${text}`,
  );

/** True if the claims of rows tell all that the sentence says. A release that the spec has, too, is reviewed once. */
const isTold = ({ of, states, text, why }: Sentence, claims: readonly DriftFinding[]): boolean =>
  why === undefined &&
  states === "since" &&
  claims.some(
    ({ verdict, about, row }) =>
      isOpenVerdict(verdict) &&
      about === "since" &&
      row?.since !== undefined &&
      findReleases(text).includes(row.since) &&
      of &&
      `${toSubjectKey(row)}.`.startsWith(`${toSubjectKey(of)}.`),
  );

/** A sentence that only states releases may spell them in another way than when it was reviewed. */
const takeSentence = (sentence: Sentence, reviews: Reviews): ReturnType<Reviews["takeHash"]> =>
  (sentence.states === "since" ? listSpellings(sentence.text) : [sentence.text])
    .map((text) => reviews.takeSentence(hashInContext({ ...sentence, text }), sentence))
    .find(Boolean);

function judgeSentence(
  sentence: Sentence,
  { contract }: JudgeContext,
  reviewed: ReturnType<Reviews["takeHash"]>,
  isTold = false,
): DriftFinding {
  const { place, text, of, why } = sentence;
  const facts = { place, text, hash: hashInContext(sentence), subject: of };
  if (reviewed) return { verdict: "no claim", message: reviewed.words ?? "", ...facts, reviewed };
  if (isTold) return { verdict: "agrees", message: "", ...facts };
  const [parts, releases] = [findNamedParts(text, contract), findReleases(text)];
  const isNew = (why ?? unexplained) === unexplained && of && !contract.has(of);
  return {
    verdict: isNew ? "new" : "unread",
    message: isNew ? explainsNew : (why ?? "only a sentence says this"),
    ...facts,
    parts: parts.length > 0 ? parts : undefined,
    releases: releases.length > 0 ? releases : undefined,
  };
}
