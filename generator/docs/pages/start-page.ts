import type { Block } from "../../blocks/block.js";
import { jsonBlock } from "../../blocks/write.js";
import { linkToErrorCodes, linkToObject } from "../links.js";
import type { Page } from "../page.js";
import { listSamples } from "../samples/samples.js";
import { testSecret, testSignature, undecodedSignature } from "../samples/test-vectors.js";
import type { PageData } from "../page-data.js";

/** The page for newcomers to webhooks of MplusKASSA: step by step to the first one. */
export const startPage = (data: PageData): Page =>
  data.words.page("start", "guide", {
    secret: testSecret,
    signature: testSignature,
    undecoded: undecodedSignature,
    request: firstRequest(data),
    errorCodes: linkToErrorCodes(data.errorCodes),
    errorRequest: linkToObject(data.fleetView.errorRequest.name),
  });

/** This event is nearly as small as a request can be, and every release has it. */
function firstRequest(data: PageData): Block[] {
  const event = data.events.find(({ name }) => name === "startSession");
  const [first] = event ? (listSamples(event.name, data)[0]?.bodies ?? []) : [];
  return first ? [jsonBlock(first.body, first.title)] : [];
}
