// The tills of the chain: each sends the lines of its sales one after another, and sends again what was not answered.
import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { addSessionLineRequest } from "./generated/fixtures/index.ts";
import { subscriptions } from "./shop.ts";

/** The sales of a chain, counted. */
export interface Sales {
  /** Each event once, however often it takes. */
  sent: number;
  /** How often one was sent again that got no answer, or a refusal: nothing is lost by that. */
  sentAgain: number;
  /** The events that were answered: their session and counter. */
  readonly answered: string[];
}

const shops = Object.entries(subscriptions);

/** Sells at so many tills, until told to stop. */
export async function sell(tills: number, ports: readonly number[], sales: Sales, isOver: () => boolean) {
  const run = async (till: number): Promise<void> => {
    while (!isOver()) await sellOne(till, ports, sales, isOver);
  };
  await Promise.all(Array.from({ length: tills }, (_, till) => run(till)));
}

async function sellOne(till: number, ports: readonly number[], sales: Sales, isOver: () => boolean) {
  const sessionId = randomUUID();
  for (let counter = 1; counter <= 20 && !isOver(); counter++) {
    const request = addSessionLineRequest({
      session: { sessionId },
      sender: { branchNumber: 1 + (till % shops.length), workplaceNumber: till },
      event: { eventCounter: counter, eventBlocking: true, eventPolling: false },
    });
    const body = JSON.stringify(request);
    sales.sent += 1;
    for (let attempt = till; !(await send(body, till, ports[attempt % ports.length] ?? 0)); attempt++) {
      await sleep(50);
      sales.sentAgain += 1;
    }
    sales.answered.push(`${sessionId} ${counter}`);
  }
}

/** Whether it was answered: a receiver that is killed, or cannot store, leaves an event to be sent again. */
async function send(body: string, till: number, port: number): Promise<boolean> {
  const [id = "", { secret } = { secret: "" }] = shops[till % shops.length] ?? [];
  const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(body).digest("base64");
  const headers = {
    "Content-Type": "application/json",
    "X-Mplus-Subscription-Id": id,
    "X-Mplus-Signature": signature,
  };
  try {
    const url = `http://127.0.0.1:${port}/mplus/addSessionLine`;
    const response = await fetch(url, { method: "POST", headers, body });
    await response.text();
    return response.ok;
  } catch {
    return false;
  }
}
