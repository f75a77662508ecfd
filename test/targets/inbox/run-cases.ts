import { join } from "node:path";
import { silentLog } from "../../../templates/receiver/api/log.js";
import { cases } from "./cases.js";

// Runs every case on a database, and prints what came of each. The queue needs a newer node than the tests may run on.
const [database = ""] = process.argv.slice(2);
const isServer = database.startsWith("postgres");

const results = await Promise.all(
  cases.map(async ({ name, run }, index) => {
    const own = isServer
      ? { database, schema: `case_${index}` }
      : { database: join(database, String(index)) };
    const result = await run({ ...own, log: silentLog }).catch((error: unknown) => String(error));
    return [name, result] as const;
  }),
);
console.log(JSON.stringify(Object.fromEntries(results)));
