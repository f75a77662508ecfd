// A separate server with a shared store. Its argument is `{ folder, url, secret, limits }`: the output, the
// database, and options of `pg`. Reports its port, and each run of its handler.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import express from "express";
import pg from "pg";
import { createClient } from "redis";

const { folder, url, secret, limits = {} } = JSON.parse(process.argv[2]);
const importOutput = (path) => import(pathToFileURL(join(folder, path)).href);
const { createPostgresStore, createRedisStore } = await importOutput("stores/index.js");
const { createMplusRouter } = await importOutput("express/index.js");

async function connect() {
  if (url.startsWith("postgres:")) {
    const pool = new pg.Pool({ connectionString: url, ...limits }).on("error", () => undefined);
    return createPostgresStore(pool);
  }
  const client = createClient({ url, disableOfflineQueue: true }).on("error", () => undefined);
  await client.connect();
  return createRedisStore((command) => client.sendCommand([...command]));
}

const store = await connect();
const router = createMplusRouter({
  subscriptions: { "shop-12": { secret } },
  handlers: {
    async scanCode({ request, ask }) {
      process.send({ ran: request.scanCode.scannedCode });
      if (request.scanCode.scannedCode === "ask") {
        const dialogOptions = ["Small", "Large"].map((optionName, index) => ({
          optionId: index + 1,
          optionName,
        }));
        const question = { required: true, allowMultipleOptions: false, dialogTitle: "Size?", dialogOptions };
        const { selectedDialogOptionIds } = await ask.dialog(question);
        return { message: [{ message: `chosen: ${selectedDialogOptionIds}` }] };
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
      return { message: [{ message: `answered by ${process.pid}` }] };
    },
  },
  dedupe: { store },
  conversations: { store },
  log: { debug() {}, info() {}, warn() {}, error: (_fields, message) => process.send({ logged: message }) },
});
const server = express()
  .use("/mplus", router)
  .listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
