// Payments outside the till: it asks how they stand, and books what was confirmed.
// Payments are kept in memory, and lost when this ends: use your database in its place, and
// your payment provider in the place of the keyboard, on which you type `paid <id>` or
// `failed <id>`.

import { createInterface } from "node:readline";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import { callBack, longPoll, type CallBackOptions } from "./mplus/receiver/index.js";
import type { ExternalPaymentAnswer } from "./mplus/types/index.js";

type Outcome = "confirmed" | "cancelled";

interface Payment {
  readonly callbackUrl: string | undefined;
  /** What became of it. It is set once, and never changes. */
  outcome?: Outcome;
}

/** By the till's id of the payment: however often it asks, one id is one payment. */
const payments = new Map<string, Payment>();

/**
 * How to call the till's `callbackUrl`. The method, the body and a signature are not
 * documented: GET without a body is our choice, to be changed here. The URL comes with a
 * request, so only the origins named here are called.
 */
const callbackOptions: CallBackOptions = {
  method: "GET",
  allowOrigins: (process.env["MPLUS_CALLBACK_ORIGINS"] ?? "")
    .split(",")
    .filter((origin) => origin !== ""),
};

/** Settles a payment. The first outcome counts, and the till is called once. */
function settle(id: string, outcome: Outcome): void {
  const payment = payments.get(id);
  if (!payment) return;
  if (payment.outcome !== undefined) {
    if (outcome === "confirmed" && payment.outcome === "cancelled")
      console.error(`Paid after it was called off: ${id}`);
    return;
  }
  payment.outcome = outcome;
  if (payment.callbackUrl === undefined) return;
  if (callbackOptions.allowOrigins.length === 0) {
    console.error("callbackUrl is not called: name its origin in MPLUS_CALLBACK_ORIGINS");
    return;
  }
  // The till goes on polling whatever comes of it.
  callBack(payment.callbackUrl, callbackOptions).catch((error: unknown) =>
    console.error("callbackUrl:", error),
  );
}

/** What to tell the till: no outcome that is not certain, and always the same one. */
function tell(id: string): ExternalPaymentAnswer {
  const payment = payments.get(id);
  if (!payment) return { externalPaymentId: id, message: "This payment is not known" };
  const { outcome } = payment;
  if (outcome === "confirmed") return { externalPaymentId: id, confirmed: true };
  if (outcome === "cancelled") return { externalPaymentId: id, cancelled: true };
  return { externalPaymentId: id, message: "Waiting for the customer" };
}

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    startExternalPayment: ({ request: { externalPayment } }) => {
      const { externalPaymentId, amount, callbackUrl } = externalPayment;
      if (!payments.has(externalPaymentId)) {
        payments.set(externalPaymentId, { callbackUrl });
        console.log(`To be paid: ${amount} euros, ${externalPaymentId}`);
      }
      return {
        externalPayment: {
          externalPaymentId,
          started: true,
          message: "Waiting for the customer",
        },
      };
    },

    pollExternalPayment: async ({ request: { externalPayment }, signal }) => {
      const id = externalPayment.externalPaymentId;
      // The till asks again at once, so hold the answer for a while. For how long it would
      // wait is not documented.
      await longPoll(() => payments.get(id)?.outcome, {
        every: 100,
        holdFor: 2000,
        signal,
      });
      return { externalPayment: tell(id) };
    },

    requestCancelExternalPayment: ({ request: { externalPayment } }) => {
      const id = externalPayment.externalPaymentId;
      // Stop it at your provider first: only they can say that no money will move.
      settle(id, "cancelled");
      return { externalPayment: tell(id) };
    },

    cancelExternalPayment: ({ request: { externalPayment } }) => {
      const id = externalPayment.externalPaymentId;
      if (payments.get(id)?.outcome === "confirmed")
        console.error(`Paid, but called off at the till: ${id}`);
      settle(id, "cancelled");
      return {};
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
  .listen(port, "localhost", () => console.log(`Listening on port ${port}`));
