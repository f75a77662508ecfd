import { existsSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { packageRoot } from "../../generator/contract/package/package-root.js";

/** True in CI, and on request: missing tools are then failures. */
export const isNothingSkipped =
  process.env["CI"] !== undefined || process.env["MPLUS_NOTHING_SKIPPED"] !== undefined;

/** The reason to skip tests without these programs or library files, or undefined. In CI, such tests run and fail. */
export function needs(...programs: readonly string[]): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const isInstalled = (name: string): boolean =>
    isAbsolute(name) ? existsSync(name) : folders.some((folder) => existsSync(join(folder, name)));
  const missing = isNothingSkipped ? [] : programs.filter((name) => !isInstalled(name));
  return missing.length === 0 ? undefined : `skipped: it needs ${missing.join(" and ")}`;
}

/** Returns the path of a file in the folder's packages, and the reason to skip tests without these tools. */
function toolsIn(folder: string) {
  const path = (file: string): string => join(packageRoot, folder, "node_modules", file);
  const missing =
    existsSync(path("")) || isNothingSkipped
      ? undefined
      : `skipped: npm install --no-package-lock --prefix ${folder} --ignore-scripts installs what it needs`;
  return { path, missing };
}

/** Tools of nightly tests: other runtimes, package managers, checkers. */
export const { path: toolPath, missing: noTools } = toolsIn("test/tools");

/** Tools that read our exports. */
export const { path: exportToolPath, missing: noExportTools } = toolsIn("test/tools/exports");

export function withReason(title: string, ...given: readonly [(string | undefined)?]): string {
  const reason = given.length === 0 ? noTools : given[0];
  return reason === undefined ? title : `${title} (${reason})`;
}
