// One of several workers. It handles stored events.
import { startWorker } from "./generated/inbox/index.ts";
import { inbox, options } from "./shop.ts";

const worker = await startWorker(inbox, options, { concurrency: 16 });

process.once("SIGTERM", async () => {
  await worker.close();
  await inbox.close();
});
