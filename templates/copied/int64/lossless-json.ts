import { toBigints, type Int64Paths } from "./int64-paths.js";

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
  return {
    parse(text, event) {
      const body = readJson(text);
      const own = Object.hasOwn(roots, event) ? roots[event] : undefined;
      const root = isObject(body) && isErrorReport(body) ? errorReport : own;
      return root === undefined ? body : toBigints(body, { object: root }, objects);
    },
    stringify: (answer) => writeJson(answer),
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Reads JSON. An integer that a number cannot represent exactly becomes a bigint.
 * @throws SyntaxError if the text is not JSON, or has an integer of more than 1000 digits.
 */
export function readJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  return sixteenDigits.test(text) ? (readMarked(text) ?? value) : value;
}

/** Every integer beyond 2^53 - 1 has at least 16 digits. */
const sixteenDigits = /\d{16}/;

/** Reading a million digits takes half a second, and no shop sends them. */
const maxDigits = 1000;

const numbers = /-?\d[\d.eE+-]*/g;

/**
 * Reads a text after turning its large integers into strings with a random mark, which no sender can know; undefined if
 * it has no large integers.
 */
function readMarked(text: string): unknown {
  const mark = crypto.randomUUID();
  const marked = replaceOutsideStrings(text, (part) =>
    part.replace(numbers, (token) => {
      if (!isLargeInteger(token)) return token;
      if (token.length > maxDigits) throw new SyntaxError("an integer has too many digits");
      return `"${mark}${token}"`;
    }),
  );
  return marked === text ? undefined : unmark(JSON.parse(marked), mark);
}

function isLargeInteger(token: string): boolean {
  return token.length >= 16 && /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token));
}

/** For valid JSON. One regular expression for all of it would run out of stack on a long string. */
function replaceOutsideStrings(text: string, replace: (part: string) => string): string {
  let result = "";
  let start = 0;
  for (let quote = text.indexOf('"'); quote !== -1; quote = text.indexOf('"', start)) {
    const end = findStringEnd(text, quote);
    result += replace(text.slice(start, quote)) + text.slice(quote, end);
    start = end;
  }
  return result + replace(text.slice(start));
}

function findStringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, index: number): boolean {
  let before = index;
  while (text[before - 1] === "\\") before -= 1;
  return (index - before) % 2 === 1;
}

/** Not a reviver, which would run out of stack on values that JSON.parse can read. Changes the value in place. */
function unmark(value: unknown, mark: string): unknown {
  const root = { value };
  const containers: object[] = [root];
  for (let each = containers.pop(); each !== undefined; each = containers.pop()) {
    const parts = each as Record<string | number, unknown>;
    // Not Object.keys for lists: it would make a string of each index.
    const keys = Array.isArray(each) ? each.keys() : Object.keys(each);
    for (const key of keys) {
      const part = parts[key];
      if (typeof part === "string" && part.startsWith(mark)) parts[key] = BigInt(part.slice(mark.length));
      if (typeof part === "object" && part !== null) containers.push(part);
    }
  }
  return root.value;
}

/** Writes JSON, with every bigint as a number of all its digits. */
export function writeJson(value: unknown): string {
  let mark: string | undefined;
  const text = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, part: unknown) {
    // If some library has added a toJSON to BigInt, `part` is a string already.
    const integer = typeof part === "bigint" ? part : this[key];
    if (typeof integer !== "bigint") return part;
    const number = Number(integer);
    if (Number.isSafeInteger(number)) return number;
    mark ??= crypto.randomUUID();
    return mark + String(integer);
  });
  return mark === undefined ? text : text.replaceAll(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}
