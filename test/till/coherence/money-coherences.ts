import type { Body, Line, Payment, Session } from "./body.js";
import { list, type Coherence } from "./coherence.js";
import { externalPayments } from "./documented.js";
import { listLines } from "./line-coherences.js";
import { isWholeCents, listTotals, sumPayments, toCents } from "./money.js";

/** What adds up. */
export const moneyCoherences: readonly Coherence[] = [
  {
    name: "lines, discounts, payments and total agree",
    source: "arithmetic; a WSDL's session has totalInclAmount and openAmount, which need not be there",
    violated: ({ session = {} }, { event }) => {
      if (event === "creditSession") return undefined;
      const { totalInclAmount, openAmount } = session;
      const paid = sumPayments(session.payments ?? []);
      const isRight = (total: number): boolean =>
        paid * Math.sign(total) <= Math.abs(total) &&
        (paid === 0 || total !== 0) &&
        (totalInclAmount === undefined || toCents(totalInclAmount) === total) &&
        (openAmount === undefined || toCents(openAmount) === total - paid);
      return compare(session, isRight, `paid ${paid / 100}, total ${totalInclAmount}, open ${openAmount}`);
    },
  },
  {
    name: "completeSession is paid",
    source: 'How to subscribe: "The session has been paid and completed"',
    violated: ({ session = {}, completeSession }, { event }) => {
      const payments = session.payments ?? completeSession?.payments;
      if (event !== "completeSession" || !payments) return undefined;
      const paid = sumPayments(payments);
      return compare(session, (total) => paid === total, `paid ${paid / 100}`);
    },
  },
  {
    name: "the last payments are among the session's payments",
    source: "JSON definitions: session.payments lists all payments",
    violated: ({ session, completeSession }) => listStrangers(completeSession?.payments, session?.payments),
  },
  {
    name: "a bill's payments are the session's payments",
    source: "JSON definitions: printBill has the previous payments to the bill",
    violated: ({ session, printBill }) => listStrangers(printBill?.payments, session?.payments),
  },
  {
    name: "a credited session was paid",
    source: "How to subscribe; page of creditSession: its final details. Signs are open, so +, − and 0 fit",
    violated: ({ session = {} }, { event }) => {
      if (event !== "creditSession" || !session.payments) return undefined;
      const paid = sumPayments(session.payments);
      const isRight = (total: number): boolean => [total, -total, 0].includes(paid);
      return session.payments.length === 0
        ? compare(session, (total) => total === 0, "no payment")
        : compare(session, isRight, `paid ${paid / 100}`);
    },
  },
  {
    name: "payments are whole cents, and not 0",
    source: "common sense. Only a return or a credit pays out",
    violated: (body, { event }) =>
      list(
        listPayments(body).flatMap(({ path, payment: { amount } }) => {
          if (amount === undefined) return [];
          const paysOut = event === "creditSession" || listLines(body).some(({ line }) => isReturn(line));
          const isRight = isWholeCents(amount) && (paysOut ? amount !== 0 : amount > 0);
          return isRight ? [] : [`${path} ${amount}`];
        }),
      ),
  },
  {
    name: "a payment method has one description",
    source: "JSON definitions: description is the method's label",
    violated: (body) => {
      const payments = listPayments(body).map(({ payment }) => payment);
      const differs = payments.filter(({ method, description }) =>
        payments.some((other) => (other.method === method) !== (other.description === description)),
      );
      return list(new Set(differs.map(({ method, description }) => `${method} (${description})`)));
    },
  },
  {
    name: "what is billed, paid or credited has lines",
    source: "common sense; some samples leave out lines",
    violated: ({ session }, { event }) =>
      session?.lines?.length === 0 && moneyEvents.includes(event) ? "lines is empty" : undefined,
  },
  {
    name: "something is left to pay",
    source: "common sense: who has paid everything neither starts a payment nor cancels a sale",
    violated: ({ session = {} }, { event }) =>
      [...unpaidEvents, ...externalPayments].includes(event) && session.lines?.length
        ? compare(session, (total) => total !== sumPayments(session.payments ?? []), "everything is paid")
        : undefined,
  },
  {
    name: "an external payment asks for what is left to pay",
    source: 'JSON definitions: "The amount that has to be paid"',
    violated: ({ session = {}, externalPayment }) => {
      const { amount } = externalPayment ?? {};
      if (amount === undefined) return undefined;
      if (!isWholeCents(amount) || amount <= 0) return `it asks for ${amount}`;
      const paid = sumPayments(session.payments ?? []);
      return compare(
        session,
        (total) => toCents(amount) === total - paid,
        `asks for ${amount}, paid ${paid / 100}`,
      );
    },
  },
  {
    name: "an external payment has an id and a method",
    source: "JSON definitions: not optional",
    violated: ({ externalPayment }) =>
      externalPayment &&
      list((["externalPaymentId", "amount", "method"] as const).filter((name) => !(name in externalPayment))),
  },
];

const unpaidEvents = ["startPayment", "cancelPayment", "cancelSession"];
const moneyEvents = [
  ...["startPayment", "cancelPayment", "completeSession", "creditSession", "printBill"],
  ...externalPayments,
];

const isReturn = ({ quantity = 1, priceIncl = 0 }: Line): boolean => quantity * priceIncl < 0;

/** What contradicts every total that the lines may have. Without lines, there is nothing to compare. */
function compare({ lines }: Session, isRight: (total: number) => boolean, found: string): string | undefined {
  const totals = listTotals(lines);
  if (!totals || totals.some(isRight)) return undefined;
  return `${found}; the lines are ${[...new Set(totals)].map((total) => total / 100).join(" or ")}`;
}

const listPayments = ({ session, completeSession, printBill }: Body) =>
  Object.entries({ session, completeSession, printBill }).flatMap(([path, holder]) =>
    (holder?.payments ?? []).map((payment) => ({ path, payment })),
  );

/** Payments that are not in a longer list. */
function listStrangers(
  some: readonly Payment[] = [],
  all: readonly Payment[] | undefined,
): string | undefined {
  if (!all) return undefined;
  const left = all.map(describePayment);
  const strangers = some.map(describePayment).filter((payment) => {
    const place = left.indexOf(payment);
    if (place >= 0) left.splice(place, 1);
    return place < 0;
  });
  return list(strangers);
}

const describePayment = ({ amount, method }: Payment): string => `${method} ${amount}`;
