import { createHmac } from "node:crypto";
import express from "express";
import { createMplusRouter } from "../../../../generated/express/index.js";
import type { MplusOptions } from "../../../../generated/receiver/index.js";
import { shops } from "./shops.js";

/** A partner's Express server. With BUG, it has one fault: its receipt says “Thnak you”. */
const { MPLUS_SECRET: secret = "", PORT: port = "", BUG: bug } = process.env;
// The example has its own compiler settings.
const example = new URL("../../../till/example/shop.ts", import.meta.url).href;
const { createShop } = (await import(example)) as { createShop: () => Pick<MplusOptions, "handlers"> };
const { handlers } = createShop();
const subscriptions = Object.fromEntries(Object.keys(shops).map((id) => [id, { secret }]));
const app = express();

// An older part of the server, which answers every shop with a form. Forms require v59.
app.post("/mplus/customAction", express.raw({ type: "*/*" }), (request, response) => {
  const isFilledIn = "form" in (JSON.parse(String(request.body)) as object);
  const body = JSON.stringify(isFilledIn ? {} : { form: { id: "note", title: "A note", fields: [] } });
  const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(body).digest("base64");
  response
    .set({ "Content-Type": "application/json", "X-Mplus-Signature": signature })
    .send(Buffer.from(body));
});
app.use(
  "/mplus",
  createMplusRouter({
    subscriptions,
    handlers: {
      ...handlers,
      // Discounts every line. A till rejects this on lines that already have its own discount.
      addSessionLine: ({ request: { addSessionLine } }) => ({
        lineChanges: [
          {
            lineId: addSessionLine.line.lineId,
            externalDiscount: {
              discountId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10",
              discountPercentage: 10,
              discountDescription: "Tea time",
            },
          },
        ],
      }),
      pauseSession: () => ({ error: { code: "INVALID_DATA", message: "Nobody pauses here." } }),
      ...(bug !== undefined && { completeSession: () => ({ receiptFooter: { textBefore: "Thnak you" } }) }),
    },
  }),
);
app.listen(Number(port), "127.0.0.1");
