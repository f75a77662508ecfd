import { answered, nothing, recognized, refusal, refused } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";

const noEvent = {
  standard: refused("INVALID_DATA", '/event: "event" is missing.'),
  lenient: refused("INVALID_DATA", "The body holds no event."),
};
const onlyRequests = ["event", "original"];

/** What somebody who knows a shop's id, or one shop of several, could try. */
export const securityCases: readonly Case[] = [
  ...["{}", recognized.body, refusal.wrongSignature().body].flatMap((body) =>
    (["standard", "lenient"] as const).map((setup): Case => ({
      name: `an answer that comes back as a request is none, where the set-up is ${setup}: ${body.slice(0, 24)}`,
      setup,
      request: post({ event: "completeSession", body }),
      handler: () => ({ receiptFooter: { textBefore: "Your code: 1234" } }),
      answer: noEvent[setup],
    })),
  ),
  {
    name: "a till whose event is a text is refused in every mode",
    setup: "lenient",
    request: post({ body: { ...scan(), event: "scanCode" } }),
    answer: noEvent.lenient,
  },
  ...onlyRequests.map((name): Case => ({
    name: `an answer may not have ${name}, which only requests have`,
    request: post(),
    handler: () => ({ scanCode: { recognized: true }, [name]: { eventCounter: 1 } }),
    answer: refusal.failed(),
  })),
  {
    name: "the start of a session is taken",
    request: post({ event: "startSession", body: eventOf({}, { eventCounter: 2001 }) }),
    answer: nothing,
  },
  {
    name: "the start of a session cannot be posted as its end",
    request: post({ event: "cancelSession", body: eventOf({}, { eventCounter: 2001 }) }),
    handler: () => ({ message: [{ message: "cancelled" }] }),
    answer: refusal.ofOtherEvent("startSession"),
  },
  {
    name: "the start of a session may be posted again as what it is",
    request: post({ event: "startSession", body: eventOf({}, { eventCounter: 2001 }) }),
    answer: nothing,
  },
  ...Object.entries({
    "a Map": () => new Map([["scanCode", { recognized: true }]]),
    "an Error": () => new Error("no connection"),
    "a Response": () => new Response('{"scanCode":{"recognized":true}}'),
    "a promise within": () => ({ scanCode: Promise.resolve({ recognized: true }) }),
    "what it inherits": () => Object.create({ scanCode: { recognized: true } }) as object,
    "a list with a toJSON": () => ({ message: Object.assign([], { toJSON: () => [{ anything: true }] }) }),
    "a list of four thousand million": () => ({ message: Object.assign([], { length: 2 ** 32 - 1 }) }),
    "a proxy that was revoked": () => {
      const { proxy, revoke } = Proxy.revocable({}, {});
      revoke();
      return proxy;
    },
  }).map(([what, handler]): Case => ({
    name: `a handler that answers ${what} has failed`,
    request: post(),
    handler,
    answer: refusal.failed(),
  })),
  {
    name: "a getter that changes is read once",
    request: post(),
    handler: () => {
      let reads = 0;
      return {
        scanCode: {
          get recognized() {
            reads += 1;
            return reads === 1 ? true : "whatever";
          },
        },
      };
    },
    answer: answered({ scanCode: { recognized: true } }),
  },
  {
    name: "a handler that throws an error whose message throws has failed",
    request: post(),
    handler: () => {
      throw Object.defineProperty(new Error(), "message", {
        get() {
          throw new Error("do not ask");
        },
      });
    },
    answer: refusal.failed(),
  },
];
