import { once } from "node:events";
import { connect, createServer as createRawServer, type AddressInfo, type Server } from "node:net";
import { text as readText } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { readCases } from "../../workbench/cases.js";
import { openForwarder, type Forwarded } from "../../../generator/till/traffic/forward.js";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function listen(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => server.close());
  return (server.address() as AddressInfo).port;
}

async function forwardTo(port: number, known: readonly string[] = []) {
  const heard: Forwarded[] = [];
  const target = new URL(`http://127.0.0.1:${port}/mplus`);
  const forwarder = await openForwarder({
    ...{ target, port: 0, isKnown: (subscription) => known.includes(subscription) },
    onForwarded: (each) => heard.push(each),
  });
  closing.push(forwarder.close);
  return { port: forwarder.port, heard };
}

/** Sends bytes to a port. Returns everything received until the other end hangs up. */
async function exchange(port: number, ...pieces: readonly (string | Uint8Array)[]): Promise<string> {
  const socket = connect(port, "127.0.0.1");
  for (const piece of pieces) socket.write(piece);
  return readText(socket.setEncoding("latin1"));
}

/** Records each connection's request, and responds with these bytes. */
async function openRaw(answer: string | Uint8Array, end = "\r\n\r\n") {
  let got = "";
  const server = createRawServer((socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (bytes) => {
      got += bytes.toString("latin1");
      if (got.includes(end)) socket.end(answer);
    });
  });
  return { port: await listen(server), got: () => got };
}

const request =
  "POST /mplus/scanCode HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
const ok = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
/** By one byte, so that a server that answers has read all of it: unread bytes would reset the connection. */
const tooLong = "x".repeat(4 * 2 ** 20 + 1);

const { requests, answers, silent, stopped } = readCases("forward.yaml", import.meta) as {
  readonly requests: readonly { readonly sent: string; readonly bytes?: number[]; readonly end: string }[];
  readonly answers: readonly { readonly head: string; readonly body: string }[];
  readonly silent: readonly { readonly answer?: string; readonly kind: string }[];
  readonly stopped: readonly {
    readonly sent: string;
    readonly body?: string;
    readonly status: number;
    /** Undefined if Node answers. */
    readonly text?: string;
    readonly isReported: boolean;
  }[];
};

it.each(requests)("a request is forwarded unchanged with $name", async ({ sent, bytes = [], end }) => {
  const server = await openRaw(ok, end);
  const { port, heard } = await forwardTo(server.port);
  const all = Buffer.concat([Buffer.from(sent), Buffer.from(bytes)]);
  expect(await exchange(port, all)).toContain("200 OK");
  expect(server.got()).toBe(all.toString("latin1"));
  await expect.poll(() => heard.length).toBe(1);
});

it("a server is told to close its connection, whatever the client asks for", async () => {
  const server = await openRaw(ok, "GET /b");
  const { port } = await forwardTo(server.port);
  const second = "GET /b HTTP/1.1\r\nHost: a\r\n\r\n";
  const head = `GET /mplus/a HTTP/1.1\r\nHost: a\r\nKeep-Alive: timeout=9\r\nConnection: keep-alive\r\n`;
  const socket = connect(port, "127.0.0.1");
  socket.write(`${head}Content-Length: ${second.length}\r\n\r\n${second}`);
  await once(socket, "data");
  socket.destroy();
  expect(server.got()).toBe(
    `GET /mplus/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: ${second.length}\r\n\r\n${second}`,
  );
});

it.each(answers)("an answer is returned unchanged $name", async ({ head, body }) => {
  const server = await openRaw(`${head}\r\n${body}`, "{}");
  const { port } = await forwardTo(server.port);
  const [gotHead = "", gotBody] = (await exchange(port, request)).split("\r\n\r\n");
  const lines = head.trimEnd().split("\r\n");
  expect(gotHead.split("\r\n").slice(0, lines.length)).toEqual(lines);
  expect(gotBody).toBe(body);
});

it.each(silent)("a shop gets status 502 from a server that $name", async ({ answer, kind }) => {
  const port = answer === undefined ? 4 : (await openRaw(answer.replace("LONG", tooLong), "{}")).port;
  const { port: at, heard } = await forwardTo(port);
  const came = await exchange(at, request);
  expect(came).toMatch(/^HTTP\/1.1 502 /);
  // The client learns nothing about this machine.
  expect(came.split("\r\n\r\n")[1]).toContain("No answer.\n");
  expect(came).not.toContain("127.0.0.1");
  await expect
    .poll(() => heard.map(({ result }) => result.kind === "none" && result.cause.kind))
    .toEqual([kind]);
});

it.each(stopped)("a request is rejected and not forwarded: $name", async ({ sent, body = "", ...want }) => {
  const server = await openRaw(ok, "{}");
  const { port, heard } = await forwardTo(server.port);
  const head = `${sent}Host: a\r\nConnection: close\r\n\r\n`;
  const answer = await exchange(port, head, body.replace("LONG", tooLong));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${want.status} `));
  if (want.text !== undefined) expect(answer).toContain(`\r\n${want.text}\n`);
  // The report of a next request shows that no other is still to come.
  await exchange(port, request);
  const seen = want.isReported ? [0, 2] : [2];
  await expect.poll(() => heard.map(({ bytes }) => bytes.length)).toEqual(seen);
  expect(server.got()).toBe(request);
});

/** The status of an answer, and its text without the length. */
const readEnds = (answer: string): string =>
  `${answer.slice(0, 12)} ${answer.split("\r\n").find((line) => /^\w.*\.\n$/.test(line))}`;

/** Opens connections whose bodies of a megabyte never end, and resolves once `listen` has read all of them. */
async function hold(port: number, count: number, subscription: string) {
  const answers: string[] = [];
  const head = `POST /mplus/x HTTP/1.1\r\nHost: a\r\nX-Mplus-Subscription-Id: ${subscription}\r\n`;
  for (let i = 0; i < count; i += 1) {
    const socket = connect(port, "127.0.0.1").setEncoding("latin1");
    socket.on("error", () => undefined).on("data", (text: string) => answers.push(readEnds(text)));
    closing.unshift(() => socket.destroy());
    socket.write(`${head}Content-Length: 2000000\r\n\r\n`);
    await new Promise((resolve) => socket.write("x".repeat(2 ** 20), resolve));
  }
  return answers;
}

describe("if bodies that never end fill the memory", () => {
  const toDropped = (heard: readonly Forwarded[]) => heard.filter(({ rejection }) => rejection === "memory");

  it("the largest are dropped with status 503, and a shop's request passes", async () => {
    const server = await openRaw(ok, "{}");
    const { port, heard } = await forwardTo(server.port);
    const answers = await hold(port, 70, "stranger");
    expect(await exchange(port, request)).toContain("200 OK");
    await expect.poll(() => answers.length).toBeGreaterThan(2);
    expect(new Set(answers)).toEqual(new Set(["HTTP/1.1 503 Too many requests at once.\n"]));
    expect(toDropped(heard).every(({ bytes, result }) => bytes.length === 0 && result.kind === "none")).toBe(
      true,
    );
    expect(server.got()).toBe(request);
  });

  it("those of strangers are dropped before a known shop's", async () => {
    const server = await openRaw(ok, "{}");
    const { port, heard } = await forwardTo(server.port, ["shop-12"]);
    const answers = await hold(port, 10, "shop-12");
    await hold(port, 70, "stranger");
    await expect.poll(() => toDropped(heard).length).toBeGreaterThan(12);
    expect(answers).toEqual([]);
  });
});

it("a connection beyond the 500th is closed", async () => {
  const { port } = await forwardTo(4);
  const idle = Array.from({ length: 500 }, () => connect(port, "127.0.0.1"));
  closing.unshift(() => idle.forEach((socket) => socket.destroy()));
  await Promise.all(idle.map((socket) => once(socket, "connect")));
  // One that is open is told after five seconds that it took too long.
  expect(await exchange(port)).toBe("");
});

it("a shop that hangs up is reported", async () => {
  let hangUp = (): void => undefined;
  const server = createRawServer((socket) => {
    socket.on("error", () => undefined);
    socket.once("data", () => hangUp());
  });
  const { port, heard } = await forwardTo(await listen(server));
  const socket = connect(port, "127.0.0.1").on("error", () => undefined);
  hangUp = () => void socket.destroy();
  socket.write("POST /mplus/x HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}");
  await expect.poll(() => heard.length).toBe(1);
  expect(heard[0]?.result).toMatchObject({ kind: "none", cause: { kind: "ended" } });
});
