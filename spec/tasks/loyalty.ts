// A card selects its owner, members get 5% off, and the receipt shows their points.
// Members and sales are kept in memory and lost on exit: use your database instead.

import { randomUUID } from "node:crypto";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";
import type {
  CompleteSessionRequest,
  ExternalDiscountAnswer,
  LineChange,
  Payment,
  Sender,
  SessionLine,
} from "./mplus/types/index.js";

interface Member {
  readonly card: string;
  readonly relationNumber: number;
  readonly name: string;
  points: number;
}

interface Sale {
  member: Member;
  /** The ids of our discounts, by line. */
  readonly discountIds: Map<string, string>;
  payments: readonly Payment[];
  /** The points earned with it. */
  points: number;
  /** The counted events. A repeated event, however late, does not count again. */
  readonly counted: Set<string>;
}

const members: readonly Member[] = [
  { card: "2900004815168", relationNumber: 20517, name: "S. de Wit", points: 118 },
];

const findMember = (number: number | undefined): Member | undefined =>
  members.find(({ relationNumber }) => relationNumber === number);

/** The sales to members, by session id. */
const sales = new Map<string, Sale>();

/** The session of each till's last event. */
const latest = new Map<string, string>();

interface Told {
  readonly sender: Sender;
  readonly session: Pick<CompleteSessionRequest["session"], "sessionId">;
}

/**
 * The id of the sale. Some releases leave it empty in completeSession for a split payment.
 * Inferred, not documented: it is then the sale that this POS reported last.
 */
function findId({ sender, session }: Told): string {
  const till = sender.instanceId ?? `${sender.branchNumber}/${sender.workplaceNumber}`;
  const id = session.sessionId || (latest.get(till) ?? randomUUID());
  if (id !== session.sessionId && !latest.has(till))
    console.error("A sale without an id, from a POS that has reported no sale yet");
  latest.set(till, id);
  return id;
}

/** A scan and a selection may both report the member, who counts once. */
function assign(sessionId: string, member: Member): Sale {
  const sale = sales.get(sessionId) ?? {
    member,
    discountIds: new Map<string, string>(),
    payments: [],
    points: 0,
    counted: new Set<string>(),
  };
  sale.member = member;
  sales.set(sessionId, sale);
  return sale;
}

/**
 * Discounts the lines that may have a discount. A repeated line gets the same id, so it
 * remains one discount. It is a percentage, because no source says whether an amount
 * applies per piece or per line.
 */
function discount(
  sale: Sale,
  lines: readonly SessionLine[] = [],
): { lineChanges?: LineChange[] } {
  const lineChanges = lines.filter(mayBeDiscounted).map(({ lineId }) => {
    const discountId = sale.discountIds.get(lineId) ?? randomUUID();
    sale.discountIds.set(lineId, discountId);
    const externalDiscount: ExternalDiscountAnswer = {
      discountId,
      discountPercentage: 5,
      discountDescription: "Members' discount",
    };
    return { lineId, externalDiscount };
  });
  return lineChanges.length > 0 ? { lineChanges } : {};
}

/** Excludes text lines, returns and lines with a discount of the POS or a webhook. */
const mayBeDiscounted = ({
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

/**
 * Counts a point per euro paid. A split payment may come in one event or in one per part.
 * `session.payments` has all payments of the sale so far; if it is missing, the payments
 * of the events are added up.
 */
function countPoints(
  sale: Sale,
  { event, sender, completeSession, session }: CompleteSessionRequest,
): void {
  const key = `${sender.instanceId} ${event.eventCounter} ${event.eventTimestamp}`;
  if (sale.counted.has(key)) return;
  sale.counted.add(key);
  const all = session.payments ?? [];
  const part = completeSession?.payments ?? [];
  if (all.length > sale.payments.length) sale.payments = all;
  else if (all.length === 0) sale.payments = [...sale.payments, ...part];
  if (sale.payments.length === 0) console.error("No payment is named: no points");
  const cents = sale.payments.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
  const points = Math.trunc(cents / 100);
  sale.member.points += points - sale.points;
  sale.points = points;
}

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  // A repeated event is handled once, and gets the same answer.
  dedupe: {},
  handlers: {
    scanCode: ({ request }) => {
      const { scanCode, session } = request;
      const id = findId(request);
      const member = members.find(({ card }) => card === scanCode.scannedCode);
      // Not ours: the POS searches on, for example among its articles.
      if (!member) return { scanCode: { recognized: false } };
      return {
        scanCode: { recognized: true, relationNumber: member.relationNumber },
        message: [{ message: `${member.name}: ${member.points} points`, displayTime: 8 }],
        ...discount(assign(id, member), session.lines),
      };
    },

    selectRelation: ({ request }) => {
      const id = findId(request);
      const member = findMember(request.selectRelation?.relation?.relationNumber);
      if (member) return discount(assign(id, member), request.session.lines);
      // Another customer, or none. No source says how to remove a discount from a
      // line.
      sales.delete(id);
      return {};
    },

    addSessionLine: ({ request }) => {
      const sale = sales.get(findId(request));
      return sale ? discount(sale, [request.addSessionLine.line]) : {};
    },

    mergeSession: ({ request }) => {
      const { sender, session, mergeSession } = request;
      const sessionId = mergeSession.mergeWithSessionId;
      const sale = sales.get(session.sessionId);
      // If both sales have a member, the member of the remaining sale stays.
      if (sale && !sales.has(sessionId)) sales.set(sessionId, sale);
      sales.delete(session.sessionId);
      findId({ sender, session: { sessionId } });
    },

    startPayment: ({ request }) => {
      findId(request);
    },

    completeSession: ({ request }) => {
      const id = findId(request);
      // The session may contain its customer, but this is not documented.
      const member = findMember(request.session.relation?.relationNumber);
      const sale = member ? assign(id, member) : sales.get(id);
      if (!sale) return {};
      countPoints(sale, request);
      const texts = [
        `Points of this sale: ${sale.points}`,
        `Your points: ${sale.member.points}`,
      ];
      return { receiptFooter: { textBefore: texts.join("\n") } };
    },

    // A partial credit is not documented: this takes back all points of the sale.
    creditSession: ({ request: { session } }) => {
      const sale = sales.get(session.sessionId);
      if (sale) {
        sale.member.points -= sale.points;
        sale.points = 0;
      } else if (findMember(session.relation?.relationNumber))
        console.error(`Credited, and its points are not known: ${session.sessionId}`);
    },

    cancelSession: ({ request: { session } }) => {
      sales.delete(session.sessionId);
    },
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .listen(port, "localhost")
  .on("listening", () => console.log(`Listening on port ${port}`));
