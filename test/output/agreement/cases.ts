import type { Release } from "../../../generator/time/release.js";
import { fromSeed, oneOf, type Draw } from "../../workbench/draw.js";
import { exactly, type Range } from "../../workbench/emit.js";
import { listPaths } from "../../workbench/json-paths.js";
import { seed } from "../../workbench/seed.js";
import type { ExampleBody } from "../validators/bodies.js";
import type { Body } from "../validators/contract.js";
import { edits, type EditName } from "../validators/edits.js";

/** Fleets of one release each, from the whole life of the contract: what two readers of it are compared at. */
export const fleets: readonly Range[] = ["11.3", "40", "48", "59", "59.4.2"].map(exactly);

/** A document that two readers must judge alike. */
export interface Case {
  readonly event: string;
  readonly body: Body;
  readonly document: unknown;
  /** What was done to the sound one, in order. */
  readonly done: readonly EditName[];
}

/** A body to start from. */
export type Start = Pick<ExampleBody, "event" | "body" | "document"> & { readonly release?: Release };

/** Each body as it is, and so many times spoilt. The same every time, unless `MPLUS_SEED` says otherwise. */
export function* listCases(bodies: readonly Start[], mutations: number): Generator<Case> {
  const draw = fromSeed(seed);
  for (const { event, body, document } of bodies) {
    yield { event, body, document, done: [] };
    for (let count = 0; count < mutations; count++) yield spoil({ event, body, document, done: [] }, draw);
  }
}

const names = Object.keys(edits) as EditName[];

/** Does one to three things to a document, the later ones to what came of the earlier. */
function spoil(sound: Case, draw: Draw): Case {
  const steps = 1 + draw.below(3);
  return Array.from({ length: steps }).reduce<Case>((before) => {
    const edit = oneOf(draw, names);
    const path = oneOf(draw, listPaths(before.document));
    return { ...before, document: edits[edit](before.document, path), done: [...before.done, edit] };
  }, sound);
}
