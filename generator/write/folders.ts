import { rmdirSync } from "node:fs";
import { join, posix } from "node:path";
import { codeOf, isAbsence } from "./place.js";

/** The folders that a path of the output lies in, outmost first: `a`, `a/b` of `a/b/c.ts`. */
export const foldersAbove = (path: string): string[] =>
  path
    .split("/")
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join("/"));

/** Takes away the folders below `top` that the deletion of these files left empty. */
export function removeEmptied(top: string, deleted: readonly string[]): void {
  const folders = new Set(deleted.map((path) => posix.dirname(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) removeIfEmpty(join(top, folder));
}

/** Takes away a folder, if there is nothing in it. */
export function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch (error) {
    if (!isAbsence(error) && !["ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(codeOf(error))) throw error;
  }
}
