import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface Proxy {
  readonly port: number;
  /** Accepts connections and reads from them, but sends nothing, like a firewall that drops packets. */
  hang(): void;
  /** Serves new connections. Old ones are lost without notice to either end. */
  resume(): void;
  close(): Promise<void>;
}

export async function startProxy(target: number): Promise<Proxy> {
  const [sockets, lost] = [new Set<Socket>(), new WeakSet<Socket>()];
  let isHanging = false;
  const keep = (socket: Socket): void => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
  };
  const server = createServer((near) => {
    const far = connect(target, "127.0.0.1");
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      keep(from);
      if (isHanging) lost.add(from);
      from.on("data", (data) => lost.has(from) || to.write(data));
      from.on("close", () => lost.has(from) || to.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    hang() {
      isHanging = true;
      for (const socket of sockets) lost.add(socket);
    },
    resume() {
      isHanging = false;
    },
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
