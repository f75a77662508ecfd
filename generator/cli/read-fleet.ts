import { basename } from "node:path";
import { report } from "../problem/catalogue.js";
import { describeSystemError, failure, type Outcome, success } from "../problem/problem.js";
import { findNearPath } from "../spec/read/read-spec.js";
import { quote } from "../text/quote.js";
import { parseStamp, stampName, type Stamp } from "../write/stamp.js";
import { readNamedFile } from "./read-named-file.js";

/**
 * A fleet as the command line has it: what was typed, or what a generated folder is for, where that is the path of its
 * stamp.
 */
export function readFleet(text: string): Outcome<string> {
  if (basename(text) !== stampName) return success(text);
  const stamp = readStamp(text);
  if (!stamp.ok) return stamp;
  // All targets of a folder are for the same fleet.
  const [{ minVersion = "", maxVersion = "", versions } = {}] = Object.values(stamp.value.targets);
  return success(versions ?? `${minVersion}..${maxVersion}`);
}

/** No stamp is nearly as long. */
const longestStamp = 2 ** 24;

/** Reads the stamp of a generated folder. */
function readStamp(path: string): Outcome<Stamp> {
  try {
    const bytes = readNamedFile(path, longestStamp);
    return parseStamp(bytes && new TextDecoder().decode(bytes), path);
  } catch (error) {
    const message = `${path} cannot be read: ${describeSystemError(error)}.`;
    const near = findNearPath(path, error);
    return failure([report("usage", { message, hint: near && `Did you mean ${quote(near)}?` })]);
  }
}
