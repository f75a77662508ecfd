import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { list, makeEvent } from "./case.js";

// `lost.ts <database> <workers>` stores events, one of which kills its worker, and restarts workers that die.
// Prints what became of each event.
const [database = "", workers] = process.argv.slice(2);
const inbox = createInbox({ database, log: silentLog, attempts: 2, retryDelay: 0 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text)");
const healthy = Array.from({ length: 12 }, (_, index) => (index === 5 ? "failing" : `s${index}`));
for (const about of healthy.toSpliced(6, 0, "culprit")) await inbox.add(makeEvent(about, 1, about));
// Only one process at a time can use a folder.
await inbox.close();

let deaths = 0;
async function supervise(): Promise<void> {
  const program = join(import.meta.dirname, "lost-worker.ts");
  // Without a limit, an event that never dies would loop forever.
  while (deaths < 30) {
    const worker = spawn(process.execPath, ["--import", "tsx", program, database], { stdio: "inherit" });
    const [code] = (await once(worker, "exit")) as [number | null];
    if (code !== null) return;
    deaths += 1;
  }
}
await Promise.all(Array.from({ length: Number(workers) }, supervise));

const left = (await list(inbox)).map(({ about, state }) => `${about} is ${state}`);
const { rows } = await (await inbox.connect()).query("SELECT about FROM effects");
await inbox.close();
const handled = rows.map(({ about }) => String(about));
const unhandled = healthy.filter((about) => !handled.includes(about));
const doubled = handled.length - new Set(handled).size;
console.log(JSON.stringify({ deaths, left, unhandled, doubled }));
