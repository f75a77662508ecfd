import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { builtInScenarios } from "../package/package-files.js";
import { report } from "../problem/catalogue.js";
import {
  describeSystemError,
  failure,
  type Outcome,
  type Place,
  type Problem,
  success,
} from "../problem/problem.js";
import { longestScenario, type ScenarioText } from "../scenario/read/read-scenarios.js";
import { suggest } from "../text/words.js";
import { readNamedFile } from "./read-named-file.js";

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
  if (existsSync(name)) return readScenarioFile(name);
  const known = listBuiltIn();
  return known.includes(name)
    ? readScenarioFile(relative(".", join(builtInScenarios, `${name}${extension}`)))
    : failure([report("unknown-scenario", { name, known, suggestion: suggest(name, known) })]);
}

const readScenarioFile = (path: string): Outcome<ScenarioText> =>
  readText(path, {
    // In UTF-8 no character has more bytes.
    bytes: 3 * longestScenario,
    report: (place) => report("scenario-too-long", { limit: longestScenario }, place),
  });

/** The text of a trace. */
export const readTraceFile = (path: string): Outcome<ScenarioText> =>
  readText(path, {
    // Far more than a trace of a day needs.
    bytes: 256 * 2 ** 20,
    report: (place) => report("file-unreadable", { reason: "it has more than 256 MiB" }, place),
  });

/** How much of a file is read, and what is said of one that has more. */
interface Limit {
  readonly bytes: number;
  readonly report: (place: Place) => Problem;
}

/** Reads a file that the user named, as UTF-8. */
function readText(path: string, limit: Limit): Outcome<ScenarioText> {
  const place = { file: path, pointer: "" };
  try {
    const bytes = readNamedFile(path, limit.bytes);
    if (!bytes) return failure([limit.report(place)]);
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return success({ file: path, text });
  } catch (error) {
    if (error instanceof TypeError)
      return failure([report("not-utf8", { detail: "some of its bytes are no characters" }, place)]);
    return failure([report("file-unreadable", { reason: describeSystemError(error) }, place)]);
  }
}
