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
  { name: "server-3.1", kind: "server", version: versions["3.1"] },
  { name: "server-3.0", kind: "server", version: versions["3.0"] },
  { name: "webhooks-3.1", kind: "webhooks", version: versions["3.1"] },
] as const satisfies readonly { name: string; kind: Kind; version: Version }[];

function emitOpenApi(view: View, context: TargetContext): readonly OutputFile[] {
  const listed = listOperations(view, context);
  const files = documents.flatMap(({ name, kind, version }) => {
    const document = toDocument(kind, version, { ...listed, view, context });
    return [
      { path: `openapi/${name}.yaml`, content: withHashBanner(formatYamlForAll(document)) },
      { path: `openapi/${name}.json`, content: printJson(document) },
    ];
  });
  return [...files, guideFile("openapi", context)];
}
