import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { until } from "./case.js";

// A worker that an event kills, as one does that runs out of memory: `poisoned-worker.ts <database>`. Ends when nothing waits.
const inbox = createInbox({ database: process.argv[2] ?? "", log: silentLog });
const worker = runWorker(inbox, async ({ about }, { transaction }) => {
  const isCulprit = about.endsWith("culprit");
  // The others run when it kills.
  await sleep(isCulprit ? 100 : 200);
  if (isCulprit) process.kill(process.pid, "SIGKILL");
  await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
});
await until(async () => (await inbox.health()).waiting === 0);
await worker.close();
await inbox.close();
