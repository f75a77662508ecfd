import { createTill } from "../../../../generator/till.js";
import type { Exchange, Till } from "../../../../generator/till.js";
import { shops } from "./shops.js";

/** A morning at the tills of three shops. Prints the till's verdict on each answer, one line of JSON each. */
const { MPLUS_SECRET: secret = "", ENDPOINT: url = "" } = process.env;

/** Sends an event, and closes every form that the answer opens. */
async function send(till: Till, event: string, parts = {}): Promise<void> {
  await till.send(event, parts);
  if (till.session.open) await till.cancel();
}

/** A sale. Some have a till discount, a pause, a custom action or a cancelled payment. */
async function sell(till: Till, nth: number): Promise<void> {
  await send(till, "startSession");
  await send(till, "addSessionLine", { line: { articleNumber: 12, text: "Tea", priceIncl: 2.5 } });
  if (nth % 3 === 0)
    await send(till, "addSessionLine", { line: { articleNumber: 501, discountPercentage: 5 } });
  await send(till, "scanCode", { scannedCode: "2900004815168" });
  if (nth % 4 === 1) await send(till, "pauseSession");
  if (nth % 4 === 2) await send(till, "customAction");
  await send(till, "startPayment");
  await send(till, "startExternalPayment");
  if (nth % 4 === 3) await till.cancel();
  await till.wait(60_000);
  await send(till, "completeSession");
}

const tell = (subscription: string, { event, body, verdict, reply, report }: Exchange): void =>
  console.log(
    JSON.stringify({
      subscription,
      event,
      body,
      kind: verdict.kind,
      answer: reply?.body,
      isReported: report !== undefined,
    }),
  );

// By default, nobody waits for the answer.
const events = { pauseSession: { blocking: true } };

for (let nth = 0; nth < 8; nth += 1)
  for (const [subscription, release] of Object.entries(shops)) {
    const onExchange = (exchange: Exchange): void => tell(subscription, exchange);
    const till = createTill({ url, subscription, secret, release, clock: "virtual", events, onExchange });
    await sell(till, nth);
    await till.close();
  }
