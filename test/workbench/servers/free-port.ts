import { createServer, type Server } from "node:net";

/**
 * Finds a port for a program that cannot choose one itself. Servers that report their port get 0 instead. The port
 * is below those that the system assigns, and is reserved for this process until it ends.
 */
export async function findFreePort(): Promise<number> {
  for (let port = first; port < first + count; port += 1) {
    // A process reserves a port by listening on another port at a fixed distance. This lock ends with the process.
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

/** Returns undefined if the port is in use. */
function listen(port: number): Promise<Server | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("listening", () => resolve(server)).once("error", () => resolve(undefined));
    server.listen(port);
  });
}
