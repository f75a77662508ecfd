import { dialects } from "../../schema/dialects.js";
import { toDefinitions } from "../../schema/schemas.js";
import { printJson } from "../json-file.js";
import { banner } from "../../text/source-file.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import type { OutputFile, Target } from "../target.js";

/** The target that writes JSON Schema. */
export const jsonschema: Target<"jsonschema"> = {
  name: "jsonschema",
  summary: "JSON Schema of every request, every answer and what they hold: 2020-12 and draft-07",
  needs: [],
  emit: (view, context) =>
    Promise.resolve([
      printWhole(wholes.newest, view),
      printWhole(wholes.draft07, view),
      guideFile("jsonschema", context),
    ]),
};

const newest = "https://json-schema.org/draft/2020-12/schema";

/** The files that hold the whole contract. */
const wholes = {
  newest: {
    path: "jsonschema/mplus.schema.json",
    schema: newest,
    keyword: "$defs",
    dialect: dialects["2020-12"],
  },
  draft07: {
    path: "jsonschema/draft-07.schema.json",
    schema: "http://json-schema.org/draft-07/schema#",
    keyword: "definitions",
    dialect: dialects["draft-07"],
  },
} as const;

function printWhole(
  { path, schema, keyword, dialect }: (typeof wholes)[keyof typeof wholes],
  view: View,
): OutputFile {
  const definitions = toDefinitions(view, dialect);
  const content = {
    $schema: schema,
    $id: toUrn(view, keyword),
    $comment: banner,
    [keyword]: Object.fromEntries(definitions),
  };
  return { path, content: printJson(content) };
}

/** One for each fleet and mode, so that a program can hold several of them. */
const toUrn = ({ fleet, responseMode }: View, keyword: string): string =>
  ["urn:mplus-codegen", fleet.label, responseMode, keyword.replace("$", "")].join(":");
