import { setTimeout as sleep } from "node:timers/promises";
import { trace } from "@opentelemetry/api";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { startRecording } from "./recording.js";

// `traced.ts <folder> store` stores two events, one of them twice, while a request is under way; then, in another
// process, `traced.ts <folder> handle` handles them, of which one fails. Prints what OpenTelemetry was told.
const [database = "", action] = process.argv.slice(2);
const record = startRecording();
const tracer = trace.getTracer("shop");
const inbox = createInbox({ database, log: silentLog, attempts: 1 });

if (action === "store") await tracer.startActiveSpan("request", (span) => store().finally(() => span.end()));
else {
  const worker = runWorker(inbox, async ({ event }) => {
    await tracer.startActiveSpan(`work on ${event}`, (span) => sleep(20).then(() => span.end()));
    if (event === "completeSession") throw new Error("Ann Smith is unknown");
  });
  while ((await inbox.health()).waiting !== 0) await sleep(20);
  await sleep(100);
  console.log(JSON.stringify(await record()));
  await worker.close();
}
if (action === "store") console.log(JSON.stringify(await record()));
await inbox.close();

async function store(): Promise<void> {
  for (const [n, event] of ["scanCode", "completeSession", "completeSession"].entries())
    await inbox.add({
      id: `00000000-0000-4000-8000-00000000000${Math.min(n, 1)}`,
      key: `Ann Smith ${event}`,
      event,
      subscriptionId: "shop-12",
      about: "session of Ann Smith",
      body: '{"customer":"Ann Smith"}',
      seal: "Ann Smith",
    });
}
