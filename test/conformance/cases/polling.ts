import { answered, nothing } from "../answers.js";
import { alikeIn, handled, type Case } from "../case.js";
import { eventOf, scan } from "../requests.js";

const polling = { eventPolling: true };
const payment = { externalPayment: { externalPaymentId: "7c1d", amount: 2.7, method: "App" } };
const finished = answered({ polling: { finished: true } });
const starts = { event: "startPayment", body: eventOf({}, polling) };

/** Events that end their polling in another way. */
const exempt: Readonly<Record<string, object>> = {
  backgroundPoll: {},
  startExternalPayment: payment,
  pollExternalPayment: payment,
};

export const pollingCases: readonly Case[] = [
  ...handled({
    "a till that polls is told to stop where the handler forgets": [() => ({}), finished, starts],
    "a till is told to stop beside an error": [
      () => ({ error: { code: "X", message: "y" } }),
      answered({ error: { code: "X", message: "y" }, polling: { finished: true } }, { status: 400 }),
      { body: scan({}, polling) },
    ],
    "a till goes on polling where the handler says so": [
      () => ({ polling: { finished: false } }),
      answered({ polling: { finished: false } }),
      starts,
    ],
  }),
  ...alikeIn("without handlers", finished, {
    "a till that polls is told to stop where there is no handler": starts,
  }),
  ...Object.entries(exempt).flatMap(([event, objects], index) => {
    const body = eventOf(objects, { ...polling, eventCounter: 1010 + index });
    return handled({ [`${event} polls on without a word`]: [() => ({}), nothing, { event, body }] });
  }),
];
