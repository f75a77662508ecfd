import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { isObject, parseJson } from "../../json.js";

/** The key of a config in package.json. */
export const packageKey = "mplus-codegen";

/** What a config can be called. */
const names = ["ts", "mts", "js", "mjs", "cjs", "json"].map((ending) => `mplus-codegen.config.${ending}`);

/** Every file that could hold a config, in a folder where none is named. */
export const listCandidates = (folder: string): readonly string[] =>
  [...names, "package.json"].map((name) => join(folder, name));

/** Finds the config of a folder: there may be one. */
export function findConfig(folder: string): Outcome<string | undefined> {
  const found = listCandidates(folder).filter(isConfig);
  const [first, second] = found;
  if (first === undefined || second === undefined) return success(first);
  return failure([
    report("usage", {
      message: `There are two configs here, ${first} and ${second}.`,
      hint: "Keep one of them, or name one with --config.",
    }),
  ]);
}

const isConfig = (path: string): boolean =>
  existsSync(path) && (!path.endsWith("package.json") || hasKey(path));

function hasKey(path: string): boolean {
  try {
    const text = readFileSync(path, "utf8");
    const manifest = parseJson(text);
    // One that is broken is reported, if it has a config.
    return isObject(manifest)
      ? Object.hasOwn(manifest, packageKey)
      : text.includes(`${JSON.stringify(packageKey)}:`);
  } catch {
    // A package.json that cannot be read is none of ours.
    return false;
  }
}
