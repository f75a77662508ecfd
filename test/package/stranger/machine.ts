import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fetchNode } from "../../workbench/new-node.js";
import { isNothingSkipped, noTools, toolPath } from "../../workbench/tools.js";

/** Package managers not bundled with Node, and their folders in `test/tools/`. */
const programs: Readonly<Record<string, string>> = {
  pnpm: "pnpm/pnpm",
  yarn: "@yarnpkg/cli-dist/bin/yarn.js",
};

/** Returns why the path cannot run here, or undefined. In CI a missing prerequisite fails the test. */
export function findObstacle(): string | undefined {
  if (isNothingSkipped || noTools !== undefined) return noTools;
  const { status } = spawnSync("npm", ["view", "express", "version"]);
  return status === 0 ? undefined : "skipped: npm finds no registry here";
}

export function createShell(home: string, node: string, managers: readonly string[]): NodeJS.ProcessEnv {
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  for (const name of managers) symlinkSync(toolPath(programs[name] ?? ""), join(bin, name));
  const prefix = join(home, "global");
  const path = [bin, join(prefix, "bin"), dirname(fetchNode(node)), process.env["PATH"] ?? ""];
  return {
    PATH: path.join(delimiter),
    npm_config_prefix: prefix,
    npm_config_audit: "false",
    npm_config_fund: "false",
    // A temporary registry failure says nothing about the tested code.
    npm_config_fetch_retries: "5",
    YARN_HTTP_RETRY: "10",
    YARN_ENABLE_TELEMETRY: "0",
    // In CI mode package managers require a lockfile, which a new project lacks.
    CI: undefined,
  };
}
