import { listSampleRequests } from "../../collection/sample-requests.js";
import { showInvisible } from "../../text/invisible.js";
import { guideFile } from "../code-file.js";
import type { OutputFile, Target } from "../target.js";
import { createCollection } from "./collection.js";
import { environment } from "./environment.js";

/** The target that writes a collection for Postman and newman, and an environment for it. */
export const postman: Target<"postman"> = {
  name: "postman",
  summary: "a Postman collection: signed sample requests of every event, and tests of the answers",
  needs: [],
  emit: (view, context) => {
    const events = listSampleRequests(view, context.album);
    return Promise.resolve([
      jsonFile("collection", createCollection(events, view, context)),
      jsonFile("environment", environment),
      guideFile("postman", context),
    ]);
  },
};

/** A file that Postman recognizes by its name. Characters that nobody sees stand in texts only, where JSON has escapes. */
const jsonFile = (kind: string, value: object): OutputFile => ({
  path: `postman/mplus-webhooks.postman_${kind}.json`,
  content: `${JSON.stringify(value, null, 2).split("\n").map(showInvisible).join("\n")}\n`,
});
