import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** The address at which a receiver tells the till that there is news. */
export interface Callback {
  readonly url: string;
  close(): Promise<void>;
}

/** Opens a port on this machine; any request to it, whatever its method and body, is news. */
export async function openCallback(onNews: () => void): Promise<Callback> {
  const server = createServer((request, response) => {
    request.resume();
    response.end();
    onNews();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/callback`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
