import { createHmac, createSecretKey } from "node:crypto";

export const secret = "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx0=";
const key = createSecretKey(secret, "base64");
const subscriptionId = "shop-12";
export const subscriptions = { [subscriptionId]: { secret, version: "59.3" } };

export const compute = (bytes) => createHmac("sha256", key).update(bytes).digest();
export const sign = (bytes) => createHmac("sha256", key).update(bytes).digest("base64");

let state = 86;

/** Draws an integer below a limit. Each run of the bench draws the same ones. */
function draw(limit) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
}

const drawId = () =>
  [8, 4, 4, 4, 12]
    .map((digits) =>
      draw(16 ** digits)
        .toString(16)
        .padStart(digits, "0"),
    )
    .join("-");

const texts = [
  "Cappuccino with oat milk",
  "Double espresso, decaffeinated",
  "Croissant with butter",
  "Tomato soup of the day",
  "Still water, 50 cl",
  "Apple pie with whipped cream",
];

const drawLine = () => ({
  lineId: drawId(),
  articleNumber: 1000 + draw(9000),
  priceIncl: (100 + draw(1900)) / 100,
  quantity: 1 + draw(9),
  text: texts[draw(texts.length)],
  discountPercentage: draw(30),
  discountAmount: 0,
  pluNumber: String(1000 + draw(9000)),
});

/** A request with this many lines. */
export const scanCode = (lines, eventCounter = 1 + draw(1e6), sessionId = drawId()) => ({
  event: {
    eventBlocking: true,
    eventPolling: false,
    eventCounter,
    eventTimestamp: `2026-11-20T10:${10 + draw(50)}:${10 + draw(50)}.000+01:00`,
  },
  sender: { branchNumber: 1, workplaceNumber: 1 + draw(9), instanceId: drawId(), productName: "MplusQ" },
  session: { sessionId, lines: Array.from({ length: lines }, drawLine) },
  scanCode: { scannedCode: String(8.71e12 + draw(1e10)), codeType: "barcode" },
});

/** The handler's answer to a request, with discounts for its first lines. */
export const answerTo = ({ event, session, scanCode }, discounts = 10) => ({
  scanCode: { recognized: true, relationNumber: event.eventCounter },
  message: [{ message: `Welcome back, ${scanCode.scannedCode}`, customerMessage: "Hello", displayTime: 5 }],
  lineChanges: session.lines.slice(0, discounts).map(({ lineId, quantity }) => ({
    lineId,
    externalDiscount: {
      discountId: session.sessionId,
      discountPercentage: 5 * quantity,
      discountDescription: "Member of the loyalty club",
    },
  })),
});

/** A signed request, and the answer of its handler. */
export function deliver(request) {
  const body = Buffer.from(JSON.stringify(request));
  const headers = {
    "content-type": "application/json",
    "content-length": String(body.length),
    "x-mplus-subscription-id": subscriptionId,
    "x-mplus-signature": sign(body),
  };
  return { body, headers, answer: answerTo(request) };
}

/** The delivery for a receiver without a server, with a signal such as a server passes. */
export const toRaw = ({ body, headers }, signal) => ({
  method: "POST",
  event: "scanCode",
  header: (name) => headers[name],
  body,
  signal,
});

// One body over and over would suit branch predictors and inline caches better than a shop does.
const deliverMany = (lines) => Array.from({ length: 64 }, () => deliver(scanCode(lines)));
export const deliveries = {
  "0.5 kB": deliverMany(1),
  "5 kB": deliverMany(24),
  "100 kB": deliverMany(520),
};
