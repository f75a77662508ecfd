import { afterAll, describe, expect, it } from "vitest";
import { isFuzzing, takeSample } from "../../fuzz/amount.js";
import { defined } from "../../../generator/contract/read/values.js";
import { realSpec, type Range } from "../../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { fleets, listCases, mutations, type Case } from "./cases.js";
import { exampleBodies } from "../validators/bodies.js";
import { featureStarts, featureSpec } from "../validators/feature-spec.js";
import { loadContract, type Body, type Contract } from "../validators/contract.js";
import { agree, differences, type Issue, type Verdicts } from "./zod-differences.js";
import { inlinedDocuments, inlinedSpec } from "./inlined-spec.js";

interface Schema {
  readonly safeParse: (value: unknown) => {
    readonly success: boolean;
    readonly data?: unknown;
    readonly error?: { readonly issues: readonly Issue[] };
  };
}

/** `zod/index.ts` of an output, without the types of its events. */
interface Schemas {
  readonly requestSchemas: Readonly<Record<string, Schema>>;
  readonly responseSchemas: Readonly<Record<string, Schema>>;
  readonly errorRequest: Schema;
}

const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

const examples = exampleBodies(loadRealModel());

/** The contract's one older spelling, which edits would seldom reach. */
const respelt = examples.flatMap(({ document, ...rest }) => {
  const text = JSON.stringify(document);
  const older = text.replaceAll('"minimumValue":', '"miminumValue":');
  return older === text ? [] : [{ ...rest, document: JSON.parse(older) as unknown }];
});

const featureRanges = takeSample<Range>(["..", "10..10", "20..", "30..30"], 2);
const contracts = [
  { name: "the contract", spec: realSpec(), ranges: fleets, starts: [...examples, ...respelt] },
  { name: "every feature", spec: featureSpec, ranges: featureRanges, starts: featureStarts },
  { name: "objects in the place of others", spec: inlinedSpec, ranges: [".."], starts: inlinedDocuments },
] as const;

const met = new Set<string>();
const seen = { documents: 0, accepted: 0 };

describe.each(contracts)("$name", ({ name, spec, ranges, starts }) => {
  it.each<Range>(ranges)(
    `is read alike by a fleet of %s: each body and ${mutations} changes of it`,
    async (range) => {
      const output = await loadContract(spec, range, `${folder}/${name}`, { beside: ["zod"] });
      const schemas = await importFrom<Schemas>(output.folder, "zod/index.js");
      const events = new Set(output.view.events.map((event) => event.name));
      const known = starts.filter(({ event }) => events.has(event));
      expect(known.length).toBeGreaterThan(3);
      const unexplained = [...listCases(known)].flatMap((about) => judge(about, output, schemas) ?? []);
      expect(unexplained.slice(0, 10)).toEqual([]);
    },
  );
});

it("the differences that are listed are met, and documents of both kinds", () => {
  const listed = differences.map(({ name }) => name);
  expect(listed).toEqual(expect.arrayContaining([...met]));
  // Rare parts are seldom reached by a few edits per body.
  if (isFuzzing) expect([...met].sort()).toEqual(listed.toSorted());
  expect(seen.accepted).toBeGreaterThan(seen.documents / 10);
  expect(seen.accepted).toBeLessThan(seen.documents * 0.9);
});

/** Undefined if both agree or differ in a known way. */
function judge(about: Case, output: Contract, schemas: Schemas): string | undefined {
  const verdicts = compare(about, output, schemas);
  seen.documents += 1;
  if (verdicts.ours.ok && verdicts.zods.ok) seen.accepted += 1;
  if (agree(verdicts)) return undefined;
  const known = differences.find(({ explains }) => explains(verdicts, about));
  if (!known) return JSON.stringify({ ...about, ...verdicts });
  met.add(known.name);
  return undefined;
}

const findSchema = (schemas: Schemas, body: Body, event: string): Schema | undefined =>
  body === "errorRequest" ? schemas.errorRequest : schemas[`${body}Schemas`][event];

function compare({ body, event, document }: Case, output: Contract, schemas: Schemas): Verdicts {
  const parsed = defined(findSchema(schemas, body, event), `${event} has a schema`).safeParse(document);
  const result = output.check(body, event, document);
  return {
    ours: result,
    zods: { ok: parsed.success, value: parsed.data, issues: parsed.error?.issues ?? [] },
  };
}
