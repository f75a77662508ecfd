import { toDefinitions, type Definitions } from "../../schema/definitions.js";
import { withHashBanner } from "../../text/source-file.js";
import { formatYamlForAll } from "../../text/yaml.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import { listOperations } from "../operations.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toDocument, type Kind } from "./document.js";
import { versions, type Version } from "./versions.js";

/** The target that writes OpenAPI documents. */
export const openapi: Target<"openapi"> = {
  name: "openapi",
  summary: "OpenAPI 3.1 and 3.0, for generators and viewers of any language",
  needs: [],
  reads: ["plain"],
  emit: (view, context) => Promise.resolve(emitOpenApi(view, context)),
};

/** OpenAPI knows webhooks from 3.1 on. */
const documents = [
  { name: "server-3.1", kind: "server", version: "3.1" },
  { name: "server-3.0", kind: "server", version: "3.0" },
  { name: "webhooks-3.1", kind: "webhooks", version: "3.1" },
] as const satisfies readonly { name: string; kind: Kind; version: keyof typeof versions }[];

function emitOpenApi(view: View, context: TargetContext): readonly OutputFile[] {
  const listed = listOperations(view, context);
  const define = ({ dialect }: Version): Definitions =>
    toDefinitions(view, dialect, { annotated: !context.plain });
  const definitions = { "3.0": define(versions["3.0"]), "3.1": define(versions["3.1"]) };
  const files = documents.flatMap(({ name, kind, version }) => {
    const sources = { ...listed, view, context, definitions: definitions[version] };
    const document = toDocument(kind, versions[version], sources);
    return [
      { path: `openapi/${name}.yaml`, content: withHashBanner(formatYamlForAll(document)) },
      { path: `openapi/${name}.json`, content: printJson(document) },
    ];
  });
  return [...files, guideFile("openapi", context)];
}
