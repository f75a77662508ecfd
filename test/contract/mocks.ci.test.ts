import { describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/package/package-files.js";
import { formatRelease } from "../../generator/time/release.js";
import { findFaults, listSeeds, listSnapshots } from "../examples/mock-trial.js";
import { loadModel } from "../workbench/real-spec.js";

const cases = listSnapshots(loadModel(ownSpec)).map(
  (snapshot) => [formatRelease(snapshot.release), snapshot] as const,
);

describe("the mocks of 200 seeds", () => {
  it.each(cases)("are of v%s, and differ, for each of its events", (_, snapshot) => {
    expect(findFaults(snapshot, listSeeds(200))).toEqual([]);
  });
});
