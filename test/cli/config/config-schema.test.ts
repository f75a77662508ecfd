import Ajv2020 from "ajv/dist/2020.js";
import { expect, it } from "vitest";
import { checkConfig, createConfigSchema } from "../../../generator/cli/inputs/config.js";
import { brokenConfigs } from "./broken-configs.js";

const isValid = new Ajv2020.default({ strict: true }).compile(createConfigSchema());

/** Problems that the schema cannot find, because they depend on paths, files or the whole call. */
const unseen = ["usage", "json-syntax", "duplicate-key"];
const found = brokenConfigs.flatMap(({ name, json, code }) =>
  json === undefined || unseen.includes(code) ? [] : [{ name, json }],
);

it.each(found)("an editor marks the config of which the program says: $name", ({ json }) => {
  expect(isValid(JSON.parse(json))).toBe(false);
});

it("an editor marks nothing in a config that the program accepts", () => {
  const output = {
    target: ["types", "docs"],
    versions: "48,56",
    out: "a",
    responses: "gated",
    crypto: "web",
  };
  const config = { $schema: "x", outputs: [output] };
  expect(isValid(config)).toBe(true);
  expect(checkConfig(config, { file: "", pointer: "" }).ok).toBe(true);
});
