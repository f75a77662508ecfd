import { once } from "node:events";
import { connect, createServer as createRawServer, type AddressInfo, type Server } from "node:net";
import { text as readText } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
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

async function forwardTo(port: number) {
  const heard: Forwarded[] = [];
  const target = new URL(`http://127.0.0.1:${port}/mplus`);
  const forwarder = await openForwarder({ target, port: 0, onForwarded: (each) => heard.push(each) });
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

describe("a request is forwarded unchanged", () => {
  const head =
    "X-Mplus-Subscription-Id: shop-12\r\nx-odd: a\r\nX-Odd: b\r\nHost: shop.example\r\nConnection: close\r\n";
  it.each([
    ["a body", `POST /mplus/scanCode?a=%20b HTTP/1.1\r\n${head}Content-Length: 11\r\n\r\n{ "é": 1}\n`, "\n"],
    ["no body", `GET /mplus HTTP/1.1\r\n${head}\r\n`, "\r\n\r\n"],
    [
      "a body in chunks",
      `POST /mplus/x HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n`,
      "0\r\n\r\n",
    ],
    [
      "bytes that are no text",
      Buffer.concat([
        Buffer.from(`PUT /mplus/a%20b HTTP/1.1\r\n${head}Content-Length: 3\r\n\r\n`),
        Buffer.from([0, 255, 0]),
      ]),
      "\u00ff\0",
    ],
  ])("with %s", async (_, request, end) => {
    const server = await openRaw(ok, end);
    const { port, heard } = await forwardTo(server.port);
    expect(await exchange(port, request)).toContain("200 OK");
    expect(server.got()).toBe(Buffer.from(request).toString("latin1"));
    await expect.poll(() => heard.length).toBe(1);
  });
});

describe("an answer is returned unchanged", () => {
  it.each([
    [
      "with two cookies",
      "HTTP/1.1 200 Fine\r\nSet-Cookie: a\r\nset-cookie: b\r\nContent-Length: 2\r\nX-Mplus-Signature: =\r\n",
      "{}",
    ],
    [
      "that is a redirect",
      "HTTP/1.1 302 Found\r\nLocation: http://evil.example/\r\nContent-Length: 0\r\n",
      "",
    ],
    ["that is no JSON", "HTTP/1.1 500 Oh\r\nContent-Type: text/html\r\nContent-Length: 4\r\n", "<h1>"],
    ["without a body", "HTTP/1.1 204 No Content\r\nX: y\r\n", ""],
  ])("%s", async (_, head, body) => {
    const server = await openRaw(`${head}\r\n${body}`, "{}");
    const { port } = await forwardTo(server.port);
    const [gotHead = "", gotBody] = (await exchange(port, request)).split("\r\n\r\n");
    const lines = head.trimEnd().split("\r\n");
    expect(gotHead.split("\r\n").slice(0, lines.length)).toEqual(lines);
    expect(gotBody).toBe(body);
  });
});

describe("a shop gets status 502 from a server that", () => {
  it.each<[string, string | undefined, kind: string]>([
    ["is not there", undefined, "refused"],
    ["hangs up", "", "hung-up"],
    ["speaks another protocol", "SSH-2.0-OpenSSH_9\r\n", "not-http"],
    ["breaks off", "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{}", "hung-up"],
    ["answers without end", `HTTP/1.1 200 OK\r\n\r\n${"x".repeat(5e6)}`, "too-long"],
    ["has headers without end", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(100_000)}\r\n\r\n`, "not-http"],
    [
      "has a control character in its status",
      "HTTP/1.1 200 O\x1bK\r\nContent-Length: 2\r\n\r\n{}",
      "not-http",
    ],
    ["has a status below 100", "HTTP/1.1 099 OK\r\nContent-Length: 2\r\n\r\n{}", "not-http"],
    ["switches protocols", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n", "not-http"],
  ])("%s", async (_, answer, kind) => {
    const port = answer === undefined ? 4 : (await openRaw(answer, "{}")).port;
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
});

it("a request that is too long is rejected and not forwarded", async () => {
  const server = await openRaw(ok);
  const { port, heard } = await forwardTo(server.port);
  const head =
    "POST /mplus/scanCode HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 5000000\r\n\r\n";
  expect(await exchange(port, head, "x".repeat(5e6))).toMatch(/^HTTP\/1.1 413 /);
  await expect.poll(() => heard.length).toBe(1);
  expect([server.got(), heard[0]?.bytes.length]).toEqual(["", 0]);
});

it.each([
  "/",
  "/mplusher/scanCode",
  "/mplus/../admin",
  "/mplus/%2e%2e/admin",
  "/mplus/..\\admin",
  "//evil.example/mplus/x",
  "http://evil.example/mplus/x",
  "*",
])("a request for %s is outside the path and is not forwarded", async (path) => {
  const server = await openRaw(ok);
  const { port, heard } = await forwardTo(server.port);
  const method = path === "*" ? "OPTIONS" : "GET";
  expect(
    await exchange(port, `${method} ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`),
  ).toContain(" 404 ");
  await expect.poll(() => heard.length).toBe(1);
  expect(server.got()).toBe("");
});

it.each([
  ["two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n"],
  ["a length and chunks", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"],
  ["a line end in a header", "X-A: b\rX-C: d\r\n"],
  ["a space before the colon", "X-A : b\r\n"],
])("a request with %s is not forwarded", async (_, headers) => {
  const server = await openRaw(ok);
  const { port, heard } = await forwardTo(server.port);
  expect(await exchange(port, `POST /mplus/x HTTP/1.1\r\nHost: a\r\n${headers}\r\n{}`)).toContain(" 400 ");
  expect([server.got(), heard]).toEqual(["", []]);
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
