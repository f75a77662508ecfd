import { PassThrough, Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { createEndlessBody, createRequest, createTestReceiver, goodBody, readAnswer } from "../fixture.js";
import { useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

describe("a body", () => {
  it("may come in pieces", async () => {
    const { receiver } = createTestReceiver();
    const pieces = goodBody.match(/.{1,7}/gs)?.map((piece) => Buffer.from(piece)) ?? [];
    const response = await receiver.receive(createRequest({ body: toStream(pieces) }));
    expect(readAnswer(response).status).toBe(200);
  });

  it("may be as large as the limit, and no larger", async () => {
    const { receiver } = createTestReceiver({ bodyLimit: goodBody.length });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(200);
    expect(readAnswer(await receiver.receive(createRequest({ body: `${goodBody} ` }))).status).toBe(413);
    const stream = toStream([Buffer.from(goodBody), Buffer.from(" ")]);
    expect(readAnswer(await receiver.receive(createRequest({ body: stream }))).status).toBe(413);
  });

  it.each(["null", "[]", "1"])("that is %s is no object", async (body) => {
    const { receiver } = createTestReceiver();
    const response = await receiver.receive(createRequest({ body }));
    expect(readAnswer(response).body).toMatchObject({
      error: { message: "The body must be a JSON object." },
    });
  });

  it("may be a Node stream, which is refused when it was destroyed", async () => {
    const { receiver } = createTestReceiver();
    const stream = Readable.from([Buffer.from(goodBody)]);
    expect(readAnswer(await receiver.receive(createRequest({ body: stream }))).status).toBe(200);
    const gone = Readable.from([Buffer.from(goodBody)]).destroy();
    await new Promise(setImmediate);
    expect(readAnswer(await receiver.receive(createRequest({ body: gone })), false).status).toBe(400);
  });

  it("that breaks off is refused, and not a fault", async () => {
    const { receiver, lines } = createTestReceiver();
    const body = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("ECONNRESET")) }) };
    expect(readAnswer(await receiver.receive(createRequest({ body })), false)).toMatchObject({ status: 400 });
    expect(lines.filter(([level]) => level === "error")).toEqual([]);
  });

  it("is no longer waited for when the client has gone", async () => {
    const { receiver, lines } = createTestReceiver();
    const client = new AbortController();
    const answering = receiver.receive(createRequest({ body: createEndlessBody([]), signal: client.signal }));
    client.abort();
    expect((await answering).status).toBe(400);
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
  });

  it("is given up when all take too much memory, the largest first", async () => {
    const { receiver, lines } = createTestReceiver({
      bodyLimit: 900,
      receivingLimit: 1000,
      bodyTimeout: 600_000,
    });
    const stalled = [300, 500, 400].map((size) => ({ size, body: new PassThrough() }));
    const answers = stalled.map(({ body }) => receiver.receive(createRequest({ body })));
    for (const { body, size } of stalled) body.write(Buffer.alloc(size));
    expect(readAnswer(await Promise.race(answers))).toMatchObject({ status: 408, code: "BODY_TOO_SLOW" });
    expect(lines[0]?.[2]).toContain("Too many unfinished bodies are being received.");
    const good = new PassThrough().end(goodBody);
    expect(readAnswer(await receiver.receive(createRequest({ body: good }))).status).toBe(200);
    for (const { body } of stalled) body.end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([400, 408, 400]);
  });

  it("leaves no memory or timers behind, however it ends", async () => {
    const { receiver } = createTestReceiver({ receivingLimit: 2000, bodyLimit: 900, bodyTimeout: 500 });
    for (let round = 0; round < 3; round += 1) {
      const large = new PassThrough().end(Buffer.alloc(950));
      const broken = new PassThrough();
      const slow = new PassThrough();
      const answers = [large, broken, slow].map((body) => receiver.receive(createRequest({ body })));
      broken.write("{");
      slow.write("{");
      await new Promise(setImmediate);
      broken.destroy();
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([413, 400, 408]);
      slow.end("x".repeat(500));
      const good = new PassThrough().end(goodBody);
      expect(readAnswer(await receiver.receive(createRequest({ body: good }))).status).toBe(200);
    }
  });

  it("has the last value of a key that it has twice", async () => {
    const seen: unknown[] = [];
    const { receiver } = createTestReceiver({
      handlers: { scanCode: ({ request }) => void seen.push(request.scanCode.scannedCode) },
    });
    const body = '{"event":{},"sender":{},"scanCode":{"scannedCode":"1","scannedCode":"2","codeType":"x"}}';
    await receiver.receive(createRequest({ body }));
    expect(seen).toEqual(["2"]);
  });
});

function toStream(chunks: readonly Uint8Array[]): AsyncIterable<Uint8Array> {
  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- a stream that is ready at once
    async *[Symbol.asyncIterator]() {
      yield* chunks;
    },
  };
}
