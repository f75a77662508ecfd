import { parse } from "yaml";
import { getOwn, isObject, type Json, type JsonObject } from "../../generator/base/json.js";

/** The targets that write documents, generated together from the same view. */
export const targets = ["openapi", "asyncapi"];

export function readDocument(files: ReadonlyMap<string, string>, path: string): JsonObject {
  const text = files.get(path) ?? "";
  return (path.endsWith(".json") ? JSON.parse(text) : parse(text)) as JsonObject;
}

/** Undefined if there is no value at the path. */
export const at = (document: Json | undefined, ...names: readonly string[]): Json | undefined =>
  names.reduce(getOwn, document);

/** By path. Leaves out examples, which are bodies of tills. */
export function listParts(part: Json, path: readonly string[] = []): (readonly [readonly string[], Json])[] {
  const isExample = path.at(-1) === "examples" || path.at(-1) === "example";
  const inner =
    typeof part !== "object" || part === null || isExample
      ? []
      : Object.entries(part).flatMap(([key, value]) => listParts(value, [...path, key]));
  return [[path, part], ...inner];
}

export const listBroken = (document: JsonObject): string[] =>
  listReferences(document).filter((reference) => resolve(document, reference) === undefined);

/** Leaves out parts that are used by name. */
export function listUnused(document: JsonObject): string[] {
  const used = new Set(listReferences(document));
  return Object.entries(document["components"] ?? {}).flatMap(([kind, parts]) =>
    kind === "securitySchemes" || !isObject(parts as Json)
      ? []
      : Object.keys(parts as object)
          .map((name) => `#/components/${kind}/${name}`)
          .filter((reference) => !used.has(reference)),
  );
}

const listReferences = (document: JsonObject): string[] =>
  listParts(document).flatMap(([path, value]) =>
    path.at(-1) === "$ref" && typeof value === "string" ? [value] : [],
  );

const resolve = (document: JsonObject, reference: string): Json | undefined =>
  reference.startsWith("#/") ? at(document, ...reference.slice(2).split("/")) : undefined;
