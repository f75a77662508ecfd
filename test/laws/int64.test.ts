import { describe, it } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import { findInt64Paths } from "../../generator/targets/receiver/int64.js";
import { holdInt64 } from "../../generator/view/int64.js";
import type { Held, ResponseMode, View } from "../../generator/view/view.js";
import { createLosslessJson, type LosslessJson } from "../../templates/int64/lossless-json.js";
import { emitInProcess, type Emitted } from "./emitted.js";
import { viewOf } from "./interpreted.js";
import { fail, hold, holdEach, type Count } from "./run.js";
import { drawDocuments, eventsIn, realWorlds, releasesIn, worlds, type World } from "./worlds.js";

const responseModes = ["safe", "gated"] as const;

describe("law 7: however 64-bit integers are held, the same JSON is valid, and comes out as it went in", () => {
  for (const held of ["bigint", "string"] as const) {
    it(`in generated specs, as ${held}`, () =>
      hold({
        law: `law 7, ${held}`,
        values: worlds(10),
        runs: 12,
        leastDocuments: 100,
        check: (world, count) => agree(world, held, count),
      }));

    it(`in the real spec, as ${held}`, () =>
      holdEach(`law 7, real spec, ${held}`, realWorlds(5, 1), (world, count) => agree(world, held, count)));
  }
});

async function agree(world: World, held: Held, count: Count): Promise<void> {
  for (const mode of responseModes) {
    const plain = viewOrNone(world, mode);
    if (!plain) continue;
    const view = holdInt64(plain, held);
    // A text beside an integer is refused, and that it is has a test of its own.
    if (!view.ok) continue;
    const emitted = {
      plain: await emitInProcess(plain, world.model),
      held: await emitInProcess(view.value, world.model),
    };
    compareAll(world, { ...emitted, ...jsonOf(view.value, held) }, count);
  }
}

/** No view, where an event cannot be answered safely. */
function viewOrNone({ model, fleet }: World, mode: ResponseMode): View | undefined {
  try {
    return viewOf(model, fleet, mode);
  } catch {
    return undefined;
  }
}

/** What reads and writes requests, and the same for answers. */
function jsonOf(view: View, held: Held): Record<"requests" | "responses", LosslessJson> {
  const { requests, responses } = findInt64Paths(view);
  const jsonAt = (places: typeof requests): LosslessJson =>
    createLosslessJson({
      held,
      requests: places,
      ...(held === "string" && { responses: places }),
      isErrorReport: () => false,
    });
  return { requests: jsonAt(requests), responses: jsonAt(responses) };
}

interface Outputs extends Record<"requests" | "responses", LosslessJson> {
  readonly plain: Emitted;
  readonly held: Emitted;
}

function compareAll({ model, fleet, draw, documents }: World, outputs: Outputs, count: Count): void {
  const versions = [undefined, ...releasesIn(fleet).slice(0, 3).map(formatRelease)];
  for (const { event, steps } of eventsIn(model, fleet)) {
    const { name } = event;
    const requests = drawDocuments(draw, event.request, steps, documents);
    const responses = drawDocuments(draw, event.response, steps, documents);
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
