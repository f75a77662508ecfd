import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parseYaml } from "../../generator/scenario/read/yaml.js";
import { listBuiltIn, readScenarioText } from "../../generator/cli/scenario-files.js";
import { brokenScenarios } from "./cases/broken-scenarios.js";
import { contract, reader } from "./reader.js";

const { schema } = reader;
/** An editor's: it knows nothing of ours. */
const validate = new Ajv({ strict: false }).compile(schema);

const parse = (text: string): unknown => {
  const [document] = parseYaml(text);
  return document && "value" in document ? document.value : undefined;
};

describe("the schema of scenarios", () => {
  it("is a schema of draft 7", () => {
    const ajv = new Ajv();
    expect(ajv.validateSchema(schema)).toBe(true);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  it.each(listBuiltIn())("accepts %s, and so does the reader", (name) => {
    const source = readScenarioText(name);
    if (!source.ok) throw new Error(name);
    expect(validate(parse(source.value.text))).toBe(true);
    expect(reader.readText(source.value)).toMatchObject({ ok: true });
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

  it("describes every event, so that an editor can complete it", () => {
    const { definitions } = schema as {
      definitions: { step: { properties: Record<string, { description?: string }> } };
    };
    const { properties } = definitions.step;
    for (const { name, prose } of contract.model.events)
      expect(properties[name]?.description).toBe(prose.description);
    expect(Object.values(properties).filter(({ description }) => description === undefined)).toEqual([]);
  });
});
