import { isDeepStrictEqual } from "node:util";
import { splitPointer } from "../../../generator/contract/read/pointer.js";
import type { Result } from "../../../templates/copied/validators/results.js";
import { leftOut, update, type JsonPath } from "../../workbench/json-paths.js";

export interface Judged {
  readonly document: unknown;
  readonly ours: Result<unknown>;
  readonly check: (document: unknown) => Result<unknown>;
  /** The schema's verdict on any value instead of the body. */
  readonly fits: (value: unknown) => boolean;
}

export interface Difference {
  readonly name: string;
  /** Undefined: every engine. */
  readonly engine?: string;
  readonly explains: (judged: Judged) => boolean;
}

/** Cases that the schema rejects and our validators accept. */
export const refusedOnly: readonly Difference[] = [
  {
    name: "a null in the place of an absent property",
    // Tills send null for missing values; our validators omit and report it.
    explains: (judged) => listCodes(judged).every((code) => code === "null") && fitsWithoutLeftOut(judged),
  },
  {
    name: "a value that does not fit where nothing is documented",
    // Undocumented parts cause no rejection: our validators omit and report them.
    explains: (judged) => listCodes(judged).some((code) => code !== "null") && fitsWithoutLeftOut(judged),
  },
  {
    name: "properties of an object that stand in its holder",
    // They have been seen there; our validators move them into their object.
    explains: (judged) => {
      const { ours, fits } = judged;
      if (!ours.ok || fitsWithoutLeftOut(judged)) return false;
      return !isDeepStrictEqual(onWire(ours.value), withoutLeftOut(judged)) && fits(onWire(ours.value));
    },
  },
];

/** Cases that our validators reject and the schema accepts. */
export const acceptedOnly: readonly Difference[] = [
  {
    name: "an integer that JavaScript cannot hold",
    // A schema accepts any integer; our validators reject one that would lose digits.
    explains: ({ ours, document, check }) =>
      !ours.ok &&
      ours.problems.every(({ code }) => code === "unsafe-integer") &&
      check(withSmallIntegers(document)).ok,
  },
  {
    name: "a uuid with its scheme",
    // ajv-formats accepts `urn:uuid:` before a UUID; the POS expects the bare form.
    engine: "ajv",
    explains: ({ ours, document, check }) =>
      !ours.ok &&
      ours.problems.some(({ code }) => code === "wrong-format") &&
      // A document may have both.
      check(withSmallIntegers(withoutScheme(document))).ok,
  },
];

export const onWire = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

const listCodes = ({ ours }: Judged): readonly string[] =>
  ours.ok ? (ours.leftOut ?? []).map(({ code }) => code) : [];

function fitsWithoutLeftOut(judged: Judged): boolean {
  return listCodes(judged).length > 0 && judged.fits(withoutLeftOut(judged));
}

function withoutLeftOut({ document, ours }: Judged): unknown {
  const pointers = ours.ok ? (ours.leftOut ?? []).map(({ path }) => path) : [];
  return pointers.reduce((rest, pointer) => update(rest, toPath(rest, pointer), () => leftOut), document);
}

/** Numbers are list items. */
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
  JSON.parse(JSON.stringify(document).replaceAll(/"urn:uuid:/gi, '"'));
