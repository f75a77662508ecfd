// What the receivers and the workers share: whose events these are, and what to do with them.
import { createInbox } from "./generated/inbox/index.ts";
import { defineQueued } from "./generated/receiver/index.ts";

/** The shops of the chain; in earnest these come from your configuration. */
export const subscriptions = {
  "shop-1": { secret: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" },
  "shop-2": { secret: "c2VjcmV0IG9mIHRoZSBzZWNvbmQgc2hvcCBvZiBhbGw=" },
};

/** Every process has an inbox of its own, on the one database that they share. */
export const inbox = createInbox({ database: process.env["DATABASE_URL"] ?? "./inbox", retryDelay: 200 });

const queued = defineQueued({
  // The transaction also marks the event as handled, so that each line is booked once, however often this runs.
  async addSessionLine({ request: { session, event, sender }, transaction }) {
    if (Math.random() < 0.01) throw new Error("the bookkeeping is not in the mood");
    if (!transaction) throw new Error("These options lack an inbox.");
    await transaction.query("insert into booked (shop, session, counter) values ($1, $2, $3)", [
      sender.branchNumber,
      session.sessionId,
      event.eventCounter,
    ]);
  },
});

export const options = { subscriptions, handlers: {}, queued, inbox };
