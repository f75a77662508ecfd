import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { retryEvents } from "../../../generator/cli/inputs/stored-events.js";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { list, makeEvent, open } from "./case.js";

// `lost.ts <database> <workers>` stores events, one of which kills its worker, and restarts workers that die. Then it
// retries that event. Prints what became of each event.
const [database = "", workers] = process.argv.slice(2);
const inbox = createInbox({ database, log: silentLog, attempts: 2, retryDelay: 0 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text)");
const healthy = Array.from({ length: 12 }, (_, index) => (index === 5 ? "failing" : `s${index}`));
const culprit = makeEvent("culprit", 1, "culprit");
for (const about of healthy) {
  await inbox.add(makeEvent(about, 1, about));
  if (about === "failing") await inbox.add(culprit);
}

async function supervise(): Promise<number> {
  const program = join(import.meta.dirname, "lost-worker.ts");
  // Without a limit, an event that never dies would loop forever.
  for (let deaths = 0; deaths < 30; deaths += 1) {
    const worker = spawn(process.execPath, ["--import", "tsx", program, database], { stdio: "inherit" });
    const [code] = (await once(worker, "exit")) as [number | null];
    if (code !== null) return deaths;
  }
  return 30;
}

async function countDeaths(): Promise<number> {
  // Only one process at a time can use a folder.
  await inbox.close();
  const deaths = await Promise.all(Array.from({ length: Number(workers) }, supervise));
  return deaths.reduce((sum, each) => sum + each);
}
const first = await countDeaths();
await retryEvents(await open(inbox), [culprit.id]);
const deaths = [first, await countDeaths()];

const left = (await list(inbox)).map(({ about, state }) => `${about} is ${state}`);
const { rows } = await (await inbox.connect()).query("SELECT about FROM effects");
await inbox.close();
const handled = rows.map(({ about }) => String(about));
const unhandled = healthy.filter((about) => !handled.includes(about));
const doubled = handled.length - new Set(handled).size;
console.log(JSON.stringify({ deaths, left, unhandled, doubled }));
