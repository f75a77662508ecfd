import { join, relative } from "node:path";
import type { Place } from "../../problem/problem.js";
import { findPosition } from "../../spec/read/json-text.js";
import type { SourceFile } from "../../spec/read/read-spec.js";

/** A line of the spec; the path starts at the working folder. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/** The folder of a spec, and the texts that are in it. */
export interface SpecTexts {
  readonly folder: string;
  readonly sources: readonly SourceFile[];
}

/** The line of a place in a spec; undefined if it has no such file. */
export function findLine(place: Place, { folder, sources }: SpecTexts): FileLine | undefined {
  const text = sources.find(({ path }) => path === place.file)?.text;
  if (text === undefined) return undefined;
  const file = relative(".", join(folder, place.file)).replaceAll("\\", "/");
  return { file, line: findPosition(text, place.pointer).line };
}
