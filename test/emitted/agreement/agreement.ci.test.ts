import { join } from "node:path";
import type { AnySchemaObject } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { capitalize } from "../../../generator/base/text/words.js";
import type { CheckedSpec } from "../../../generator/contract/read/checked-spec.js";
import { defined } from "../../../generator/contract/read/values.js";
import type { Result } from "../../../templates/copied/validators/results.js";
import { isFuzzing, takeSample } from "../../workbench/amount.js";
import { ajvEngines, withCfworker, type Engine } from "../../targets/jsonschema/engines.js";
import { realSpec, type Range } from "../../workbench/emit.js";
import { importFrom, makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { exampleBodies } from "../validators/bodies.js";
import { loadContract, type Contract } from "../validators/contract.js";
import { featureSpec, featureStarts } from "../validators/feature-spec.js";
import { fleets, listCases, mutations, type Case, type Start } from "./cases.js";
import { inlined, respelt } from "./inlined-specs.js";
import { acceptedOnly, onWire, refusedOnly } from "./jsonschema-differences.js";
import { agree, differences, type Issue } from "./zod-differences.js";

interface Subject {
  readonly title: string;
  readonly spec: CheckedSpec;
  readonly ranges: readonly Range[];
  readonly starts: readonly Start[];
}

interface Reader {
  readonly name: string;
  readonly target: string;
  readonly subjects: readonly Subject[];
  /** The names of the differences from our validators. */
  readonly listed: readonly string[];
  /** Compares its verdict with ours: `same`, the name of a difference, or undefined if none explains it. */
  readonly open: (contract: Contract) => Promise<(about: Case, ours: Result<unknown>) => string | undefined>;
}

const examples = exampleBodies(loadRealModel());

/** Examples with another text, which mutations would seldom reach. */
const withText = (from: RegExp, to: string): readonly Start[] =>
  examples.flatMap(({ document, ...rest }) => {
    const text = JSON.stringify(document);
    const changed = text.replace(from, to);
    return changed === text ? [] : [{ ...rest, document: JSON.parse(changed) as unknown }];
  });

const withScheme = withText(/(?<=")[\da-f]{8}-[\da-f-]{27}(?=")/, "urn:uuid:$&");
const withOlderSpelling = withText(/"minimumValue":/g, '"miminumValue":');

const theContract = (more: readonly Start[]): Subject => ({
  title: "the contract",
  spec: realSpec(),
  ranges: fleets,
  starts: [...examples, ...more],
});

const toSchemaReader = ([name, engine]: readonly [string, Engine]): Reader => {
  const applies = ({ engine }: { readonly engine?: string }) => engine === undefined || engine === name;
  const [refused, accepted] = [refusedOnly.filter(applies), acceptedOnly.filter(applies)];
  return {
    name: `JSON Schema, as ${name} reads it,`,
    target: "jsonschema",
    subjects: [theContract(withScheme), { title: "older spellings", ...respelt, ranges: ["30..30"] }],
    listed: [...refused, ...accepted].map(({ name }) => name),
    open: (contract) => {
      const file = JSON.parse(contract.files.get("jsonschema/mplus.schema.json") ?? "") as AnySchemaObject;
      const compile = engine([file]);
      return Promise.resolve(({ body, event, document }, ours) => {
        const definition = body === "errorRequest" ? "ErrorRequest" : capitalize(event) + capitalize(body);
        const fits = compile(`${file.$id ?? ""}#/$defs/${definition}`);
        // A handler's value is always valid.
        if (ours.ok && !fits(onWire(ours.value))) return undefined;
        if (fits(document) === ours.ok) return "same";
        const judged = {
          document,
          ours,
          fits,
          check: (other: unknown) => contract.check(body, event, other),
        };
        return (ours.ok ? refused : accepted).find(({ explains }) => explains(judged))?.name;
      });
    },
  };
};

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

const zod: Reader = {
  name: "zod",
  target: "zod",
  subjects: [
    theContract(withOlderSpelling),
    {
      title: "every feature",
      spec: featureSpec,
      ranges: takeSample<Range>(["..", "10..10", "20..", "30..30"], 2),
      starts: featureStarts,
    },
    { title: "objects in the place of others", ...inlined, ranges: [".."] },
  ],
  listed: differences.map(({ name }) => name),
  open: async ({ folder }) => {
    const schemas = await importFrom<Schemas>(folder, "zod/index.js");
    return (about, ours) => {
      const { body, event, document } = about;
      const schema = body === "errorRequest" ? schemas.errorRequest : schemas[`${body}Schemas`][event];
      const { success, data, error } = defined(schema, `${event} has a schema`).safeParse(document);
      const verdicts = { ours, zods: { ok: success, value: data, issues: error?.issues ?? [] } };
      return agree(verdicts) ? "same" : differences.find(({ explains }) => explains(verdicts, about))?.name;
    };
  },
};

const engines = { ajv: ajvEngines["2020-12"], cfworker: withCfworker("2020-12") };
const readers = [...Object.entries(engines).map(toSchemaReader), zod];

const home = makeRunFolder();
afterAll(() => removeFolder(home));

describe.each(readers)("$name and the emitted validators", ({ name, target, subjects, listed, open }) => {
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);
  afterAll(() => console.log(name, JSON.stringify(Object.fromEntries([...counts].sort()))));

  it.each(subjects.flatMap(({ ranges, ...rest }) => ranges.map((range) => ({ range, ...rest }))))(
    `read $title of $range alike: each body, and ${mutations} mutations of it`,
    async ({ title, spec, range, starts }) => {
      const contract = await loadContract(spec, range, join(home, target, title), [target]);
      const judge = await open(contract);
      const cases = [...listCases(starts.filter(({ event }) => contract.knows(event)))];
      expect(cases.length).toBeGreaterThan(3 * mutations);
      const unexplained = cases.filter((about) => {
        const ours = contract.check(about.body, about.event, about.document);
        const verdict = judge(about, ours);
        count(`${ours.ok ? "accepted" : "refused"} ${about.body}`);
        count(verdict ?? "unexplained");
        return verdict === undefined;
      });
      expect(unexplained.slice(0, 20).map((about) => JSON.stringify(about))).toEqual([]);
    },
  );

  it("have bodies of both verdicts in plenty, and each difference that is listed", () => {
    for (const kind of ["accepted request", "refused request", "accepted response", "refused response"])
      expect(counts.get(kind), kind).toBeGreaterThan(15 * mutations);
    // Rare parts are seldom reached by a few mutations per body.
    if (isFuzzing) expect(listed.filter((each) => !counts.has(each))).toEqual([]);
  });
});
