import type { MplusOptions } from "../../../generated/receiver/index.js";
import { createCheckOut } from "./check-out.js";
import { createCoupons } from "./coupons.js";
import { createGiftCards } from "./gift-cards.js";
import { createLoyalty, toChanges } from "./loyalty.js";
import { createPayments } from "./payments.js";
import { createTables } from "./tables.js";

/** A shop that passes all built-in scenarios. Each call opens a new shop that keeps everything in memory. */
export function createShop(): Pick<MplusOptions, "handlers"> {
  const coupons = createCoupons();
  const loyalty = createLoyalty();
  const giftCards = createGiftCards();
  const payments = createPayments();
  const tables = createTables();
  return {
    handlers: {
      scanCode: async (context) =>
        (await loyalty.scan(context)) ??
        giftCards.scan(context.request.scanCode.scannedCode, context.request.session) ??
        coupons.scan(context.request.scanCode.scannedCode, context.request.session) ?? {
          scanCode: { recognized: false },
        },

      selectRelation: ({ request }) => toChanges(loyalty.select(request)),

      addSessionLine: ({ request: { session, addSessionLine } }) =>
        toChanges(loyalty.add(session.sessionId, addSessionLine.line)),

      startPayment: createCheckOut(),

      completeSession: ({ request: { session, completeSession } }) => {
        const { sessionId = "", payments: paid = completeSession?.payments ?? [] } = session;
        giftCards.complete(sessionId);
        coupons.complete(sessionId);
        const points = loyalty.complete(sessionId, paid);
        return { receiptFooter: { textBefore: points ?? "Thank you, and until next time" } };
      },

      cancelSession: ({ request: { session } }) => {
        loyalty.cancel(session.sessionId);
        coupons.cancel(session.sessionId);
      },

      printBill: ({ request: { session } }) => tables.bill(session),
      backgroundPoll: ({ request }) => tables.poll(request),

      startExternalPayment: ({ request }) => ({ externalPayment: payments.start(request.externalPayment) }),
      pollExternalPayment: ({ request }) => ({ externalPayment: payments.poll(request.externalPayment) }),
      requestCancelExternalPayment: ({ request }) => ({
        externalPayment: payments.cancel(request.externalPayment),
      }),
      cancelExternalPayment: ({ request }) => void payments.cancel(request.externalPayment),

      // A kitchen screen would show the progress of a course. The POS needs no answer.
      kitchenStartCourse: () => undefined,
      kitchenCompleteCourse: () => undefined,
      kitchenServeCourse: () => undefined,
    },
  };
}
