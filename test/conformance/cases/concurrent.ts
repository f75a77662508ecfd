import { answered, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { post, scan } from "../requests.js";
import type { Handler } from "../stage.js";

/** Answers with the number of the event; earlier events are answered later. */
const echoLate: Handler = async ({ request }) => {
  const { eventCounter } = request.event;
  await new Promise((resolve) => setTimeout(resolve, 40 - eventCounter));
  return { message: [{ message: String(eventCounter) }] };
};

/** Events that are sent all at once, on several connections; every fourth is refused. */
export const concurrentCases: readonly Case[] = Array.from({ length: 40 }, (_, index): Case => {
  const name = `event ${index} of many`;
  if (index % 4 === 3) {
    return {
      name,
      handler: echoLate,
      request: post({ headers: { "X-Mplus-Signature": "wrong" } }),
      answer: refusal.wrongSignature(),
    };
  }
  return {
    name,
    handler: echoLate,
    request: post({
      body: scan({}, { eventCounter: index }),
      framing: index % 2 === 0 ? "length" : "chunked",
    }),
    answer: answered({ message: [{ message: String(index) }] }),
  };
});
