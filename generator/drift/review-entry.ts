import type { ReviewedFile } from "../spec/dialect.js";
import { nameSubject } from "./claim.js";
import type { Finding, Judged } from "./judge/finding.js";
import { shortenPlace } from "./judge/reviews.js";

/** What a person may add to `drift/reviewed.json` once they have looked: everything but their own words, which are left empty. */
export type ReviewEntry = {
  readonly [List in keyof ReviewedFile]: { readonly list: List; readonly entry: ReviewedFile[List][number] };
}[keyof ReviewedFile];

/** The entry that makes a finding quiet; undefined for what no review can settle. */
export function toReviewEntry(finding: Finding, { title }: Pick<Judged, "title">): ReviewEntry | undefined {
  const { verdict, name, subject, sentence, hash, reviewed } = finding;
  if (reviewed) return undefined;
  const section = shortenPlace(sentence?.place.section ?? "");
  const at = { source: sentence?.place.title ?? title, ...(section && { place: section }) };
  if (name !== undefined)
    return { list: "claims", entry: { ...at, claim: name, ...(hash !== undefined && { hash }), why: "" } };
  if (verdict !== "unread" || hash === undefined) return undefined;
  const about = subject ? { of: nameSubject(subject) } : {};
  return { list: "sentences", entry: { ...at, ...about, hash, ...(!subject && { words: "" }) } };
}
