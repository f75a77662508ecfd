import { isDeepStrictEqual } from "node:util";
import { listPaths } from "../../workbench/json-paths.js";
import type { Case } from "./cases.js";

export interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
}

export interface Verdicts {
  readonly ours: { readonly ok: boolean; readonly value?: unknown };
  readonly zods: { readonly ok: boolean; readonly value?: unknown; readonly issues?: readonly Issue[] };
}

export interface Difference {
  readonly name: string;
  readonly explains: (verdicts: Verdicts, about: Case) => boolean;
}

export const agree = ({ ours, zods }: Verdicts): boolean =>
  ours.ok === zods.ok && (!ours.ok || isDeepStrictEqual(ours.value, zods.value));

/** True if both accept the document and read the same value, ignoring `__proto__` properties. */
const agreeOtherwise = ({ ours, zods }: Verdicts): boolean =>
  ours.ok && zods.ok && isDeepStrictEqual(stripOdd(ours.value), stripOdd(zods.value));

function stripOdd(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripOdd);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "__proto__")
      .map(([name, part]) => [name, stripOdd(part)]),
  );
}

const hasName = (document: unknown, name: string): boolean =>
  listPaths(document).some((path) => path.at(-1) === name);

const without = (document: unknown, name: string): unknown =>
  JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === name ? undefined : value)));

const isOlderName = ({ keys = [] }: Issue): boolean =>
  keys.some((key) => ["miminumValue", "requirred", "reqired", "optionel"].includes(key));

/** Each difference must occur: remove those that no longer do. */
export const differences: readonly Difference[] = [
  {
    name: "an unknown property __proto__",
    // Zod never copies it; the validators keep it like any other property, in answers only below a part of any value.
    explains: (verdicts, { document, body }) =>
      hasName(document, "__proto__") &&
      (body !== "response" || !hasName(without(document, "anything"), "__proto__")) &&
      agreeOtherwise(verdicts),
  },
  {
    name: "an older spelling in an answer",
    // Zod accepts only the canonical name, which every author of an answer can use.
    explains: ({ ours, zods }, { body }) =>
      ours.ok && !zods.ok && body === "response" && zods.issues?.some(isOlderName) === true,
  },
];
