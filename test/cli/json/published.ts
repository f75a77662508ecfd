import { readFileSync } from "node:fs";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import type { ResultName } from "../../../generator/cli/json/results.js";

interface Schema {
  readonly $id: string;
}

/** A schema as the build has published it. */
const readSchema = (name: ResultName): Schema =>
  JSON.parse(
    readFileSync(new URL(`../../../dist/schemas/${name}.schema.json`, import.meta.url), "utf8"),
  ) as Schema;

/** What holds all that a command prints with --json, and each of its two parts alone. */
export function compile(name: ResultName): Readonly<Record<"all" | "result" | "problems", ValidateFunction>> {
  const schema = readSchema(name);
  const ajv = new Ajv2020({ strict: true, allErrors: true }).addSchema(schema);
  const find = (pointer: string): ValidateFunction => {
    const found = ajv.getSchema(`${schema.$id}${pointer}`);
    if (!found) throw new Error(`${name} has no ${pointer}`);
    return found;
  };
  return { all: find(""), result: find("#/$defs/result"), problems: find("#/$defs/problems") };
}
