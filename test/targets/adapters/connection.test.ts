import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, type Options, secret } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";
import { serverKinds, startServer, stopServers } from "./servers.js";

afterEach(stopServers);

describe.each(serverKinds)("$name", (kind) => {
  const start = (options?: Partial<Options>) => startServer(kind, options);

  it("answers a body that is declared too large at once", async () => {
    const { port } = await start();
    const answer = await raw(port, [head("POST /mplus/scanCode", { "content-length": "10485760" })]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it("stops reading a body that turns out too large", async () => {
    const { port } = await start({ bodyLimit: 100_000 });
    const chunk = `${(60_000).toString(16)}\r\n${"x".repeat(60_000)}\r\n`;
    const answer = await raw(port, [
      head("POST /mplus/scanCode", { "transfer-encoding": "chunked" }),
      chunk,
      chunk,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("stops waiting for a body that stalls", async () => {
    const { port } = await start({ bodyTimeout: 100 });
    const answer = await raw(port, [head("POST /mplus/scanCode", { "content-length": "100" }), "{"]);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it("tells the handler that the client has gone, and writes nothing", async () => {
    const gone = createGate();
    const { port, lines, errors } = await start({
      handlers: {
        scanCode: ({ signal }) => {
          signal.addEventListener("abort", gone.open);
          client.destroy();
          return gone.promise.then(() => ({}));
        },
      },
    });
    const client = connect(port, "127.0.0.1");
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${goodBody}`);
    await gone.promise;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ["before the body", ""],
    ["in the body", goodBody.slice(0, 20)],
  ])("survives a client that goes away %s", async (_name, part) => {
    const { port, lines, errors } = await start();
    const client = connect(port, "127.0.0.1");
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${part}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    client.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("survives a client that goes away while its subscription is looked up", async () => {
    const asked = createGate();
    const found = createGate();
    const { port, receiver } = await start({
      bodyTimeout: 600_000,
      subscriptions: async () => {
        asked.open();
        await found.promise;
        return { secret };
      },
    });
    const client = connect(port, "127.0.0.1");
    client.write(head("POST /mplus/scanCode", { "content-length": "100" }));
    await asked.promise;
    client.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    found.open();
    const before = performance.now();
    await receiver.close();
    expect(performance.now() - before).toBeLessThan(60_000);
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

  it("closes: new events are refused with 503", async () => {
    const { port, receiver } = await start();
    await receiver.close();
    const answer = await post(port, "/mplus/scanCode");
    expect(answer).toMatchObject({ status: 503, isSigned: false, headers: { connection: "close" } });
  });
});

function createGate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}
