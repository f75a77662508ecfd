import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, type Options, secret } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";
import { serverKinds, startServer, stopServers } from "./servers.js";

afterEach(stopServers);

describe.each(serverKinds)("$name", (kind) => {
  const start = (options?: Partial<Options>) => startServer(kind, options);

  it("tells the handler that the client has gone, and writes nothing", async () => {
    const gone = createGate();
    const { port, receiver, lines, errors } = await start({
      handlers: {
        scanCode: ({ signal }) => {
          signal.addEventListener("abort", gone.open);
          client.destroy();
          return gone.promise.then(() => ({}));
        },
      },
    });
    const client = connect(port, "127.0.0.1").on("error", () => undefined);
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${goodBody}`);
    await gone.promise;
    await receiver.close();
    expect(lines).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ["before the body", ""],
    ["in the body", goodBody.slice(0, 20)],
  ])("survives a client that goes away %s", async (_name, part) => {
    const { port, server, receiver, lines, errors } = await start();
    const client = connect(port, "127.0.0.1").on("error", () => undefined);
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${part}`);
    await leave(client, server, once(server, "request"));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
    await receiver.close();
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("survives a client that goes away while its subscription is looked up", async () => {
    const asked = createGate();
    const found = createGate();
    const { port, server, receiver } = await start({
      bodyTimeout: 3_600_000,
      subscriptions: async () => {
        asked.open();
        await found.promise;
        return { secret };
      },
    });
    const client = connect(port, "127.0.0.1").on("error", () => undefined);
    client.write(head("POST /mplus/scanCode", { "content-length": "100" }));
    await leave(client, server, asked.promise);
    found.open();
    await receiver.close();
  });

  it("keeps a connection in step: a refusal, then an event", async () => {
    const { port } = await start();
    const event = `${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${goodBody}`;
    const refused = event.replace("application/json", "text/plain");
    const unknown = event.replace("scanCode HTTP", "nothing HTTP");
    const last = event.replace("host:", "connection: close\r\nhost:");
    const statuses = [...(await raw(port, [refused, unknown, event, last])).matchAll(/HTTP\/1\.1 (\d+)/g)];
    expect(statuses.map(([, status]) => status)).toEqual(["400", "404", "200", "200"]);
  });
});

/** Goes away once it is time, and waits until the server has noticed. */
async function leave(client: Socket, server: Server, isTime: Promise<unknown>): Promise<void> {
  const closed = new Promise((resolve) =>
    server.once("connection", (socket: Socket) => socket.once("close", resolve)),
  );
  await isTime;
  client.destroy();
  await closed;
}

function createGate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}
