import { settings } from "../../collection/collection.js";
import { dialects } from "../../schema/dialects.js";
import { toDefinitions } from "../../schema/schemas.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import { listOperations } from "../operations.js";
import { endpoint, headers, toInfo } from "../protocol.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toOperation, toRefusal } from "./operation.js";

/** The target that writes OpenAPI documents. */
export const openapi: Target<"openapi"> = {
  name: "openapi",
  summary: "OpenAPI 3.1 and 3.0, for generators and viewers of any language",
  needs: [],
  emit: (view, context) => Promise.resolve(emitOpenApi(view, context)),
};

/** The versions that documents are written in: what those of one say otherwise. */
const versions = {
  "3.0": {
    openapi: "3.0.3",
    dialect: dialects["openapi-3.0"],
    license: { name: "MIT", url: "https://opensource.org/license/mit" },
  },
  "3.1": {
    openapi: "3.1.1",
    dialect: dialects.components,
    license: { name: "MIT", identifier: "MIT" },
  },
} as const;

function emitOpenApi(view: View, context: TargetContext): readonly OutputFile[] {
  const { operations, tags, refused } = listOperations(view, context);
  const paths = Object.fromEntries(
    operations.map((each) => [`/${each.event.name}`, { post: toOperation(each, view, context.album.model) }]),
  );
  const files = Object.entries(versions).map(([name, { openapi, dialect, license }]) => {
    const document = {
      openapi,
      info: { ...toInfo(view), license },
      servers: [server],
      security: [{ signature: [] }],
      tags,
      paths,
      components: {
        schemas: Object.fromEntries(toDefinitions(view, dialect)),
        responses: { Refusal: toRefusal(view, refused) },
        ...components,
      },
    };
    return { path: `openapi/server-${name}.json`, content: printJson(document) };
  });
  return [...files, guideFile("openapi", context)];
}

const server = {
  url: endpoint.example,
  description: `An example: put yours here. ${endpoint.description}`,
};

/** What is the same for every fleet. */
const components = {
  parameters: {
    SubscriptionId: {
      ...headers.subscription,
      in: "header",
      required: true,
      schema: { type: "string" },
      example: settings.subscriptionId,
    },
  },
  headers: {
    Signature: { description: headers.answerSignature.description, schema: { type: "string" } },
  },
  securitySchemes: { signature: { type: "apiKey", in: "header", ...headers.signature } },
};
