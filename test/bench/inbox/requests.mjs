import { sign, subscriptionId } from "../deliveries.mjs";

/** A signed event of a session, as a receiver without a server takes it, and as it goes over the wire. */
export function createEvent(session, counter) {
  const body = Buffer.from(
    JSON.stringify({
      event: {
        eventBlocking: true,
        eventPolling: false,
        eventCounter: counter,
        eventTimestamp: "2026-11-20T10:15:00.000+01:00",
      },
      sender: { branchNumber: 1, workplaceNumber: 2, productName: "MplusQ" },
      session: { sessionId: `5e551000-0000-4000-8000-${String(session).padStart(12, "0")}`, lines: [] },
      scanCode: { scannedCode: "8711111111111", codeType: "barcode" },
    }),
  );
  return { body, signature: sign(body) };
}

export function toWire({ body, signature }) {
  const head = [
    "POST /mplus/scanCode HTTP/1.1",
    "Host: localhost",
    "Content-Type: application/json",
    `Content-Length: ${body.length}`,
    `X-Mplus-Subscription-Id: ${subscriptionId}`,
    `X-Mplus-Signature: ${signature}`,
    "\r\n",
  ];
  return Buffer.concat([Buffer.from(head.join("\r\n")), body]);
}
