import { createHash } from "node:crypto";
import { toFixedStyle, type StyleHints } from "./fixed-style.js";

/** Hashes by which a run recognizes a file that an earlier run wrote. */
export interface Fingerprint {
  /** Of the text that the target emitted. */
  readonly emitted: string;
  /** Of the text that was written, in the project's layout. */
  readonly written: string;
  /** Of that text in one fixed style, which is the same after the project's formatter or `lint --fix`. */
  readonly style: string;
}

/** Ignores a byte order mark and the kind of line ends, which git and editors change. */
export const hashText = (text: string): string =>
  createHash("sha256")
    .update(text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n"))
    .digest("hex")
    .slice(0, 16);

/** See `toFixedStyle`. */
export const hashStyle = async (path: string, text: string, hints?: StyleHints): Promise<string> =>
  hashText(await toFixedStyle(path, text, hints));

/** True if two texts of a file differ only in what a formatter may change. */
export const isSameButForLayout = async (path: string, text: string, expected: string): Promise<boolean> =>
  hashText(text) === hashText(expected) ||
  (await hashStyle(path, text, { expected })) === (await hashStyle(path, expected));

export const formatFingerprint = ({ emitted, written, style }: Fingerprint): string =>
  `${emitted}.${written}.${style}`;

/** During a run, a file has those of its old and of its new text, separated by a space. */
export const parseFingerprints = (text: string | undefined): readonly Fingerprint[] =>
  (text?.split(" ") ?? []).map((each) => {
    const [emitted = "", written = "", style = ""] = each.split(".");
    return { emitted, written, style };
  });
