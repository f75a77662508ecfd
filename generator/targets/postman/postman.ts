import { createCollection, settings } from "../../collection/collection.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import type { OutputFile, Target } from "../target.js";
import { printCollection } from "./print-collection.js";

/** The target that writes a collection for Postman and newman, and an environment for it. */
export const postman: Target<"postman"> = {
  name: "postman",
  summary: "a Postman collection: signed sample requests of every event, and tests of the answers",
  needs: [],
  emit: (view, context) => {
    const collection = createCollection(view, context);
    return Promise.resolve([
      jsonFile("collection", printCollection(collection, context.template)),
      jsonFile("environment", environment),
      guideFile("postman", context),
    ]);
  },
};

/** A file that Postman recognizes by its name. */
const jsonFile = (kind: string, value: object): OutputFile => ({
  path: `postman/mplus-webhooks.postman_${kind}.json`,
  content: printJson(value),
});

/** The environment: where the server is, and who signs. */
const environment = {
  name: "MplusKASSA webhooks, local",
  values: Object.entries(settings).map(([key, value]) => ({
    key,
    value,
    type: key === "secret" ? "secret" : "default",
    enabled: true,
  })),
  // What the app knows an environment by.
  _postman_variable_scope: "environment",
} as const;
