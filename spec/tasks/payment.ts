// Payments outside the POS, which polls their state and books them once confirmed.
// Payments are kept in memory and lost on exit: use your database instead, and your payment
// provider instead of the keyboard, where you type `paid <id>` or `failed <id>`. With
// PAID_AFTER, each payment succeeds by itself after this many seconds.

import { createInterface } from "node:readline";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import { callBack, longPoll } from "./mplus/receiver/index.js";
import type { EventInfo, ExternalPaymentAnswer } from "./mplus/types/index.js";

type Outcome = "confirmed" | "cancelled";

interface Payment {
  readonly callbackUrl?: string | undefined;
  /** Set once; it never changes. */
  outcome?: Outcome;
}

/** By the POS's payment id: one id is one payment, however often the POS asks. */
const payments = new Map<string, Payment>();

/** Starts a payment at your provider. Use the id as the idempotency key. */
function start(id: string, amount: number): void {
  console.log(`To be paid: ${amount} euros. Type: paid ${id}, or: failed ${id}`);
  const seconds = process.env["PAID_AFTER"];
  if (seconds !== undefined) setTimeout(() => settle(id, "confirmed"), Number(seconds) * 1000);
}

/** The first outcome counts, and the POS is called once. */
function settle(id: string, outcome: Outcome): void {
  const payment = payments.get(id);
  if (!payment) console.error(`There is no payment ${id}`);
  else if (payment.outcome === undefined) {
    payment.outcome = outcome;
    if (payment.callbackUrl !== undefined) void callTill(payment.callbackUrl);
  } else if (payment.outcome === "cancelled" && outcome === "confirmed") {
    console.error(`Paid after it was cancelled: ${id}`);
  }
}

/**
 * Calls the POS's `callbackUrl`. The method, body and signature are not documented: GET
 * without a body is our choice; change it here. The URL comes from a request, so only the
 * hosts in MPLUS_CALLBACK_HOSTS are called. If this fails, the POS continues to poll.
 */
async function callTill(url: string): Promise<void> {
  const hosts = (process.env["MPLUS_CALLBACK_HOSTS"] ?? "").split(",");
  try {
    const { hostname, origin } = new URL(url);
    await callBack(url, {
      method: "GET",
      allowOrigins: hosts.includes(hostname) ? [origin] : [],
    });
  } catch (error) {
    console.error("Look at MPLUS_CALLBACK_HOSTS:", error);
  }
}

/** Always the same outcome, once there is one. */
function tell(id: string): ExternalPaymentAnswer {
  const payment = payments.get(id);
  if (!payment)
    return { externalPaymentId: id, message: "Not known here: cancel, and see if it was paid" };
  const { outcome } = payment;
  if (outcome === "confirmed") return { externalPaymentId: id, confirmed: true };
  if (outcome === "cancelled") return { externalPaymentId: id, cancelled: true };
  return { externalPaymentId: id, message: "Waiting for the customer" };
}

/** We do not know whether these events poll. A polling event requires `polling`. */
const pollingOf = ({ eventPolling }: EventInfo, finished: boolean) =>
  eventPolling === true ? { polling: { finished } } : {};

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    startExternalPayment: ({ request: { event, externalPayment } }) => {
      const { externalPaymentId, amount, callbackUrl } = externalPayment;
      if (!payments.has(externalPaymentId)) {
        payments.set(externalPaymentId, { callbackUrl });
        start(externalPaymentId, amount);
      }
      // Later polls report the outcome.
      const message = "Waiting for the customer";
      return {
        externalPayment: { externalPaymentId, started: true, message },
        ...pollingOf(event, true),
      };
    },

    pollExternalPayment: async ({ request: { event, externalPayment }, signal }) => {
      const id = externalPayment.externalPaymentId;
      // The POS asks again at once, so delay the answer for a while. No source says how
      // long the POS waits.
      const outcome = await longPoll(() => payments.get(id)?.outcome, {
        every: 100,
        holdFor: 2000,
        signal,
      });
      return { externalPayment: tell(id), ...pollingOf(event, outcome !== undefined) };
    },

    requestCancelExternalPayment: ({ request: { event, externalPayment } }) => {
      const id = externalPayment.externalPaymentId;
      // After a restart, for example. Let the staff leave, although nothing is certain: if
      // you can, ask your provider for this id, and answer accordingly.
      if (!payments.has(id)) {
        payments.set(id, {});
        console.error(`Called off, and not known: see at your provider if it was paid: ${id}`);
      }
      // Stop it at your provider first: only they know that no money will move.
      settle(id, "cancelled");
      return { externalPayment: tell(id), ...pollingOf(event, true) };
    },

    cancelExternalPayment: ({ request: { event, externalPayment } }) => {
      const id = externalPayment.externalPaymentId;
      if (payments.get(id)?.outcome === "confirmed")
        console.error(`Paid, but cancelled at the POS: ${id}`);
      else if (payments.has(id)) settle(id, "cancelled");
      return pollingOf(event, true);
    },
  },
});

createInterface({ input: process.stdin }).on("line", (line) => {
  const [word, id = ""] = line.trim().split(/\s+/);
  if (word === "paid") settle(id, "confirmed");
  else if (word === "failed") settle(id, "cancelled");
  else console.log("Type `paid <id>` or `failed <id>`.");
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .listen(port, "localhost")
  .on("listening", () => console.log(`Listening on port ${port}`));
