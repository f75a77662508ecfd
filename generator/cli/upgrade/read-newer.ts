import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { getOwn, isObject, parseJson } from "../../json.js";

/** Another mplus-codegen. */
export interface Newer {
  readonly version: string;
  /** The path of its program. */
  readonly program: string;
  readonly changelog: string;
}

/** Reads what a folder says of itself. Nothing in it is run. */
export function readNewer(folder: string): Outcome<Newer> {
  const manifest = parseJson(readText(join(folder, "package.json")));
  const refuse = (reason: string): Outcome<never> =>
    failure([report("upgrade-unusable", { folder, reason })]);
  if (!isObject(manifest) || manifest["name"] !== "mplus-codegen")
    return refuse("its package.json is not that of mplus-codegen");
  const version = manifest["version"];
  const bin = getOwn(manifest["bin"], "mplus-codegen");
  if (typeof version !== "string" || typeof bin !== "string")
    return refuse("its package.json names no version or no program");
  const program = join(folder, bin);
  if (relative(folder, program).startsWith("..") || !existsSync(program))
    return refuse(`it has no ${bin}: is it built?`);
  return success({ version, program, changelog: readText(join(folder, "CHANGELOG.md")) });
}

function readText(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // What is missing is like what is empty.
    return "";
  }
}
