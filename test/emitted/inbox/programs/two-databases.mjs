// Uses the `inboxes.ts` of docs/scale.md as a receiver and its workers do: `node two-databases.mjs <home> <body>`. Ten events of
// each of eight shops are received, and handled by a worker a database. Prints how many events each database had, and what
// was handled of each shop.
import { createHmac } from "node:crypto";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const [home, body] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(home, path)).href);
const { inbox, inboxes } = await load("inboxes.ts");
const { startWorker } = await load("generated/inbox/index.ts");
const { createReceiver } = await load("generated/receiver/index.ts");

const shops = Array.from({ length: 8 }, (_, index) => `shop-${index}`);
/** Each has a secret of its own: one body signed with one secret is one event. */
const secretOf = (shop) => createHmac("sha256", shop).digest("base64");
const handled = Object.fromEntries(shops.map((shop) => [shop, []]));
const options = {
  subscriptions: Object.fromEntries(shops.map((shop) => [shop, { secret: secretOf(shop) }])),
  handlers: {},
  queued: {
    scanCode: async ({ subscriptionId, request }) => {
      handled[subscriptionId].push(request.event.eventCounter);
    },
  },
  inbox,
};
const receiver = createReceiver(options);
for (let counter = 1; counter <= 10; counter += 1)
  for (const shop of shops) {
    const event = JSON.parse(body);
    event.event.eventCounter = counter;
    const text = JSON.stringify(event);
    const signature = createHmac("sha256", Buffer.from(secretOf(shop), "base64"))
      .update(text)
      .digest("base64");
    const headers = {
      "x-mplus-subscription-id": shop,
      "x-mplus-signature": signature,
      "content-type": "application/json",
    };
    const { status } = await receiver.receive({
      method: "POST",
      event: "scanCode",
      header: (name) => headers[name],
      body: Buffer.from(text),
    });
    if (status !== 200) throw new Error(`refused with ${status}`);
  }
const stored = await Promise.all(inboxes.map(async (each) => (await each.health()).waiting));
const workers = await Promise.all(inboxes.map((each) => startWorker(each, options)));
while ((await Promise.all(inboxes.map((each) => each.health()))).some(({ waiting }) => waiting > 0))
  await sleep(50);
for (const each of [...workers, ...inboxes]) await each.close();
console.log(JSON.stringify({ stored, handled }));
