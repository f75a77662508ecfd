import { answered, nothing } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";

const polling = { eventPolling: true };
const payment = { externalPayment: { externalPaymentId: "7c1d", amount: 2.7, method: "App" } };
const finished = answered({ polling: { finished: true } });

/** Events that end their polling in another way. */
const exempt: Readonly<Record<string, object>> = {
  backgroundPoll: {},
  startExternalPayment: payment,
  pollExternalPayment: payment,
  requestCancelExternalPayment: payment,
  cancelExternalPayment: payment,
};

export const pollingCases: readonly Case[] = [
  {
    name: "a till that polls is told to stop where the handler forgets",
    request: post({ event: "startPayment", body: eventOf({}, polling) }),
    handler: () => ({}),
    answer: finished,
  },
  {
    name: "a till that polls is told to stop where the handler says nothing",
    request: post({ event: "startPayment", body: eventOf({}, polling) }),
    handler: () => undefined,
    answer: finished,
  },
  {
    name: "a till that polls is told to stop where there is no handler",
    setup: "without handlers",
    request: post({ event: "startPayment", body: eventOf({}, polling) }),
    answer: finished,
  },
  {
    name: "a till is told to stop beside what the handler answers",
    request: post({ body: scan({}, polling) }),
    answer: answered({ scanCode: { recognized: true }, polling: { finished: true } }),
  },
  {
    name: "a till is told to stop beside an error",
    request: post({ body: scan({}, polling) }),
    handler: () => ({ error: { code: "X", message: "y" } }),
    answer: answered({ error: { code: "X", message: "y" }, polling: { finished: true } }, { status: 400 }),
  },
  {
    name: "a till goes on polling where the handler says so",
    request: post({ event: "startPayment", body: eventOf({}, polling) }),
    handler: () => ({ polling: { finished: false } }),
    answer: answered({ polling: { finished: false } }),
  },
  {
    name: "a till that does not poll is told nothing of it",
    request: post({ event: "startPayment", body: eventOf({}, { eventPolling: false, eventCounter: 1004 }) }),
    handler: () => ({}),
    answer: nothing,
  },
  {
    name: "a till that does not say whether it polls does not",
    request: post({ event: "startPayment", body: eventOf({}, { eventPolling: undefined }) }),
    handler: () => ({}),
    answer: nothing,
  },
  ...Object.entries(exempt).map(([event, objects], index): Case => ({
    name: `${event} polls on without a word`,
    request: post({ event, body: eventOf(objects, { ...polling, eventCounter: 1010 + index }) }),
    handler: () => ({}),
    answer: nothing,
  })),
];
