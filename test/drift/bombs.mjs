// `node test/drift/bombs.mjs` reads unnatural pages of 1 MB, and prints the slowest ones.
import { readFileSync } from "node:fs";
import { importSource } from "../workbench/sources.mjs";

const { findDrift } = await importSource("drift/drift.ts");
const { loadReviewedSpec } = await importSource("cli/inputs/spec-folder.ts");
const { ownSpec } = await importSource("contract/package/package-files.ts");

const many = (text, size = 1_000_000) => text.repeat(Math.ceil(size / text.length));

/** Texts that a reader may process more than once, one per line. */
const units = readFileSync(new URL("bombs.txt", import.meta.url), "utf8")
  .split("\n")
  .filter(Boolean)
  .map((unit) => unit.replaceAll("\\n", "\n").replaceAll("\\t", "\t"));

const layouts = {
  line: (unit) => many(unit),
  lines: (unit) => many(`${unit}\n`),
  paragraphs: (unit) => many(`${unit}\n\n`),
  "long lines": (unit) => many(`${many(unit, 4900)}\n`),
  "long paragraphs": (unit) => many(`${many(unit, 4900)}\n\n`),
  "parts of lines": (unit) => many(`${unit}\n`.repeat(900) + "\n"),
  rows: (unit) => `## Request objects\n\n### box\n\nProperty Type\n${many(`a.b string ${unit}\n`)}`,
  "text in many": (unit) => many(unit, 240 * unit.length) + many("a b c\n\n"),
};

const loaded = loadReviewedSpec(ownSpec);
const { spec, files } = loaded.value;
const against = { spec, files, lint: () => loaded, today: "2026-01-01", propose: false };
const took = [];
for (const extension of ["md", "html", "txt"])
  for (const [layout, make] of Object.entries(layouts))
    for (const unit of units) {
      const text = Buffer.from(make(unit));
      const start = performance.now();
      const name = [extension, layout, JSON.stringify(unit)];
      findDrift([{ file: `bomb.${extension}`, read: () => text }], against);
      took.push([(performance.now() - start) / 1000, ...name]);
    }
took.sort(([a], [b]) => b - a);
console.log(`${took.length} pages; the longest took, in seconds:`);
for (const [seconds, ...what] of took.slice(0, 10)) console.log(seconds.toFixed(1), ...what);
