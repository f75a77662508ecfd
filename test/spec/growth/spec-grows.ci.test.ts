import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { readSpec } from "../../../generator/contract/read/read-spec.js";
import { runProgram } from "../../cli/running.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { changeSpec, toText, type SpecInMemory } from "../../contract/read/small-spec.js";
import { additionsTo, deprecationIn, takingsFrom } from "./releases.js";

const home = mkdtempSync(join(tmpdir(), "mplus-growth-"));

/** Tests that depend on the contract, and run before a change is merged. */
const sample = [
  ...[
    "test/till/engine/effects",
    "test/till/proof",
    "test/till/scenario/",
    "test/cli/simulate",
    "test/till/explore/",
  ],
  ...["test/cli/completion", "test/cli/generate", "test/pages/contents", "test/till/doctor/our-receiver"],
];

beforeAll(async () => {
  copyCheckout();
  addTo(join(home, "spec"));
  const scripts = ["npm run build", ...(isFuzzing ? ["npm run generate"] : [])];
  for (const script of scripts) {
    const { code, stderr } = await runProgram(home, ["bash", "-c", script]);
    expect(code, stderr).toBe(0);
  }
});
afterAll(() => removeFolder(home));

it("a contract that grows by two releases, of which the second takes away, changes the verdict of no quick test but of those of facts", async () => {
  const results = await runTests(isFuzzing ? [] : sample);
  expect(results.length).toBeGreaterThan(10);
  const changed = results.filter(({ status }) => status !== "passed").map(({ name }) => relative(home, name));
  expect(changed.filter((path) => !path.startsWith("test/spec/"))).toEqual([]);
});

/** Includes uncommitted changes. Links to the packages and tools instead of copying them. */
function copyCheckout(): void {
  const listed = execFileSync("git", ["ls-files", "-coz", "--exclude-standard"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  const paths = listed.split("\0").filter((path) => path !== "" && existsSync(join(packageRoot, path)));
  for (const path of paths) cpSync(join(packageRoot, path), join(home, path));
  for (const packages of ["node_modules", "test/tools/node_modules", "test/tools/exports/node_modules"])
    if (existsSync(join(packageRoot, packages)))
      symlinkSync(join(packageRoot, packages), join(home, packages));
}

function addTo(spec: string): void {
  const read = readSpec(spec);
  const sources = (read.ok ? read.value : []).filter(({ path }) => path.endsWith(".json"));
  const before = Object.fromEntries(sources.map(({ path, text }) => [path, JSON.parse(text) as unknown]));
  const grow = (contract: SpecInMemory, edits: (contract: SpecInMemory) => object) =>
    changeSpec({ ...edits(contract) }, contract);
  const after = [additionsTo, deprecationIn, takingsFrom].reduce(grow, before);
  writeFiles(
    spec,
    Object.entries(after).map(([path, content]) => [path, toText(content)] as const),
  );
}

interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Runs quick tests in the copy: all, or those of some files. Skips the tests of this file. */
async function runTests(files: readonly string[]): Promise<Report["testResults"]> {
  const report = join(home, "report.json");
  const output = ["--reporter", "json", "--outputFile", report];
  const vitest = join(home, "node_modules/vitest/vitest.mjs");
  const command = [process.execPath, vitest, "run", "--mode", "quick", ...output, ...files] as const;
  const { stderr } = await runProgram(home, command, { MPLUS_FUZZ: "0" });
  expect(existsSync(report), stderr).toBe(true);
  return (JSON.parse(readFileSync(report, "utf8")) as Report).testResults;
}
