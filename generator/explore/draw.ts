import * as fc from "fast-check";
import type { JsonObject } from "../json.js";
import { defined } from "../spec/values.js";
import { settings } from "../till/api/settings.js";
import type { Fault } from "../till/api/till.js";
import { listParts } from "./legal.js";
import type { Pool } from "./pool.js";
import type { Walk } from "./walk.js";

/** Draws walks, and makes them smaller. This file is the one door to the package `fast-check`. */
export interface Draws {
  /** A walk: the same one for the same seed. */
  readonly draw: (seed: number) => Walk;
  /** Tries smaller and smaller walks out, as long as they fail. */
  readonly shrink: (walk: Walk, fails: (walk: Walk) => Promise<boolean>) => Promise<void>;
}

/**
 * An act says by numbers what is to be done, such as "the second option, if a dialog is open". So whatever is left out of a walk, the
 * rest of it can still be done; fast-check's own commands are drawn against a model of the state, which only the receiver has.
 */
export function createDraws(pool: Pool, releases: readonly (string | undefined)[]): Draws {
  const { templates, pollable } = pool;
  const events = [...new Set(templates.map(({ event }) => event))];
  const apart = events.filter(({ echoes }) => echoes.length === 0);
  const setUps: Walk["events"] = [
    ...apart.map(({ name }) => [name, { blocking: false }] as const),
    ...events.map(({ name }) => [name, { blocking: true }] as const),
    ...pollable.map((name) => [name, { blocking: true, polling: true }] as const),
  ];
  const walks: fc.Arbitrary<Walk> = fc.record({
    acts: fc.array(drawAct(pool), { maxLength: 30, size: "max" }),
    release: fc.constantFrom(...releases),
    settings: fc.subarray([...unusualSettings], { maxLength: 4 }),
    events: fc.subarray([...setUps]),
  });
  return {
    draw: (seed) => defined(fc.sample(walks, { seed, numRuns: 1, unbiased: true })[0], "a sample has one"),
    shrink: async (walk, fails) => {
      let smallest = walk;
      const attempt = async (candidate: Walk): Promise<void> => {
        if (await fails(candidate)) smallest = candidate;
      };
      // What makes a walk shorter goes first: fast-check would look at each act in turn.
      await attempt({ ...walk, events: [], settings: [] });
      for (let at = walk.acts.length - 1; at >= 0; at -= 1)
        await attempt({ ...smallest, acts: smallest.acts.filter((_, index) => index !== at) });
      let next: fc.Value<Walk> | undefined = new fc.Value(smallest, undefined);
      while (next) next = await findFirst(walks.shrink(next.value, next.context), fails);
    },
  };
}

async function findFirst(walks: Iterable<fc.Value<Walk>>, fails: (walk: Walk) => Promise<boolean>) {
  for (const walk of walks) if (await fails(walk.value)) return walk;
  return undefined;
}

function drawAct({ templates }: Pool): fc.Arbitrary<Walk["acts"][number]> {
  const events = templates.map((template) =>
    fc.record({
      kind: fc.constant("event" as const),
      template: fc.constant(template),
      kept: fc.subarray([...listParts(template)]),
      changes: fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 2 }),
      fault: fc.constantFrom(...faults),
    }),
  );
  const picks = fc.array(fc.nat(99), { minLength: 1, maxLength: 4 });
  const waits = ["2s", "2s", "10s", "1m"].map((wait) => ({ wait }));
  const step = fc.constantFrom<JsonObject[]>(...waits, { cancel: null }, { cancel: null });
  return fc.oneof(
    { weight: 25, arbitrary: fc.oneof(...events) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("again" as const), nth: fc.nat(4) }) },
    { weight: 8, arbitrary: fc.record({ kind: fc.constant("answer" as const), picks }) },
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("step" as const), step }) },
  );
}

/** How often each comes; `slow` takes real time. */
const faults = Object.entries({ none: 150, twice: 15, newer: 10, late: 10, gone: 5, slow: 1 }).flatMap(
  ([fault, times]) => Array.from({ length: times }, () => fault as Fault | "none"),
);

/**
 * What a till may be set to. Left out is what only takes time, the address to call, which few receivers could reach, and the signature
 * of refusals, which hides what is refused.
 */
const unusualSettings = Object.entries(settings)
  .filter(([name]) => !/^(?:answerDeadline|pollEvery|callback|refusalsMustBeSigned)$/.test(name))
  .flatMap(([name, { values }]) => values.slice(1).map((value: unknown) => [name, value] as const));
