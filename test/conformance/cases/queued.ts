import { answered, nothing, recognized, refusal } from "../answers.js";
import type { Case } from "../case.js";
import { eventOf, post, type Post, scan } from "../requests.js";
import type { SetupName } from "../setups.js";

const complete = (event: object = {}): Post => ({ event: "completeSession", body: eventOf({}, event) });
const start = (event: object = { eventCounter: 11 }): Post => ({
  event: "startSession",
  body: eventOf({}, event),
});
// A body accepted for one event is rejected for another: each event has its own counters.
const later = (counter: number) => ({ eventBlocking: false, eventCounter: counter });
const unawaitedScan: Post = { body: scan({}, later(2)) };

const hello = answered({ message: [{ message: "Hello" }] });
const storedComplete = "stored completeSession";
const handledComplete = "handled completeSession of shop-12, attempt 0";
const handledScan = "handled scanCode";
const answeredScan = "answered scanCode";
const answeredStart = "answered startSession";

type Stored = Readonly<Record<string, readonly [Post, Case["answer"], ...notes: string[]]>>;
const noted = (setup: SetupName, stored: Stored): readonly Case[] =>
  Object.entries(stored).map(([name, [change, answer, ...notes]]) => {
    return { name: `${name} ${setup}`, setup, request: post(change), answer, notes };
  });

export const queuedCases: readonly Case[] = [
  ...noted("with an inbox", {
    "a queued event is stored and answered, and handled after,": [
      complete(),
      nothing,
      storedComplete,
      handledComplete,
    ],
    "a queued event that comes again is answered, and not stored again,": [complete(), nothing],
    "a queued event that nobody waits for is stored, too,": [
      complete(later(2)),
      nothing,
      storedComplete,
      handledComplete,
    ],
    "an event with both kinds of handlers is stored, then answered, and handled after,": [
      ...([{}, recognized] as const),
      ...["stored scanCode", answeredScan, handledScan],
    ],
    "an event with both kinds that nobody waits for is handled by the queued one": [
      ...([unawaitedScan, nothing] as const),
      ...["stored scanCode", handledScan],
    ],
    "an event that has a handler and nobody waits for is stored, and handled after,": [
      ...([start(later(12)), nothing] as const),
      ...["stored startSession", answeredStart],
    ],
    "an event that has a handler is answered by it, and not stored,": [start(), hello, answeredStart],
    "an event without any handler is not stored": [
      { event: "startPayment", body: eventOf({}, { eventCounter: 21 }) },
      nothing,
    ],
  }),
  ...noted("with an inbox, waiting", {
    "an event that nobody waits for is answered and not stored": [start(later(12)), hello, answeredStart],
    "a queued event is stored": [complete(later(2)), nothing, storedComplete, handledComplete],
  }),
  ...noted("with a broken inbox", {
    "a queued event is refused": [complete(), refusal.notStored()],
    "an event that nobody waits for is refused": [start(later(12)), refusal.notStored()],
    "an event with both kinds of handlers is refused before anybody handles it": [{}, refusal.notStored()],
    "an event that is not for the inbox is answered": [start(), hello, answeredStart],
  }),
  ...(["without an inbox", "without an inbox, waiting"] as const).flatMap((setup) =>
    noted(setup, {
      "a queued event is answered and handled": [complete(), nothing, handledComplete],
      "an event with both kinds of handlers is answered and handled": [
        {},
        recognized,
        answeredScan,
        handledScan,
      ],
      "an event with both kinds that nobody waits for is handled by the queued one": [
        unawaitedScan,
        nothing,
        handledScan,
      ],
    }),
  ),
];
