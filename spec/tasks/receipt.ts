// A code that opens the exit, on a slip below each receipt.
// Codes are kept in memory and lost on exit: use your database instead.

import { randomUUID } from "node:crypto";
import express from "express";
import { createMplusRouter } from "./mplus/express/index.js";

/**
 * The code of each sale, by session id: a repeated sale keeps its code. Some releases leave
 * the id empty for a split payment: each such receipt has its own code.
 */
const codes = new Map<string, string>();

const mplus = createMplusRouter({
  subscriptions: { "shop-12": { secret: process.env["MPLUS_SECRET"] ?? "" } },
  // A repeated event is handled once, and gets the same answer.
  dedupe: {},
  handlers: {
    // Be quick: the receipt waits for the answer.
    completeSession: ({ request: { session } }) => {
      const { sessionId = "" } = session;
      const code = codes.get(sessionId) ?? `EXIT-${randomUUID()}`;
      if (sessionId !== "") codes.set(sessionId, code);
      return {
        receiptFooter: {
          textBefore: "Scan this code at the exit",
          barcode: { codeType: "qrcode", code },
          printSeparate: true,
        },
      };
    },
  },
});

const port = Number(process.env["PORT"] ?? 3000);
express()
  .use("/mplus", mplus)
  .listen(port, "localhost")
  .on("listening", () => console.log(`Listening on port ${port}`));
