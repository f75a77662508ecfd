import { isDeepStrictEqual } from "node:util";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import type { Result } from "../../../templates/copied/validators/results.js";
import { leftOut, update, type JsonPath } from "../../workbench/json-paths.js";

/** What both say of one body. */
export interface Judged {
  /** The body as the schema has it. */
  readonly document: unknown;
  readonly ours: Result<unknown>;
  /** What our validators say of another body in its place. */
  readonly check: (document: unknown) => Result<unknown>;
  /** What the schema says of any value in the place of the body. */
  readonly fits: (value: unknown) => boolean;
}

/** A difference of verdicts that is meant. */
export interface Difference {
  readonly name: string;
  /** The engine that has it; undefined if each has. */
  readonly engine?: string;
  /** Whether this alone makes the difference. */
  readonly explains: (judged: Judged) => boolean;
}

/** Where the schema refuses what our validators accept. */
export const refusedOnly: readonly Difference[] = [
  {
    name: "a null in the place of an absent property",
    // Tills send it where nothing is meant; our validators leave it out, and say so.
    explains: (judged) => listCodes(judged).every((code) => code === "null") && fitsWithoutLeftOut(judged),
  },
  {
    name: "a value that does not fit where nothing is documented",
    // What no page documents refuses no request: our validators leave it out, and say so.
    explains: (judged) => listCodes(judged).some((code) => code !== "null") && fitsWithoutLeftOut(judged),
  },
  {
    name: "properties of an object that stand in its holder",
    // They were seen there; our validators move them to their place.
    explains: (judged) => {
      const { ours, fits } = judged;
      if (!ours.ok || fitsWithoutLeftOut(judged)) return false;
      return !isDeepStrictEqual(onWire(ours.value), withoutLeftOut(judged)) && fits(onWire(ours.value));
    },
  },
];

/** Where our validators refuse what the schema accepts. */
export const acceptedOnly: readonly Difference[] = [
  {
    name: "an integer that JavaScript cannot hold",
    // A schema takes any integer; our validators refuse one whose last digits would be lost.
    explains: ({ ours, document, check }) =>
      !ours.ok &&
      ours.problems.every(({ code }) => code === "unsafe-integer") &&
      check(withSmallIntegers(document)).ok,
  },
  {
    name: "a uuid with its scheme",
    // ajv-formats takes `urn:uuid:` before a uuid; the POS reads the bare form.
    engine: "ajv",
    explains: ({ ours, document, check }) =>
      !ours.ok &&
      ours.problems.some(({ code }) => code === "wrong-format") &&
      // A document may have both.
      check(withSmallIntegers(withoutScheme(document))).ok,
  },
];

/** What our validators give a handler, as it would go over the wire. */
export const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const listCodes = ({ ours }: Judged): readonly string[] =>
  ours.ok ? (ours.leftOut ?? []).map(({ code }) => code) : [];

function fitsWithoutLeftOut(judged: Judged): boolean {
  return listCodes(judged).length > 0 && judged.fits(withoutLeftOut(judged));
}

/** Without the parts that our validators report to have left out, and otherwise as it came. */
function withoutLeftOut({ document, ours }: Judged): unknown {
  const pointers = ours.ok ? (ours.leftOut ?? []).map(({ path }) => path) : [];
  return pointers.reduce((rest, pointer) => update(rest, toPath(rest, pointer), () => leftOut), document);
}

/** A JSON Pointer as a path; that of an item of a list is a number. */
function toPath(document: unknown, pointer: string): JsonPath {
  let at = document;
  return splitPointer(pointer).map((name) => {
    const key = Array.isArray(at) ? Number(name) : name;
    at = (at as Readonly<Record<string | number, unknown>>)[key];
    return key;
  });
}

const withSmallIntegers = (document: unknown): unknown =>
  JSON.parse(
    JSON.stringify(document, (_, value: unknown) =>
      Number.isInteger(value) && !Number.isSafeInteger(value) ? 1 : value,
    ),
  );

const withoutScheme = (document: unknown): unknown =>
  JSON.parse(JSON.stringify(document).replaceAll('"urn:uuid:', '"'));
