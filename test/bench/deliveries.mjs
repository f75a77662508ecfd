import { createHmac } from "node:crypto";

const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
const key = Buffer.from(secret, "base64");
const subscriptionId = "shop-12";
export const subscriptions = { [subscriptionId]: { secret } };

const lineId = "0f8fad5b-d9cb-469f-a165-70867728950e";
const line = {
  lineId,
  articleNumber: 1234,
  priceIncl: 2.7,
  quantity: 1,
  text: "Cappuccino with oat milk",
  discountPercentage: 0,
  discountAmount: 0,
  pluNumber: "4711",
};

export const sign = (bytes) => createHmac("sha256", key).update(bytes).digest("base64");

export const scanCode = (lines, eventCounter = 7, sessionId = lineId) => ({
  event: {
    eventBlocking: true,
    eventPolling: false,
    eventCounter,
    eventTimestamp: "2026-11-20T10:15:00.000+01:00",
  },
  sender: { branchNumber: 1, workplaceNumber: 2, instanceId: lineId, productName: "MplusQ" },
  session: { sessionId, lines: Array(lines).fill(line) },
  scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
});

/** An answer with this many discounts, one per line. */
export const answer = (discounts) => ({
  scanCode: { recognized: true, relationNumber: 12 },
  message: [{ message: "Welcome back", customerMessage: "Hello", displayTime: 5 }],
  lineChanges: Array.from({ length: discounts }, (_, n) => ({
    lineId,
    externalDiscount: {
      discountId: lineId,
      discountPercentage: n % 100,
      discountDescription: "Member of the loyalty club",
    },
  })),
});

/** A signed request, and the answer of its handler. */
export function deliver(request, answered = {}) {
  const body = Buffer.from(JSON.stringify(request));
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-mplus-subscription-id": subscriptionId,
    "x-mplus-signature": sign(body),
  };
  return { body, headers, answer: answered };
}

/** The delivery for a receiver without a server, with a signal such as a server passes. */
export const toRaw = ({ body, headers }, signal) => ({
  method: "POST",
  event: "scanCode",
  header: (name) => headers[name],
  body,
  signal,
});

export const deliveries = {
  "0.5 kB": deliver(scanCode(1), answer(1)),
  "5 kB": deliver(scanCode(24), answer(10)),
  "100 kB": deliver(scanCode(520), answer(10)),
};
