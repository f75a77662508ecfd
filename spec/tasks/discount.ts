// A coupon makes an article cheaper, once.
// Coupons are kept in memory, and all are unused after a restart: use your database
// instead.

import { randomUUID } from "node:crypto";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import type { ExternalDiscountAnswer, SessionLine } from "./mplus/types/index.js";

interface Coupon {
  readonly code: string;
  readonly articleNumber: number;
  /** A percentage, because no source says whether an amount applies per piece or per line. */
  readonly percentage: number;
  readonly description: string;
  /** The sale in which it is used, and the id of its discount there. */
  use?: { sessionId: string; readonly discountId: string } | undefined;
  isSpent: boolean;
}

const coupons: readonly Coupon[] = [
  {
    code: "ZEEP3-7Q2K",
    articleNumber: 30412,
    percentage: 20,
    description: "Soap coupon",
    isSpent: false,
  },
];

/** A line has one discount: from the POS or from a webhook. A return gets none. */
const mayBeDiscounted = ({
  quantity = 1,
  discountPercentage = 0,
  discountAmount = 0,
  externalDiscount,
}: SessionLine): boolean =>
  quantity > 0 &&
  discountPercentage === 0 &&
  discountAmount === 0 &&
  externalDiscount === undefined;

const hasDiscount = (line: SessionLine, discountId: string | undefined): boolean =>
  discountId !== undefined && line.externalDiscount?.discountId === discountId;

/** The POS need not search on. */
const refuse = (text: string) => ({
  scanCode: { recognized: true },
  message: [{ message: text, displayTime: 5 }],
});

/** Makes a sale's coupons, or the one with this discount, valid again. */
function release(sessionId: string, discountId?: string): void {
  for (const coupon of coupons) {
    const { use, isSpent } = coupon;
    if (isSpent || use?.sessionId !== sessionId) continue;
    if (discountId === undefined || use.discountId === discountId) coupon.use = undefined;
  }
}

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    scanCode: ({ request: { scanCode, session } }) => {
      const coupon = coupons.find(({ code }) => code === scanCode.scannedCode);
      // Not ours: the POS searches on, for example among its articles.
      if (!coupon) return { scanCode: { recognized: false } };
      const { sessionId, lines = [] } = session;
      if (coupon.isSpent || (coupon.use && coupon.use.sessionId !== sessionId))
        return refuse("Coupon already used");
      if (lines.some((each) => hasDiscount(each, coupon.use?.discountId)))
        return refuse("Coupon already in this sale");
      const line = lines.find(
        (each) => each.articleNumber === coupon.articleNumber && mayBeDiscounted(each),
      );
      if (!line) return refuse("No line that this coupon is for");
      // The scan may be repeated: with the same id, it remains one discount.
      coupon.use ??= { sessionId, discountId: randomUUID() };
      const externalDiscount: ExternalDiscountAnswer = {
        discountId: coupon.use.discountId,
        discountPercentage: coupon.percentage,
        discountDescription: coupon.description,
        discountType: "coupon",
      };
      return {
        scanCode: { recognized: true },
        lineChanges: [{ lineId: line.lineId, externalDiscount }],
      };
    },

    removeSessionLine: ({ request: { removeSessionLine, session } }) => {
      const discountId = removeSessionLine.line.externalDiscount?.discountId;
      if (discountId !== undefined) release(session.sessionId, discountId);
    },

    // The coupons move along with their sale.
    mergeSession: ({ request: { session, mergeSession } }) => {
      for (const { use } of coupons)
        if (use?.sessionId === session.sessionId)
          use.sessionId = mergeSession.mergeWithSessionId;
    },

    cancelSession: ({ request: { session } }) => release(session.sessionId),

    // Some releases leave the session id empty for a split payment.
    completeSession: ({ request: { session } }) => {
      for (const coupon of coupons) {
        const { use } = coupon;
        const isIn = session.lines?.some((line) => hasDiscount(line, use?.discountId));
        if (isIn || (use && use.sessionId === session.sessionId)) coupon.isSpent = true;
      }
    },
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .listen(port, "localhost")
  .on("listening", () => console.log(`Listening on port ${port}`));
