import type { Socket } from "node:net";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { post, type PostRequest } from "../../../generator/till/engine/post.js";
import { keepConnections } from "../../../generator/till/engine/keep-connections.js";
import { http, listen, type Outgoing, type Start } from "../doctor/servers/serve.js";
import { createServer } from "node:net";

/** Sends the same request several times over kept connections. */
async function postTimes(start: Start, times: number, more: Partial<PostRequest> = {}) {
  const { fetch, close } = keepConnections();
  const server = await start();
  const body = new TextEncoder().encode("{}");
  const request = { url: `http://${server.host}/x`, headers: {}, body, deadline: 60_000, fetch, ...more };
  const results = [];
  for (let time = 0; time < times; time += 1) results.push(await post(request));
  close();
  await server.close();
  return results;
}

/** A server that treats the nth request on the nth connection. Lists the requests by connection. */
function scripted(speak: (socket: Socket, connection: number, request: number) => void) {
  const requests: number[] = [];
  const start: Start = () =>
    listen(
      createServer((socket) => {
        const connection = requests.push(0) - 1;
        socket.on("error", () => undefined);
        socket.on("data", (data) => {
          if (!data.includes("{}")) return;
          requests[connection] = (requests[connection] ?? 0) + 1;
          speak(socket, connection, requests[connection]);
        });
      }),
    );
  return { requests, start };
}

const done = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";

const kindsOf = (results: Awaited<ReturnType<typeof postTimes>>) =>
  results.map((each) => (each.kind === "reply" ? each.status : each.cause.kind));

describe("kept connections", () => {
  it("carry many requests, one after the other", async () => {
    const { requests, start } = scripted((socket) => socket.write(done));
    expect(kindsOf(await postTimes(start, 3))).toEqual([200, 200, 200]);
    expect(requests).toEqual([3]);
  });

  it("do not blame a server that closes an idle connection: the request is sent again on a new one", async () => {
    const { requests, start } = scripted((socket, _, request) =>
      request === 1 ? socket.write(done) : socket.destroy(),
    );
    expect(kindsOf(await postTimes(start, 3))).toEqual([200, 200, 200]);
    expect(requests.length).toBeGreaterThan(1);
  });

  it("are not tried one after the other: the second attempt gets a new one", async () => {
    const { requests, start } = scripted((socket, _, request) =>
      request === 1 ? socket.write(done) : socket.destroy(),
    );
    const { fetch, close } = keepConnections();
    const server = await start();
    const request = { url: `http://${server.host}/x`, headers: {}, body: new TextEncoder().encode("{}") };
    const send = () => post({ ...request, deadline: 60_000, fetch });
    await Promise.all([send(), send()]);
    expect(kindsOf([await send()])).toEqual([200]);
    expect(requests.toSorted()).toEqual([1, 1, 2]);
    close();
    await server.close();
  });

  it("report a server that hangs up on the new connection, too", async () => {
    const { requests, start } = scripted((socket, connection, request) =>
      connection === 0 && request === 1 ? socket.write(done) : socket.destroy(),
    );
    expect(kindsOf(await postTimes(start, 2))).toEqual([200, "hung-up"]);
    expect(requests).toEqual([2, 1]);
  });

  it.each([
    { where: "a new connection", nth: 1, text: "", kinds: ["hung-up"] },
    {
      where: "a kept connection within the head",
      nth: 2,
      text: "HTTP/1.1 200 OK\r\nCont",
      kinds: [200, "hung-up"],
    },
    { where: "a kept connection within the body", nth: 2, text: done.slice(0, -1), kinds: [200, "hung-up"] },
  ])("send nothing again after a hang-up on $where", async ({ nth, text, kinds }) => {
    const { requests, start } = scripted((socket, _, request) =>
      request === nth ? socket.end(text) : socket.write(done),
    );
    expect(kindsOf(await postTimes(start, nth))).toEqual(kinds);
    expect(requests).toEqual([nth]);
  });

  it("leave a body in pieces to fetch, which closes its connection", async () => {
    const seen: unknown[] = [];
    const start = http(({ headers, body }) => {
      seen.push([headers.connection, body.toString()]);
      return { status: 200, headers: {}, body: "" };
    });
    const body = ReadableStream.from([
      Uint8Array.of(0x7b),
      Uint8Array.of(0x7d),
    ]) as ReadableStream<Uint8Array>;
    expect(kindsOf(await postTimes(start, 1, { body }))).toEqual([200]);
    expect(seen).toEqual([["close", "{}"]]);
  });

  it("break off a request at its deadline, and connect again", async () => {
    const { start } = scripted((socket, connection) => (connection === 0 ? undefined : socket.write(done)));
    expect(kindsOf(await postTimes(start, 2, { deadline: 500 }))).toEqual(["deadline", 200]);
  });
});

const unpacked = Buffer.from("{}".repeat(100));

/** Each with its `content-encoding`. */
const encoded: Readonly<Record<string, readonly [encoding: string, body: Uint8Array]>> = {
  "in gzip": ["gzip", gzipSync(unpacked)],
  "in gzip, in capitals": ["GZIP", gzipSync(unpacked)],
  "in gzip that ends early": ["gzip", gzipSync(unpacked).subarray(0, -8)],
  "in deflate": ["deflate", deflateSync(unpacked)],
  "in deflate without a header": ["deflate", deflateRawSync(unpacked)],
  "in two encodings": ["gzip, br", brotliCompressSync(gzipSync(unpacked))],
  "in an unknown encoding": ["morse", unpacked],
  "in an encoding that it does not have": ["gzip", unpacked],
  "empty, in gzip": ["gzip", Buffer.of()],
};

const answers: Readonly<Record<string, Outgoing>> = {
  ...Object.fromEntries(
    Object.entries(encoded).map(([name, [encoding, body]]) => [
      name,
      { status: 200, headers: { "content-encoding": encoding }, body },
    ]),
  ),
  "that redirects": { status: 307, headers: { location: "/elsewhere" }, body: "" },
  "without a body": { status: 204, headers: {}, body: "" },
  "with status 418": { status: 418, headers: { "X-Case": "kept" }, body: "no" },
  "that is too long": { status: 200, headers: {}, body: Buffer.alloc(10 * 2 ** 20 + 1) },
  "that is too long once it is unpacked": {
    status: 200,
    headers: { "content-encoding": "gzip" },
    body: gzipSync(Buffer.alloc(10 * 2 ** 20 + 1)),
  },
};

const connectionHeaders = ["connection", "date", "keep-alive"];

/** Without what depends on the connection and on time. */
async function summarize(answer: Outgoing, more: Partial<PostRequest>) {
  const [result] = await postTimes(
    http(() => answer),
    1,
    more,
  );
  if (result?.kind !== "reply") return result?.cause.kind;
  const headers = Object.entries(result.headers).filter(([name]) => !connectionHeaders.includes(name));
  return { status: result.status, headers, body: Buffer.from(result.body).toString() };
}

it.each(Object.entries(answers))("an answer %s is read as by fetch", async (_, answer) => {
  expect(await summarize(answer, {})).toEqual(await summarize(answer, { fetch: undefined }));
});
