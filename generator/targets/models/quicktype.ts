import type * as Library from "quicktype-core";
import { dialects, type SchemaDialect } from "../../contract/schema/dialects.js";
import { toDefinitions } from "../../contract/schema/schemas.js";
import { banner } from "../../base/text/source-file.js";
import type { View } from "../../contract/view/view.js";
import { collectReferenced, findInlined, findProperty, listBodies } from "../../contract/view/walk.js";
import { toAnyComment } from "../doc-comment.js";
import type { OutputFile } from "../target.js";

type Quicktype = typeof Library;

/** The settings of quicktype for a language. */
export interface QuicktypeSettings {
  readonly language: "csharp" | "java" | "python";
  readonly options: Readonly<Record<string, string>>;
  /** The file of all models, or the folder of a file for each. */
  readonly path: string;
}

/** Writes models with the library, which opens no file and no connection. It is large, so that users install it themselves. */
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
    // In the place of how to call the functions of each body: the guide says it once.
    leadingComments: [banner],
    // The schema says everything. What the library would guess is that texts are dates, that objects are maps, and that two types are one.
    ...Object.fromEntries(library.inferenceFlagNames.map((name) => [name, false])),
  });
  return (
    [...files]
      // Functions for each body, which write null for all that is left out. The guide has one mapper in their place.
      .filter(([name]) => name !== "Converter.java")
      .map(([name, { lines }]) => ({
        path: path.endsWith("/") ? path + name : path,
        content: lines.map(cleanLine).join("\n"),
      }))
  );
}

/** One schema for all, since the library would make the types of each schema anew. A title is a name that it keeps. */
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
 * What a property takes is said by its type alone: a format would turn a text into a date, which goes back as another text.
 * What is required comes first, so that the rest can be left out where a value is made; else the order is the spec's. Null is
 * said where it is asked for. What is optional is left out instead, since most languages have one null for both.
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
 * A line of the library, which aligns what stands in columns up to the end of a line, and leaves control characters in the
 * literals of Java as they are. Octal: Java reads `\u000d` as the end of a line before it reads literals.
 */
const cleanLine = (line: string): string =>
  line
    .trimEnd()
    // What is optional may be null, and old releases of Newtonsoft.Json do not know the word.
    .replace("Required = Required.DisallowNull, ", "")
    .replace(
      /[\u0000-\u0008\u000b-\u001f\u007f]/g,
      (character) => `\\${character.charCodeAt(0).toString(8).padStart(3, "0")}`,
    );

/** Python as the library writes plain types, with the names in JSON, which `mplus_json.py` reads. */
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
