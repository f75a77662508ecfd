import type * as Library from "quicktype-core";
import { dialects, type SchemaDialect } from "../../contract/schema/dialects.js";
import { toDefinitions } from "../../contract/schema/schemas.js";
import { banner } from "../../base/text/source-file.js";
import type { View } from "../../contract/view/view.js";
import { collectReferenced, findInlined, findProperty, listBodies } from "../../contract/view/walk.js";
import { toAnyComment } from "../doc-comment.js";
import type { OutputFile } from "../target.js";

type Quicktype = typeof Library;

export interface QuicktypeSettings {
  readonly language: "csharp" | "java" | "python";
  readonly options: Readonly<Record<string, string>>;
  /** The file of all models, or the folder with a file for each. */
  readonly path: string;
}

/** quicktype accesses neither files nor network. It is large, so users install it themselves. */
export async function renderModels(
  view: View,
  { language, options, path }: QuicktypeSettings,
): Promise<readonly OutputFile[]> {
  const library = await import("quicktype-core");
  const source = new library.JSONSchemaInput(undefined);
  await source.addSource({ name: "contract", uris: ["#/bodies/"], schema: toSchemaText(view) });
  const inputData = new library.InputData();
  inputData.addInput(source);
  const files = await library.quicktypeMultiFile({
    inputData,
    lang: language === "python" ? createPython(library, view) : library.languageNamed(language),
    rendererOptions: options,
    // Replaces the usage notes for each body. The guide has them once.
    leadingComments: [banner],
    // The schema is complete. Otherwise the library would guess dates, maps and merged types.
    ...Object.fromEntries(library.inferenceFlagNames.map((name) => [name, false])),
  });
  return (
    [...files]
      // Functions for each body, which write null for omitted properties. The guide has one mapper instead.
      .filter(([name]) => name !== "Converter.java")
      .map(([name, { lines }]) => ({
        path: path.endsWith("/") ? path + name : path,
        content: lines.map(cleanLine).join("\n"),
      }))
  );
}

/** A single schema, because the library would create the types anew for each one. It keeps titles as names. */
function toSchemaText(view: View): string {
  const named = [...toDefinitions(view, modelDialect)].map(([name, schema]) => {
    const order = Object.keys(schema["properties"] ?? {});
    return [name, { ...schema, ...(order.length > 0 && { quicktypePropertyOrder: order }) }] as const;
  });
  return JSON.stringify({
    bodies: Object.fromEntries(listBodies(view).all.map(({ name }) => [name, modelDialect.refer(name)])),
    definitions: Object.fromEntries(named),
  });
}

/**
 * Only types constrain a property. A format would turn a string into a date, which is written differently.
 * Required properties come first, so that the others can be omitted when creating a value; otherwise the spec's
 * order applies. Only required properties allow null: most languages have one null for both absent and null, so
 * optional properties are omitted instead.
 */
const modelDialect: SchemaDialect = {
  ...dialects["draft-07"],
  describe: toAnyComment,
  isExact: false,
  hasExamples: false,
  nullsIn: "required places",
  requiredFirst: true,
};

/**
 * Cleans a line of the library, which pads lines and does not escape control characters in Java literals. Escapes are
 * octal because Java reads `\u000d` as a line end even in literals.
 */
const cleanLine = (line: string): string =>
  line
    .trimEnd()
    // Optional properties may be null, and old releases of Newtonsoft.Json lack this value.
    .replace("Required = Required.DisallowNull, ", "")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f]/g,
      (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
    );

/** Adds the JSON names that `mplus_json.py` reads to the library's plain Python types. */
function createPython(
  { PythonRenderer, PythonTargetLanguage, getOptionValues, pythonOptions }: Quicktype,
  view: View,
): Library.TargetLanguage {
  const requests = new Map(
    collectReferenced(listBodies(view).requests).objects.map((object) => [object.name, object]),
  );
  class Renderer extends PythonRenderer {
    protected override emitClassMembers(type: Library.ClassType): void {
      const properties = [...type.getProperties()];
      const request = requests.get(type.getCombinedName());
      const list = (title: string, isListed: (name: string, property: Library.ClassProperty) => boolean) => {
        const listed = properties.filter(([name, property]) => isListed(name, property));
        if (listed.length > 0)
          this.emitLine(title, " = {", listed.map(([name]) => `"${name}"`).join(", "), "}");
      };
      if (properties.length > 0) {
        this.emitBlock("JSON_NAMES = {", () => {
          this.forEachClassProperty(type, "none", (name, json) => {
            this.emitLine('"', name, '": "', json, '",');
          });
        });
        this.emitLine("}");
      }
      list("NULLABLE", (_, { type: { isNullable }, isOptional }) => isNullable && !isOptional);
      list("UNDOCUMENTED", (name) => findProperty(request, name)?.lenient === true);
      const inlined = request && findInlined(request);
      if (inlined) {
        const names = inlined.names.map((name) => `"${name}"`).join(", ");
        const nullable = inlined.nullable ? "True" : "False";
        this.emitLine(`INLINED = {"${inlined.property.name}": ({${names}}, ${nullable})}`);
      }
    }
  }

  return new (class Language extends PythonTargetLanguage {
    protected override makeRenderer(context: Library.RenderContext, values: object): Renderer {
      return new Renderer(this, context, getOptionValues(pythonOptions, values));
    }
  })();
}
