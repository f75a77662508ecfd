import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "mplus-codegen-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Report {
  readonly results: readonly { readonly part: string; readonly figures: readonly { readonly n: number }[] }[];
}

it("the bench runs, and each of its contestants does its work", () => {
  const parts = ["receiver", "validation"];
  const json = join(folder, "bench.json");
  const run = join(import.meta.dirname, "run.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, "--quick", "--json", json, ...parts], {
    encoding: "utf8",
  });
  expect(stderr.split("\n").filter((line) => !line.endsWith(" …"))).toEqual([""]);
  expect(status).toBe(0);
  const { results } = JSON.parse(readFileSync(json, "utf8")) as Report;
  expect(results.map(({ part }) => part).sort()).toEqual(parts);
  expect(results.flatMap(({ figures }) => figures).every(({ n }) => n > 0)).toBe(true);
  expect(stdout).toContain("ajv standalone");
});
