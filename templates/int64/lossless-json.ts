import { replaceInt64, type Int64Paths, type Replacement } from "./int64-paths.js";
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
  /** Writes a valid answer: its 64-bit integers, and every bigint, as JSON numbers. */
  stringify(answer: unknown, event: string): string;
}

/** How 64-bit integers are represented, and the paths to them. */
export interface LosslessJsonOptions {
  readonly held: "bigint" | "string";
  readonly requests: Int64Paths;
  /** Left out for bigints, which are recognised by their type. */
  readonly responses?: Int64Paths;
  readonly isErrorReport: (body: Readonly<Record<string, unknown>>) => boolean;
}

/** Creates the reader and the writer of bodies whose 64-bit integers are bigints or strings. */
export function createLosslessJson({
  held,
  requests,
  responses,
  isErrorReport,
}: LosslessJsonOptions): LosslessJson {
  const replace = held === "bigint" ? toBigint : toDigits;
  return {
    parse(text, event) {
      const body = readJson(text);
      const isReport = isObject(body) && isErrorReport(body);
      return replaceAt(isReport ? requests.errorReport : getRoot(requests, event), body, {
        objects: requests.objects,
        replace,
      });
    },
    stringify(answer, event) {
      if (responses === undefined) return writeJson(answer);
      const root = getRoot(responses, event);
      return writeJson(replaceAt(root, answer, { objects: responses.objects, replace: fromDigits }));
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function getRoot({ roots }: Int64Paths, event: string): string | undefined {
  return Object.hasOwn(roots, event) ? roots[event] : undefined;
}

function replaceAt(root: string | undefined, value: unknown, replacement: Replacement): unknown {
  return root === undefined ? value : replaceInt64(value, { object: root }, replacement);
}

/** Any other value stays as it is: the validator reports it. */
function toBigint(value: unknown): unknown {
  return Number.isSafeInteger(value) ? BigInt(value as number) : value;
}

/** A JSON string is not an integer, even if it has digits: it becomes an object, which the validator refuses. */
function toDigits(value: unknown): unknown {
  if (typeof value === "string") return Object(value);
  return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : value;
}

function fromDigits(value: unknown): unknown {
  return typeof value === "string" ? BigInt(value) : value;
}
