import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { query } from "../../workbench/servers/postgres.js";
import { makeEvent, until } from "./case.js";

// `connections.ts <database> <limit>` stores and handles events as a role that may open so many connections, fewer than
// the inbox would. Prints how many events were stored, and how often handlers ran.
const [database = "", limit = ""] = process.argv.slice(2);
const url = new URL(database);
const name = url.pathname.slice(1);
const role = `app_of_${name}`;
await query(
  database,
  `CREATE ROLE ${role} LOGIN CONNECTION LIMIT ${limit}`,
  `GRANT CREATE ON DATABASE ${name} TO ${role}`,
);
url.username = role;
// Each of the two pools needs one connection, so with fewer the option must say so.
const connections = Number(limit) < 5 ? Number(limit) : undefined;
const inbox = createInbox({ database: url.href, log: silentLog, connections });
await inbox.connect();
let calls = 0;
const handled = new Set<string>();
const worker = runWorker(inbox, async ({ id }, { transaction }) => {
  calls += 1;
  await transaction.query("SELECT pg_sleep(0.05)");
  handled.add(id);
});
const [sent, refused]: [string[], string[]] = [[], []];
for (let round = 0; round < 10; round += 1)
  await Promise.all(
    Array.from({ length: 20 }, async (_, n) => {
      const event = makeEvent(`s${n}`, round);
      sent.push(event.id);
      await inbox.add(event).catch((error: unknown) => refused.push(String(error)));
    }),
  );
await until(() => handled.size === sent.length - refused.length);
await worker.close();
await inbox.close();
console.log(JSON.stringify({ sent: sent.length, refused, calls }));
