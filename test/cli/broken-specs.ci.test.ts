import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { brokenSpecs } from "../contract/lint/broken-specs/mutations.js";
import { takeSample } from "../fuzz/amount.js";
import { changeSpec, smallSpec, toText, type SpecInMemory } from "../contract/read/small-spec.js";
import { readTree } from "../output/workbench.js";

let home: string;
const out = () => join(home, "out");
const spec = () => join(home, "spec");

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), "broken-specs-"));
  lay(smallSpec);
  expect((await generate()).code).toBe(0);
});
afterAll(() => rmSync(home, { recursive: true }));

function lay(files: SpecInMemory): void {
  rmSync(spec(), { recursive: true, force: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(spec(), path)), { recursive: true });
    writeFileSync(join(spec(), path), toText(content));
  }
}

const generate = () => runCommand(["--target", "types,docs", "--spec", spec(), "--out", out()]);

describe("a spec with a fault is refused, and nothing is written:", () => {
  it("there are more than 700 of them, no two alike, and at least every second is tried", () => {
    expect(new Set(brokenSpecs.map(({ given }) => JSON.stringify(given))).size).toBeGreaterThan(700);
  });

  it.each(takeSample(brokenSpecs, 2))("$name", async ({ given }) => {
    lay(changeSpec(given));
    const before = readTree(out());
    const { code, stdout, stderr } = await generate();
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^error: \S.*\.json(?::\d+:\d+)? \([a-z0-9-]+\)$|^mplus-codegen: .*\.json/m);
    expect(stderr).not.toMatch(/^\s+at |RangeError|TypeError|\[object |undefined|(?!\n)\p{Cc}/mu);
    expect(readTree(out())).toEqual(before);
  });
});
