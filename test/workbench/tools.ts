import { existsSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/contract/package/package-root.js";

/** Whether what lacks something fails: on a build server, and where it is asked for. */
export const isNothingSkipped =
  process.env["CI"] !== undefined || process.env["MPLUS_NOTHING_SKIPPED"] !== undefined;

/** The tools of a folder: the path of a file in their packages, and why what needs them is skipped, or undefined. */
function toolsIn(folder: string) {
  const path = (file: string): string => join(packageRoot, folder, "node_modules", file);
  const missing =
    existsSync(path("")) || isNothingSkipped
      ? undefined
      : `skipped: npm install --no-package-lock --prefix ${folder} --ignore-scripts installs what it needs`;
  return { path, missing };
}

/** What only nightly tests run: other run times, package managers, checkers. */
export const { path: toolPath, missing: noTools } = toolsIn("test/tools");

/** What reads our exports. */
export const { path: exportToolPath, missing: noExportTools } = toolsIn("test/tools/exports");

/** The title of what needs tools, or something else, which says why it is skipped when it is. */
export function withReason(title: string, ...given: readonly [(string | undefined)?]): string {
  const reason = given.length === 0 ? noTools : given[0];
  return reason === undefined ? title : `${title} (${reason})`;
}
