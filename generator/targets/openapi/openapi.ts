import { settings } from "../../collection/collection.js";
import { dialects, type Dialect } from "../../schema/dialects.js";
import { toDefinitions } from "../../schema/schemas.js";
import type { View } from "../../view/view.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import { listOperations } from "../operations.js";
import { describeInterface, endpoint, headers, interfaceTitle, toDocumentVersion } from "../protocol.js";
import type { OutputFile, Target, TargetContext } from "../target.js";
import { toPathItem, toRefusal, type DocumentSources } from "./operation.js";

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

/** A version of OpenAPI: what its documents say that those of others do not. */
export interface Version {
  readonly openapi: string;
  readonly dialect: Dialect;
  readonly license: Readonly<Record<string, string>>;
}

/** The versions that documents are written in. */
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
} as const satisfies Record<string, Version>;

/** A document of OpenAPI, as plain data: what a partner serves. */
function toDocument(version: Version, sources: DocumentSources): object {
  const { view, operations, tags, definitions } = sources;
  const { dialect } = version;
  return {
    openapi: version.openapi,
    info: {
      title: interfaceTitle,
      version: toDocumentVersion(view),
      description: describeInterface(view),
      license: version.license,
    },
    servers: [server],
    security: [{ signature: [] }],
    tags: tags.map(({ name, description }) => ({ name, description })),
    paths: Object.fromEntries(
      operations.map((operation) => [`/${operation.event.name}`, toPathItem(operation, sources, dialect)]),
    ),
    components: {
      schemas: Object.fromEntries(definitions),
      responses: { Refusal: toRefusal(sources, dialect) },
      parameters: { SubscriptionId: subscriptionId },
      headers: {
        Signature: { description: headers.answerSignature.description, schema: { type: "string" } },
      },
      securitySchemes: {
        signature: { type: "apiKey", in: "header", ...headers.signature },
      },
    },
  };
}

const server = {
  url: endpoint.example,
  description: `An example: put yours here. ${endpoint.description}`,
};

const subscriptionId = {
  ...headers.subscription,
  in: "header",
  required: true,
  schema: { type: "string" },
  example: settings.subscriptionId,
};
