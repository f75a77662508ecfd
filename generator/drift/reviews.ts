import type { ReviewedClaim, ReviewedFile, ReviewedSentence } from "../spec/dialect.js";
import { dropArrays, groupBy } from "../spec/values.js";
import { quote } from "../text/quote.js";
import { hashText, isLoud, nameSubject, toKey } from "./row.js";
import type { DriftFinding, JudgedSource, Reading, Sentence } from "./row.js";

type Review = ReviewedClaim | ReviewedSentence;

/** What people have reviewed of one source. */
export interface Reviews {
  /** What they call the source, in small letters. */
  readonly title: string;
  /** A difference, or what was reviewed of it. */
  readonly settle: (finding: DriftFinding) => DriftFinding;
  readonly takeSentence: (
    finding: Pick<DriftFinding, "place" | "hash" | "subject">,
  ) => ReviewedSentence | undefined;
  /** Reviews that fit nothing in the source any more. */
  readonly listLost: (findings: readonly DriftFinding[]) => readonly DriftFinding[];
}

export function openReviews(
  { claims, sentences }: ReviewedFile,
  { title, rows, sentences: said, kind }: Reading,
): Reviews {
  const used = new Set<Review>();
  const known = findTitle([...claims, ...sentences], title, said).toLowerCase();
  const isOwn = ({ source }: Review): boolean => source.toLowerCase() === known;
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
    title: known,
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

/** So many reviewed sentences tell a source whose title is another. */
const enough = 10;

/** What reviews call a source: by another title, if it has most of the sentences that were reviewed of that. */
function findTitle(reviews: readonly Review[], title: string, said: readonly Sentence[]): string {
  if (reviews.some(({ source }) => source.toLowerCase() === title.toLowerCase())) return title;
  const hashes = new Set<string | undefined>(said.map(({ text }) => hashText(text)));
  const sentences = reviews.filter((review) => !("claim" in review));
  const same = [...groupBy(sentences, ({ source }) => source)].find(
    ([, all]) => all.filter(({ hash }) => hashes.has(hash)).length > all.length / 2,
  );
  return same && same[1].length >= enough ? same[0] : title;
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
  const lostClaims = own.claims.filter((entry) => isLost(entry, entry.claim.replace(/ \w+$/, "")));
  const lostSentences = own.sentences.filter((entry) => isLost(entry, entry.of ?? ""));
  const here = (entry: ReviewedSentence): boolean => places.has(toPlace(entry));
  const elsewhere = groupBy(
    lostSentences.filter((entry) => !here(entry)),
    ({ place = "" }) => place,
  );
  const lost: readonly (readonly [readonly Review[], message: string])[] = [
    ...lostClaims.map(
      (entry) =>
        [[entry], `the review of ${quote(entry.claim)} fits nothing in the source any more`] as const,
    ),
    ...lostSentences.filter(here).map((entry) => {
      const of = entry.of === undefined ? "" : ` about ${quote(entry.of)}`;
      return [[entry], `a reviewed sentence${of} is no longer in the source`] as const;
    }),
    ...[...elsewhere].map(([place, all]) => {
      const count = `${all.length} reviewed sentences`;
      return [all, `nothing below ${quote(place)} is in the source any more: ${count}`] as const;
    }),
  ];
  return lost.map(([reviews, message]) => ({ verdict: "vanished", message, lost: reviews }));
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
