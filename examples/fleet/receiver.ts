// One of several receivers. It verifies, stores and answers events.
import { createServer } from "node:http";
import { createMplusListener } from "./generated/node/index.ts";
import { inbox, options } from "./shop.ts";

const mplus = createMplusListener({ ...options, basePath: "/mplus" });
const server = createServer(mplus).listen(Number(process.env["PORT"]), "127.0.0.1");

process.once("SIGTERM", async () => {
  server.close();
  await mplus.close();
  await inbox.close();
});
