// Opens an inbox until stdin ends: `node open.mjs <generated folder> <database>`. Prints the events stored earlier as JSON, or why it could
// not open it. Then stores an event, and another for each line of stdin, printing whether it could.
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
