import fc from "fast-check";
import { writeJson } from "../../../templates/int64/write-json.js";
import { listPaths, update } from "../../workbench/json-paths.js";
import { seed } from "../../workbench/seed.js";
import { edits as commonEdits, type Edit } from "../validators/edits.js";

const int64 =
  (value: bigint): Edit =>
  (document, path) =>
    update(document, path, (old) => (typeof old === "number" ? value : old));

/** Also what only a text can hold: integers that no number has. */
const edits: Readonly<Record<string, Edit>> = {
  ...commonEdits,
  "a 64-bit integer": int64(2n ** 53n + 1n),
  "the last 64-bit integer": int64(2n ** 63n - 1n),
  "an integer of 65 bits": int64(2n ** 64n),
};

const steps = fc.array(
  fc.record({ path: fc.nat({ max: 10_000 }), edit: fc.constantFrom(...Object.keys(edits)) }),
  { minLength: 1, maxLength: 2 },
);

/**
 * A document, then so many spoilt ones, as they go over the wire. The same come each time (`MPLUS_SEED`); `place` tells
 * apart those of several documents.
 */
export function spoil(document: unknown, mutations: number, place: number): readonly string[] {
  const ways = fc.sample(steps, { seed: seed + place, numRuns: mutations });
  return [document, ...ways.map((way) => way.reduce(take, document))].map(writeText);
}

function take(document: unknown, { path, edit }: { readonly path: number; readonly edit: string }): unknown {
  const paths = listPaths(document);
  return edits[edit]?.(document, paths[path % paths.length] ?? []);
}

/** JSON has no undefined, and a body that is one would be no text. */
const writeText = (document: unknown): string => (document === undefined ? "null" : writeJson(document));
