import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, type Options } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";
import { serverKinds, startServer, stopServers } from "./servers.js";

afterEach(stopServers);

const length = String(goodBody.length);
const line = "POST /mplus/scanCode";
const whole = (headers: Record<string, string> = { "content-length": length }) =>
  `${head(line, headers)}${goodBody}`;

const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

describe.each(serverKinds)("$name", (kind) => {
  const start = (options?: Partial<Options>) => startServer(kind, options);
  const open = (port: number, text: string) => {
    const client = connect(port, "127.0.0.1").on("error", () => undefined);
    client.write(text);
    return client;
  };

  it("aborts the handler's signal when the client disconnects, and writes nothing", async () => {
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
    const client = open(port, whole());
    await gone.promise;
    await receiver.close();
    expect([lines, errors]).toEqual([[], []]);
  });

  it("survives a client that disconnects within its body", async () => {
    const { port, server, receiver, lines, errors } = await start();
    const client = open(port, `${head(line, { "content-length": length })}${goodBody.slice(0, 20)}`);
    await leave(client, server, once(server, "request"));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
    await receiver.close();
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("answers refusals and events on one connection, in order", async () => {
    const { port } = await start();
    const refused = whole().replace("application/json", "text/plain");
    const unknown = whole().replace("scanCode HTTP", "nothing HTTP");
    const last = whole({ "content-length": length, connection: "close" });
    const answers = await raw(port, [refused, unknown, whole(), last]);
    expect(statuses(answers)).toEqual(["400", "404", "200", "200"]);
  });

  it("refuses a body at once that is announced as too large", async () => {
    const { port } = await start();
    const asks = head(line, { "content-length": "10485760", expect: "100-continue" });
    expect(statuses(await raw(port, [asks]))).toEqual(["100", "413"]);
  });

  // hono and fetch create a Request, whose URL needs a host.
  const status = ["hono", "fetch"].includes(kind.name) ? "400" : "200";
  it(`answers HTTP/1.0 without a host with ${status}`, async () => {
    const { port, errors } = await start();
    const old = whole()
      .replace("HTTP/1.1", "HTTP/1.0")
      .replace(/host:.*\r\n/, "");
    expect(statuses(await raw(port, [old]))).toEqual([status]);
    expect(errors).toEqual([]);
  });
});

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
