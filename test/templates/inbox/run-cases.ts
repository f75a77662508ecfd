import { join } from "node:path";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { listCases } from "./cases.js";

// Runs every case on a database and prints the results. The queue needs a newer Node than the tests may run on.
const [database = ""] = process.argv.slice(2);
const isServer = database.startsWith("postgres");
const cases = listCases(isServer);

const choose = (index: number) =>
  isServer ? { database, schema: `case_${index}` } : { database: join(database, String(index)) };

// One after the other: a busy server would be too slow to set up all of them at once.
for (const index of isServer ? cases.keys() : []) {
  const inbox = createInbox({ ...choose(index), log: silentLog });
  await inbox.connect();
  await inbox.close();
}

const quick = { retryDelay: 0, attempts: 3, log: silentLog };

const results = await Promise.all(
  cases.map(async ({ name, options, run }, index) => {
    const inbox = createInbox({ ...quick, ...choose(index), ...options });
    const result = await run(inbox)
      .finally(() => inbox.close())
      .catch((error: unknown) => String(error));
    return [name, result] as const;
  }),
);
console.log(JSON.stringify(Object.fromEntries(results)));
