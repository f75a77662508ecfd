import { isDeepStrictEqual } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { takeSample } from "../../fuzz/amount.js";
import { realSpec, type Range } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { listPaths } from "../../workbench/json-paths.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { seed } from "../../workbench/seed.js";
import { exampleBodies } from "../validators/bodies.js";
import { loadContract, type Contract } from "../validators/contract.js";
import { edits } from "../validators/edits.js";
import { featureStarts, featureSpec } from "../validators/feature-spec.js";
import { listCases, mutations, type Case, type Start } from "./cases.js";

/** The emitted validator accepts exactly the documents that ajv accepts with the view's JSON Schema. */
const ranges = takeSample<Range>(["..", "48..", "11.3..48", "43..", "59.3.4..", "46..46"], 3);
const featureRanges = takeSample<Range>(["..", "20..", "10..20", "10..10", "30..30"], 2);

/** Features that every run must reach; the others depend on luck. */
const frequent = [
  ...["wrong-type", "missing-property", "unknown-property", "forbidden-property", "unknown-value"],
  ...["wrong-format", "unsafe-integer", "out-of-bounds"],
];
const codes = [...frequent, "forbidden-value", "too-many-items", "nothing-fits"];

describe("interpreted and emitted validators", () => {
  const folder = makeRunFolder();
  const subjects: { readonly contract: Contract; readonly starts: readonly Start[] }[] = [];
  const seen = new Map<string, number>();

  beforeAll(async () => {
    const examples = exampleBodies(loadRealModel());
    for (const range of ranges) {
      const contract = await loadContract(realSpec(), range, `${folder}/real`);
      subjects.push({ contract, starts: examples.filter(({ event }) => contract.knows(event)) });
    }
    for (const range of featureRanges)
      subjects.push({
        contract: await loadContract(featureSpec, range, `${folder}/features`),
        starts: featureStarts,
      });
  });
  afterAll(() => removeFolder(folder));

  it(`agree on sound and on spoilt documents (MPLUS_SEED=${seed})`, () => {
    for (const { contract, starts } of subjects)
      // `featureStarts` has few bodies, and each can be broken in many ways.
      for (const about of listCases(starts, edits, starts === featureStarts ? 10 * mutations : mutations))
        for (const outcome of checkAgreement(contract, about))
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
  });

  it("start from documents that some release takes", () => {
    const all = new Set(subjects.flatMap(({ starts }) => starts.map(({ document }) => document)));
    const taken = subjects.flatMap(({ contract, starts }) =>
      starts.filter(({ body, event, document }) => contract.isValid(body, event, document)),
    );
    expect(new Set(taken.map(({ document }) => document)).size).toBeGreaterThan(0.9 * all.size);
  });

  it("met documents of every kind on the way", () => {
    for (const outcome of ["valid request", "valid response", "invalid request", "invalid response"])
      expect(seen.get(outcome), outcome).toBeGreaterThan(300);
    expect(frequent.filter((code) => !seen.has(code))).toEqual([]);
  });
});

function checkAgreement(contract: Contract, { body, event, document, done }: Case): string[] {
  const before = structuredClone(document);
  const interpreted = contract.isValid(body, event, document);
  const result = contract.check(body, event, document);
  expect(result.ok, `${contract.range} ${done.join()} ${JSON.stringify(result)}`).toBe(interpreted);
  expect(isDeepStrictEqual(document, before)).toBe(true);
  if (result.ok) {
    // A parsed request is canonical, without omitted parts, and still valid.
    if (body === "response") expect(result.value).toBe(document);
    if (body !== "response")
      expect(contract.check(body, event, result.value)).toEqual({ ok: true, value: result.value });
    expect(contract.isValid(body, event, result.value)).toBe(true);
    return [`valid ${body}`];
  }
  if (body !== "response") expect(result.problems).toHaveLength(1);
  for (const problem of result.problems) checkProblem(problem, document);
  return [`invalid ${body}`, ...result.problems.map(({ code }) => code)];
}

function checkProblem(problem: { path: string; code: string; message: string }, document: unknown): void {
  expect(codes).toContain(problem.code);
  expect(problem.message).toMatch(/^("|The body |There is )[^\n]+[.?]$/);
  const tokens = problem.path.split("/").slice(1);
  const path = problem.code === "missing-property" ? tokens.slice(0, -1) : tokens;
  const paths = listPaths(document).map((known) => known.join("/"));
  expect(paths).toContain(path.join("/"));
}
