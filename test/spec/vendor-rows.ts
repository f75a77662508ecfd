import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceContent } from "../../generator/drift/source-content.js";
import { toRelease } from "../../generator/contract/read/dialect.js";
import { sortReleases } from "../../generator/base/time/release.js";
import { fromLine } from "../drift/cases.js";

/** What the rows of the vendor's two pages say, by page and section. Names and words for types are facts; no sentence of the pages is here. */
const text = readFileSync(join(import.meta.dirname, "vendor-rows.txt"), "utf8");

/** Newer than the pages. */
export const later = toRelease("99");

/** The kept rows as the reader would have made them. */
export const keptReadings: readonly SourceContent[] = text
  .split(/^# /m)
  .slice(1)
  .map((page) => {
    const [title = "", ...lines] = page.split("\n");
    let section = "";
    const rows = lines.filter(Boolean).flatMap((line) => {
      if (!line.startsWith("## ")) return [fromLine(line, { section })];
      section = line.slice(3);
      return [];
    });
    const lists = rows.some(({ side }) => side === "response") ? "everything" : "some";
    // Of a release that comes after it, a page says nothing.
    const newest = sortReleases(rows.flatMap(({ since }) => since ?? [])).at(-1) ?? later;
    return { kind: "definitions", file: "", title, rows, sentences: [], count: rows.length, lists, newest };
  });
