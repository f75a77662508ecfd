import { nothing, recognized, refusal, said } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, type Post, scan } from "../requests.js";
import type { SetupName } from "../setups.js";

const complete = (event: object = {}): Post => ({ event: "completeSession", body: eventOf({}, event) });
const start = (event: object = { eventCounter: 11 }): Post => ({
  event: "startSession",
  body: eventOf({}, event),
});
// A body accepted for one event is rejected for another: each event has its own counters.
const unawaited = (eventCounter: number) => ({ eventBlocking: false, eventCounter });
const unawaitedScan: Post = { body: scan({}, unawaited(2)) };

const hello = said("Hello");
const storedComplete = "stored completeSession";
const handledComplete = "handled completeSession of shop-12, attempt 0";
const handledScan = "handled scanCode";
const answeredScan = "answered scanCode";
const answeredStart = "answered startSession";

type Noted = Readonly<Record<string, readonly [Post, Case["answer"], notes: readonly string[]]>>;
const noted = (setup: SetupName, cases: Noted): readonly Case[] =>
  Object.entries(cases).map(([name, [change, answer, notes]]) => {
    return { name: `${setup}: ${name}`, setup, request: post(change), answer, notes };
  });

export const queuedCases: readonly Case[] = [
  ...noted("with an inbox", {
    "stores and answers a queued event, and handles it later": [
      complete(),
      nothing,
      [storedComplete, handledComplete],
    ],
    "answers a repeated queued event, and does not store it again": [complete(), nothing, []],
    "stores a queued event that nobody waits for": [
      complete(unawaited(2)),
      nothing,
      [storedComplete, handledComplete],
    ],
    "stores an event with both kinds of handlers, then answers it, and handles it later": [
      {},
      recognized,
      ["stored scanCode", answeredScan, handledScan],
    ],
    "leaves an event with both kinds that nobody waits for to the queued one": [
      unawaitedScan,
      nothing,
      ["stored scanCode", handledScan],
    ],
    "stores an event with a handler that nobody waits for, and handles it later": [
      start(unawaited(12)),
      nothing,
      ["stored startSession", answeredStart],
    ],
    "answers an event with a handler, and does not store it": [start(), hello, [answeredStart]],
    "does not store an event without a handler": [
      { event: "startPayment", body: eventOf({}, { eventCounter: 21 }) },
      nothing,
      [],
    ],
  }),
  ...noted("with an inbox, waiting", {
    "answers an event that nobody waits for": [start(unawaited(12)), hello, [answeredStart]],
    "stores a queued event": [complete(unawaited(2)), nothing, [storedComplete, handledComplete]],
  }),
  ...noted("with a broken inbox", {
    "rejects a queued event": [complete(), refusal.notStored, []],
    "rejects an event that nobody waits for": [start(unawaited(12)), refusal.notStored, []],
    "rejects an event with both kinds of handlers before any of them": [{}, refusal.notStored, []],
    "answers an event that is not for the inbox": [start(), hello, [answeredStart]],
  }),
];
