import { createHash } from "node:crypto";

/**
 * The hash by which a sentence is known without being kept: of its letters, digits and signs, whatever the spaces and the form of
 * quotes between them. Its case counts: values have one.
 */
export const hashSentence = (text: string): string =>
  createHash("sha256").update(normalize(text)).digest("hex").slice(0, 16);

const normalize = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[‘’‛′`]/g, "'")
    .replace(/[“”„″]/g, '"')
    .replace(/[–—]/g, "-")
    .replace(/\s+/g, " ")
    .trim();
