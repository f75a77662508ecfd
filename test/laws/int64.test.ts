import { describe } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import type { LosslessJson } from "../../templates/copied/int64/lossless-json.js";
import { createInt64Json } from "../workbench/int64-json.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import { buildViewIfPossible } from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

const responseModes = ["safe", "gated"] as const;

/** Law: whether 64-bit integers are numbers or bigints changes neither which JSON is valid nor how it is written. */
describe("however 64-bit integers are held, the same JSON is valid, and comes out as it went in", () => {
  itHolds({
    law: "int64, bigint",
    documents: [10, 5],
    realFleets: 1,
    runs: 12,
    leastDocuments: 100,
    check: agree,
  });
});

async function agree(scenario: Scenario, count: Count): Promise<void> {
  for (const mode of responseModes) {
    const plain = buildViewIfPossible(scenario.model, scenario.fleet, mode);
    if (!plain) continue;
    const view = buildViewIfPossible(scenario.model, scenario.fleet, mode, "bigint");
    // One name for two types is refused, and that it is has a test of its own.
    if (!view) continue;
    const emitted = {
      plain: await emitInProcess(plain, scenario.model),
      held: await emitInProcess(view, scenario.model),
    };
    compareAll(scenario, { ...emitted, ...createInt64Json(view) }, count);
  }
}

interface Outputs extends Record<"requests" | "responses", LosslessJson> {
  readonly plain: Emitted;
  readonly held: Emitted;
}

function compareAll({ model, fleet, draw, documents }: Scenario, outputs: Outputs, count: Count): void {
  const versions = [undefined, ...listReleases(fleet).slice(0, 3).map(formatRelease)];
  for (const { event, releases } of listEvents(model, fleet)) {
    const { name } = event;
    const requests = drawDocuments(draw, event.request, releases, documents);
    const responses = drawDocuments(draw, event.response, releases, documents);
    const checks: readonly Comparison[] = [
      { side: "requests", check: (emitted, body) => emitted.validateRequest(name, body) },
      ...versions.map((version): Comparison => ({
        side: "responses",
        check: (emitted, body) => emitted.validateResponse(name, body, { version }),
      })),
    ];
    for (const check of checks) compare(outputs, name, check, { requests, responses });
    count.documents += requests.length + responses.length;
  }
}

interface Comparison {
  readonly side: "requests" | "responses";
  readonly check: (emitted: Emitted, body: unknown) => { readonly ok: boolean };
}

function compare(
  outputs: Outputs,
  event: string,
  { side, check }: Comparison,
  documents: Readonly<Record<Comparison["side"], readonly unknown[]>>,
): void {
  for (const document of documents[side]) {
    const text = JSON.stringify(document);
    // A number may be as large as a double can be; an integer of so many digits is no number here.
    if (/\d{16}/.test(text)) continue;
    const body = outputs[side].parse(text, event);
    const [plain, held] = [check(outputs.plain, document), check(outputs.held, body)];
    if (plain.ok !== held.ok) fail("the modes do not agree", { event, side, document, plain, held });
    if (!plain.ok) continue;
    const written = outputs[side].stringify(body, event);
    if (written !== text) fail("what is written is not what was read", { event, side, text, written });
  }
}
