import { describe, expect, it } from "vitest";
import { indexContract } from "../../generator/drift/contract.js";
import { isOpenVerdict } from "../../generator/drift/source-content.js";
import { formatRelease } from "../../generator/base/time/release.js";
import { read, tell } from "../drift/traffic/recording.js";
import { findFaults, listSeeds, listSnapshots } from "../contract/examples/mock-trial.js";
import { scaleAmount } from "../workbench/amount.js";
import { loadOwnModel } from "./own-spec.js";

const model = loadOwnModel();
const contract = indexContract(model);
const snapshots = listSnapshots(model);

const seeds = listSeeds(scaleAmount({ suite: 5, full: 50 }));

describe.each(snapshots.map((snapshot) => [formatRelease(snapshot.release), snapshot] as const))(
  "mocks of v%s",
  (_, snapshot) => {
    it("are of it, and differ, for each of its events", () => {
      expect(findFaults(snapshot, seeds)).toEqual([]);
    });
  },
);

const cases = model.examples.map(({ path, event, request, errorRequest, response }) => {
  return [path, { event, request: errorRequest ?? request, answer: response }] as const;
});

describe("an example of the spec, as recorded traffic", () => {
  it.each(cases)("%s tells nothing new", (_, record) => {
    const { findings } = read({ "trace.ndjson": JSON.stringify(record) }, contract);
    expect(tell({ findings: findings.filter(({ verdict }) => isOpenVerdict(verdict)) })).toEqual([]);
  });
});
