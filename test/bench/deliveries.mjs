import { createHmac } from "node:crypto";

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
export const key = Buffer.from(secret, "base64");
export const subscriptionId = "shop-12";

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

function signed(request) {
  const body = Buffer.from(JSON.stringify(request));
  return { body, signature: sign(body) };
}

export const createEvent = (session, counter) =>
  signed(scanCode(0, counter, `5e551000-0000-4000-8000-${String(session).padStart(12, "0")}`));

const deliver = (size, lines) => ({ size, ...signed(scanCode(lines)), answer: answer(Math.min(lines, 10)) });

export const deliveries = [deliver("0.5 kB", 1), deliver("5 kB", 24), deliver("100 kB", 520)];

const headersOf = ({ body, signature }) => ({
  "content-type": "application/json",
  "content-length": String(body.length),
  "x-mplus-subscription-id": subscriptionId,
  "x-mplus-signature": signature,
});

/** The delivery for a receiver without a server, with a signal such as a server passes. */
export function toRaw(delivery, signal) {
  const headers = headersOf(delivery);
  return { method: "POST", event: "scanCode", header: (name) => headers[name], body: delivery.body, signal };
}

export function toWire(delivery) {
  const headers = Object.entries({ host: "localhost", ...headersOf(delivery) });
  const head = ["POST /mplus/scanCode HTTP/1.1", ...headers.map(([name, value]) => `${name}: ${value}`)];
  return Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), delivery.body]);
}
