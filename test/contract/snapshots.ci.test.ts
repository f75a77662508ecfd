import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ownSpec } from "../../generator/package/package-files.js";
import { baseline, formatRelease } from "../../generator/time/release.js";
import { read, tell, toContract, toLines } from "../drift/traffic/recording.js";
import { findFaults, listSeeds, listSnapshots } from "../examples/mock-trial.js";
import { scaleAmount } from "../fuzz/amount.js";
import { loadOwnModel } from "./own-spec.js";

const model = loadOwnModel();
const contract = toContract(model);
const snapshots = listSnapshots(model);

/** So many of each size, of each event and in each release. */
const seeds = listSeeds(scaleAmount({ suite: 5, full: 50 }));

/** The first release whose contract takes a request, and the one that is told of it. */
async function findReleases(event: string, request: unknown) {
  const first = snapshots.find(({ view, findCheck }) => {
    const viewed = view.events.find(({ name }) => name === event);
    return viewed && findCheck(viewed, "request")(request);
  });
  const { lowest = [] } = await read("till.ndjson", toLines([{ event, request }]), contract);
  const told = /^The requests are of v(\S+) or later/.exec(lowest[0] ?? "")?.[1];
  return { first: formatRelease(first?.release ?? (-1 as never)), told: told ?? formatRelease(baseline) };
}

describe.each(snapshots.map((snapshot) => [formatRelease(snapshot.release), snapshot] as const))(
  "mocks of v%s",
  (_, snapshot) => {
    it("are of it, and differ, for each of its events", () => {
      expect(findFaults(snapshot, seeds)).toEqual([]);
    });

    it("are, as recorded traffic, of the first release whose contract takes them", async () => {
      const { view, mock } = snapshot;
      for (const event of view.events) {
        for (const size of ["rich", "smallest"] as const) {
          const request = mock(event, { side: "request", size, seed: 1 });
          const { first, told } = await findReleases(event.name, request);
          expect({ event: event.name, size, release: told }).toEqual({
            event: event.name,
            size,
            release: first,
          });
        }
      }
    });
  },
);

const cases = model.examples.map((example) => [example.path, example] as const);

describe("an example of the spec, as recorded traffic", () => {
  it.each(cases)("%s tells nothing new", async (path) => {
    const text = readFileSync(join(ownSpec, path), "utf8");
    expect(tell(await read(path, text, contract))).toEqual([]);
  });

  it.each(cases.filter(([, { request }]) => request !== undefined))(
    "%s is of the first release whose contract takes its request",
    async (_, { event, request }) => {
      const { first, told } = await findReleases(event, request);
      expect(told).toBe(first);
    },
  );
});
