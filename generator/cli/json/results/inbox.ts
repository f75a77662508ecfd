import { choice, either, list, nullable, object, text, whole } from "../shape.js";

const parts = {
  id: text("Its id, a UUID."),
  event: text("The name of the event."),
  subscriptionId: text("The id of the subscription that it came for."),
  about: text("The session that it is about, or else its till."),
  state: choice("What becomes of it.", [
    "waiting",
    "blocked",
    "retrying",
    "running",
    "dead",
    "handled",
    "cancelled",
  ]),
  attempts: whole("How many attempts have begun."),
  storedAt: text("When it was stored, in UTC as ISO 8601 has it."),
  nextAttemptAt: nullable(text("When it may be tried again; null if it does not wait for that.")),
  lastError: nullable(text("Why the last attempt failed; null if none did.")),
  waitingBehind: whole("How many events of its session were stored after it, and wait."),
};

const listed = object("The events that are not handled yet.", {
  summary: object("How many there are, shown or not.", {
    waiting: whole("How many wait for a worker."),
    running: whole("How many are being handled."),
    dead: whole("How many have used up their attempts."),
    blockedSessions: whole("How many sessions wait until somebody retries or drops a dead event."),
    oldest: nullable(text("When the oldest of those that wait was stored; null if none waits.")),
  }),
  events: list("The events, the oldest first; at most --limit.", object("One event.", parts)),
});

const shown = object("One event.", {
  event: object("All that is kept of it.", {
    ...parts,
    queue: text("The queue that it is in."),
    key: text("Events of one key are handled one after another."),
    body: text("The JSON of the request, as it came: a customer's data may be in it."),
  }),
});

const operated = object("What became of the events that were named.", {
  events: list(
    "In the order in which they were named; of all that are dead, the oldest first.",
    object("One event.", {
      id: parts.id,
      outcome: choice("It was done; or the event was gone; or its state, in which that cannot be done.", [
        "done",
        "gone",
        "waiting",
        "retrying",
        "running",
        "dead",
        "handled",
        "cancelled",
      ]),
    }),
  ),
});

export const inbox = either(listed, shown, operated);
