import { createServer, type Server } from "node:net";

/**
 * A port of this machine for a program that has to be told one; a server that can say its port gets 0 instead. It lies
 * below those that the system hands out, and is this process's until it ends: nobody else who asks here gets it.
 */
export async function findFreePort(): Promise<number> {
  for (let port = first; port < first + count; port += 1) {
    // Whoever has a port listens on the one so many above it: a lock that ends with its process.
    const lock = await listen(port + count);
    if (lock === undefined) continue;
    lock.unref();
    const trial = await listen(port);
    if (trial === undefined) continue;
    await new Promise((resolve) => trial.close(resolve));
    return port;
  }
  throw new Error(`every port from ${first} to ${first + count - 1} is in use`);
}

const [first, count] = [20_000, 6000];

/** Listens on a port; undefined where somebody does already. */
function listen(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("listening", () => resolve(server)).once("error", () => resolve(undefined));
    server.listen(port);
  });
}
