import Ajv2020 from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { checkConfig, createConfigSchema } from "../../../generator/cli/inputs/config.js";
import { brokenConfigs } from "./broken-configs.js";

const isValid = new Ajv2020.default({ strict: true }).compile(createConfigSchema());

/** Problems that the schema cannot find, because they depend on paths, files or the whole call. */
const unseen = ["usage", "json-syntax", "duplicate-key"];
const given = brokenConfigs.flatMap(({ name, files: { "mplus-codegen.config.json": text }, want }) =>
  text === undefined || unseen.includes(want.code) ? [] : [{ name, text }],
);

it.each(given)("the schema of configs refuses one of which is said: $name", ({ text }) => {
  expect(isValid(JSON.parse(text))).toBe(false);
});

it("the schema of configs takes what the program takes", () => {
  const config = {
    $schema: "x",
    outputs: [{ target: ["types", "docs"], versions: "48,56", out: "a", responses: "gated", crypto: "web" }],
  };
  expect(isValid(config)).toBe(true);
  expect(checkConfig(config, { file: "", pointer: "" }).ok).toBe(true);
});
