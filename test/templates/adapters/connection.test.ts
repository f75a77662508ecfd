import { once } from "node:events";
import type { Server } from "node:http";
import { connect, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, type Options, secret } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";
import { serverKinds, startServer, stopServers } from "./servers.js";

afterEach(stopServers);

const length = String(goodBody.length);
const line = "POST /mplus/scanCode";
const chunked = head(line, { "transfer-encoding": "chunked" });
const whole = (headers: Record<string, string> = { "content-length": length }) =>
  `${head(line, headers)}${goodBody}`;

/** The body is valid. Node's parser, or Fastify's replacement, rejects what follows it. */
const malformed = {
  "a chunk whose size is no number": `${chunked}zz\r\n{}\r\n`,
  // More than Node accepts, but no more than it reads at once. Otherwise, the unread rest would cut off its
  // answer.
  "a flood of extensions of a chunk": `${chunked}2;${"x=y;".repeat(5000)}\r\n{}`,
  "a trailer that is none": `${chunked}0\r\nno trailer\r\n\r\n`,
  "two lengths": whole({ "content-length": length, "Content-Length": "5" }),
};
const statuses = (text: string) => [...text.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);

describe.each(serverKinds)("$name", (kind) => {
  const start = (options?: Partial<Options>) => startServer(kind, options);
  const open = (port: number, text: string) => {
    const client = connect(port, "127.0.0.1").on("error", () => undefined);
    client.write(text);
    return client;
  };

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
    const client = open(port, whole());
    await gone.promise;
    await receiver.close();
    expect([lines, errors]).toEqual([[], []]);
  });

  it.each([
    ["before the body", ""],
    ["in the body", goodBody.slice(0, 20)],
  ])("survives a client that goes away %s", async (_name, part) => {
    const { port, server, receiver, lines, errors } = await start();
    const client = open(port, `${head(line, { "content-length": length })}${part}`);
    await leave(client, server, once(server, "request"));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
    await receiver.close();
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("survives a client that goes away while its subscription is looked up", async () => {
    const [asked, found] = [createGate(), createGate()];
    const subscriptions = async () => {
      asked.open();
      await found.promise;
      return { secret };
    };
    const { port, server, receiver } = await start({ bodyTimeout: 3_600_000, subscriptions });
    await leave(open(port, head(line, { "content-length": "100" })), server, asked.promise);
    found.open();
    await receiver.close();
  });

  it("keeps a connection in step: a refusal, then an event", async () => {
    const { port } = await start();
    const refused = whole().replace("application/json", "text/plain");
    const unknown = whole().replace("scanCode HTTP", "nothing HTTP");
    const last = whole({ "content-length": length, connection: "close" });
    const answers = await raw(port, [refused, unknown, whole(), last]);
    expect(statuses(answers)).toEqual(["400", "404", "200", "200"]);
  });

  it.each(Object.entries(malformed))("is left standing by %s", async (_name, given) => {
    const { port, lines, errors } = await start();
    expect(statuses(await raw(port, [given])).join()).toMatch(/^(?:400|413)$/);
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
    expect(lines.filter(([level]) => level === "error")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("reads no further than a body's own length: the rest is another request, and none", async () => {
    const { port } = await start();
    const answers = await raw(port, [whole({ "content-length": String(goodBody.length - 1) })]);
    expect(new Set(statuses(answers))).toEqual(new Set(["400"]));
  });

  it("refuses a body that is too large at once, though node has asked for it", async () => {
    const { port } = await start();
    const asks = head(line, { "content-length": "10485760", expect: "100-continue" });
    expect(statuses(await raw(port, [asks]))).toEqual(["100", "413"]);
  });

  // hono and fetch create a Request, whose URL needs a host.
  const status = ["hono", "fetch"].includes(kind.name) ? "400" : "200";
  it(`answers a till of another time, which names no host, with ${status}`, async () => {
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
