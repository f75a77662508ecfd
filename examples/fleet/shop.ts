// Shared by receivers and workers: the subscriptions, and what to do with each event.
import { createInbox } from "./generated/inbox/index.ts";
import { defineQueued } from "./generated/receiver/index.ts";

/** The chain's shops. In production, read them from your configuration. */
export const subscriptions = {
  "shop-1": { secret: "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=" },
  "shop-2": { secret: "c2VjcmV0IG9mIHRoZSBzZWNvbmQgc2hvcCBvZiBhbGw=" },
};

/** Each process opens its own inbox on the shared database, which allows 100 connections in total. */
export const inbox = createInbox({
  database: process.env["DATABASE_URL"],
  connections: 20,
  retryDelay: 200,
});

const queued = defineQueued({
  // The same transaction marks the event as handled, so a retry cannot book the line twice.
  async addSessionLine({ request: { session, event, sender }, transaction }) {
    if (Math.random() < 0.01) throw new Error("the bookkeeping is not in the mood");
    await transaction.query("insert into booked (shop, session, counter) values ($1, $2, $3)", [
      sender.branchNumber,
      session.sessionId,
      event.eventCounter,
    ]);
  },
});

export const options = { subscriptions, handlers: {}, queued, inbox };
