import { describe, it } from "vitest";
import { createSnapshots } from "../../generator/contract/lattice/snapshot.js";
import { createTable } from "../../generator/contract/table/table.js";
import { baseline, formatRelease, parseRelease } from "../../generator/base/time/release.js";
import {
  createLaterProofSearch,
  inferFromRequest,
} from "../../templates/copied/receiver/handling/evidence.js";
import { readRules } from "../../templates/copied/validators/rules.js";
import { modelOf } from "../contract/view/spec-of.js";
import { fromSeed } from "../workbench/draw.js";
import { seed } from "../workbench/seed.js";
import { object } from "../workbench/small-spec.js";
import { drawObject } from "./documents/documents.js";
import { itHolds, listEvents, type Scenario } from "./fleets/scenarios.js";
import { buildPossibleView, fleetFrom } from "./judges/interpreted.js";
import { fail, type Count } from "./run.js";

const text = { type: "string" };
const choice = { ...text, enum: ["a", "bb"] };
const listOf = (items: object) => ({ type: "array", items });

/** The kinds of a property, each with a value or property that a release added. Each object has its own title. */
function listKinds(title: string, release: string): readonly object[] {
  const grown = { ...choice, "x-enum-added-in": { bb: release } };
  const holder = object(title, { name: { ...text, "x-added-in": release } });
  const single = [text, choice, grown, { ...grown, "x-open": true }, holder];
  return [...single, ...single.map(listOf), listOf(listOf(grown))];
}

/** Properties that changed their kind. */
const turns = listKinds("Now", "30").flatMap((now) =>
  listKinds("Before", "10").map((schema) => ({ ...now, "x-was": [{ until: "20", schema }] })),
);

/** Law: a request never proves a release newer than its sender's. */
describe("what a request proves is no later than the release that sent it", () => {
  itHolds({ law: "inference", documents: [12, 3], realFleets: 1, runs: 200, check: provesNothingLater });

  it("where a property changes its kind", () => {
    const draw = fromSeed(seed);
    for (const x of turns) {
      const model = modelOf({ ping: { x } });
      provesNothingLater({ model, fleet: fleetFrom(model), draw, documents: 12 });
    }
  });
});

function provesNothingLater({ model, fleet, draw, documents }: Scenario, count?: Count): void {
  const snapshots = createSnapshots(model);
  const rules = readRules(createTable(buildPossibleView(model, fleet, "gated"), snapshots));
  const provesLater = createLaterProofSearch(rules);
  for (const { event, releases } of listEvents(model, fleet)) {
    for (const release of releases) {
      for (let i = 0; i < documents; i++) {
        const document = drawObject(draw, snapshots.at(release).object(event.request));
        const { version, evidence } = inferFromRequest(rules, document, event.name);
        if (count) count.documents += 1;
        // The quick search may say yes for nothing, but never no.
        const proved = parseRelease(version) ?? baseline;
        const missed = releases.filter(
          (older) => older < proved && !provesLater(event.name, document, older),
        );
        if (missed.length > 0)
          fail("the quick search misses a proof", { missed: missed.map(formatRelease), document, evidence });
        if (proved <= release) continue;
        fail("an older release sent it", { sent: formatRelease(release), document, evidence });
      }
    }
  }
}
