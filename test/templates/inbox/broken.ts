import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { countOpen, list, makeEvent, until } from "./case.js";

// `broken.ts <database>` handles events through a proxy that ends connections: as PgBouncer does when it loses a
// database, while handlers use them; and as a server does, in the same packet in which the connection becomes ready.
// Prints what is left.
const [database = ""] = process.argv.slice(2);
const { hostname, port } = new URL(database);

function toFatal(code: string, message: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
  const head = Buffer.alloc(5);
  head.write("E");
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

const clients = new Set<Socket>();
let [opened, broken] = [0, 0];
let breaksNew = false;
const proxy = createServer((client) => {
  clients.add(client);
  const number = (opened += 1);
  const server = connect(Number(port), hostname);
  for (const socket of [client, server]) socket.on("error", () => undefined);
  client.pipe(server);
  client.on("close", () => {
    clients.delete(client);
    server.destroy();
  });
  server.on("close", () => client.end());
  let isNew = true;
  server.on("data", (bytes: Buffer) => {
    // `Z`, a length of five and a state: ready for a query.
    const isReady = bytes.length >= 6 && bytes.at(-6) === 0x5a;
    if (!isNew || !isReady) return client.write(bytes);
    isNew = false;
    if (!breaksNew || number % 2 === 0) return client.write(bytes);
    broken += 1;
    client.end(
      Buffer.concat([bytes, toFatal("57P01", "terminating connection due to administrator command")]),
    );
    return server.destroy();
  });
});
await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
const url = new URL(database);
url.port = `${(proxy.address() as AddressInfo).port}`;

const inbox = createInbox({ database: url.href, log: silentLog, attempts: 1 });
await inbox.connect();
// Also waits for the others if one of them fails.
const addAll = (key: string) =>
  Promise.allSettled([0, 1, 2, 3].map((n) => inbox.add(makeEvent(`${key}${n}`, 0))));
let [runs, isBroken] = [0, false];
const worker = runWorker(inbox, async (_event, { transaction }) => {
  runs += 1;
  await transaction.query("SELECT 1");
  await until(() => isBroken);
  await transaction.query("SELECT 1");
});

await addAll("a");
await until(() => runs === 4);
for (const client of clients) client.end(toFatal("08P01", "database removed"));
isBroken = true;
await until(async () => (await countOpen(inbox).catch(() => 1)) === 0);

// New connections come with handlers that work at once.
breaksNew = true;
for (const client of clients) client.destroy();
for (let round = 0; broken < 5; round += 1) {
  await addAll(`b${round}-`);
  await until(async () => (await countOpen(inbox).catch(() => 1)) === 0);
  for (const client of clients) client.destroy();
}
breaksNew = false;
await until(async () => (await inbox.health()).database === "up");
// A connection that broke after the commit may have hidden that an event was stored.
await until(async () => (await countOpen(inbox).catch(() => 1)) === 0);
console.log(JSON.stringify({ isTried: broken >= 5, left: await list(inbox) }));
await worker.close();
await inbox.close();
proxy.close();
