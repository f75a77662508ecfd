import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/package/package-root.js";

/** The folder of what only tests run: other run times, package managers, checkers. */
const folder = join(packageRoot, "test/tools");

/** The path of a file of a tool, in the packages of `test/tools`. */
export const toolPath = (path: string): string => join(folder, "node_modules", path);

/** Why what needs these tools is skipped, or undefined. On a build server nothing is skipped: there it fails. */
export const noTools =
  existsSync(toolPath("")) ||
  process.env["CI"] !== undefined ||
  process.env["MPLUS_NOTHING_SKIPPED"] !== undefined
    ? undefined
    : "skipped: npm ci --prefix test/tools --ignore-scripts installs what it needs";
