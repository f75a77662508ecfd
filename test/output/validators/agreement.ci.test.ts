import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadRealModel } from "../../workbench/real-spec.js";
import { seed } from "../../workbench/seed.js";
import { exampleBodies } from "./bodies.js";
import { loadContract, type Body, type Contract } from "./contract.js";
import { edits, type EditName } from "./edits.js";
import { listPaths } from "../../workbench/json-paths.js";
import { realSpec, type Range } from "../../workbench/emit.js";
import { featureDocuments, featureSpec } from "./feature-spec.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";

/** The emitted validator accepts exactly the documents that ajv accepts by the JSON Schema of the view. */
const ranges: readonly Range[] = ["..", "11.3..48", "43..", "48..", "59.3.4..", "46..46"];
const featureRanges: readonly Range[] = ["..", "10..20", "20..", "10..10", "30..30"];
const documents = 20_000;

/** Every run meets these; the others take more luck. */
const frequent = [
  ...["wrong-type", "missing-property", "unknown-property", "forbidden-property", "unknown-value"],
  ...["wrong-format", "unsafe-integer", "out-of-bounds"],
];
const codes = [...frequent, "forbidden-value", "too-many-items", "nothing-fits"];

/** A sound document, and whom it is for. */
interface Subject {
  readonly contract: Contract;
  readonly body: Body;
  readonly event: string;
  readonly document: unknown;
}

/** What is to be done to a document: at which of its paths, in reading order and around again, and what. */
interface Spoiling {
  readonly path: number;
  readonly edit: EditName;
}

describe("interpreted and emitted validators", () => {
  const folder = makeRunFolder();
  const real: Subject[] = [];
  const features: Subject[] = [];
  const seen = new Map<string, number>();

  beforeAll(async () => {
    real.push(...(await realSubjects(folder)));
    features.push(...(await featureSubjects(folder)));
  });
  afterAll(() => removeFolder(folder));

  it(`agree on ${documents} spoilt documents (MPLUS_SEED=${seed})`, () => {
    const step = fc.record<Spoiling>({
      path: fc.nat({ max: 10_000 }),
      edit: fc.constantFrom(...(Object.keys(edits) as EditName[])),
    });
    const spoilt = fc.record({
      subject: fc.oneof(fc.constantFrom(...real), fc.constantFrom(...features)),
      steps: fc.array(step, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(spoilt, ({ subject, steps }) => {
        const document = steps.reduce(spoil, subject.document);
        checkAgreement(subject, document).forEach((outcome) =>
          seen.set(outcome, (seen.get(outcome) ?? 0) + 1),
        );
      }),
      { numRuns: documents },
    );
  });

  it("start from documents that some release takes", () => {
    const isTaken = ({ contract, body, event, document }: Subject) => contract.isValid(body, event, document);
    const documents = [...new Set([...real, ...features].map(({ document }) => document))];
    const taken = new Set([...real, ...features].filter(isTaken).map(({ document }) => document));
    expect(features.filter(isTaken).length).toBeGreaterThan(20);
    expect(taken.size).toBeGreaterThan(0.9 * documents.length);
  });

  it("met documents of every kind on the way", () => {
    for (const outcome of ["valid request", "valid response", "invalid request", "invalid response"])
      expect(seen.get(outcome)).toBeGreaterThan(documents / 50);
    expect(frequent.filter((code) => !seen.has(code))).toEqual([]);
  });
});

async function realSubjects(folder: string): Promise<Subject[]> {
  const spec = realSpec();
  const examples = exampleBodies(loadRealModel());
  const contracts = await inTurn(ranges, (range) => loadContract(spec, range, join(folder, "real")));
  return contracts.flatMap((contract) =>
    examples
      .filter(({ event }) => contract.knows(event))
      .map(({ body, event, document }) => ({ contract, body, event, document })),
  );
}

async function featureSubjects(folder: string): Promise<Subject[]> {
  const contracts = await inTurn(featureRanges, (range) =>
    loadContract(featureSpec, range, join(folder, "features")),
  );
  return contracts.flatMap((contract) =>
    featureDocuments.flatMap((features): Subject[] => [
      { contract, body: "request", event: "ping", document: { ping: features } },
      { contract, body: "response", event: "ping", document: { pong: features } },
    ]),
  );
}

async function inTurn<In, Out>(inputs: readonly In[], make: (input: In) => Promise<Out>): Promise<Out[]> {
  const outputs: Out[] = [];
  for (const input of inputs) outputs.push(await make(input));
  return outputs;
}

function spoil(document: unknown, { path, edit }: Spoiling): unknown {
  const paths = listPaths(document);
  return edits[edit](document, paths[path % paths.length] ?? []);
}

/** What came of one document; throws where something is not as it must be. */
function checkAgreement({ contract, body, event }: Subject, document: unknown): string[] {
  const before = structuredClone(document);
  const interpreted = contract.isValid(body, event, document);
  const result = contract.check(body, event, document);
  expect(result.ok, JSON.stringify(result)).toBe(interpreted);
  expect(isDeepStrictEqual(document, before)).toBe(true);
  if (result.ok) {
    // A request comes back in its canonical shape, without what was left out, and is as valid.
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
