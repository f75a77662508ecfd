import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A port of this machine that nobody listens on. It lies below those that the system hands out, and each process has
 * forty of its own: nobody takes it before the server that it is for.
 */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + (process.pid % 300) * 40 + (tried.ports++ % 40);
    const server = createServer();
    const isFree = await new Promise<boolean>((resolve) => {
      server.once("listening", () => resolve(true)).once("error", () => resolve(false));
      server.listen(port);
    });
    if (!isFree) continue;
    server.close();
    await once(server, "close");
    return port;
  }
}

const tried = { ports: Math.floor(Math.random() * 40) };
