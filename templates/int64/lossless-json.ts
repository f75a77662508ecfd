import { toBigints, type Int64Paths } from "./int64-paths.js";
import { readJson } from "./read-json.js";
import { writeJson } from "./write-json.js";

/** Reads and writes the bodies of events without losing a digit. */
export interface LosslessJson {
  /**
   * Reads a body, with its 64-bit integers as the types have them; they are not checked here. Other integers that are
   * too large for a number become bigints.
   * @throws SyntaxError if the text is not JSON.
   */
  parse(text: string, event: string): unknown;
  /** Writes a valid answer: every bigint as a JSON number. */
  stringify(answer: unknown, event: string): string;
}

/** Creates the reader and the writer of bodies whose 64-bit integers, at these paths, are bigints. */
export function createLosslessJson(
  { roots, errorReport, objects }: Int64Paths,
  isErrorReport: (body: Readonly<Record<string, unknown>>) => boolean,
): LosslessJson {
  const rootOf = (event: string) => (Object.hasOwn(roots, event) ? roots[event] : undefined);
  return {
    parse(text, event) {
      const body = readJson(text);
      const root = isObject(body) && isErrorReport(body) ? errorReport : rootOf(event);
      return root === undefined ? body : toBigints(body, { object: root }, objects);
    },
    stringify: (answer) => writeJson(answer),
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
