import { describe, expect, it } from "vitest";
import { readDialect } from "../../generator/contract/package/package-files.js";
import { generate } from "../../generator/output/generate.js";
import { lintSpec } from "../../generator/contract/lint/lint-spec.js";
import type { SourceFile } from "../../generator/contract/read/read-spec.js";
import { targets as allTargets } from "../../generator/targets/all.js";
import { collectFiles, realSources, templates } from "../workbench/emit.js";
import { fromSeed, happens, someOf, type Draw } from "../workbench/draw.js";
import { toSources, specs } from "./specs/generators.js";
import { need } from "../workbench/need.js";
import { seed } from "../workbench/seed.js";
import { fail, hold, isSmallSample } from "./run.js";

const dialect = readDialect();
const targets = allTargets.map(({ name }) => name);

/** Law: the order of files and keys does not change the output. */
describe("the order in which a spec is written does not matter", () => {
  it("to any target, over generated specs", () => {
    const draw = fromSeed(seed);
    return hold({
      law: "order of spec, order",
      values: specs().map(toSources),
      runs: 40,
      check: (sources) => orderIsNothing(sources, draw, happens(draw, 50) ? "gated" : "safe"),
    });
  });

  if (!isSmallSample)
    it("to any target, over the real spec", () => orderIsNothing(realSources(), fromSeed(seed), "gated"));
});

async function orderIsNothing(
  sources: readonly SourceFile[],
  draw: Draw,
  mode: "safe" | "gated",
): Promise<void> {
  const shuffled = someOf(draw, sources, sources.length).map(({ path, text }) => ({
    path,
    text: path.endsWith(".json") ? JSON.stringify(shuffle(draw, JSON.parse(text)), null, 2) : text,
  }));
  const [once, twice, other] = [
    await emitted(sources, mode),
    await emitted(sources, mode),
    await emitted(shuffled, mode),
  ];
  expect(twice).toEqual(once);
  for (const [path, text] of once ?? []) {
    const [lines, others] = [text.split("\n"), other?.get(path)?.split("\n") ?? []];
    const at = lines.findIndex((line, index) => line !== others[index]);
    if (other?.get(path) !== text)
      fail("the order of files or keys shows", { path, line: lines[at], other: others[at] });
  }
  expect([...(other?.keys() ?? [])].sort()).toEqual([...(once?.keys() ?? [])].sort());
}

/** Undefined if an event has no safe answer. This must not depend on order either. */
async function emitted(sources: readonly SourceFile[], responses: "safe" | "gated") {
  const spec = need(lintSpec(sources, dialect));
  const generation = await generate(spec, templates, {
    target: targets,
    language: "java",
    responses,
    importExtension: "js",
    crypto: "node",
  });
  return generation.ok ? collectFiles(generation.value) : undefined;
}

/** In these objects, order matters: properties, an event's requests and answers, and bodies. */
const ordered = new Set(["properties", "carries", "answers"]);
const verbatim = new Set(["request", "response", "errorRequest", "answer", "with"]);

function shuffle(draw: Draw, value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffle(draw, item));
  if (typeof value !== "object" || value === null || verbatim.has(key)) return value;
  const entries = Object.entries(value);
  const mixed = ordered.has(key) ? entries : someOf(draw, entries, entries.length);
  return Object.fromEntries(mixed.map(([name, part]) => [name, shuffle(draw, part, name)]));
}
