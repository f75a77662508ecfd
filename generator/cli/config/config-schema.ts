import { targets } from "../../targets/all.js";
import { outputOptions, type Option } from "../../options.js";

/** The JSON Schema (2020-12) of a config in JSON, by which editors complete and check one. */
export const createConfigSchema = (): object => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:mplus-codegen:config",
  title: "mplus-codegen.config.json",
  type: "object",
  properties: {
    $schema: { description: "Where this schema is.", type: "string" },
    outputs: { description: "Each in a folder of its own.", type: "array", minItems: 1, items: output },
  },
  required: ["outputs"],
  additionalProperties: false,
});

const output = {
  type: "object",
  properties: {
    ...Object.fromEntries(Object.entries(outputOptions).map(([key, option]) => [key, describeValue(option)])),
    target: {
      description: "What to generate.",
      type: "array",
      minItems: 1,
      items: { enum: targets.map(({ name }) => name) },
    },
  },
  required: ["target"],
  additionalProperties: false,
};

function describeValue({ describe, type, choices, default: initial, nonEmpty }: Option): object {
  return {
    description: describe,
    ...(choices ? { enum: choices } : { type: type === "boolean" ? type : "string" }),
    ...(nonEmpty && { minLength: 1 }),
    ...(initial !== undefined && { default: initial }),
  };
}
