import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";

interface Figure {
  readonly what: string;
  readonly contestant: string;
  readonly unit: string;
  readonly median: number;
  readonly aim: { readonly least?: number; readonly most?: number };
}
interface Run {
  readonly part: string;
  readonly node: string;
  readonly figures: readonly Figure[];
}

const [kept, page] = ["./kept.mjs", "./page.mjs"];
const loadKept = async () =>
  (await import(kept)) as {
    readonly readKept: () => readonly Run[];
    readonly findFallen: (runs: readonly Run[], kept: readonly Run[]) => readonly string[];
  };
const loadPage = async () =>
  (await import(page)) as {
    readonly makePage: (
      runs: readonly Run[],
      text: string,
    ) => Promise<readonly { readonly path: string; readonly content: string }[]>;
  };

const read = (path: string): string => readFileSync(join(packageRoot, path), "utf8");

it("docs/performance.md and its picture show what docs/performance.json has: node test/bench/page.mjs", async () => {
  const [{ readKept }, { makePage }] = [await loadKept(), await loadPage()];
  const files = await makePage(readKept(), read("docs/performance.md"));
  for (const { path, content } of files)
    expect(existsSync(join(packageRoot, path)) ? read(path) : "", path).toBe(content);
});

const cases = [
  { name: "a speed that halved", aim: { least: 1 }, median: 0.49, falls: true },
  { name: "a speed that is a little less", aim: { least: 1 }, median: 0.6, falls: false },
  { name: "a time that doubled", aim: { most: 1 }, median: 2.1, falls: true },
  { name: "a time that is a little more", aim: { most: 1 }, median: 1.8, falls: false },
];

it.each(cases)("the proof of speed looks at $name", async ({ aim, median, falls }) => {
  const { findFallen } = await loadKept();
  const run = (node: string, value: number): Run => ({
    part: "receiver",
    node,
    figures: [{ what: "speed", contestant: "receiver", unit: "×", median: value, aim }],
  });
  expect(findFallen([run("20.1.0", median)], [run("20.20.2", 1), run("22.0.0", 9)])).toHaveLength(
    falls ? 1 : 0,
  );
});

it("the proof of speed wants a kept figure of each aim and Node", async () => {
  const { findFallen, readKept } = await loadKept();
  const runs = readKept().filter(({ part }) => part === "receiver");
  expect(findFallen(runs, [])[0]).toContain("npm run bench -- --keep receiver");
});
