import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { isFuzzing } from "../../workbench/amount.js";
import { removeFolder } from "../../workbench/folders.js";
import type { Project } from "./project.js";

/** The folder filled by prepare.mjs. CI skips tests only in the proof, whose tests install the packages themselves. */
const prepared = process.env["MPLUS_STRANGER"];
export const isSkipped = prepared === undefined && (process.env["CI"] === undefined || isFuzzing);
export const reason = isSkipped
  ? " (skipped: MPLUS_STRANGER names no folder that test/package/stranger/prepare.mjs filled)"
  : "";

/** The PATH of a user, without the folders that npm adds while running these tests. */
const ownPath = (): readonly string[] =>
  (process.env["PATH"] ?? "").split(delimiter).filter((folder) => !folder.endsWith("node_modules/.bin"));

/** Copies a prepared folder for offline use, packages included: a link would point outside the project. */
export function copyPrepared(name: string): Project {
  const home = mkdtempSync(join(tmpdir(), "stranger-"));
  const cwd = join(home, "project");
  mkdirSync(join(home, "home"));
  // Hard-link the files for speed; the folders are new.
  execFileSync("cp", ["-al", join(prepared ?? "", name), cwd]);
  // Simulate a global installation so that calls without npx work as well.
  const added = [join(cwd, "node_modules/.bin"), join(prepared ?? "", "pnpm-itself/node_modules/.bin")];
  const PATH = [...added, ...ownPath()].join(delimiter);
  // pnpm would reinstall everything in a copied folder.
  const offline = { npm_config_offline: "true", pnpm_config_verify_deps_before_run: "false" };
  return { cwd, env: { CI: undefined, HOME: join(home, "home"), PATH, ...offline } };
}

export const removeCopy = ({ cwd }: Project): void => removeFolder(dirname(cwd));

export async function inCopyOf(name: string, use: (project: Project) => Promise<void>): Promise<void> {
  const project = copyPrepared(name);
  try {
    await use(project);
  } finally {
    removeCopy(project);
  }
}
