import { report } from "../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import { releaseNotation } from "../../base/time/release.js";
import { createAjv, type ErrorObject, type ValidateFunction } from "../read/ajv.js";
import { type FileKind, findFileKind } from "../read/files.js";
import { listParentPaths, placeIn, placeInside } from "../read/pointer.js";
import type { ParsedFile } from "../read/json-text.js";
import { defined } from "../read/values.js";

export type Dialect = (kind: FileKind) => ValidateFunction;

type MetaSchemas = ReadonlyMap<string, string>;

/** Compiles the meta-schemas. This takes longer than checking a small spec. */
export function createDialect(schemas: MetaSchemas): Dialect {
  const ajv = createAjv({ allErrors: true, verbose: true });
  ajv.addFormat("release", releaseNotation);
  for (const [name, text] of schemas) ajv.addSchema(JSON.parse(text) as object, name);
  return (kind) =>
    defined(ajv.getSchema(`${kind}.schema.json`), `the dialect has a meta-schema of each ${kind} file`);
}

export function checkDialect(file: ParsedFile, getSchemaFor: Dialect): readonly Problem[] {
  const kind = findFileKind(file.path);
  if (!kind) return [report("unexpected-file", { path: file.path }, placeIn(file.path))];
  const validate = getSchemaFor(kind);
  if (validate(file.value)) return [];
  return listInnermost(validate.errors ?? []).map((error) => toDialectProblem(error, file.path));
}

/** ajv reports a failed `anyOf` in addition to the failures inside it. */
function listInnermost(errors: readonly ErrorObject[]): readonly ErrorObject[] {
  const own = errors.filter(({ keyword }) => keyword !== "type" && keyword !== "anyOf");
  const failedAt = new Set(errors.flatMap(({ schemaPath }) => listParentPaths(schemaPath)));
  const wrongAt = new Set(
    own.flatMap(({ instancePath }) => [instancePath, ...listParentPaths(instancePath)]),
  );
  return errors.filter(({ keyword, schemaPath, instancePath }) => {
    if (keyword === "anyOf") return !failedAt.has(schemaPath);
    const isTypeOfAlternative = keyword === "type" && schemaPath.includes("/anyOf/");
    return keyword !== "propertyNames" && !(isTypeOfAlternative && wrongAt.has(instancePath));
  });
}

function toDialectProblem(error: ErrorObject, file: string): Problem {
  const place: SourceLocation = { file, pointer: error.instancePath };
  const params = error.params as Readonly<Record<string, unknown>>;
  if (error.keyword === "additionalProperties") {
    const keyword = String(params["additionalProperty"]);
    const all = Object.keys((error.parentSchema?.["properties"] as object | undefined) ?? {});
    // Never suggest a key that the object already has.
    const known = all.filter((name) => !Object.hasOwn(error.data as object, name));
    const inside = placeInside(place, keyword);
    const whole = known.find((name) => name.startsWith(`${keyword}-`));
    return report("unknown-keyword", { keyword, suggestion: whole ?? suggest(keyword, known) }, inside);
  }
  // An empty file lacks code, not a sentence.
  if (error.keyword === "minLength" && error.data === "" && place.pointer !== "")
    return report("empty-text", {}, place);
  if (error.keyword === "required")
    return report("missing-keyword", { keyword: String(params["missingProperty"]) }, place);
  // ajv reports a malformed key at its object.
  const key = (error as { propertyName?: string }).propertyName;
  const at = error.keyword === "pattern" && key !== undefined ? placeInside(place, key) : place;
  const expected = describeExpected(error.keyword, params) ?? error.message;
  return report("invalid-value", { expected: expected ?? "is not what the dialect expects" }, at);
}

/** Undefined if ajv's own words will do. */
function describeExpected(keyword: string, params: Readonly<Record<string, unknown>>): string | undefined {
  if (keyword === "enum") return `must be one of ${[params["allowedValues"]].flat().join(", ")}`;
  if (keyword === "pattern") return `must match ${String(params["pattern"])}`;
  if (keyword !== "format") return undefined;
  return params["format"] === "release"
    ? "must be a release: up to three numbers, such as 59.3.2"
    : `must be a ${String(params["format"])}`;
}
