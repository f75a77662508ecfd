import { lstatSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { reasonOf } from "../problem/reason.js";

/** What lies at a path of the output folder. */
export type FoundFile =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly text: string }
  | { readonly kind: "blocked"; readonly reason: string };

/** Looks without following links: nothing is read or written through one. */
export function lookAt(out: string, path: string): FoundFile {
  const root = kindOf(out, statSync);
  if (root === "absent") return { kind: "absent" };
  if (root !== "folder") {
    return { kind: "blocked", reason: root === "a file" ? "the output folder is no folder" : root };
  }
  const parents = path
    .split("/")
    .slice(0, -1)
    .map((_, index, all) => all.slice(0, index + 1).join("/"));
  for (const parent of parents) {
    const kind = kindOf(join(out, parent));
    if (kind === "absent") return { kind: "absent" };
    if (kind !== "folder") return { kind: "blocked", reason: `${parent} is no folder but ${kind}` };
  }
  const kind = kindOf(join(out, path));
  if (kind === "absent") return { kind };
  if (kind !== "a file")
    return { kind: "blocked", reason: `${kind === "folder" ? "a folder" : kind} is in the way` };
  return readFound(join(out, path));
}

function readFound(path: string): FoundFile {
  try {
    return { kind: "file", text: readFileSync(path, "utf8") };
  } catch (error) {
    return { kind: "blocked", reason: reasonOf(error) };
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
