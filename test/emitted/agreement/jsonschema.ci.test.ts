import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AnySchemaObject } from "ajv";
import { capitalize } from "../../../generator/base/text/words.js";
import { ajvEngines, withCfworker, type Engine, type Verdict } from "../../targets/jsonschema/engines.js";
import { makeRunFolder, removeFolder } from "../../workbench/folders.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { isFuzzing } from "../../fuzz/amount.js";
import { realSpec } from "../../workbench/emit.js";
import { exampleBodies } from "../validators/bodies.js";
import { loadContract, type Body, type Contract } from "../validators/contract.js";
import { fleets, listCases, mutations, type Start } from "./cases.js";
import { acceptedOnly, onWire, refusedOnly, type Judged } from "./jsonschema-differences.js";
import { respeltDocuments, respeltSpec } from "./inlined-spec.js";

interface Subject {
  readonly shop: Contract;
  readonly starts: readonly Start[];
}

describe("the exported JSON Schema and the emitted validators", () => {
  const home = makeRunFolder();
  const subjects: Subject[] = [];
  const engines: Record<string, Engine> = { ajv: ajvEngines["2020-12"], cfworker: withCfworker("2020-12") };
  const counts = new Map<string, number>();
  const count = (what: string): void => void counts.set(what, (counts.get(what) ?? 0) + 1);

  beforeAll(async () => {
    subjects.push(...(await loadSubjects(home)));
  });
  afterAll(() => {
    removeFolder(home);
    console.log(JSON.stringify(Object.fromEntries([...counts].sort()), undefined, 1));
  });

  it(`give the same verdicts on every example and ${mutations} mutations of each`, () => {
    const verdicts = new Map<string, Verdict>();
    const unexplained: string[] = [];
    for (const { shop, starts } of subjects) {
      for (const { body, event, document } of listCases(starts)) {
        const text = writeText(document);
        const parsed: unknown = JSON.parse(text);
        const check = (other: unknown) => shop.check(body, event, other);
        const ours = check(parsed);
        const judged = { document: parsed, ours, check };
        count(`${ours.ok ? "accepted" : "refused"} ${body}`);
        for (const [name, engine] of Object.entries(engines)) {
          const key = `${name} ${shop.folder} ${body} ${event}`;
          const fits = verdicts.get(key) ?? compile(engine, shop, toName(body, event));
          verdicts.set(key, fits);
          const difference = compare({ ...judged, fits });
          count(`${name}: ${difference ?? "unexplained"}`);
          if (difference === undefined)
            unexplained.push([name, shop.range, body, event, text, JSON.stringify(ours)].join(" "));
        }
      }
    }
    expect(unexplained.slice(0, 20)).toEqual([]);
  });

  it("have bodies of both verdicts in plenty, and each difference that is listed", () => {
    for (const kind of ["accepted request", "refused request", "accepted response", "refused response"])
      expect(counts.get(kind), kind).toBeGreaterThan(15 * mutations);
    // Rare parts are seldom reached by a few edits per body.
    if (!isFuzzing) return;
    const listed = [...refusedOnly, ...acceptedOnly].flatMap(({ name, engine }) =>
      (engine === undefined ? Object.keys(engines) : [engine]).map((each) => `${each}: ${name}`),
    );
    expect(listed.filter((name) => !counts.has(name))).toEqual([]);
  });
});

/** `same` if the verdicts are equal, the reason if their difference is allowed, or undefined. */
function compare(judged: Judged): string | undefined {
  const { ours, document, fits } = judged;
  // A handler's value is always valid.
  if (ours.ok && !fits(onWire(ours.value))) return undefined;
  if (fits(document) === ours.ok) return "same";
  return (ours.ok ? refusedOnly : acceptedOnly).find(({ explains }) => explains(judged))?.name;
}

/** JSON has no undefined, so an undefined body would not be text. */
const writeText = (document: unknown): string => (document === undefined ? "null" : JSON.stringify(document));

const toName = (body: Body, event: string): string =>
  body === "errorRequest" ? "ErrorRequest" : `${capitalize(event)}${capitalize(body)}`;

function compile(engine: Engine, { files }: Contract, name: string): Verdict {
  const file = JSON.parse(files.get("jsonschema/mplus.schema.json") ?? "") as AnySchemaObject;
  return engine([file])(`${file.$id ?? ""}#/$defs/${name}`);
}

async function loadSubjects(home: string): Promise<Subject[]> {
  const subjects: Subject[] = [];
  const examples = exampleBodies(loadRealModel());
  for (const range of fleets) {
    const shop = await loadContract(realSpec(), range, home, { beside: ["jsonschema"] });
    const known = new Set(shop.view.events.map(({ name }) => name));
    subjects.push({ shop, starts: examples.filter(({ event }) => known.has(event)) });
  }
  const shop = await loadContract(respeltSpec, "30..30", home, { beside: ["jsonschema"] });
  return [...subjects, { shop, starts: respeltDocuments }];
}
