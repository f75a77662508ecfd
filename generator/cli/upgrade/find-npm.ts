import { existsSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { Program } from "./run-program.js";

/** npm's program is a script. Node runs it, where Windows would need a shell to start `npm`, which is a batch file there. */
const script = "npm-cli.js";

/** How to start the user's own npm: the one that started this program, or the one that a shell would find. */
export function findNpm(environment: NodeJS.ProcessEnv, platform: NodeJS.Platform): Program {
  const candidates = [
    environment["npm_execpath"] ?? "",
    ...(platform === "win32" ? [join(dirname(process.execPath), "node_modules/npm/bin", script)] : []),
  ];
  const found = candidates.find((path) => basename(path) === script && existsSync(path));
  return found === undefined ? ["npm"] : [process.execPath, found];
}
