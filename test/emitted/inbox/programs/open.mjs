// Opens an inbox and keeps it open until stdin ends: `node open.mjs <generated folder> <database>`. Prints what it stored
// of before, as JSON, or why it could not open it; then stores one event more, and one for each line of stdin, after which it
// prints whether it could.
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const [generated, database] = process.argv.slice(2);
const { createInbox } = await import(pathToFileURL(join(generated, "inbox/index.ts")).href);
const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const inbox = createInbox({ database, log });
const say = (said) => console.log(JSON.stringify({ pid: process.pid, ...said }));
const add = () =>
  inbox.add({
    id: randomUUID(),
    key: "a",
    event: "scanCode",
    subscriptionId: "shop-12",
    about: "session a",
    body: "{}",
    seal: "",
  });
try {
  const { boss } = await inbox.connect();
  const { length: waiting } = await boss.findJobs("mplus", { queued: true });
  await add();
  say({ waiting });
  for await (const _ of createInterface(process.stdin))
    await add().then(
      () => say({}),
      (error) => say({ error: error.message }),
    );
  await inbox.close();
} catch (error) {
  say({ error: error.message });
}
