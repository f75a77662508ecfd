import { rmdirSync } from "node:fs";
import { join, posix } from "node:path";
import { getErrorCode } from "../problem/system-error.js";

/** Lists the folders that a path of the output lies in, outermost first: `a`, `a/b` for `a/b/c.ts`. */
export const listParentFolders = (path: string): string[] =>
  path
    .split("/")
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join("/"));

/** Removes the folders below `top` that are empty now that these files are deleted. */
export function removeEmptyFolders(top: string, deleted: readonly string[]): void {
  const folders = new Set(deleted.map((path) => posix.dirname(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length))
    removeFolderIfEmpty(join(top, folder));
}

/** Removes a folder if it is there and empty. */
export function removeFolderIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(getErrorCode(error))) throw error;
  }
}
