import type { Body } from "./body.js";
import { externalPayments, kitchenEvents } from "./documented.js";

const event = {
  eventBlocking: true,
  eventPolling: false,
  eventCounter: 41,
  eventTimestamp: "2026-02-14T17:29:14.053+01:00",
};

const sender = {
  branchNumber: 1,
  workplaceNumber: 2,
  instanceId: "fbe88226-4487-4168-99ac-f1d99459cdf7",
  paymentStarted: false,
  productName: "MplusQ",
  hasReceiptPrinter: true,
};
const paying = { ...sender, paymentStarted: true };
const webApp = {
  branchNumber: 1,
  workplaceNumber: 3,
  productName: "MplusQservice",
  browserFamily: "Mobile Safari",
  browserVersion: "18.2",
  deviceType: "Mobile",
  platformFamily: "iOS",
  platformVersion: "18.2",
};

// Coffee costs 3.50 and two soaps 10.00, less 10 %: 12.50 in all, of which 5.00 is prepaid.
const coffee = {
  lineId: "7c2248d8-65fd-463e-8baf-959df0e1bcfb",
  articleNumber: 100,
  priceIncl: 3.5,
  quantity: 1,
  text: "Coffee",
};
const soap = {
  lineId: "11111111-65fd-463e-8baf-959df0e1bcfb",
  articleNumber: 200,
  priceIncl: 5,
  quantity: 2,
  text: "Soap",
  externalDiscount: {
    discountId: "bccaa4e4-2cdc-4b3b-8fe9-a001e3591be6",
    discountDescription: "Members",
    discountPercentage: 10,
  },
};
const tea = { lineId: "44444444-65fd-463e-8baf-959df0e1bcfb", text: "Tea" };
const prepaid = { amount: 5, description: "Cash", method: "CASH" };
const last = { amount: 7.5, description: "Card", method: "PIN" };
const relation = { relationNumber: 12, name: "A. Jansen" };
const table = { number: 22, subNumber: 1 };

const started = { sessionId: "b2864d8d-3a97-4f76-b074-87a3ed25b1f6" };
const session = { ...started, table, lines: [coffee, soap], payments: [prepaid], relation };
const unpaid = { ...session, payments: [] };
const paid = { ...session, payments: [prepaid, last] };
const sale = { event, sender, session };

const externalPayment = {
  externalPaymentId: "22222222-65fd-463e-8baf-959df0e1bcfb",
  amount: 7.5,
  method: "WALLET",
  callbackUrl: "https://till.example/done",
};
const order = { orderId: "33333333-65fd-463e-8baf-959df0e1bcfb", year: 2026, number: 1234 };
const kitchen = {
  event,
  sender,
  course: {
    courseNumber: 1,
    name: "Starters",
    abbreviation: "S",
    sequenceNumber: 1,
    expectedPreparationTime: 60,
  },
  tableOrder: order,
  cafeteriaOrder: { ...order, ticketNumber: 34 },
  table,
};

/** A coherent request of each event, from one shop that runs v59.5.2. */
export const rightBodies: Readonly<Record<string, Body>> = {
  startSession: { event, sender, session: started },
  scanCode: { ...sale, sender: webApp, scanCode: { scannedCode: "25", codeType: "qrcode" } },
  addSessionLine: { ...sale, addSessionLine: { line: soap } },
  updateSessionLine: { ...sale, updateSessionLine: { line: coffee } },
  removeSessionLine: { ...sale, removeSessionLine: { line: tea } },
  pauseSession: sale,
  resumeSession: sale,
  startPayment: { ...sale, openUrl: { redirectUrl: "https://till.example/back" } },
  cancelPayment: { event, sender: paying, session: unpaid },
  mergeSession: { ...sale, mergeSession: { mergeWithSessionId: "55555555-65fd-463e-8baf-959df0e1bcfb" } },
  cancelSession: { event, sender, session: unpaid },
  completeSession: { event, sender: paying, session: paid, completeSession: { payments: [last] } },
  creditSession: { event, sender, session: paid },
  customAction: {
    ...sale,
    customAction: { customActionId: "points", buttonCaption: "Points", onStartup: false, longClick: true },
  },
  printBill: { ...sale, printBill: { payments: [prepaid] } },
  backgroundPoll: { event: { ...event, eventPolling: true }, sender },
  selectRelation: { ...sale, selectRelation: { relation } },
  ...Object.fromEntries(externalPayments.map((name) => [name, { ...sale, sender: paying, externalPayment }])),
  ...Object.fromEntries(kitchenEvents.map((name) => [name, kitchen])),
};
