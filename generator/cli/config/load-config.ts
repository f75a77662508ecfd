import { readFileSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
import type { Config } from "../../config.js";
import { report } from "../../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, type Problem } from "../../problem/problem.js";
import { locateProblems } from "../../spec/read/json-text.js";
import { parseSource } from "../../spec/read/parse-source.js";
import { isObject } from "../../json.js";
import { checkConfig } from "./check-config.js";
import { packageKey } from "./find-config.js";

/** A config, and where it comes from. */
export interface LoadedConfig {
  readonly config: Outcome<Config>;
  /** The folder that its paths are relative to. */
  readonly folder: string;
  /** Every file that it was made of. */
  readonly files: readonly string[];
  /** Whether it is code, which can give something else at another time. */
  readonly isCode: boolean;
}

/** Reads a config: of JSON as it stands, of code by running it. */
export async function loadConfig(path: string): Promise<LoadedConfig> {
  const folder = dirname(path);
  const isCode = !path.endsWith(".json");
  const reason = findObstacle(path);
  if (reason !== undefined)
    return {
      config: failure([report("config-unreadable", { path, reason })]),
      folder,
      files: [path],
      isCode,
    };
  if (path.endsWith(".json")) return { config: readJson(path), folder, files: [path], isCode: false };
  // Heavy: only for those who have such a config.
  const { loadModule } = await import("./load-module.js");
  const loaded = loadModule(path);
  const config = loaded.ok ? checkConfig(loaded.value.value, { file: path, pointer: "" }) : loaded;
  return { config, folder, files: loaded.files, isCode: true };
}

/** In bytes. */
const largest = 5_000_000;

/** Why a file is none to read: a pipe, for one, would be waited for. */
function findObstacle(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status) return "it does not exist";
  if (!status.isFile()) return "it is no regular file";
  return status.size > largest ? `it is larger than ${largest} bytes` : undefined;
}

function readJson(path: string): Outcome<Config> {
  const inPackage = basename(path) === "package.json";
  const locate = (problems: readonly Problem[], text: string) =>
    failure(locateProblems(problems, [{ path, text }]));
  try {
    const text = readFileSync(path, "utf8");
    const parsed = parseSource({ path, text });
    if (!parsed.ok) return locate(parsed.problems, text);
    const { value } = parsed.value;
    const own = inPackage && isObject(value) ? value[packageKey] : value;
    const config = checkConfig(own, { file: path, pointer: inPackage ? `/${packageKey}` : "" });
    return config.ok ? config : locate(config.problems, text);
  } catch (error) {
    return failure([report("config-unreadable", { path, reason: describeSystemError(error) })]);
  }
}
