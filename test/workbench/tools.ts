import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/package/package-root.js";

/** The folder of what only tests run: other run times, package managers, checkers. */
const folder = join(packageRoot, "test/tools");

/** The path of a file of a tool, in the packages of `test/tools`. */
export const toolPath = (path: string): string => join(folder, "node_modules", path);

/** Whether what lacks something fails: on a build server, and where it is asked for. */
export const isNothingSkipped =
  process.env["CI"] !== undefined || process.env["MPLUS_NOTHING_SKIPPED"] !== undefined;

/** Why what needs these tools is skipped, or undefined. */
export const noTools =
  existsSync(toolPath("")) || isNothingSkipped
    ? undefined
    : "skipped: npm install --no-package-lock --prefix test/tools --ignore-scripts installs what it needs";

/** The title of what needs these tools, or something else, which says why it is skipped when it is. */
export function withReason(title: string, ...given: readonly [(string | undefined)?]): string {
  const reason = given.length === 0 ? noTools : given[0];
  return reason === undefined ? title : `${title} (${reason})`;
}
