import { spawnSync } from "node:child_process";
import { mkdirSync, symlinkSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fetchNode } from "../../workbench/new-node.js";
import { isNothingSkipped, noTools, toolPath } from "../../workbench/tools.js";

/** The package managers that do not come with node, and where `test/tools/` has them. */
const programs: Readonly<Record<string, string>> = {
  pnpm: "pnpm/pnpm",
  yarn: "@yarnpkg/cli-dist/bin/yarn.js",
};

/** Why a stranger's path cannot be gone here, or undefined. On a build server nothing is skipped: there it fails. */
export function findObstacle(): string | undefined {
  if (isNothingSkipped || noTools !== undefined) return noTools;
  const { status } = spawnSync("npm", ["view", "express", "version"]);
  return status === 0 ? undefined : "skipped: npm finds no registry here";
}

/** What the shell of somebody sets who has this node, and npm, and the other package managers if they are named. */
export function createShell(home: string, node: string, managers: readonly string[]): NodeJS.ProcessEnv {
  const bin = join(home, "bin");
  mkdirSync(bin, { recursive: true });
  for (const name of managers) symlinkSync(toolPath(programs[name] ?? ""), join(bin, name));
  // What npm installs for everybody on the machine.
  const prefix = join(home, "global");
  const path = [bin, join(prefix, "bin"), dirname(fetchNode(node)), process.env["PATH"] ?? ""];
  return {
    PATH: path.join(delimiter),
    npm_config_prefix: prefix,
    npm_config_audit: "false",
    npm_config_fund: "false",
    // What the registry refuses for a moment says nothing of what is tested.
    npm_config_fetch_retries: "5",
    YARN_HTTP_RETRY: "10",
    YARN_ENABLE_TELEMETRY: "0",
    // On a build server they want a lockfile, which a stranger has yet to get.
    CI: undefined,
  };
}
