import { createHash } from "node:crypto";
import { mayBeFormatted, toBareText, toFixedStyle } from "./fixed-style.js";

/** Hashes by which a run recognizes a file that an earlier run wrote. */
export interface Fingerprint {
  /** Of the text that the target emitted. */
  readonly emitted: string;
  /** Of the text that was written, in the project's layout. */
  readonly written: string;
  /** Of that text without its layout, for when the contract has changed and a formatter has run. */
  readonly bare: string;
}

/** Ignores a byte order mark and the kind of line ends, which git and editors change. */
export const hashText = (text: string): string =>
  createHash("sha256")
    .update(text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"))
    .digest("hex")
    .slice(0, hashLength);

const hashLength = 16;

export const hashBare = (path: string, text: string): string => hashText(toBareText(path, text));

/** True if two texts of a file differ only in what a formatter may change. */
export const isSameButForLayout = async (path: string, text: string, expected: string): Promise<boolean> =>
  hashText(text) === hashText(expected) ||
  // First what takes little time: anybody may have written the text.
  (mayBeFormatted(text, expected) &&
    toBareText(path, text) === toBareText(path, expected) &&
    (await toFixedStyle(path, text)) === (await toFixedStyle(path, expected)));

export const formatFingerprint = ({ emitted, written, bare }: Fingerprint): string =>
  `${emitted}.${written}.${bare}`;

/** During a run, a file has those of its old and of its new text, separated by a space. */
export const parseFingerprints = (text: string | undefined): readonly Fingerprint[] =>
  (text?.split(" ") ?? []).map((each) => {
    // Stamps before December 2026 have only the last one, with more digits.
    if (!each.includes(".")) return { emitted: "", written: "", bare: each.slice(0, hashLength) };
    const [emitted = "", written = "", bare = ""] = each.split(".");
    return { emitted, written, bare };
  });
