import { answered, nothing, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, scan } from "../requests.js";

const complete = (event: object = {}) => post({ event: "completeSession", body: eventOf({}, event) });
const start = (event: object = { eventCounter: 11 }) =>
  post({ event: "startSession", body: eventOf({}, event) });
// Bytes that were accepted for one event are refused for another: each event has numbers of its own.
const later = (counter: number) => ({ eventBlocking: false, eventCounter: counter });

const hello = answered({ message: [{ message: "Hello" }] });
const handledComplete = "handled completeSession of shop-12, attempt 0";
const handledScan = "handled scanCode";

const withInbox: readonly Case[] = [
  {
    name: "a queued event is stored and answered, and handled after",
    request: complete(),
    answer: nothing,
    notes: ["stored completeSession", handledComplete],
  },
  {
    name: "a queued event that comes again is answered, and not stored again",
    request: complete(),
    answer: nothing,
    notes: [],
  },
  {
    name: "a queued event that nobody waits for is stored, too",
    request: complete(later(2)),
    answer: nothing,
    notes: ["stored completeSession", handledComplete],
  },
  {
    name: "an event with both kinds of handlers is stored, then answered, and handled after",
    request: post(),
    answer: recognized,
    notes: ["stored scanCode", "answered scanCode", handledScan],
  },
  {
    name: "of an event with both kinds that nobody waits for, the queued one handles what was stored",
    request: post({ body: scan({}, later(2)) }),
    answer: nothing,
    notes: ["stored scanCode", handledScan],
  },
  {
    name: "an event that has a handler and nobody waits for is stored, and handled after",
    request: start(later(12)),
    answer: nothing,
    notes: ["stored startSession", "answered startSession"],
  },
  {
    name: "an event that has a handler is answered by it, and not stored",
    request: start(),
    answer: hello,
    notes: ["answered startSession"],
  },
  {
    name: "an event without any handler is not stored",
    request: post({ event: "startPayment", body: eventOf({}, { eventCounter: 21 }) }),
    answer: nothing,
    notes: [],
  },
].map((each) => ({ ...each, setup: "with an inbox" }));

const waiting: readonly Case[] = [
  {
    name: "an event that nobody waits for is answered and not stored, where that is wanted",
    request: start(later(12)),
    answer: hello,
    notes: ["answered startSession"],
  },
  {
    name: "a queued event is stored, whatever is wanted of others",
    request: complete(later(2)),
    answer: nothing,
    notes: ["stored completeSession", handledComplete],
  },
].map((each) => ({ ...each, setup: "with an inbox, waiting" }));

const unkept = (["with a full inbox", "with a broken inbox"] as const).flatMap((setup): Case[] => [
  {
    name: `a queued event is refused ${setup}`,
    setup,
    request: complete(),
    answer: refusal.notStored(),
    notes: [],
  },
  {
    name: `an event that nobody waits for is refused ${setup}`,
    setup,
    request: start(later(12)),
    answer: refusal.notStored(),
    notes: [],
  },
  {
    name: `an event with both kinds of handlers is refused ${setup}, before anybody handles it`,
    setup,
    request: post(),
    answer: refusal.notStored(),
    notes: [],
  },
  {
    name: `an event that is not for the inbox is answered ${setup}`,
    setup,
    request: start(),
    answer: hello,
    notes: ["answered startSession"],
  },
]);

const dropped: Case = {
  name: "an event that the inbox drops is answered all the same",
  setup: "with a dropping inbox",
  request: complete(),
  answer: nothing,
  notes: [],
};

const withoutInbox = (["without an inbox", "without an inbox, waiting"] as const).flatMap((setup): Case[] => [
  {
    name: `a queued event is answered and handled ${setup}`,
    setup,
    request: complete(),
    answer: nothing,
    notes: [handledComplete],
  },
  {
    name: `an event with both kinds of handlers is answered and handled ${setup}`,
    setup,
    request: post(),
    answer: recognized,
    notes: ["answered scanCode", handledScan],
  },
  {
    name: `an event with both kinds that nobody waits for is handled by the queued one ${setup}`,
    setup,
    request: post({ body: scan({}, later(2)) }),
    answer: nothing,
    notes: [handledScan],
  },
]);

export const queuedCases: readonly Case[] = [...withInbox, ...waiting, ...unkept, dropped, ...withoutInbox];
