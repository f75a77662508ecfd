// Reads a database that no process has open: `node read.mjs <database>` prints the handlers' effects in the order of writing. `--create`
// creates their table.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss } from "pg-boss";

const [database, flag] = process.argv.slice(2);
const isFolder = !database.startsWith("postgres:");
// The inbox's lock is beside it.
const data = join(database, "data");
if (isFolder) mkdirSync(data, { recursive: true });
const lite = isFolder ? await PGlite.create(data) : undefined;
const db = isFolder ? fromPglite(lite) : new PgBoss(database).getDb();
await db.open?.();
const query = async (text) => (await db.executeSql(text, [])).rows;

if (flag === "--create")
  await query(
    "create table effects (seq bigserial, session text, counter integer, written timestamptz default clock_timestamp())",
  );
else {
  const effects = await query("select session, counter from effects order by seq");
  const output = { effects: effects.map(({ session, counter }) => [session, counter]) };
  process.stdout.write(JSON.stringify(output));
}
await (isFolder ? lite.close() : db.close());
