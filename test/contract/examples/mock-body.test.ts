import { expect, it } from "vitest";
import { parseRelease } from "../../../generator/base/time/release.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { findFaults, listSeeds, takeSnapshot } from "./mock-trial.js";

/** Every release is tested before a change lands: test/spec/snapshots.ci.test.ts. */
it.each(["16.2", "48", "59"])("mocks are of v%s, and differ, for each of its events", (text) => {
  const release = parseRelease(text);
  const snapshot = release && takeSnapshot(loadRealModel(), release);
  expect(snapshot?.view.events.length).toBeGreaterThan(10);
  expect(snapshot && findFaults(snapshot, listSeeds(3))).toEqual([]);
});
