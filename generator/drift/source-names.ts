import { parseRelease, sortReleases, type Release } from "../base/time/release.js";
import type { Contract } from "./contract.js";
import { toSubjectKey, type SpecSubject } from "./source-content.js";

const spellings = {
  /** These are certainly releases, so they determine the newest release of a page. */
  sure: /(?:\bv|\bMplusKASSA v?)(\d{1,4}(?:\.\d{1,4}){0,2})/gi,
  /** A number after some other words may be a release, too. */
  any: /(?:\bv|\b(?:MplusKASSA|release|version|versie|since|sinds|in|vanaf) v?)?(?<![\d.])(\d{1,4}(?:\.\d{1,4}){0,2})/gi,
} as const;

export function findReleases(text: string, spelling: keyof typeof spellings = "any"): readonly Release[] {
  const found = [...text.matchAll(spellings[spelling])];
  const isRelease = (all: string, number: string): boolean =>
    all !== number || number.split(".").length === 3;
  return sortReleases(
    found.flatMap(([all, number = ""]) => (isRelease(all, number) ? (parseRelease(number) ?? []) : [])),
  );
}

/** The text itself, and with `v48`, `v48.0` or `v48.0.0` as other spellings of one another. */
export const listSpellings = (text: string): readonly string[] => [
  text,
  ...["", ".0", ".0.0"].map((end) => text.replace(/(\bv?\d{1,4})(?:\.0){0,2}(?![\d.]*\d)/g, `$1${end}`)),
];

const maxNamedParts = 6;

/** A word in prose counts as a name if at most this many parts have it. */
const rare = 3;

export function findNamedParts(text: string, { named }: Contract): readonly SpecSubject[] {
  const words = text.match(/[A-Za-z]\w*(?:\[\])*(?:\.\w+(?:\[\])*)*/g) ?? [];
  const found = [...new Set(words)].flatMap((word) => {
    const parts = named(word);
    return /[.[]|[a-z][A-Z]/.test(word) || (parts.length <= rare && word.length > rare) ? parts : [];
  });
  return [...new Map(found.map((subject) => [toSubjectKey(subject), subject])).values()].slice(
    0,
    maxNamedParts,
  );
}
