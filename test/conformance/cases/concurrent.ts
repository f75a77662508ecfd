import { refusal, said } from "../answers.js";
import type { Case } from "../case.js";
import { post, scan, signedWith } from "../requests.js";
import type { Handler } from "../stage.js";

/** Earlier events are answered later. */
const handler: Handler = async ({ request }) => {
  const { eventCounter } = request.event;
  await new Promise((resolve) => setTimeout(resolve, 40 - eventCounter));
  return { message: [{ message: String(eventCounter) }] };
};

/** Sent at once, on several connections. Every fourth is rejected. */
export const concurrentCases: readonly Case[] = Array.from({ length: 40 }, (_, index): Case => {
  const each = { name: `event ${index} of many`, handler };
  if (index % 4 === 3) return { ...each, request: post(signedWith("wrong")), answer: refusal.wrongSignature };
  const framing = index % 2 === 0 ? "length" : "chunked";
  const request = post({ body: scan({}, { eventCounter: index }), framing });
  return { ...each, request, answer: said(String(index)) };
});
