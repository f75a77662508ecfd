import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { isFuzzing } from "../../fuzz/amount.js";
import { removeFolder } from "../../workbench/folders.js";
import type { Project } from "./project.js";

/** The folder that prepare.mjs filled. On a build server nothing is skipped, but in the proof, whose strangers install. */
const prepared = process.env["MPLUS_STRANGER"];
export const isSkipped = prepared === undefined && (process.env["CI"] === undefined || isFuzzing);
export const reason = isSkipped
  ? " (skipped: MPLUS_STRANGER names no folder that test/package/stranger/prepare.mjs filled)"
  : "";

/** Where a stranger's shell looks for programs: without the folders that npm adds where it runs these tests. */
const ownPath = (): readonly string[] =>
  (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.endsWith("node_modules/.bin"));

/** Copies a folder that prepare.mjs filled, for use without a registry. Its packages are in it: a link would lead out of the project. */
export function copyPrepared(name: string): Project {
  const home = mkdtempSync(join(tmpdir(), "stranger-"));
  const cwd = join(home, "project");
  mkdirSync(join(home, "home"));
  // Linked file by file, which takes no time; the folders are new.
  execFileSync("cp", ["-al", join(prepared ?? "", name), cwd]);
  // As where it is installed for the whole machine, so that calls without npx find it, too.
  const added = [join(cwd, "node_modules/.bin"), join(prepared ?? "", "pnpm-itself/node_modules/.bin")];
  const PATH = [...added, ...ownPath()].join(delimiter);
  // In the copy of a folder pnpm would install all of it once more.
  const offline = { npm_config_offline: "true", pnpm_config_verify_deps_before_run: "false" };
  return { cwd, env: { CI: undefined, HOME: join(home, "home"), PATH, ...offline } };
}

/** Removes a copy, and what was made beside it. */
export const removeCopy = ({ cwd }: Project): void => removeFolder(dirname(cwd));

/** Uses a copy of a folder that prepare.mjs filled. */
export async function inCopyOf(name: string, use: (project: Project) => Promise<void>): Promise<void> {
  const project = copyPrepared(name);
  try {
    await use(project);
  } finally {
    removeCopy(project);
  }
}
