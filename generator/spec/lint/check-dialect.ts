import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import { createAjv, type Ajv, type ErrorObject } from "../ajv.js";
import type { ParsedFile } from "../read/parse-source.js";
import { joinPointer } from "../pointer.js";
import { parseRelease } from "../../time/release.js";
import { kindOfFile } from "../spec-files.js";
import { suggest } from "../../text/suggest.js";

/** The meta-schemas of the dialect, by file name, as they lie in `spec/dialect/`. */
export type Dialect = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** Holds each file against the meta-schema of its kind: unknown keywords, wrong types, malformed names. */
export function checkDialect(files: readonly ParsedFile[], dialect: Dialect): readonly Problem[] {
  const ajv = known.get(dialect) ?? createDialectAjv(dialect);
  known.set(dialect, ajv);
  return files.flatMap((file) => checkFile(file, ajv));
}

/** To compile a dialect takes longer than to hold a small spec against it. */
const known = new WeakMap<Dialect, Ajv>();

function createDialectAjv(dialect: Dialect): Ajv {
  const ajv = createAjv({ allErrors: true, verbose: true });
  ajv.addFormat("release", (text) => parseRelease(text) !== undefined);
  for (const [name, schema] of dialect) ajv.addSchema(schema, name);
  return ajv;
}

function checkFile(file: ParsedFile, ajv: Ajv): Problem[] {
  const kind = kindOfFile(file.path);
  if (!kind) return [report("unexpected-file", { path: file.path }, { file: file.path, pointer: "" })];
  const validate = ajv.getSchema(`${kind}.schema.json`);
  if (!validate) throw new Error(`the dialect has no ${kind}.schema.json`);
  if (validate(file.value)) return [];
  const errors = validate.errors ?? [];
  return errors.filter((error) => tellsMost(error, errors)).map((error) => toProblem(error, file.path));
}

/** An `anyOf` that failed also reports what failed inside it; only the innermost is worth reading. */
function tellsMost(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword === "propertyNames") return false;
  if (error.keyword !== "anyOf") return !isTypeOfAlternative(error, errors);
  return !errors.some((other) => other !== error && other.schemaPath.startsWith(`${error.schemaPath}/`));
}

const isTypeOfAlternative = (error: ErrorObject, errors: readonly ErrorObject[]): boolean =>
  error.keyword === "type" &&
  error.schemaPath.includes("/anyOf/") &&
  errors.some(
    (other) =>
      other.instancePath.startsWith(error.instancePath) &&
      other.keyword !== "type" &&
      other.keyword !== "anyOf",
  );

function toProblem(error: ErrorObject, file: string): Problem {
  const place: Place = { file, pointer: error.instancePath };
  const params = error.params as Record<string, unknown>;
  switch (error.keyword) {
    case "additionalProperties": {
      const keyword = String(params["additionalProperty"]);
      const known = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
      const inside = { file, pointer: joinPointer(error.instancePath, keyword) };
      return report("unknown-keyword", { keyword, suggestion: suggest(keyword, known) }, inside);
    }
    case "required":
      return report("missing-keyword", { keyword: String(params["missingProperty"]) }, place);
    case "enum":
      return report("invalid-value", { expected: `is none of ${listOf(params["allowedValues"])}` }, place);
    case "format":
      return report("invalid-value", { expected: expectedFormat(String(params["format"])) }, place);
    case "pattern":
      return report("invalid-value", { expected: expectedName(error) }, nameplace(error, file));
    default:
      return report("invalid-value", { expected: error.message ?? "is not what the dialect expects" }, place);
  }
}

const listOf = (values: unknown): string => (Array.isArray(values) ? values.map(String).join(", ") : "");

const expectedFormat = (format: string): string =>
  format === "release" ? "must be a release: up to three numbers, as in 59.3.2" : `must be a ${format}`;

const expectedName = (error: ErrorObject): string =>
  `must match ${(error.params as { pattern: string }).pattern}`;

/** A malformed key is reported by ajv on its object; the key itself is the better place. */
function nameplace(error: ErrorObject, file: string): Place {
  const key = (error as { propertyName?: string }).propertyName;
  return { file, pointer: key === undefined ? error.instancePath : joinPointer(error.instancePath, key) };
}
