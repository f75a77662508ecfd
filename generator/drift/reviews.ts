import type { ReviewedClaim, ReviewedFile, ReviewedSentence } from "../spec/dialect.js";
import { dropArrays, groupBy } from "../spec/values.js";
import { quote } from "../text/quote.js";
import { hashText, isLoud, nameSubject, toKey } from "./row.js";
import type { Finding, JudgedSource, Reading, Sentence } from "./row.js";

type Review = ReviewedClaim | ReviewedSentence;

/** What people have reviewed of one source. */
export interface Reviews {
  /** What they call the source, in small letters. */
  readonly title: string;
  /** A difference, or what was reviewed of it. */
  readonly settle: (finding: Finding) => Finding;
  readonly takeSentence: (
    finding: Pick<Finding, "place" | "hash" | "subject">,
  ) => ReviewedSentence | undefined;
  /** Reviews that fit nothing in the source any more. */
  readonly listLost: (findings: readonly Finding[]) => readonly Finding[];
}

export function openReviews(
  { claims, sentences }: ReviewedFile,
  { title, rows, sentences: said, kind }: Reading,
): Reviews {
  const used = new Set<Review>();
  const known = findTitle({ claims, sentences }, { title, said }).toLowerCase();
  const own = { claims: claims.filter(isOwn), sentences: sentences.filter(isOwn) };
  const places = new Set([...rows, ...said].map(({ place }) => place.section.toLowerCase()));
  const claimsByName = groupBy(own.claims, ({ claim, hash }) => `${claim} ${hash ?? ""}`);
  const sentencesByHash = groupBy(own.sentences, ({ hash, of = "" }) => `${hash} ${of.replaceAll("[]", "")}`);
  // What was said below the heading of an object when that was new.
  const ofObjects = groupBy(
    own.sentences.filter((entry) => toPlace(entry).split(" > ").at(-1) === toObject(entry)),
    ({ hash }) => hash,
  );
  function isOwn({ source }: Review): boolean {
    return source.toLowerCase() === known;
  }
  /** Of reviews alike the one of this place; where the headings above have changed, one of a place that is gone. */
  const choose = <Of extends Review>(alike: readonly Of[] = [], place: Finding["place"]): Of | undefined => {
    const [section, isGone] = [
      place?.section.toLowerCase() ?? "",
      (entry: Of) => !places.has(toPlace(entry)),
    ];
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
function findTitle(
  { claims, sentences }: ReviewedFile,
  { title, said }: { readonly title: string; readonly said: readonly Sentence[] },
): string {
  if ([...claims, ...sentences].some(({ source }) => source.toLowerCase() === title.toLowerCase()))
    return title;
  const hashes = new Set(said.map(({ text }) => hashText(text)));
  const bySource = [...groupBy(sentences, ({ source }) => source)];
  const same = bySource.find(([, all]) => all.filter(({ hash }) => hashes.has(hash)).length > all.length / 2);
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
  findings: readonly Finding[],
): readonly Finding[] {
  const gone = findings.flatMap(({ verdict, subject }) =>
    verdict === "vanished" && subject ? `${toKey(subject)}.` : [],
  );
  const isWithVanished = (name: string): boolean =>
    gone.some((key) => `${name.replaceAll("[]", "")}.`.startsWith(key));
  const lostClaims = own.claims.filter(
    (entry) => !used.has(entry) && !isWithVanished(entry.claim.replace(/ \w+$/, "")),
  );
  const lostSentences = own.sentences.filter((entry) => !used.has(entry) && !isWithVanished(entry.of ?? ""));
  const here = (entry: ReviewedSentence): boolean => places.has(toPlace(entry));
  const elsewhere = groupBy(
    lostSentences.filter((entry) => !here(entry)),
    ({ place = "" }) => place,
  );
  return [
    ...lostClaims.map((entry) =>
      lose(`the review of ${quote(entry.claim)} fits nothing in the source any more`, [entry]),
    ),
    ...lostSentences.filter(here).map((entry) => {
      const of = entry.of === undefined ? "" : ` about ${quote(entry.of)}`;
      return lose(`a reviewed sentence${of} is no longer in the source`, [entry]);
    }),
    ...[...elsewhere].map(([place, entries]) =>
      lose(
        `nothing below ${quote(place)} is in the source any more: ${entries.length} reviewed sentences`,
        entries,
      ),
    ),
  ];
}

const lose = (message: string, lost: readonly Review[]): Finding => ({ verdict: "vanished", message, lost });

/** What a person may add to a list of `drift/reviewed.json` so that a finding is quiet; undefined for what no review can settle. */
export function toReviewEntry(finding: Finding, { title }: Pick<JudgedSource, "title">) {
  const { verdict, subject, about, place, hash, reviewed } = finding;
  const at = { source: title, ...(place?.section && { place: place.section.slice(0, 400) }) };
  if (reviewed || !isLoud(verdict) || !(about ?? hash)) return undefined;
  const name = subject && nameSubject(subject);
  if (about) return { list: "claims", entry: { ...at, claim: `${name ?? ""} ${about}`, hash, why: "" } };
  const entry = name === undefined ? { ...at, hash, words: "" } : { ...at, of: name, hash };
  return { list: "sentences", entry };
}
