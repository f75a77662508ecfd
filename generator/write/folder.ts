import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmdirSync,
  statSync,
} from "node:fs";
import { basename, dirname, join, posix, resolve } from "node:path";
import { describeSystemError, getErrorCode } from "../problem/problem.js";

/** What is at a path of the output folder; `isUnknown` if the system did not tell. */
export type FoundFile =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "blocked"; readonly reason: string; readonly isUnknown?: boolean };

/** Reads a file of the output folder, without following links below that folder. */
export function findFile(out: string, path: string): FoundFile {
  try {
    const obstacle = findObstacle(out, path);
    return obstacle ?? { kind: "file", text: readFileSync(join(out, path), "utf8") };
  } catch (error) {
    return { kind: "blocked", reason: describeSystemError(error), isUnknown: true };
  }
}

/**
 * Looks at the folders above a file of the output again, just before it is written.
 *
 * @throws Error where one of them is a link, or no folder, by now
 */
export function refuseObstacle(out: string, path: string): void {
  const obstacle = findObstacle(out, path);
  if (obstacle?.kind === "blocked") throw new Error(obstacle.reason);
}

function findObstacle(out: string, path: string): FoundFile | undefined {
  const root = findKind(out, statSync);
  if (root === "absent") return { kind: "absent" };
  if (root !== "a folder") return { kind: "blocked", reason: "the output folder is not a folder" };
  const parents = path.split("/").slice(0, -1);
  for (const parent of parents.map((_, index) => parents.slice(0, index + 1).join("/"))) {
    const kind = findKind(join(out, parent));
    if (kind === "absent") return { kind };
    if (kind !== "a folder") return { kind: "blocked", reason: `${parent} is not a folder but ${kind}` };
  }
  const kind = findKind(join(out, path));
  if (kind === "absent") return { kind };
  return kind === "a file" ? undefined : { kind: "blocked", reason: `${kind} is in the way` };
}

function findKind(path: string, getStatus = lstatSync) {
  try {
    const status = getStatus(path);
    if (status.isDirectory()) return "a folder";
    if (status.isFile()) return "a file";
    return status.isSymbolicLink() ? "a symbolic link" : "something else";
  } catch (error) {
    if (getErrorCode(error) === "ENOENT") return "absent";
    throw error;
  }
}

/** Whether there is anything at a path, even a link that leads nowhere. */
export const exists = (path: string): boolean => findKind(path) !== "absent";

/** The names in a folder, sorted; none where there is no folder, or none that may be listed. */
export function listNames(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(getErrorCode(error))) return [];
    throw error;
  }
}

/** The real path of a folder, which need not exist yet. */
export function resolveRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (getErrorCode(error) !== "ENOENT") throw error;
    if (exists(path)) return resolveRealPath(resolve(dirname(path), readlinkSync(path)));
    return join(resolveRealPath(dirname(path)), basename(path));
  }
}

/**
 * Makes a folder and those above it, and adds them to `made`. Not with `recursive`, which loops for ever where the
 * system refuses a folder in one that exists (as in /proc).
 *
 * @throws Error where a link on the way leads nowhere: nobody chose to have the folder there
 */
export function makeFolder(path: string, made: string[]): void {
  if (exists(path)) {
    if (findKind(path, statSync) === "absent") throw new Error("it is a link to nowhere");
    return;
  }
  makeFolder(dirname(path), made);
  mkdirSync(path);
  made.push(path);
}

/** Removes the folders below `top` that held these files, where they are empty. */
export function removeEmptyFolders(top: string, files: readonly string[]): void {
  const folders = new Set(files.map((path) => posix.dirname(path)));
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      rmdirSync(join(top, folder));
    } catch (error) {
      if (!["ENOENT", "ENOTEMPTY", "EEXIST", "ENOTDIR"].includes(getErrorCode(error))) throw error;
    }
  }
}
