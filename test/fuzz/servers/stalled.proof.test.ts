import { describe, expect, it } from "vitest";
import { post } from "../../conformance/requests.js";
import { createWireClient, toHeaderLines, type WireClient } from "../../conformance/wire.js";
import { fromSeed, oneOf } from "../../workbench/draw.js";
import { scaleAmount, report } from "../amount.js";
import { seed } from "../../workbench/seed.js";
import { longLived, startServer, type ServerProcess } from "./servers.js";
import { exchange } from "./sockets.js";

const clients = scaleAmount({ suite: 30, full: 100 });

/** In milliseconds. A server waits this long for a body and for headers, and checks the latter this often. */
const limits = {
  bodyTimeout: 500,
  http: { headersTimeout: 500, requestTimeout: 5000, connectionsCheckingInterval: 100 },
};

describe("clients that stall", () => {
  it.each(longLived)("%s closes, and answers the others", async (name, file) => {
    const server = await startServer(name, file, limits);
    const draw = fromSeed(seed);
    const client = await warmUp(server);
    const started = performance.now();
    const stalled = Promise.all(
      Array.from({ length: clients }, () => exchange(server.port, oneOf(draw, beginnings), false)),
    );
    const statuses = await askUntil(client, stalled);
    const answers = await stalled;
    const late = performance.now() - started;
    const left = await countLeft(server);
    const { faults } = await server.ask();
    for (const { socket } of answers) socket.destroy();
    server.stop();
    report(`stalled clients of ${name}`, {
      closed: answers.length,
      "the last one after": `${late.toFixed(0)} ms`,
    });
    expect(new Set(answers.map(({ text }) => text.slice(0, 12)))).toEqual(new Set(["HTTP/1.1 408"]));
    expect([...statuses]).toEqual([200]);
    expect(left).toBe(0);
    expect(faults).toEqual([]);
    expect(server.readErrors()).toBe("");
  });
});

const toHead = (framing: "length" | "chunked"): string =>
  [["Host", "x"], ...toHeaderLines(post({ framing }))].map((line) => `${line.join(": ")}\r\n`).join("");
const [head, chunked] = [toHead("length"), toHead("chunked")];

/** The bytes that a client sends before it stops: none, some headers, all headers, or a part of the body. */
const beginnings = [
  "",
  "POST /mplus/scanCode HTTP/1.1\r\nHost: x\r\nX-",
  `POST /mplus/scanCode HTTP/1.1\r\n${head}`,
  `POST /mplus/scanCode HTTP/1.1\r\n${head}\r\n`,
  `POST /mplus/scanCode HTTP/1.1\r\n${head}\r\n{"event":`,
  `POST /mplus/scanCode HTTP/1.1\r\n${chunked}\r\n`,
  `POST /mplus/scanCode HTTP/1.1\r\n${chunked}\r\n9\r\n{"event":\r\n`,
];

/**
 * Sends everything that makes the server compile a valid request's code, because a new server is slow for other
 * reasons. Returns a client with an open connection. The headers of a new connection could be as late as those of
 * a stalled connection.
 */
async function warmUp(server: ServerProcess): Promise<WireClient> {
  const client = createWireClient(server.port);
  for (let left = 500; left > 0; left--) await client.send(post());
  if ((await client.send(post())).status === 200) return client;
  client.close();
  return warmUp(server);
}

async function askUntil(client: WireClient, end: Promise<unknown>): Promise<Set<number>> {
  const statuses = new Set<number>();
  const isOver = { now: false };
  void end.then(() => (isOver.now = true));
  while (!isOver.now) statuses.add((await client.send(post())).status);
  client.close();
  return statuses;
}

/** Counts the server's open connections. These clients never close their half, so the server must close its own. */
async function countLeft(server: ServerProcess): Promise<number> {
  let left = -1;
  for (let tries = 600; left !== 0 && tries > 0; tries--) left = (await server.ask()).connections;
  return left;
}
