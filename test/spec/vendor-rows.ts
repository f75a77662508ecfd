import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { SourceContent } from "../../generator/drift/source-content.js";
import { toRelease } from "../../generator/contract/read/dialect.js";
import { fromLine } from "../drift/cases.js";

/** The rows of the vendor's two pages, by page and section. Names and types are facts; there are no sentences from the pages here. */
const text = readFileSync(join(import.meta.dirname, "vendor-rows.txt"), "utf8");

const newest = toRelease("59.3.2");

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
