import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexModel } from "../../generator/drift/judge/known.js";
import { findLowestReleases } from "../../generator/drift/traffic/lowest-release.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { baseline, formatRelease } from "../../generator/time/release.js";
import { findFirst, tryMocks } from "../drift/traffic/mocked.js";
import { describeNews, readRecording } from "../drift/traffic/recording.js";
import { findFaults, listSeeds, listSnapshots } from "../examples/mock-trial.js";
import { scaleAmount } from "../fuzz/amount.js";
import { loadOwnModel } from "./own-spec.js";

const model = loadOwnModel();
const known = indexModel(model);
const snapshots = listSnapshots(model);

/** So many of each size, of each event and in each release. */
const seeds = listSeeds(scaleAmount({ suite: 5, full: 50 }));

describe.each(snapshots.map((snapshot) => [formatRelease(snapshot.release), snapshot] as const))(
  "mocks of v%s",
  (_, snapshot) => {
    it("are of it, and differ, for each of its events", () => {
      expect(findFaults(snapshot, seeds)).toEqual([]);
    });

    it("are, as recorded traffic, of the first release whose contract takes them", async () => {
      const trials = await tryMocks(snapshot, snapshots, known);
      const wrong = trials.filter(
        ({ lowest, first }) => lowest?.isOne !== true || (lowest.release ?? baseline) !== first?.release,
      );
      expect(wrong).toEqual([]);
    });
  },
);

const cases = model.examples.map((example) => [example.path, example] as const);

const read = (path: string) => readRecording(path, readFileSync(join(ownSpec, path)), known);

describe("an example of the spec, as recorded traffic", () => {
  it.each(cases)("%s tells nothing new", async (path) => {
    expect(describeNews(await read(path), known)).toEqual([]);
  });

  it.each(cases.filter(([, { request }]) => request !== undefined))(
    "%s is of the first release whose contract takes its request",
    async (path, { event, request }) => {
      const first = findFirst(snapshots, event, request);
      const lowest = findLowestReleases(await read(path), known).find(({ side }) => side === "request");
      expect(lowest).toMatchObject({ isOne: true });
      expect(formatRelease(lowest?.release ?? baseline)).toBe(formatRelease(first?.release ?? (-1 as never)));
    },
  );
});
