import { replaceInt64, type Positions, type Replacement } from "./positions.js";
import { readJson } from "./read-json.js";
import { writeJson } from "./write-json.js";

/** Reads and writes the bodies of events without losing a digit. */
export interface LosslessJson {
  /**
   * Reads a body, with its 64-bit integers as the types have them; what is no such integer is not checked here.
   * A larger integer, or one that nothing describes and no number holds, is a bigint.
   * @throws SyntaxError where the text is not JSON.
   */
  parse(text: string, event: string): unknown;
  /** Writes an answer that is valid: its 64-bit integers, and every bigint, as JSON numbers. */
  stringify(answer: unknown, event: string): string;
}

/** How 64-bit integers are held, and where they stand. */
export interface LosslessJsonOptions {
  readonly held: "bigint" | "string";
  readonly requests: Positions;
  /** Of bigints nobody needs to know where they stand. */
  readonly responses?: Positions;
  readonly isErrorReport: (body: Readonly<Record<string, unknown>>) => boolean;
}

/** Makes the reader and the writer of an output whose 64-bit integers are no numbers. */
export function createLosslessJson({
  held,
  requests,
  responses,
  isErrorReport,
}: LosslessJsonOptions): LosslessJson {
  const hold = held === "bigint" ? toBigint : toDigits;
  return {
    parse(text, event) {
      const body = readJson(text);
      const isReport = isObject(body) && isErrorReport(body);
      return replaceAt(isReport ? requests.errorReport : rootOf(requests, event), body, {
        objects: requests.objects,
        replace: hold,
      });
    },
    stringify(answer, event) {
      if (responses === undefined) return writeJson(answer);
      const root = rootOf(responses, event);
      return writeJson(replaceAt(root, answer, { objects: responses.objects, replace: fromDigits }));
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function rootOf({ roots }: Positions, event: string): string | undefined {
  return Object.hasOwn(roots, event) ? roots[event] : undefined;
}

function replaceAt(root: string | undefined, value: unknown, replacement: Replacement): unknown {
  return root === undefined ? value : replaceInt64(value, { object: root }, replacement);
}

/** What is no integer stays what it is, and the validator says so. */
function toBigint(value: unknown): unknown {
  return Number.isSafeInteger(value) ? BigInt(value as number) : value;
}

/** What was text in the JSON is no integer, although it may look like one: as an object no validator takes it. */
function toDigits(value: unknown): unknown {
  if (typeof value === "string") return Object(value);
  return typeof value === "bigint" || Number.isSafeInteger(value) ? String(value) : value;
}

function fromDigits(value: unknown): unknown {
  return typeof value === "string" ? BigInt(value) : value;
}
