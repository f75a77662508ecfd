import { createCollection } from "../../collection/collection.js";
import { guideFile } from "../code-file.js";
import { printJson } from "../json-file.js";
import type { OutputFile, Target } from "../target.js";
import { environment } from "./environment.js";
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
