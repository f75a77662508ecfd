import type { JsonSchema } from "../../spec/ajv.js";
import type { ObjectModel } from "../../model/model.js";
import type { ObjectTree, PropertyTree, StringTree, Tree } from "../../lattice/tree.js";

/** Schemas of objects that scenarios name parts of, under `#/definitions/`. */
export interface PartSchemas {
  /** The schema of a property: with `isSeen`, null says that it is not there. */
  readonly property: (property: PropertyTree, isSeen: boolean) => JsonSchema;
  /** The definitions that the schemas so far refer to. */
  readonly definitions: () => Readonly<Record<string, JsonSchema>>;
}

/** A text with a value of the scenario in it may stand in the place of anything. */
const filledLater = { type: "string", pattern: "\\$\\{", $comment: "${…}" };

/**
 * Makes schemas of parts: every property may be left out, none may be misspelt, and what a text has to look like is the
 * till's to judge.
 */
export function createPartSchemas(): PartSchemas {
  const names = new Map<ObjectModel, string>();
  const definitions = new Map<string, JsonSchema>();

  const property = ({ type, model }: PropertyTree, isSeen: boolean): JsonSchema => {
    const { description } = model.prose;
    const schema = typeSchema(isSeen ? { ...type, null: true } : type, isSeen);
    if (typeof schema === "boolean") return description === "" ? schema : { description };
    return { description, ...schema };
  };

  const typeSchema = (tree: Tree, isSeen: boolean): JsonSchema => {
    if (tree.any) return true;
    const kinds = listKinds(tree, isSeen);
    const [first] = kinds;
    return first && kinds.length === 1 ? first : { anyOf: kinds };
  };

  const listKinds = (tree: Tree, isSeen: boolean): Exclude<JsonSchema, boolean>[] => {
    const { number, string, array, object } = tree;
    const simple = [
      ...(tree.null ? ["null"] : []),
      ...(tree.boolean ? ["boolean"] : []),
      ...(number ? [number.level === "number" ? "number" : "integer"] : []),
    ];
    const texts = string ? [textSchema(string)] : [];
    const isText = texts.some((schema) => !("enum" in schema));
    return [
      ...texts,
      ...(simple.length > 0 ? [{ type: simple.length === 1 ? simple[0] : simple }] : []),
      ...(array ? [{ type: "array", items: array.items ? typeSchema(array.items, isSeen) : {} }] : []),
      ...(object ? [{ $ref: define(object, isSeen) }] : []),
      ...(isText ? [] : [filledLater]),
    ];
  };

  const define = (object: ObjectTree, isSeen: boolean): string => {
    const name = names.get(object.model) ?? nameApart(object.model.title, definitions);
    names.set(object.model, name);
    // Set before its properties are looked at, as one of them may hold it again.
    if (!definitions.has(name)) {
      definitions.set(name, true);
      definitions.set(name, objectSchema(object, isSeen));
    }
    return `#/definitions/${name}`;
  };

  const objectSchema = ({ model, open, properties }: ObjectTree, isSeen: boolean): JsonSchema => ({
    description: model.prose.description,
    type: "object",
    properties: Object.fromEntries([...properties].map(([name, each]) => [name, property(each, isSeen)])),
    ...(!open && { additionalProperties: false }),
  });

  return { property, definitions: () => Object.fromEntries(definitions) };
}

const textSchema = (tree: StringTree): Exclude<JsonSchema, boolean> =>
  tree.values && !tree.open ? { type: "string", enum: [...tree.values.keys()] } : { type: "string" };

/** A request and an answer may have objects of one title. */
function nameApart(title: string, taken: ReadonlyMap<string, unknown>): string {
  let name = title;
  for (let count = 2; taken.has(name); count += 1) name = `${title}${count}`;
  return name;
}
