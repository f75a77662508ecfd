import type { Release } from "../../../generator/base/time/release.js";
import { scaleAmount, takeSample } from "../../workbench/amount.js";
import { mutate } from "../../laws/documents/mutations.js";
import { fromSeed } from "../../workbench/draw.js";
import { exactly, type Range } from "../../workbench/emit.js";
import { seed } from "../../workbench/seed.js";
import type { ExampleBody } from "../validators/bodies.js";
import type { Body } from "../validators/contract.js";

/**
 * Fleets of one release each, over the contract's whole history. For them, our validators accept exactly what a till of that release sends
 * and accepts, so each export is compared with them.
 */
export const fleets: readonly Range[] = takeSample(["59.4.2", "57", "48", "43.1.1", "11.3"], 4).map(exactly);

export interface Case {
  readonly event: string;
  readonly body: Body;
  readonly document: unknown;
}

export type Start = Pick<ExampleBody, "event" | "body" | "document"> & { readonly release?: Release };

/** Number of mutated documents per body and fleet. */
export const mutations = scaleAmount({ suite: 20, full: 200 });

/** A body from the wire has no object twice. */
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

/** Each body unchanged, then with one to three faults. They are the same every time, unless `MPLUS_SEED` is set. */
export function* listCases(starts: readonly Start[]): Generator<Case> {
  const draw = fromSeed(seed);
  for (const { event, body, document } of starts) {
    yield { event, body, document };
    for (let count = 0; count < mutations; count++)
      yield { event, body, document: asJson(mutate(draw, document, 1 + draw.below(3))) };
  }
}
