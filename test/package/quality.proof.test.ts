import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram } from "../workbench/run.js";
import { noTools, toolPath, withReason } from "../workbench/tools.js";
import { removeFolder } from "../workbench/folders.js";

const home = mkdtempSync(join(tmpdir(), "mplus-quality-"));
let packed: string;

beforeAll(() => {
  // Skip the scripts: the tests have already built the package.
  execFileSync("npm", ["pack", "--ignore-scripts", "--pack-destination", home], {
    cwd: packageRoot,
    stdio: "pipe",
  });
  packed = join(home, readdirSync(home).find((name) => name.endsWith(".tgz")) ?? "");
});
afterAll(() => removeFolder(home));

const checkers = [
  {
    name: "publint: what package.json says of its files is true",
    run: () => ["publint/src/cli.js", "run", packed, "--strict"],
  },
  {
    name: "are-the-types-wrong: both kinds of modules find the till, by any resolution",
    run: () => ["@arethetypeswrong/cli/dist/index.js", packed, "--entrypoints", "till"],
  },
  {
    // Everything else is ESM only; CommonJS uses import(), or require() from Node 22.12.
    name: "are-the-types-wrong: whoever imports it finds its types",
    run: () => ["@arethetypeswrong/cli/dist/index.js", packed, "--profile", "esm-only"],
  },
  {
    name: "knip: no file, export or dependency is without a use",
    run: () => ["knip/bin/knip.js", "--no-progress"],
  },
];

describe.skipIf(noTools !== undefined)(withReason("the package"), () => {
  it.each(checkers)("$name", async ({ run }) => {
    const [program = "", ...args] = run();
    const { code, stdout, stderr } = await runProgram(packageRoot, [
      process.execPath,
      toolPath(program),
      ...args,
    ]);
    expect(code, `${stdout}${stderr}`).toBe(0);
  });
});

it("what a user installs has no known weakness, as far as the registry tells", (context) => {
  const { stdout } = spawnSync("npm", ["audit", "--omit=dev", "--json"], {
    cwd: packageRoot,
    encoding: "utf8",
  });
  const report = (stdout.startsWith("{") ? JSON.parse(stdout) : {}) as { vulnerabilities?: object };
  if (report.vulnerabilities === undefined) return context.skip("the registry does not answer npm audit");
  expect(report.vulnerabilities).toEqual({});
});
