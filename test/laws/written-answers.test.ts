import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import type { View } from "../../generator/contract/view/view.js";
import { createInt64Json } from "../workbench/int64-json.js";
import { toShop } from "../../templates/copied/validators/results.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import { buildViewIfPossible, findEvent } from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

/**
 * Law: what an answer is written as in one pass is the answer, and the validator takes it for that shop. Once it was checked
 * as a whole, every answer is written.
 */
describe("an answer that is written in one pass is one that the validator takes", () => {
  for (const mode of ["gated", "safe"] as const) {
    itHolds({
      law: `written, ${mode}`,
      documents: [40, 40],
      runs: 400,
      leastDocuments: 50_000,
      check: async (scenario, count) => {
        const view = buildViewIfPossible(scenario.model, scenario.fleet, mode);
        if (view) writeEach(scenario, view, await emitInProcess(view, scenario.model), count);
      },
    });
  }
});

describe("64-bit integers are written in all their digits where they are bigints", () => {
  itHolds({
    law: "written, bigint",
    documents: [20, 20],
    realFleets: 1,
    runs: 50,
    leastDocuments: 1000,
    check: writeBigints,
  });
});

function writeEach(scenario: Scenario, view: View, emitted: Emitted, count: Count): void {
  const { model, fleet, draw, documents } = scenario;
  for (const { event, releases } of listEvents(model, fleet)) {
    const known = findEvent(view, event.name);
    if (!known) continue;
    for (const document of drawDocuments(draw, event.response, releases, documents)) {
      count.documents += 1;
      for (const release of [undefined, ...listReleases(fleet)])
        compare(event.name, document, release === undefined ? undefined : formatRelease(release), emitted);
      compareSettled(
        event.name,
        document,
        emitted.accepts(known.response.name, document, { any: true }),
        emitted,
      );
    }
  }
}

/** It may give up, but what it writes is valid, and the whole of the answer. */
function compare(event: string, answer: unknown, version: string | undefined, emitted: Emitted): void {
  const text = emitted.writeResponse(event, answer, toShop(version, emitted.fleet));
  const result = emitted.validateResponse(event, answer, { version });
  const facts = { event, version, answer, text };
  if (text === undefined) return;
  if (!result.ok) fail("what is refused was written", facts);
  if (!isDeepStrictEqual(JSON.parse(text), answer)) fail("something else was written", facts);
}

function compareSettled(event: string, answer: unknown, isValid: boolean, emitted: Emitted): void {
  const text = emitted.writeResponse(event, answer, settled);
  const facts = { event, answer, isValid, text };
  if (isValid !== (text !== undefined))
    fail("an answer is written that is refused, or the other way round", facts);
  if (text !== undefined && !isDeepStrictEqual(JSON.parse(text), answer))
    fail("something else was written", facts);
}

/** How an answer is written that was copied and checked as a whole. */
const settled = { any: true, settled: true } as const;

async function writeBigints({ model, fleet, draw, documents }: Scenario, count: Count): Promise<void> {
  const view = buildViewIfPossible(model, fleet, "gated", "bigint");
  // One name for two types is refused.
  if (!view) return;
  const emitted = await emitInProcess(view, model);
  const { responses: json } = createInt64Json(view);
  for (const { event, releases } of listEvents(model, fleet)) {
    for (const document of drawDocuments(draw, event.response, releases, documents)) {
      const given = JSON.stringify(document);
      // A number may be as large as a double can be; an integer of so many digits is no number here.
      if (/\d{16}/.test(given)) continue;
      const answer = json.parse(given, event.name);
      const result = emitted.validateResponse(event.name, answer);
      if (!result.ok) continue;
      count.documents += 1;
      const text = emitted.writeResponse(event.name, answer, settled) ?? "";
      const facts = { event: event.name, given, text };
      if (text === "" || !isDeepStrictEqual(JSON.parse(text), document))
        fail("something else was written", facts);
      const early = emitted.writeResponse(event.name, answer, toShop(undefined, emitted.fleet));
      if (early !== undefined && early !== text) fail("it was written in another way", { ...facts, early });
    }
  }
}
