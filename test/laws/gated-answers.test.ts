import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import { formatRelease } from "../../generator/base/time/release.js";
import type { Problem } from "../../templates/copied/validators/results.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import {
  findEvent,
  interpret,
  buildSnapshotView,
  buildPossibleView,
  type Accepts,
} from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, listEvents, itHolds, listReleases, type Scenario } from "./fleets/scenarios.js";

/** Law: a gated answer is valid exactly if the shop's release accepts it. */
describe("a gated answer to a shop of one release passes exactly if that release's snapshot accepts it", () => {
  itHolds({
    law: "gated answers",
    documents: [10, 5],
    realFleets: 2,
    runs: 250,
    leastDocuments: 4000,
    check: gatedAgrees,
  });
});

interface Question {
  readonly event: string;
  readonly version: string;
  readonly accepts: Accepts;
  readonly emitted: Emitted;
}

async function gatedAgrees(scenario: Scenario, count: Count): Promise<void> {
  const { model, fleet, draw, documents } = scenario;
  const emitted = await emitInProcess(buildPossibleView(model, fleet, "gated"), model);
  for (const release of listReleases(fleet)) {
    const snapshot = buildSnapshotView(model, release);
    for (const { event, releases } of listEvents(model, fleet)) {
      const known = findEvent(snapshot, event.name);
      if (!known) {
        checkUnsupported(event.name, formatRelease(release), emitted);
        continue;
      }
      const accepts = interpret(known.response, "response");
      const question = { event: event.name, version: formatRelease(release), accepts, emitted };
      for (const document of drawDocuments(draw, event.response, releases, documents)) {
        count.documents += 1;
        checkReject(question, document);
        checkOmit(question, document);
      }
    }
  }
}

/** If the event does not exist in the release, every answer is invalid, and the problem says so. */
function checkUnsupported(event: string, version: string, { validateResponse }: Emitted): void {
  for (const unsupported of ["reject", "omit"] as const) {
    const result = validateResponse(event, {}, { version, unsupported });
    const codes = result.ok ? [] : result.problems.map(({ code }) => code);
    if (!isDeepStrictEqual(codes, ["unsupported-event"]))
      fail("an event that the shop does not have", { event, version, unsupported, result });
  }
}

function checkReject({ event, version, accepts, emitted }: Question, document: unknown): void {
  const fits = accepts(document);
  const result = emitted.validateResponse(event, document, { version });
  if (result.ok !== fits)
    fail("the gated check is not the snapshot's", { event, version, fits, document, result });
}

/** The rest is valid, omitting twice changes nothing, and each removed part is in the report. */
function checkOmit({ event, version, accepts, emitted }: Question, document: unknown): void {
  const options = { version, unsupported: "omit" } as const;
  const before = JSON.stringify(document);
  const once = emitted.validateResponse(event, document, options);
  const facts = { event, ...options, document, once };
  if (JSON.stringify(document) !== before) fail("the handler's own answer was changed", facts);
  if (!once.ok) return accepts(document) ? fail("what fits was refused", facts) : undefined;
  if (!accepts(once.value)) fail("the shop does not take what is left", facts);
  const twice = emitted.validateResponse(event, once.value, options);
  const steady = twice.ok && isDeepStrictEqual(twice.value, once.value) && (twice.omitted ?? []).length === 0;
  if (!steady) fail("leaving out twice changes something", facts);
  const named = leaveOut(document, once.omitted ?? []);
  if (!isDeepStrictEqual(named, once.value)) fail("something was left out silently", facts);
}

const leaveOut = (document: unknown, omitted: readonly Problem[]): unknown =>
  keep(document, new Set(omitted.map(({ path }) => path)), "");

function keep(value: unknown, gone: ReadonlySet<string>, here: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const parts = Object.entries(value).flatMap(([key, part]) => {
    const place = `${here}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    return gone.has(place) ? [] : [[key, keep(part, gone, place)] as const];
  });
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
