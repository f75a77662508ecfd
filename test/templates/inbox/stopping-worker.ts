import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";

// A worker that suspends itself while it handles the events `waits` and `ends`: `stopping-worker.ts <database>`.
// Closes at the end of its input, and prints which events were aborted.
const inbox = createInbox({ database: process.argv[2] ?? "", log: silentLog });
const isAborted: Record<string, boolean> = {};
let isWritten = false;
const worker = runWorker(inbox, async ({ about }, { signal, transaction }) => {
  await transaction.query("INSERT INTO effects VALUES ($1, 'the one that stops')", [about]);
  if (about === "waits") {
    isWritten = true;
    for (let n = 0; n < 200 && !signal.aborted; n += 1) await sleep(50);
  } else {
    while (!isWritten) await sleep(10);
    console.log("stops");
    process.kill(process.pid, "SIGSTOP");
  }
  isAborted[about] = signal.aborted;
});
await once(process.stdin.resume(), "end");
while (Object.keys(isAborted).length < 2) await sleep(20);
await worker.close();
await inbox.close();
console.log(JSON.stringify(isAborted));
