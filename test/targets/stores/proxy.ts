import { connect, createServer, type Socket } from "node:net";
import { findFreePort } from "../../workbench/servers/free-port.js";

/** Stands before a database, and can stop answering. */
export interface Proxy {
  readonly port: number;
  /** From now on takes connections, reads from them, and says nothing more: as behind a firewall that drops. */
  hang(): void;
  /** Closes every connection, and takes no more. */
  close(): Promise<void>;
}

/** Starts it on a free port of the loopback address. */
export async function startProxy(target: number): Promise<Proxy> {
  const port = await findFreePort();
  const sockets = new Set<Socket>();
  let isHanging = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    keep(near);
    const far = connect(target, "127.0.0.1");
    keep(far);
    near.on("data", (data) => isHanging || far.write(data)).on("close", () => far.destroy());
    far.on("data", (data) => isHanging || near.write(data)).on("close", () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    port,
    hang() {
      isHanging = true;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
