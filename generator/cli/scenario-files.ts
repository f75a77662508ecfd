import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { builtInScenarios } from "../package/package-files.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { describeSystemError } from "../problem/system-error.js";
import type { ScenarioText } from "../scenario/read/read-scenarios.js";
import { suggest } from "../text/suggest.js";

const extension = ".yaml";

/** The names of the scenarios that come with the package. */
export const listBuiltIn = (): readonly string[] =>
  existsSync(builtInScenarios)
    ? readdirSync(builtInScenarios)
        .filter((name) => name.endsWith(extension))
        .map((name) => name.slice(0, -extension.length))
        .sort()
    : [];

/** The text of the scenarios in a file, or of a built-in one by its name. A file goes first. */
export function readScenarioText(name: string): Outcome<ScenarioText> {
  if (existsSync(name)) return readText(name);
  const known = listBuiltIn();
  return known.includes(name)
    ? readText(relative(".", join(builtInScenarios, `${name}${extension}`)))
    : failure([report("unknown-scenario", { name, known, suggestion: suggest(name, known) })]);
}

/** Far more than a scenario or a trace of a day needs. */
const largest = 256 * 2 ** 20;

/** Reads a file that the user named, as UTF-8. */
export function readText(path: string): Outcome<ScenarioText> {
  const place = { file: path, pointer: "" };
  try {
    if (statSync(path).size > largest)
      return failure([report("file-unreadable", { reason: "it has more than 256 MiB" }, place)]);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path));
    return success({ file: path, text });
  } catch (error) {
    if (error instanceof TypeError)
      return failure([report("not-utf8", { detail: "some of its bytes are no characters" }, place)]);
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}
