import { deepest, type FaultName, type Recorded } from "./record.js";

/** A text of JSON; what is wrong with it where it is none. */
export type Parsed = Pick<Recorded, "value" | "hasDoubles"> | { readonly fault: FaultName };

/** Reads bytes as JSON. */
export function parseBytes(bytes: Uint8Array): Parsed {
  try {
    return parseText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return { fault: "not UTF-8" };
  }
}

/** Reads a text as JSON. What the parser says of a fault quotes the text, and so is dropped. */
export function parseText(text: string): Parsed {
  const { names, depth } = scan(text);
  if (depth > deepest) return { fault: "too deep" };
  try {
    const value: unknown = JSON.parse(text);
    return { value, hasDoubles: countNames(value) < names };
  } catch {
    return { fault: "not JSON" };
  }
}

const codes = { quote: 0x22, backslash: 0x5c, colon: 0x3a, open: [0x5b, 0x7b], close: [0x5d, 0x7d] } as const;

/** How many names its objects are written with, and how deep it is: a colon outside texts stands behind a name. */
function scan(text: string): { readonly names: number; readonly depth: number } {
  let names = 0;
  let depth = 0;
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === codes.quote) i = findEnd(text, i);
    else if (code === codes.colon) names++;
    else if (code === codes.open[0] || code === codes.open[1]) depth = Math.max(depth, ++level);
    else if (code === codes.close[0] || code === codes.close[1]) level--;
  }
  return { names, depth };
}

/** Where the quoted text that begins at `start` ends. */
function findEnd(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text.charCodeAt(i) !== codes.quote)
    i += text.charCodeAt(i) === codes.backslash ? 2 : 1;
  return i;
}

/** How many names the objects of a value have, which is no deeper than what is read. */
export function countNames(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const parts: readonly unknown[] = Object.values(value);
  const own = Array.isArray(value) ? 0 : parts.length;
  return parts.reduce<number>((sum, part) => sum + countNames(part), own);
}
