import { randomUUID } from "node:crypto";
import type { ScanCodeResponse, Session, SessionLine } from "../../../generated/types/index.js";

interface Coupon {
  readonly articleNumber: number;
  /** The sale with the coupon, and the id of the coupon's discount there. */
  use?: { readonly sessionId: string; readonly discountId: string } | undefined;
  isSpent: boolean;
}

/** A coupon discounts one line of an article, once. */
export function createCoupons() {
  const coupons = new Map<string, Coupon>([["ZEEP3-7Q2K", { articleNumber: 30412, isSpent: false }]]);
  const usedIn = (sessionId: string): Coupon[] =>
    [...coupons.values()].filter(({ use }) => use?.sessionId === sessionId);
  return {
    /** Undefined if the code is not a coupon. */
    scan(code: string, { sessionId, lines = [] }: Session): ScanCodeResponse | undefined {
      const coupon = coupons.get(code);
      if (!coupon) return undefined;
      const line = lines.find((each) => each.articleNumber === coupon.articleNumber && mayBeDiscounted(each));
      const isElsewhere = coupon.use !== undefined && coupon.use.sessionId !== sessionId;
      if (!line || coupon.isSpent || isElsewhere)
        return { scanCode: { recognized: true }, message: [{ message: "This coupon does nothing here" }] };
      coupon.use ??= { sessionId, discountId: randomUUID() };
      const { discountId } = coupon.use;
      const externalDiscount = { discountId, discountPercentage: 20, discountDescription: "Soap coupon" };
      return {
        scanCode: { recognized: true },
        lineChanges: [{ lineId: line.lineId, externalDiscount }],
      };
    },

    complete(sessionId: string): void {
      for (const coupon of usedIn(sessionId)) coupon.isSpent = true;
    },

    cancel(sessionId: string): void {
      for (const coupon of usedIn(sessionId)) coupon.use = undefined;
    },
  };
}

/** Excludes texts, returns, and lines with a discount from the POS or a webhook. */
export const mayBeDiscounted = ({
  articleNumber,
  quantity = 1,
  discountPercentage = 0,
  discountAmount = 0,
  externalDiscount,
}: SessionLine): boolean =>
  articleNumber !== undefined &&
  quantity > 0 &&
  discountPercentage === 0 &&
  discountAmount === 0 &&
  externalDiscount === undefined;
