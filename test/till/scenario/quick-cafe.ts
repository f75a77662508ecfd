import type { JsonObject } from "../../../generator/base/json.js";
import { signatureOf } from "../../conformance/signature.js";
import { carryTo, createCafe, quiet, type Handlers } from "../desk.js";

/** Approves a payment at its third poll. */
export function createQuickCafe(): Handlers {
  let polls = 0;
  const startPayment: Handlers["startPayment"] = ({ request: { event } }) => {
    polls += 1;
    return event.eventPolling === true ? { polling: { finished: polls > 3 } } : {};
  };
  return { ...createCafe(), startPayment };
}

export type OwnAnswers = Readonly<Record<string, JsonObject | "silence">>;

/** A café, with fixed answers to some events. */
export function openQuickCafe(own: OwnAnswers = {}): typeof fetch {
  const cafe = carryTo(createQuickCafe(), { log: quiet });
  return (input, init) => {
    const url = input instanceof Request ? input.url : (input as string);
    const answer = own[url.split("/").at(-1) ?? ""];
    if (answer === undefined) return cafe(input, init);
    if (answer === "silence") return Promise.reject(new TypeError("fetch failed"));
    const text = JSON.stringify(answer);
    const headers = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(text) };
    return Promise.resolve(new Response(text, { headers, status: "error" in answer ? 400 : 200 }));
  };
}
