import { formatRelease, parseRelease } from "../../../generator/base/time/release.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { answered, nothing } from "../answers.js";
import type { Case } from "../case.js";
import { post } from "../requests.js";

const pinned = parseRelease("48") ?? 0;

/** Without its answer if some shop of the checked-in code's fleet rejects it, or no till waits for it. */
export const eventCases: readonly Case[] = loadRealModel().examples.map((example): Case => {
  const { event, path, request, errorRequest, response, release } = example;
  const name = `takes ${path.replace(/^.*examples\//, "").replace(".json", "")} of v${formatRelease(release)}`;
  const body = request ?? errorRequest;
  if (response === undefined || release > pinned || !isAwaited(body) || lacksPaymentId(response)) {
    return { name, request: post({ event, body }), handler: () => undefined, answer: nothing };
  }
  const status = Object.hasOwn(response, "error") ? 400 : 200;
  return {
    name: `${name}, and answers as it does`,
    request: post({ event, body }),
    handler: () => response,
    answer: answered(response, { status }),
  };
});

function isAwaited(body: unknown): boolean {
  return (body as { event?: { eventBlocking?: boolean } }).event?.eventBlocking !== false;
}

/** The till gets its payment id back even if the handler omits it. */
function lacksPaymentId(response: unknown): boolean {
  const { externalPayment } = response as { externalPayment?: object };
  return externalPayment !== undefined && !Object.hasOwn(externalPayment, "externalPaymentId");
}
