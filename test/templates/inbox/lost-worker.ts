import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { countOpen, until } from "./case.js";

// A worker that an event kills, as one does that runs out of memory: `lost-worker.ts <database>`. Ends when nothing waits.
const inbox = createInbox({ database: process.argv[2] ?? "", log: silentLog });
const worker = runWorker(inbox, async ({ about }, { attempt, transaction }) => {
  const isCulprit = about === "culprit";
  // The others run when it kills.
  await sleep(isCulprit ? 100 : 200);
  if (isCulprit) process.kill(process.pid, "SIGKILL");
  // After one death: had that counted, it would be dead.
  if (about === "failing" && attempt === 1) throw new Error("once");
  await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
});
await until(async () => (await countOpen(inbox)) === 0);
await worker.close();
await inbox.close();
