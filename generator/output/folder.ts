import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from "node:fs";
import { dirname, join, posix } from "node:path";
import { describeSystemError, getErrorCode } from "../base/problem/problem.js";

/** The state of a path in the output folder; `isUnknown` if the system did not report it. */
export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "blocked"; readonly reason: string; readonly isUnknown?: boolean };

/** Reads a file of the output folder, without following links below that folder. */
export function findFile(out: string, path: string): FileState {
  try {
    return findObstacle(out, path) ?? { kind: "file", text: readFileSync(join(out, path), "utf8") };
  } catch (error) {
    // It was there a moment ago.
    if (getErrorCode(error) === "ENOENT") return { kind: "absent" };
    return { kind: "blocked", reason: describeSystemError(error), isUnknown: true };
  }
}

/** What there is instead of a file at a path; undefined where a file is there. */
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
      return { kind: "blocked", reason: `${part} is not a folder but ${kind}` };
  }
  return undefined;
}

/** What is at a path, in words. Not with `throwIfNoEntry`: from Node 22 on it hides ENOTDIR, too. */
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

/** Whether a path leads to a file below the folder. */
export const isInFolder = (path: string): boolean =>
  posix.normalize(path) === path && !/^\.\.(\/|$)|^\/|\\|\/$/.test(path);

/** A folder and those above it, the nearest first. */
export const listAncestors = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...listAncestors(dirname(folder))];

/** The names in a folder, sorted; none where there is no folder, or none that may be listed. */
export function listFolderNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(getErrorCode(error))) return [];
    throw error;
  }
}
