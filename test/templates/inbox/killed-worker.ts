import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker, type Worker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { makeEvent, until } from "./case.js";

// A worker that is to be killed: `killed-worker.ts <database> <retryDelay>`. Prints a line once it has the event `killed`,
// the event `failing` waits for its second attempt, and `a1` for its first.
const [database = "", retryDelay] = process.argv.slice(2);
const inbox = createInbox({ database, log: silentLog, retryDelay: Number(retryDelay) });
for (const about of ["killed", "failing"]) await inbox.add(makeEvent(about, 0, about));
let hasBegun = false;
const worker: Worker = runWorker(inbox, async ({ about }) => {
  if (about === "killed") {
    hasBegun = true;
    await new Promise(() => undefined);
  }
  await until(() => hasBegun);
  // It begins nothing any more.
  void worker.close();
  throw new Error("the first attempt");
});
await until(async () => (await inbox.list()).some(({ state }) => state === "retrying"));
await inbox.add(makeEvent("a", 1, "a1"));
console.log("begun");
