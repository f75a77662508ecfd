import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceContent } from "../../generator/drift/source-content.js";
import { toRelease } from "../../generator/contract/read/dialect.js";
import { fromLine } from "../drift/cases.js";

/** What the rows of the vendor's two pages say, by page and section. Names and words for types are facts; no sentence of the pages is here. */
const text = readFileSync(join(import.meta.dirname, "vendor-rows.txt"), "utf8");

/** The newest release that the pages name. */
const newest = toRelease("59.3.2");

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
    return { kind: "page", file: "", title, rows, sentences: [], count: rows.length, newest };
  });
