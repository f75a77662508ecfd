import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { indexModel } from "../../generator/drift/judge/known.js";
import { findLowestReleases } from "../../generator/drift/traffic/lowest-release.js";
import { ownSpec } from "../../generator/package/package-files.js";
import { baseline, formatRelease } from "../../generator/time/release.js";
import { describeNews, readRecording } from "../drift/traffic/recording.js";
import { listSnapshots } from "../examples/mock-trial.js";
import { loadModel } from "../workbench/real-spec.js";

const model = loadModel(ownSpec);
const known = indexModel(model);
const snapshots = listSnapshots(model);
const cases = model.examples.map((example) => [example.path, example] as const);

const read = (path: string) => readRecording(path, readFileSync(join(ownSpec, path)), known);

describe("an example of the spec, as recorded traffic", () => {
  it.each(cases)("%s tells nothing new", async (path) => {
    expect(describeNews(await read(path), known)).toEqual([]);
  });

  it.each(cases.filter(([, { request }]) => request !== undefined))(
    "%s is of the first release whose contract takes its request",
    async (path, { event, request }) => {
      const first = snapshots.find(({ view, findCheck }) => {
        const viewed = view.events.find(({ name }) => name === event);
        return viewed && findCheck(viewed, "request")(request);
      });
      const lowest = findLowestReleases(await read(path), known).find(({ side }) => side === "request");
      expect(lowest).toMatchObject({ isOne: true });
      expect(formatRelease(lowest?.release ?? baseline)).toBe(formatRelease(first?.release ?? (-1 as never)));
    },
  );
});
