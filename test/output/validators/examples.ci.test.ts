import { afterAll, describe, expect, it } from "vitest";
import { formatRelease, parseRelease } from "../../../generator/time/release.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { exampleBodies } from "./bodies.js";
import { loadContract, type Contract } from "./contract.js";
import { exactly, realSpec, type Range } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

const spec = realSpec();
const bodies = exampleBodies(loadRealModel());
const releases = [...new Set(bodies.map(({ release }) => formatRelease(release)))];

const contracts = new Map<Range, Contract>();
const contractOf = async (range: Range): Promise<Contract> => {
  const contract = contracts.get(range) ?? (await loadContract(spec, range, folder));
  contracts.set(range, contract);
  return contract;
};

describe.each(releases)("the examples of %s fit exactly that release", (release) => {
  const cases = bodies.filter((each) => formatRelease(each.release) === release);

  it.each(cases.map((each) => [each.path, each.body, each] as const))(
    "%s: the %s",
    async (_path, body, each) => {
      const contract = await contractOf(exactly(release));
      expect(contract.isValid(body, each.event, each.document)).toBe(true);
      expect(contract.check(body, each.event, each.document)).toEqual({ ok: true, value: each.document });
    },
  );
});

/** What any shop of a fleet sends must be taken, whatever the ends of the range. */
describe.each<Range>(["48..", "..", "11.3..48", "43..59"])("a fleet of %s", (range) => {
  const [min = "", max = ""] = range.split("..");
  const [low, high] = [parseRelease(min) ?? 0, parseRelease(max) ?? Infinity];
  const sent = bodies.filter(({ body, release }) => body !== "response" && low <= release && release <= high);

  it("has examples to take", () => expect(sent.length).toBeGreaterThan(10));

  it.each(sent.map((each) => [each.path, each.body, each] as const))(
    "may send %s: the %s",
    async (_path, body, each) => {
      const contract = await contractOf(range);
      expect(contract.isValid(body, each.event, each.document)).toBe(true);
      expect(contract.check(body, each.event, each.document)).toEqual({ ok: true, value: each.document });
    },
  );
});
