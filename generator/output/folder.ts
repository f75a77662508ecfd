import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describeSystemError, getErrorCode } from "../base/problem/problem.js";

/** The state of a path in the output folder; `isUnknown` if the system could not tell. */
export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "blocked"; readonly reason: string; readonly isUnknown?: boolean };

/** Does not follow links below the output folder. */
export function findFile(out: string, path: string): FileState {
  try {
    return findObstacle(out, path) ?? { kind: "file", text: readFileSync(join(out, path), "utf8") };
  } catch (error) {
    // It was deleted in the meantime.
    if (getErrorCode(error) === "ENOENT") return { kind: "absent" };
    return { kind: "blocked", reason: describeSystemError(error), isUnknown: true };
  }
}

/** Undefined if a file is there. */
export function findObstacle(out: string, path: string): FileState | undefined {
  const root = findEntryKind(out, statSync);
  if (root === "absent") return { kind: root };
  if (root !== "a folder") return { kind: "blocked", reason: "the output folder is not a folder" };
  const names = path.split("/");
  for (const part of names.map((_, index) => names.slice(0, index + 1).join("/"))) {
    const kind = findEntryKind(join(out, part));
    if (kind === "absent") return { kind };
    if (part === path && kind !== "a file") return { kind: "blocked", reason: `${kind} is in the way` };
    if (part !== path && kind !== "a folder")
      return { kind: "blocked", reason: `${part} is ${kind}, not a folder` };
  }
  return undefined;
}

/** Describes what is at a path. Does not use `throwIfNoEntry`, which also hides ENOTDIR from Node 22 on. */
export function findEntryKind(path: string, getStatus: (path: string) => Stats = lstatSync) {
  let status: Stats;
  try {
    status = getStatus(path);
  } catch (error) {
    if (getErrorCode(error) === "ENOENT") return "absent";
    throw error;
  }
  if (status.isDirectory()) return "a folder";
  if (status.isFile()) return "a file";
  return status.isSymbolicLink() ? "a symbolic link" : "something else";
}

export const isInFolder = (path: string): boolean =>
  posix.normalize(path) === path && !/^\.\.(\/|$)|^\/|\\|\/$/.test(path);

/** Includes the folder itself. Nearest first. */
export const listAncestors = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...listAncestors(dirname(folder))];

/** Sorted. Empty if the folder is missing or unreadable. */
export function listFolderNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(getErrorCode(error))) return [];
    throw error;
  }
}
