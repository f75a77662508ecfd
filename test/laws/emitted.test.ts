import { isDeepStrictEqual } from "node:util";
import { describe } from "vitest";
import { joinPointer } from "../../generator/contract/read/pointer.js";
import { listPaths } from "../workbench/json-paths.js";
import type { Reading } from "../workbench/json-schema.js";
import type { EventView, ObjectView } from "../../generator/contract/view/view.js";
import { emitInProcess, type Emitted } from "./judges/emitted.js";
import { findEvent, interpret, buildViewIfPossible } from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";
import { drawDocuments, itHolds, listEvents, type Scenario } from "./fleets/scenarios.js";

const modes = ["gated", "safe"] as const;

/** Law: the generated validator accepts exactly the documents that ajv accepts by the JSON Schema of the view. */
describe("the schema of a view and the emitted validator agree on every document", () => {
  for (const mode of modes) {
    itHolds({
      law: `emitted, ${mode}`,
      documents: [30, 40],
      runs: 100,
      leastDocuments: 2000,
      check: (scenario, count) => agree(scenario, mode, count),
    });
  }
});

async function agree(scenario: Scenario, mode: "safe" | "gated", count: Count): Promise<void> {
  const view = buildViewIfPossible(scenario.model, scenario.fleet, mode);
  if (!view) return;
  const emitted = await emitInProcess(view, scenario.model);
  for (const { event, releases } of listEvents(scenario.model, scenario.fleet)) {
    const known = findEvent(view, event.name);
    if (!known && mode === "gated") fail("an event of the fleet is missing", { event: event.name });
    // No answer to this event is safe.
    if (!known) continue;
    for (const side of ["request", "response"] as const) {
      const documents = drawDocuments(scenario.draw, event[side], releases, scenario.documents);
      count.documents += documents.length;
      compare({ known, side, emitted }, documents);
    }
  }
  const { errorRequest } = view;
  const accepts = (body: unknown) => emitted.validateErrorRequest(body).ok;
  const { releases } = scenario.fleet;
  const errors = drawDocuments(scenario.draw, scenario.model.errorRequest, releases, scenario.documents);
  compareObject(errorRequest, "request", accepts, errors);
}

interface Sides {
  readonly known: EventView;
  readonly side: "request" | "response";
  readonly emitted: Emitted;
}

/** Compares a gated answer as a whole with the view's type, which accepts what any release accepts. */
function compare({ known, side, emitted }: Sides, documents: readonly unknown[]): void {
  if (side === "response") {
    compareObject(known[side], side, (body) => emitted.mayBeTaken(known.name, body), documents);
    return;
  }
  compareObject(known[side], side, (body) => emitted.validateRequest(known.name, body).ok, documents);
  for (const document of documents) checkReading(known.name, document, emitted);
}

/** Reading changes nothing that it is given, and twice is once. A refused request has one problem, at a place in it. */
function checkReading(event: string, document: unknown, { validateRequest }: Emitted): void {
  const before = structuredClone(document);
  const result = validateRequest(event, document);
  const facts = { event, document, result };
  if (!isDeepStrictEqual(document, before)) fail("reading changed the request", facts);
  if (result.ok) {
    const again = validateRequest(event, result.value);
    if (!again.ok || !isDeepStrictEqual(again.value, result.value)) fail("reading twice differs", facts);
    return;
  }
  const at = result.problems.map(({ path, code }) =>
    code === "missing-property" ? path.slice(0, path.lastIndexOf("/")) : path,
  );
  const places = listPaths(document).map((tokens) => joinPointer("", ...tokens));
  if (at.length !== 1 || !at.every((place) => places.includes(place)))
    fail("not one problem at a place in the request", facts);
}

function compareObject(
  root: ObjectView,
  reading: Reading,
  emitted: (body: unknown) => boolean,
  documents: readonly unknown[],
): void {
  const interpreted = interpret(root, reading);
  for (const document of documents) {
    const [want, got] = [interpreted(document), emitted(document)];
    if (want !== got) fail("interpreted and emitted differ", { object: root.name, document, want, got });
  }
}
