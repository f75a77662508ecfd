import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { countOpen, until } from "./case.js";

// A worker that is killed by an event, as if it ran out of memory: `lost-worker.ts <database>`. Ends when nothing
// waits.
const inbox = createInbox({ database: process.argv[2] ?? "", log: silentLog });
const worker = runWorker(inbox, async ({ about }, { attempt, transaction }) => {
  const isCulprit = about === "culprit";
  // All other handlers are still running when the culprit kills the process.
  await sleep(isCulprit ? 100 : 200);
  if (isCulprit) process.kill(process.pid, "SIGKILL");
  // If the culprit's kill counted against this event, it would be dead now.
  if (about === "failing" && attempt === 1) throw new Error("once");
  await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
});
await until(async () => (await countOpen(inbox)) === 0);
await worker.close();
await inbox.close();
