import type { SourcePlace } from "../claim.js";
import type { ReviewedClaim, ReviewedFile, ReviewedSentence } from "../../spec/dialect.js";

/** What people have reviewed, to be found by what a source says. */
export interface Reviews {
  readonly file: ReviewedFile;
  /** The review of a claim; without a hash, of one that the source does not make. */
  readonly findClaim: (source: string, claim: string, hash?: string) => ReviewedClaim | undefined;
  /** The review of a sentence where it stands, about the part that it explains, if it does. */
  readonly findSentence: (place: SourcePlace, hash: string, of?: string) => ReviewedSentence | undefined;
}

/** Indexes `drift/reviewed.json`. */
export function indexReviews(file: ReviewedFile): Reviews {
  const claims = new Map(file.claims.map((entry) => [toKey(entry.source, entry.claim, entry.hash), entry]));
  const sentences = new Map(
    file.sentences.map((entry) => [toKey(entry.source, entry.place ?? "", entry.hash, entry.of), entry]),
  );
  return {
    file,
    findClaim: (source, claim, hash) => claims.get(toKey(source, claim, hash)),
    findSentence: ({ title, section }, hash, of) =>
      sentences.get(toKey(title, shortenPlace(section), hash, of)),
  };
}

/** Where something stands, as long as `drift/reviewed.json` may say it. */
export const shortenPlace = (section: string): string => section.slice(0, 400);

const toKey = (...parts: readonly (string | undefined)[]): string => JSON.stringify(parts);
