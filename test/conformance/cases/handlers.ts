import { answered, refusal, said } from "../answers.js";
import { handled } from "../case.js";
import { eventOf, scan } from "../requests.js";

const expired = { code: "INVALID_ARTICLE", message: "This card has expired." };

/** Reading any part of it throws. */
export function throwUnreadable(): never {
  const get = (): never => {
    throw new Error("unreadable");
  };
  throw Object.defineProperties(new Error("x"), { message: { get }, cause: { get }, code: { get } });
}

export const handlerCases = handled({
  "survives an error that cannot be read": [throwUnreadable, refusal.failed],
  "says nothing about an error that a handler throws, even one with a status": [
    () => {
      throw Object.assign(new Error("teapot"), { status: 418, expose: true, headers: { a: "b" } });
    },
    refusal.failed,
  ],
  "sends a handler's error with status 400": [
    () => ({ error: expired }),
    answered({ error: expired }, { status: 400 }),
  ],
  "tells a handler the event of the path, the shop, and that its caller waits": [
    ({ eventName, subscriptionId, signal }) => ({
      message: [{ message: [eventName, subscriptionId, signal.aborted].join(" ") }],
    }),
    said("startPayment shop-12 false"),
    // The body is another event's.
    { event: "startPayment", body: scan({}, { eventCounter: 1005 }) },
  ],
  "takes an event without an object of its own": [
    () => undefined,
    answered("{}"),
    { event: "resumeSession", body: eventOf({}, { eventCounter: 1003 }) },
  ],
});
