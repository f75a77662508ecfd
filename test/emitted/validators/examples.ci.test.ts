import { describe, expect, it } from "vitest";
import { formatRelease, parseRelease } from "../../../generator/base/time/release.js";
import { exactly, type Range } from "../../workbench/emit.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { exampleBodies } from "./bodies.js";
import { loadMadeContract } from "./contract.js";

const bodies = exampleBodies(loadRealModel());
const releases = [...new Set(bodies.map(({ release }) => formatRelease(release)))];
const wider: readonly Range[] = ["48..", "..", "11.3..48", "43..59"];

/** Requests of any shop of a fleet are accepted, whatever the range's bounds; answers must fit the shop's own release. */
describe.each([...releases.map(exactly), ...wider])("a fleet of %s", (range) => {
  const [low, high] = range.split("..").map((end) => (end === "" ? undefined : parseRelease(end)));
  const own = bodies.filter(
    ({ body, release }) =>
      (low ?? 0) <= release &&
      release <= (high ?? Infinity) &&
      (body !== "response" || !wider.includes(range)),
  );

  it("has its examples", async () => {
    const contract = await loadMadeContract(range);
    expect(own.length).toBeGreaterThan(0);
    for (const { path, body, event, document } of own)
      expect(contract.check(body, event, document), path).toEqual({ ok: true, value: document });
  });
});
