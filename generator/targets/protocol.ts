import { describeFleet } from "../docs/prose/fleet-text.js";
import { toPlainString } from "../docs/blocks/text.js";
import { testSecret, testSignature } from "../docs/samples/test-vectors.js";
import { getOwn } from "../json.js";
import { dialects } from "../schema/dialects.js";
import { toMarkdownText } from "../text/escape.js";
import { formatRelease } from "../time/release.js";
import { findProperty, objectsIn } from "../view/walk.js";
import type { View } from "../view/view.js";

/** What documents say of themselves. Their version is the newest release that they tell of, in three parts, as tools want one. */
export const toInfo = (view: View) => ({
  title: "MplusKASSA webhooks (unofficial)",
  version: [...formatRelease(view.fleet.max).split("."), "0", "0"].slice(0, 3).join("."),
  description: describeInterface(view),
});

/** The headers of requests and answers, and what they hold. */
export const headers = {
  subscription: {
    name: "X-Mplus-Subscription-Id",
    description:
      "The subscription ID that the shop entered in its back office: any text. It tells you which shop is calling, and with that which secret to check the signature with.",
  },
  signature: {
    name: "X-Mplus-Signature",
    description: `The HMAC-SHA256 of the bytes of the body as they are sent, in base64. The key is the secret of the subscription, decoded from base64. Check it before you parse the body, and compare in constant time. How an HMAC is reckoned: [RFC 2104](https://www.rfc-editor.org/rfc/rfc2104). With the secret \`${testSecret}\`, which is for trying only, the body \`test\` has the signature \`${testSignature}\`.`,
  },
  answerSignature: {
    name: "X-Mplus-Signature",
    description:
      "Your signature of the bytes of the answer, made like that of the request and with the same secret. Sign answers to requests whose own signature holds, and no others. Whether an empty answer or a refusal needs it is not documented.",
  },
} as const;

/** What each status means. No other one is documented. */
export const statuses = {
  taken:
    "You took the event. The body is one object with any of the answers that the event takes; `{}`, or no body at all, if there is nothing to do.",
  refused: "You could not take the request. The body says why, with a code and a text for people.",
  other: "A server that is busy, or has failed. What a till does then is not documented.",
} as const;

/** Where events are posted to. */
export const endpoint = {
  description: "Your endpoint, as the shop enters it. The till appends a slash and the name of the event.",
  example: "https://partner.example/mplus",
} as const;

/** What the whole document is, for whom, and what is true of all of its events: paragraphs of Markdown. */
function describeInterface(view: View): string {
  const fleet = toMarkdownText(toPlainString(describeFleet(view.fleet)));
  return [
    `What tills of MplusKASSA post to a partner, and what they may be answered, for ${fleet}. Made by mplus-codegen; not by the vendor, and not affiliated with it.`,
    modes[view.responseMode],
    "The body does not name the event, only the URL does. Requests are to be read leniently: properties that are not described here may come in every object, and values that are not known where a list of values is open. No request says which release its shop runs.",
    `Where a till cannot use an answer, it posts an error report to the URL of the same event: \`${view.errorRequest.name}\`, which has \`error\` and \`original\`. Look for these two first, and log the report.`,
    "The same event may arrive twice. How long a till waits, whether it tries again, and from which addresses it calls is not documented.",
  ].join("\n\n");
}

const modes: Readonly<Record<View["responseMode"], string>> = {
  safe: "Answers hold what every shop of these takes, and nothing else.",
  gated:
    "Answers hold what some shop of these takes, with the release that brought it (“Since”) in the description. Before you send such a part, make sure that the shop runs that release.",
};

/** What an answer with status 400 is: nothing but the error. Undefined where the contract has no such answer. */
export function toRefusalSchema({ events }: View): object | undefined {
  const errors = events.flatMap(({ response }) => findProperty(response, "error") ?? []);
  const error = errors[0] && objectsIn(errors[0].type)[0];
  return (
    error && {
      title: "Refusal",
      type: "object",
      required: ["error"],
      properties: { error: dialects.components.refer(error.name) },
    }
  );
}

/** Whether an answer goes with status 400. */
export const isRefusal = (answer: unknown): boolean => getOwn(answer, "error") !== undefined;

/** The error of such an answer, without what else it says. */
export const toRefusalOnly = (answer: unknown) => ({ error: getOwn(answer, "error") });
