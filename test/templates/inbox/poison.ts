import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { makeEvent } from "./case.js";

// `poison.ts <database> <workers>` stores events of five shops, one of which kills whoever handles it, and starts workers
// again as often as they die. Prints what became of each event.
const [database = "", workers] = process.argv.slice(2);
const inbox = createInbox({ database, log: silentLog, attempts: 2, retryDelay: 0 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text)");
const healthy = Array.from({ length: 12 }, (_, index) => `shop-${(index % 5) + 1}.s${index}`);
for (const key of healthy.toSpliced(6, 0, "shop-2.culprit")) {
  const [subscriptionId = ""] = key.split(".");
  await inbox.add({ ...makeEvent(key, 1, key), subscriptionId });
}
// A folder belongs to one process at a time.
await inbox.close();

/** With an event that never dies it would go on for ever. */
const maxDeaths = 30;
let deaths = 0;

async function supervise(): Promise<void> {
  const program = join(import.meta.dirname, "poisoned-worker.ts");
  while (deaths < maxDeaths) {
    const worker = spawn(process.execPath, ["--import", "tsx", program, database], { stdio: "inherit" });
    const [code] = (await once(worker, "exit")) as [number | null];
    if (code !== null) return;
    deaths += 1;
  }
}
await Promise.all(Array.from({ length: Number(workers) }, supervise));

const dead = (await inbox.list({ dead: true })).map(({ about }) => about);
const { rows } = await (await inbox.connect()).query("SELECT about FROM effects");
await inbox.close();
const handled = rows.map(({ about }) => String(about));
console.log(
  JSON.stringify({
    dead: dead.sort(),
    unhandled: healthy.filter((about) => !handled.includes(about)),
    doubled: handled.length - new Set(handled).size,
  }),
);
console.error(`a poison: ${healthy.length} healthy events, ${deaths} deaths of workers`);
