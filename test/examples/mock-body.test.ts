import { describe, expect, it } from "vitest";
import { formatRelease } from "../../generator/time/release.js";
import { loadRealModel } from "../workbench/real-spec.js";
import { findFaults, listSeeds, listSnapshots } from "./mock-trial.js";

const snapshots = listSnapshots(loadRealModel());

describe("mocks", () => {
  it.each(snapshots.map((snapshot) => [formatRelease(snapshot.release), snapshot] as const))(
    "are of v%s, and differ, for each of its events",
    (_, snapshot) => {
      expect(findFaults(snapshot, listSeeds(3))).toEqual([]);
    },
  );
});
