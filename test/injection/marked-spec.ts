import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { SourceFile } from "../../generator/contract/read/read-spec.js";
import { changeSpec, toSources, type Changes, type SpecInMemory } from "../contract/read/small-spec.js";

const text = readFileSync(new URL("marked-spec.yaml", import.meta.url), "utf8");
const { changes } = parse(text, { merge: true }) as { readonly changes: Changes };

/** Returns the text of a mark, which is in the part of the spec at `path`. */
type Fill = (mark: string, path: string) => string;

/** Builds objects from entries, so that `__proto__` becomes a key. */
function fill(value: unknown, fillMark: Fill, path = ""): unknown {
  const fillText = (text: string): string => (text.startsWith("@") ? fillMark(text, path) : text);
  if (typeof value === "string") return fillText(value);
  if (Array.isArray(value)) return value.map((item, index) => fill(item, fillMark, `${path}/${index}`));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, part]): [string, unknown] => [
    fillText(name),
    fill(part, fillMark, `${path}/${name}`),
  ]);
  return Object.fromEntries(entries);
}

const marked = changeSpec(changes);

/** Places that limit a text to the length of a title or term. */
const short = new Set<string>();
const found = new Set<string>();

/** A mark's name, or its path. */
const toPlace = (mark: string, path: string): string =>
  mark === "@" || mark === "@short" ? path.slice(1) : mark.slice(1);

fill(marked, (mark, path) => {
  const place = toPlace(mark, path);
  found.add(place);
  if (mark === "@short") short.add(place);
  return place;
});

export const places: readonly string[] = [...found].sort();

/** Shortens a text so that it fits in a place. */
export const fitted = (place: string, text: string): string =>
  Array.from(text)
    .slice(0, short.has(place) ? 60 : place === "enum value" ? 500 : 4000)
    .join("")
    // Enum values must not contain unpaired surrogates.
    .replace(place === "enum value" ? /\p{Cs}/gu : /$^/, "\ufffd");

export const specWith = (textAt: (place: string) => string): readonly SourceFile[] =>
  toSources(
    fill(marked, (mark, path) => {
      const place = toPlace(mark, path);
      return fitted(place, textAt(place));
    }) as SpecInMemory,
  );
