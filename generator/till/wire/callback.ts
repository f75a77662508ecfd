import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The address at which a receiver tells the till that there is news. */
export interface Callback {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens a port on this machine. A request to the address, whatever its method and body, is news: no source says which it has
 * to have. The path cannot be guessed, as anybody on this machine, and any page in a browser on it, can reach the port.
 */
export async function openCallback(onNews: () => void): Promise<Callback> {
  const path = `/callback/${randomUUID()}`;
  const server = createServer((request, response) => {
    const isOurs = request.url === path;
    request.resume();
    response.statusCode = isOurs ? 200 : 404;
    response.end();
    if (isOurs) onNews();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}${path}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
