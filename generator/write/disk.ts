import { lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { foldersAbove } from "./folders.js";
import { reasonOf } from "../problem/reason.js";

/** What lies at a path of the output folder; `isUnknown` where the system would not say. */
export type FoundFile =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "blocked"; readonly reason: string; readonly isUnknown?: boolean };

/** Looks without following links: nothing is read or written through one. */
export function lookAt(out: string, path: string): FoundFile {
  const root = kindOf(out, statSync);
  if (root === "absent") return { kind: "absent" };
  if (root !== "folder") {
    return blocked(root, root === "a file" ? "the output folder is no folder" : root);
  }
  for (const parent of foldersAbove(path)) {
    const kind = kindOf(join(out, parent));
    if (kind === "absent") return { kind: "absent" };
    if (kind !== "folder") return blocked(kind, `${parent} is no folder but ${kind}`);
  }
  const kind = kindOf(join(out, path));
  if (kind === "absent") return { kind };
  if (kind !== "a file") return blocked(kind, `${kind === "folder" ? "a folder" : kind} is in the way`);
  return readFound(join(out, path));
}

const obstacles = ["folder", "a file", "a symbolic link", "something else"];

/** Something is in the way, or the system's reason says why it cannot be told. */
const blocked = (kind: string, reason: string): FoundFile =>
  obstacles.includes(kind) ? { kind: "blocked", reason } : { kind: "blocked", reason: kind, isUnknown: true };

function readFound(path: string): FoundFile {
  try {
    return { kind: "file", text: readFileSync(path, "utf8") };
  } catch (error) {
    return { kind: "blocked", reason: reasonOf(error), isUnknown: true };
  }
}

function kindOf(path: string, look = lstatSync): string {
  try {
    const status = look(path);
    if (status.isDirectory()) return "folder";
    if (status.isFile()) return "a file";
    return status.isSymbolicLink() ? "a symbolic link" : "something else";
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "ENOENT" ? "absent" : reasonOf(error);
  }
}
