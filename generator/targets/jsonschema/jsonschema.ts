import { dialects } from "../../contract/schema/dialects.js";
import { toDefinitions } from "../../contract/schema/schemas.js";
import { banner } from "../../base/text/source-file.js";
import type { View } from "../../contract/view/view.js";
import { guideFile, printJson } from "../code-file.js";
import type { OutputFile, Target } from "../target.js";

export const jsonschema: Target<"jsonschema"> = {
  name: "jsonschema",
  summary: "JSON Schema of all requests and answers: 2020-12 and draft-07",
  emit: (view, context) => [
    ...drafts.map((draft) => printDraft(draft, view)),
    guideFile("jsonschema", context),
  ],
};

const drafts = [
  {
    file: "mplus",
    $schema: "https://json-schema.org/draft/2020-12/schema",
    keyword: "$defs",
    dialect: dialects["2020-12"],
  },
  {
    file: "draft-07",
    $schema: "http://json-schema.org/draft-07/schema#",
    keyword: "definitions",
    dialect: dialects["draft-07"],
  },
] as const;

function printDraft({ file, $schema, keyword, dialect }: (typeof drafts)[number], view: View): OutputFile {
  const { fleet, responseMode } = view;
  const content = {
    $schema,
    // Unique for each fleet and mode, so that a program can load several.
    $id: ["urn:mplus-codegen", fleet.label, responseMode, keyword.replace("$", "")].join(":"),
    $comment: banner,
    [keyword]: Object.fromEntries(toDefinitions(view, dialect)),
  };
  return { path: `jsonschema/${file}.schema.json`, content: printJson(content) };
}
