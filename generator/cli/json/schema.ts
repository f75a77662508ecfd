import { results, type ResultName } from "./results.js";
import { problems } from "./results/problems.js";

export const resultNames = Object.keys(results) as readonly ResultName[];

/** The JSON Schema (2020-12) of what a command prints with `--json`: its result, or what is wrong. */
export function createResultSchema(name: ResultName): object {
  const { schema, definitions } = results[name];
  const call = name === "version" ? "--version" : name;
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: `urn:mplus-codegen:json:${name}`,
    title: `mplus-codegen ${call} --json`,
    description: "A result (exit code 0 or 1), or why there is none (exit code 2).",
    anyOf: [{ $ref: "#/$defs/result" }, { $ref: "#/$defs/problems" }],
    $defs: { result: schema, problems: problems.schema, ...definitions, ...problems.definitions },
  };
}
