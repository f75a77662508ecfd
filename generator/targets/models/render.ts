import type { OutputFile } from "../target.js";
import type { Definitions } from "../../schema/schemas.js";
import { referTo, type Contract } from "./model-schema.js";
import type { ObjectView } from "../../view/view.js";
import { listBodies } from "../../view/walk.js";
import { banner } from "../../text/source-file.js";
import { loadQuicktype, type Quicktype, type TargetLanguage } from "./quicktype.js";

/** How the library writes a language. */
export interface LibraryWriting {
  /** Its name in the library, or what makes it. */
  readonly language: string | ((library: Quicktype) => TargetLanguage);
  readonly options: Readonly<Record<string, string>>;
  /** The file of all models, or the folder of a file for each. */
  readonly path: string;
}

/** Writes models with the library, with functions for the bodies where a language needs any. */
export async function renderModels(
  { view, schemas }: Contract,
  { language, options, path }: LibraryWriting,
): Promise<readonly OutputFile[]> {
  const library = await loadQuicktype();
  const source = new library.JSONSchemaInput(undefined);
  await source.addSource({
    name: "contract",
    uris: ["#/bodies/"],
    schema: toText(schemas, listBodies(view).all),
  });
  const inputData = new library.InputData();
  inputData.addInput(source);
  const files = await library.quicktypeMultiFile({
    inputData,
    lang: typeof language === "string" ? library.languageNamed(language as "go") : language(library),
    rendererOptions: options,
    // In the place of how to call the functions of each body: the guide says it once.
    leadingComments: [banner],
    // The schema says everything. What the library would guess is that texts are dates, that objects are maps, and that two types are one.
    ...Object.fromEntries(library.inferenceFlagNames.map((name) => [name, false])),
  });
  return [...files].map(([name, { lines }]) => ({
    path: path.endsWith("/") ? path + name : path,
    // The library aligns what stands in columns, up to the end of a line.
    content: lines.map((line) => line.trimEnd()).join("\n"),
  }));
}

/** One schema for all, since the library would make the types of each schema anew. A title is a name that it keeps. */
function toText(definitions: Definitions, bodies: readonly ObjectView[]): string {
  const named = [...definitions].map(([name, schema]) => {
    const order = Object.keys(schema["properties"] ?? {});
    return [
      name,
      { title: name, ...schema, ...(order.length > 0 && { quicktypePropertyOrder: order }) },
    ] as const;
  });
  return JSON.stringify({
    bodies: Object.fromEntries(bodies.map(({ name }) => [name, { $ref: referTo(name) }])),
    definitions: Object.fromEntries(named),
  });
}
