import type { ReviewedClaim, ReviewedFile, ReviewedSentence } from "../contract/read/dialect.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { quote } from "../base/text/quote.js";
import { hashSentence, isOpenVerdict, nameSubject, toSubjectKey } from "./source-content.js";
import type { DriftFinding, JudgedSource, Sentence, SourceContent, SpecSubject } from "./source-content.js";

type Review = ReviewedClaim | ReviewedSentence;

export type Reviews = ReturnType<typeof openReviews>;

export interface ReviewedSubject extends SpecSubject {
  /** Undefined if the page no longer has the section. */
  readonly section: string | undefined;
}

export function openReviews({ claims, sentences }: ReviewedFile, { title, rows }: SourceContent) {
  const used = new Set<Review>();
  const isOwn = ({ source }: Review): boolean => isSameTitle(source, title);
  const own: readonly Review[] = [...claims, ...sentences].filter(isOwn);
  const places = new Set(rows.map(({ place }) => place.section));
  const byKey = groupBy(own, (entry) =>
    "claim" in entry ? `${entry.claim} ${entry.hash ?? ""}` : `${entry.hash} ${dropArrays(entry.of ?? "")}`,
  );
  /** Prefers the review for the same section, because a part may be described twice. */
  const take = (key: string, section = "", isStrict = false): Review | undefined => {
    const entries = byKey.get(key) ?? [];
    const others = entries.filter(
      (entry) =>
        (!("claim" in entry) && !isStrict) ||
        entry.place === undefined ||
        !places.has(entry.place) ||
        section.startsWith(`${entry.place} > `),
    );
    const found =
      entries.find(({ place }) => place === section) ?? others.find((entry) => !used.has(entry)) ?? others[0];
    if (found) used.add(found);
    return found;
  };
  const listUnused = (findings: readonly DriftFinding[]): readonly Review[] => {
    const gone = findings.flatMap(({ verdict, subject }) =>
      verdict === "vanished" && subject ? `${toSubjectKey(subject)}.` : [],
    );
    const isGone = (entry: Review): boolean =>
      gone.some((key) => `${dropArrays(nameReviewed(entry) ?? "")}.`.startsWith(key));
    return own.filter((entry) => !used.has(entry) && !isGone(entry));
  };
  return {
    /** By the part's key, in each section of the page where somebody reviewed it. */
    subjects: groupBy(
      own.flatMap((entry): readonly ReviewedSubject[] => {
        const [side, path] = (nameReviewed(entry) ?? "").split(" ");
        const section = places.has(entry.place ?? "") ? entry.place : undefined;
        return path === undefined ? [] : [{ side: side as SpecSubject["side"], path, section }];
      }),
      toSubjectKey,
    ),
    settle: (finding: DriftFinding): DriftFinding => {
      const { subject, about, hash = "", place } = finding;
      const name = subject && about ? `${nameSubject(subject)} ${about}` : "";
      const reviewed = take(`${name} ${hash}`, place?.section) as ReviewedClaim | undefined;
      if (!reviewed) return finding;
      return { ...finding, verdict: reviewed.erratum === undefined ? "reviewed" : "erratum", reviewed };
    },
    takeSentence: (hash: string, { of, place, isAstray }: Sentence): ReviewedSentence | undefined =>
      take(`${hash} ${of ? toSubjectKey(of) : ""}`, place.section, isAstray) as ReviewedSentence | undefined,
    takeHash: (hash: string): ReviewedSentence | undefined =>
      own.find((entry): entry is ReviewedSentence => !("claim" in entry) && entry.hash === hash),
    /** Without those of vanished parts: while the spec has the part, its reviews notice that the source lacks it. */
    listUnused,
    listLost: (findings: readonly DriftFinding[]): readonly DriftFinding[] =>
      [...groupBy(listUnused(findings), describeLost)].map(([message, reviews]) => ({
        verdict: "vanished",
        message,
        lost: reviews,
      })),
  };
}

export const nameReviewed = (entry: Review): string | undefined =>
  "claim" in entry ? entry.claim.replace(/ \w+$/, "") : entry.of;

function describeLost(entry: Review): string {
  if ("claim" in entry) return `the review of ${quote(entry.claim)} no longer matches anything in the source`;
  const { of, place, source, words } = entry;
  const where = of === undefined ? `below ${quote(place ?? source)}` : `about ${quote(of)}`;
  const said = of === undefined && words !== undefined ? `, of which its review says ${quote(words)}` : "";
  return `a reviewed sentence ${where} is no longer in the source${said}`;
}

/** An entry for `drift/reviewed.json` that settles the finding. Undefined if no review can settle it. */
export function toReviewEntry(finding: DriftFinding, { title }: Pick<JudgedSource, "title">) {
  const { verdict, subject, about, place, hash, reviewed, lost } = finding;
  const at = { source: title, ...(place?.section && { place: place.section.slice(0, 400) }) };
  if (reviewed || lost || !isOpenVerdict(verdict) || !(about ?? hash)) return undefined;
  const name = subject && nameSubject(subject);
  if (name === undefined) return { list: "sentences" as const, entry: { ...at, hash, words: "" } };
  if (about) return { list: "claims" as const, entry: { ...at, claim: `${name} ${about}`, hash, why: "" } };
  return { list: "sentences" as const, entry: { ...at, of: name, hash } };
}

/** If no review mentions the source's title, returns the reviewed title with most of its sentences. */
export function findReviewedTitle(
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

export const isSameTitle = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
