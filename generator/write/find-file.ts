import { lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describeSystemError } from "../problem/system-error.js";
import { isNotFound } from "./file-system.js";
import { listParentFolders } from "./folders.js";

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

function findObstacle(out: string, path: string): FoundFile | undefined {
  const root = findKind(out, statSync);
  if (root === "absent") return { kind: "absent" };
  if (root !== "a folder") return { kind: "blocked", reason: "the output folder is not a folder" };
  for (const parent of listParentFolders(path)) {
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
    if (isNotFound(error)) return "absent";
    throw error;
  }
}
