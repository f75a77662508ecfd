import { toDefinitions } from "../../schema/schemas.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import { listOperations } from "../operations.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toDocument } from "./document.js";
import { versions } from "./versions.js";

/** The target that writes OpenAPI documents. */
export const openapi: Target<"openapi"> = {
  name: "openapi",
  summary: "OpenAPI 3.1 and 3.0, for generators and viewers of any language",
  needs: [],
  emit: (view, context) => Promise.resolve(emitOpenApi(view, context)),
};

function emitOpenApi(view: View, context: TargetContext): readonly OutputFile[] {
  const listed = listOperations(view, context);
  const files = Object.entries(versions).map(([name, version]) => {
    const definitions = toDefinitions(view, version.dialect);
    const document = toDocument(version, { ...listed, view, context, definitions });
    return { path: `openapi/server-${name}.json`, content: printJson(document) };
  });
  return [...files, guideFile("openapi", context)];
}
