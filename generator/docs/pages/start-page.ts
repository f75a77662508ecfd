import type { Block } from "../blocks/block.js";
import { jsonBlock } from "../blocks/write.js";
import { linkToErrorCodes, linkToObject } from "../links.js";
import { pagePaths, type Page } from "../page.js";
import { listSamples } from "../samples/event-samples.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";
import type { Survey } from "../survey/survey.js";
import type { Words } from "../words/words.js";

/** The page for newcomers to webhooks of MplusKASSA: step by step to the first one. */
export const startPage = (survey: Survey, words: Words): Page => ({
  path: pagePaths.start,
  group: "guide",
  ...words.page("start", {
    secret: testSecret,
    signature: testSignature,
    undecoded: undecodedSignature,
    request: firstRequest(survey),
    errorCodes: linkToErrorCodes(survey.view),
    errorRequest: linkToObject(survey.view.errorRequest.name),
  }),
});

/** This event is nearly as small as a request can be, and every release has it. */
function firstRequest(survey: Survey): Block[] {
  const event = survey.view.events.find(({ name }) => name === "startSession");
  const [first] = event ? (listSamples(event.name, survey)[0]?.bodies ?? []) : [];
  return first ? [jsonBlock(first.body, first.title)] : [];
}
