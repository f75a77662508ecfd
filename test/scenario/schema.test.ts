import { Ajv, type ErrorObject, type ValidateFunction } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../generator/json.js";
import { listMisfits } from "../../generator/scenario/read/misfits.js";
import type { ScenarioReader, ScenarioText } from "../../generator/scenario/read/read-scenarios.js";
import { parseYaml } from "../../generator/scenario/read/yaml.js";
import { joinPointer } from "../../generator/spec/pointer.js";
import { listBuiltIn, readScenarioText } from "../../generator/cli/scenario-files.js";
import { mutate } from "../laws/documents/mutations.js";
import { fromSeed } from "../workbench/draw.js";
import { seed } from "../workbench/seed.js";
import { brokenScenarios } from "./cases/broken-scenarios.js";
import { ownContract } from "../till/own-spec.js";
import { reader } from "./reader.js";

/** An editor's: it knows nothing of ours. It takes a second to make. */
let validate: ValidateFunction;
let schema: ScenarioReader["schema"];
beforeAll(() => {
  ({ schema } = reader());
  validate = new Ajv({ strict: false, allErrors: true }).compile(schema);
});

const parse = (text: string): Json => {
  const [document] = parseYaml(text);
  return document && "value" in document ? document.value : null;
};

const readBuiltIn = (name: string): ScenarioText => {
  const source = readScenarioText(name);
  if (!source.ok) throw new Error(name);
  return source.value;
};

describe("the schema of scenarios", () => {
  it("is a schema of draft 7", () => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  it.each(listBuiltIn())("accepts %s, and so does the reader", (name) => {
    const source = readBuiltIn(name);
    expect(validate(parse(source.text))).toBe(true);
    expect(reader().readText(source)).toMatchObject({ ok: true });
  });

  // What these are no schema can say: they are about names and about what a step is as a whole.
  const beyond = [
    "scenario-syntax",
    "scenario-empty",
    "scenario-too-long",
    "scenario-step",
    "scenario-fault",
    "scenario-name",
  ];
  const typos = brokenScenarios.filter(({ want }) => !beyond.includes(want.code));

  it.each(typos)("refuses $name", ({ given }) => {
    expect(validate(parse(given))).toBe(false);
  });

  it(`is read as ajv reads it, at every place of scenarios with faults in them; MPLUS_SEED=${seed}`, () => {
    const draw = fromSeed(seed);
    for (const name of listBuiltIn().flatMap((each) => Array<string>(10).fill(each))) {
      const broken = mutate(draw, parse(readBuiltIn(name).text), 1 + draw.below(6)) as Json;
      validate(broken);
      const told = listMisfits(broken, schema).map(({ pointer, keyword, key }): Told => [
        pointer,
        keyword,
        key,
      ]);
      expect(sort(told)).toEqual(sort((validate.errors ?? []).flatMap(toMisfit)));
    }
  });

  it("describes every event, so that an editor can complete it", () => {
    const { definitions } = schema as {
      definitions: { step: { properties: Record<string, { description?: string }> } };
    };
    const { properties } = definitions.step;
    for (const { name, prose } of ownContract().model.events)
      expect(properties[name]?.description).toBe(prose.description);
    expect(Object.values(properties).filter(({ description }) => description === undefined)).toEqual([]);
  });
});

type Told = readonly [pointer: string, keyword: string, key: string | undefined];

const sort = (told: readonly Told[]): string[] => told.map((each) => each.join(" ")).sort();

/** What the reader says for an error of ajv, which says of an object that a name in it is wrong, and again which. */
function toMisfit({ instancePath, keyword, params, propertyName }: ErrorObject): Told[] {
  const { missingProperty, additionalProperty } = params as Readonly<Record<string, string | undefined>>;
  const pointer = propertyName === undefined ? instancePath : joinPointer(instancePath, propertyName);
  return keyword === "propertyNames" ? [] : [[pointer, keyword, missingProperty ?? additionalProperty]];
}
