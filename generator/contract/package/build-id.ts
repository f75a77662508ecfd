import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { once } from "../../base/once.js";
import { listFolderEntries } from "../read/plain-file.js";
import { packageRoot } from "./package-root.js";

/** The build puts a hash of all its sources in the place of this name; where the sources run, there is no such name. */
declare const builtAs: string | undefined;

/**
 * Returns the hash of all that this program was built of, as it was when it was first asked for. Undefined where the build says nothing of what runs: the sources run, or
 * somebody has edited `spec/` or `templates/` in a clone since. Nobody edits an installed package, which has no `generator/`.
 */
export const readBuildId = once((): string | undefined => {
  if (typeof builtAs === "undefined") return undefined;
  const isInstalled = !existsSync(join(packageRoot, "generator"));
  return isInstalled || holdsBuiltData(builtAs) ? builtAs : undefined;
});

/** Loads a module that the build has made, by its name; undefined where the build says nothing of what runs. */
export function loadBuilt(name: string): unknown {
  const id = readBuildId();
  return id && createRequire(import.meta.url)(join(packageRoot, "dist", `${name}-${id}.cjs`));
}

const stateFile = join(packageRoot, "dist/data-state");

/** Another build may have taken the place of the one that runs: then its note is of another id. */
function holdsBuiltData(id: string): boolean {
  try {
    return readFileSync(stateFile, "utf8") === describeData(id);
  } catch {
    return false;
  }
}

/** Describes the data that a build is made of, without reading it: an edit changes the size, the inode or a time of a file. */
export function describeData(id: string): string {
  const sum = createHash("sha256").update(id);
  for (const folder of ["spec", "templates"]) {
    for (const { path } of listFolderEntries(join(packageRoot, folder))) {
      const { size, ino, mtimeMs, ctimeMs } = statSync(join(packageRoot, folder, path));
      sum.update(`${folder}/${path}\0${size}\0${ino}\0${mtimeMs}\0${ctimeMs}\0`);
    }
  }
  return sum.digest("hex");
}
