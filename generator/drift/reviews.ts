import type { ReviewedClaim, ReviewedFile, ReviewedSentence } from "../contract/read/dialect.js";
import { dropArrays, groupBy } from "../contract/read/values.js";
import { quote } from "../base/text/quote.js";
import { hashSentence, isOpenVerdict, nameSubject, toSubjectKey } from "./source-content.js";
import type { DriftFinding, JudgedSource, SourceContent } from "./source-content.js";

type Review = ReviewedClaim | ReviewedSentence;

/** What people have reviewed of one source. */
export interface Reviews {
  /** A difference, or what was reviewed of it. */
  readonly settle: (finding: DriftFinding) => DriftFinding;
  readonly takeSentence: (
    finding: Pick<DriftFinding, "place" | "hash" | "subject">,
  ) => ReviewedSentence | undefined;
  /** Reviews that fit nothing in the source any more. */
  readonly listLost: (findings: readonly DriftFinding[]) => readonly DriftFinding[];
}

/** Opens the reviews of one source. */
export function openReviews(
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

/** The title of a source; or that of which it has most reviewed sentences, if no review knows its own. */
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
