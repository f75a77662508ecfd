// Opens an inbox and keeps it open until stdin ends: `node open.mjs <generated folder> <database>`. Prints what it stored
// of before, as JSON, or why it could not open it; then stores one event more.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [generated, database] = process.argv.slice(2);
const { createInbox } = await import(pathToFileURL(join(generated, "inbox/index.ts")).href);
const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const inbox = createInbox({ database, log });
try {
  const { waiting } = await inbox.list().then((events) => ({ waiting: events.length }));
  await inbox.add({
    ...{ id: randomUUID(), key: "a", event: "scanCode", subscriptionId: "shop-12", about: "session a" },
    ...{ body: "{}", seal: "" },
  });
  console.log(JSON.stringify({ pid: process.pid, waiting }));
  process.stdin.resume();
  process.stdin.once("end", () => inbox.close());
} catch (error) {
  console.log(JSON.stringify({ pid: process.pid, error: error.message }));
}
