// Fills the queues of an inbox on PostgreSQL with so many events that wait: `node prefill.mjs <setup as JSON>`. The first is
// stored by the inbox. The next are written as its row is, as the receiver would have stored them. All others, which wait behind
// those and are never reached, are copies of them under other ids.
import { PgBoss } from "pg-boss";
import { createEvent, secret, subscriptionId, toRaw } from "../deliveries.mjs";
import { importFrom } from "../processes.mjs";

const { home, database, schema, sessions, events } = JSON.parse(process.argv[2]);
const { createInbox } = await importFrom(home, "inbox/index.js");
const { createReceiver } = await importFrom(home, "receiver/index.js");

const inbox = createInbox({ database, schema });
const db = new PgBoss(database).getDb();
await db.open();
const query = async (text, values = []) => (await db.executeSql(text, values)).rows;

/** Catches what a receiver would have stored, so that its seal is good. */
let stored;
const receiver = createReceiver({
  subscriptions: { [subscriptionId]: { secret } },
  handlers: {},
  queued: { scanCode() {} },
  inbox: {
    async add(event) {
      stored = event;
      return "kept";
    },
  },
});

async function createStored(index) {
  const event = createEvent(index % sessions, 1 + Math.floor(index / sessions));
  const { status } = await receiver.receive(toRaw(event));
  if (status !== 200) throw new Error(`refused with ${status}`);
  return stored;
}

const first = await createStored(0);
await inbox.add(first);
const [{ row }] = await query(`select to_jsonb(j) as row from ${schema}.job j where id = $1`, [first.id]);
const began = Date.now() - events;
const genuine = Math.min(events, 10_000);
for (let from = 1; from < genuine; from += 5000) {
  const rows = [];
  for (let index = from; index < Math.min(genuine, from + 5000); index++) {
    const { id, key, about, body, seal } = await createStored(index);
    const created_on = new Date(began + index).toISOString();
    const data = { ...row.data, about, body, seal };
    rows.push({ id, singleton_key: key, created_on, data });
  }
  await query(
    `insert into ${schema}.job select (jsonb_populate_record(null::${schema}.job, $1::jsonb || one)).*
     from jsonb_array_elements($2::jsonb) as one`,
    [JSON.stringify(row), JSON.stringify(rows)],
  );
}
const written = await query(
  "select quote_ident(column_name) as name from information_schema.columns where table_schema = $1 and table_name = 'job'",
  [schema],
);
const columns = written.map(({ name }) => name);
const changed = { id: "gen_random_uuid()", created_on: "one.created_on + n * interval '10 seconds'" };
await query(
  `insert into ${schema}.job (${columns.join(", ")})
   select ${columns.map((name) => changed[name] ?? `one.${name}`).join(", ")}
     from ${schema}.job one, generate_series(1, $1::int) n where one.name = 'mplus'`,
  [Math.round(events / genuine) - 1],
);
await query(`analyze ${schema}.job_common`);
await db.close();
await inbox.close();
