import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { once } from "../../base/once.js";
import { listFolderEntries } from "../read/plain-file.js";
import { isBuilt, packageRoot } from "./package-root.js";
import { ownSpec } from "./spec-location.js";

/**
 * The path of a file that the build made from the current spec; undefined between an edit of `spec/` and the next
 * build.
 */
export function findBuilt(name: string): string | undefined {
  const path = join(packageRoot, "dist", nameBuiltFolder(), name);
  return isBuilt && existsSync(path) ? path : undefined;
}

/** Names the folder of these files by a hash of the spec's paths and texts. */
export const nameBuiltFolder = once((): string => {
  const sum = createHash("sha256");
  for (const { path, item } of listFolderEntries(ownSpec))
    sum.update(`${path}\0`).update(item.isFile() ? readFileSync(join(ownSpec, path)) : "");
  return `spec-${sum.digest("hex").slice(0, 16)}`;
});
