import { execFileSync, spawnSync } from "node:child_process";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-files.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { withReason } from "../../workbench/tools.js";
import { node } from "./scene.js";

const folder = join(packageRoot, "examples/fleet");

describe.skipIf(noPostgres !== undefined)(withReason("the example of a fleet", noPostgres), () => {
  beforeAll(() => void execFileSync("npm", ["run", "--silent", "generate"], { cwd: folder, stdio: "pipe" }));

  it("compiles", () => {
    const tsc = join(packageRoot, "node_modules/typescript/bin/tsc");
    const { stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    expect(stdout).toBe("");
  });

  /** It kills receivers, workers and the database, and judges what was lost, doubled or out of order. */
  it.each([
    ["runs", ["--seconds", "8", "--tills", "10"]],
    [
      "loses nothing, does nothing twice and keeps the order while it is broken",
      ["--seconds", "60", "--break"],
    ],
  ])("%s", (_, flags) => {
    const args = ["--disable-warning=ExperimentalWarning", "fleet.ts", ...flags];
    const { stdout, status } = spawnSync(node, args, { cwd: folder, encoding: "utf8" });
    const lines = stdout.trimEnd().split("\n");
    expect(lines.at(-1)).toMatch(/^All \d+ lines were booked once, and in order; \d+ kills\.$/);
    expect(lines[0]).toMatch(/^sent \d+ {2}answered \d+ {2}stored/);
    expect(status).toBe(0);
  });
});
