import { withHashBanner } from "../../text/source-file.js";
import { formatYamlForAll } from "../../text/yaml.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toDocument } from "./document.js";

/** The target that writes an AsyncAPI document. */
export const asyncapi: Target<"asyncapi"> = {
  name: "asyncapi",
  summary: "AsyncAPI 3.0: every event as a channel, with its request and its reply",
  needs: [],
  emit: (view, context) => Promise.resolve(emitAsyncApi(view, context)),
};

function emitAsyncApi(view: View, context: TargetContext): readonly OutputFile[] {
  const document = toDocument(view, context);
  return [
    {
      path: "asyncapi/mplus.asyncapi.yaml",
      content: withHashBanner(formatYamlForAll(document)),
    },
    { path: "asyncapi/mplus.asyncapi.json", content: printJson(document) },
    guideFile("asyncapi", context),
  ];
}
