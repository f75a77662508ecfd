import { Ajv, type ValidateFunction } from "ajv";
import { beforeAll, describe, expect, it } from "vitest";
import type { Json } from "../../../generator/base/json.js";
import { createScenarioSchema } from "../../../generator/till/scenario/scenario-schema.js";
import { parseYaml } from "../../../generator/till/scenario/parse-yaml.js";
import { listBuiltInScenarios, readScenarioText } from "../../../generator/cli/inputs/scenarios.js";
import { readCases } from "../../workbench/cases.js";
import { brokenScenarios } from "./cases/broken-scenarios.js";
import { ownContract } from "../own-spec.js";
import { reader } from "../desk.js";

const goodScenarios = readCases("cases/good-scenarios.yaml", import.meta) as Readonly<Record<string, string>>;

/** Validates as an editor does, without our own code. Compilation takes a second. */
let validate: ValidateFunction;
let schema: ReturnType<typeof createScenarioSchema>;
beforeAll(() => {
  schema = createScenarioSchema(ownContract());
  validate = new Ajv({ strict: false }).compile(schema);
});

const parse = (text: string): Json => parseYaml(text).documents[0]?.value ?? null;

describe("the schema of scenarios", () => {
  it("is a valid schema of draft 7", () => {
    expect(new Ajv().validateSchema(schema)).toBe(true);
    expect(schema["$schema"]).toBe("http://json-schema.org/draft-07/schema#");
  });

  it.each(listBuiltInScenarios())(
    "accepts the built-in scenario %s, which has sentences about itself, and so does the reader",
    (name) => {
      const source = readScenarioText(name);
      expect(validate(parse(source.text))).toBe(true);
      const sentence = expect.stringMatching(/^[A-Z].+\.$/) as string;
      const says = {
        name: expect.stringMatching(/^[A-Z]/) as string,
        description: sentence,
        needs: sentence,
      };
      expect(reader().readText(source)).toMatchObject({ ok: true, value: [says] });
    },
  );

  it.each(Object.entries(goodScenarios))("accepts %s, and so does the reader", (_, text) => {
    expect(reader().readText({ file: "a.yaml", text })).toMatchObject({ ok: true });
    expect(validate(parse(text))).toBe(true);
  });

  // No schema can express these rules about names, and about a step as a whole.
  const beyond = [
    "scenario-syntax",
    "scenario-empty",
    "scenario-too-long",
    "scenario-step",
    "scenario-fault",
    "scenario-name",
  ];
  const typos = brokenScenarios.filter(({ want }) => !beyond.includes(want.code));

  it.each(typos)("rejects the text with the problem: $name", ({ given }) => {
    expect(validate(parse(given))).toBe(false);
  });

  it("describes every event for the completion of an editor", () => {
    const { definitions } = schema as {
      definitions: { step: { properties: Record<string, { description?: string }> } };
    };
    const { properties } = definitions.step;
    for (const { name, prose } of ownContract().model.events)
      expect(properties[name]?.description).toContain(prose.description);
    expect(Object.values(properties).filter(({ description }) => description === undefined)).toEqual([]);
  });
});
