// A card selects its owner, members get 5% off, and the receipt tells their points.
// Members and sales are kept in memory, and lost when this ends: use your database in
// their place.

import { randomUUID } from "node:crypto";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import type { LineChange, SessionLine } from "./mplus/types/index.js";

interface Member {
  readonly card: string;
  readonly relationNumber: number;
  readonly name: string;
  points: number;
}

interface Sale {
  member: Member;
  /** The ids of the discounts that we gave, by line. */
  readonly discountIds: Map<string, string>;
  /** The points of the sale, once it is complete. */
  earned?: number;
}

const members: readonly Member[] = [
  { card: "2900004815168", relationNumber: 20517, name: "S. de Wit", points: 118 },
];

/** The sales whose customer is a member, by the id of the session. */
const sales = new Map<string, Sale>();

/** Keeps whose sale it is. A scan and a choice may both tell it: the second changes nothing. */
function assign(sessionId: string, member: Member): Sale {
  const sale = sales.get(sessionId) ?? { member, discountIds: new Map<string, string>() };
  sale.member = member;
  sales.set(sessionId, sale);
  return sale;
}

/**
 * Discounts the lines that have none. A line that comes again gets the same id again, so
 * that one discount stays one. It is a percentage: whether an amount would count for each
 * piece or for the line is not known.
 */
function discount(
  sale: Sale,
  lines: readonly SessionLine[] = [],
): { lineChanges?: LineChange[] } {
  const lineChanges = lines.filter(hasNoDiscount).map(({ lineId }) => {
    const discountId = sale.discountIds.get(lineId) ?? randomUUID();
    sale.discountIds.set(lineId, discountId);
    const externalDiscount = {
      discountId,
      discountPercentage: 5,
      discountDescription: "Members' discount",
    };
    return { lineId, externalDiscount };
  });
  return lineChanges.length > 0 ? { lineChanges } : {};
}

/** A line has one discount: the till's own, or one of a webhook. */
const hasNoDiscount = ({
  discountPercentage = 0,
  discountAmount = 0,
  externalDiscount,
}: SessionLine): boolean =>
  discountPercentage === 0 && discountAmount === 0 && externalDiscount === undefined;

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  handlers: {
    scanCode: ({ request: { scanCode, session } }) => {
      const member = members.find(({ card }) => card === scanCode.scannedCode);
      // Not ours: the till goes on looking, among its articles for instance.
      if (!member) return { scanCode: { recognized: false } };
      return {
        scanCode: { recognized: true, relationNumber: member.relationNumber },
        message: [{ message: `${member.name}: ${member.points} points`, displayTime: 8 }],
        ...discount(assign(session.sessionId, member), session.lines),
      };
    },

    selectRelation: ({ request: { selectRelation, session } }) => {
      const relationNumber = selectRelation?.relation?.relationNumber;
      const member = members.find((known) => known.relationNumber === relationNumber);
      if (member) return discount(assign(session.sessionId, member), session.lines);
      // Another customer, or none any more. How to take a discount off a line again is
      // not documented.
      sales.delete(session.sessionId);
      return {};
    },

    addSessionLine: ({ request: { addSessionLine, session } }) => {
      const sale = sales.get(session.sessionId);
      return sale ? discount(sale, [addSessionLine.line]) : {};
    },

    completeSession: ({ request: { completeSession, session } }) => {
      const sale = sales.get(session.sessionId ?? "");
      if (!sale) return {};
      if (sale.earned === undefined) {
        // A point for each euro. The session has all payments of the sale, with those of
        // before.
        const payments = session.payments ?? completeSession?.payments ?? [];
        sale.earned = Math.floor(payments.reduce((sum, { amount }) => sum + amount, 0));
        sale.member.points += sale.earned;
      }
      const texts = [
        `Points of this sale: ${sale.earned}`,
        `Your points: ${sale.member.points}`,
      ];
      return { receiptFooter: { textBefore: texts.join("\n") } };
    },

    cancelSession: ({ request: { session } }) => {
      sales.delete(session.sessionId);
    },
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .listen(port, "localhost", () => console.log(`Listening on port ${port}`));
