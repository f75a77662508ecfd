import { resolve } from "node:path";
import { readManifest, type Manifest } from "../../init/manifest.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { findFile } from "../../write/folder.js";

/** A package.json that is there already. */
export interface ExistingPackage {
  readonly text: string;
  readonly manifest: Manifest;
}

/** Reads the package.json of a folder; undefined where it has none. */
export function readExistingPackage(dir: string): Outcome<ExistingPackage | undefined> {
  const text = readText(dir, "package.json");
  if (!text.ok || text.value === undefined) return text.ok ? success(undefined) : text;
  const manifest = readManifest(text.value, `${dir}/package.json`);
  return manifest.ok ? success({ text: text.value, manifest: manifest.value }) : manifest;
}

/** Reads a file of a folder; undefined where there is none, a problem where something else is in its place. */
export function readText(dir: string, path: string): Outcome<string | undefined> {
  const found = findFile(resolve(dir), path);
  if (found.kind === "absent") return success(undefined);
  if (found.kind === "file") return success(found.text);
  return failure([report("output-unwritable", { path: `${dir}/${path}`, reason: found.reason })]);
}
