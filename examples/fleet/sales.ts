// The chain's tills. Each sends its sale lines in order and resends unanswered ones.
import { createHmac, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { addSessionLineRequest } from "./generated/fixtures/index.ts";
import { subscriptions } from "./shop.ts";

export interface Sales {
  /** Distinct events sent. */
  sent: number;
  /** Events sent again after a failure or a rejection, so that none is lost. */
  sentAgain: number;
  /** Session and counter of each answered event. */
  readonly answered: string[];
}

const shops = Object.entries(subscriptions);

/** Sells at this many tills until `isOver` returns true. */
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

/** Returns false if the receiver was killed or could not store the event. */
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
