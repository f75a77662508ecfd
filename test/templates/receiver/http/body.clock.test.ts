import { PassThrough, Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { createEndlessBody, createRequest, createTestReceiver, goodBody } from "../fixture.js";
import { type Options, otherSecret, secret, signedHeaders } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const pieces = goodBody.match(/.{1,7}/gs)?.map((piece) => Buffer.from(piece)) ?? [];
// eslint-disable-next-line @typescript-eslint/require-await -- a stream that is ready at once
async function* toStream(...more: Uint8Array[]) {
  yield* [...pieces, ...more];
}
const broken = { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error("ECONNRESET")) }) };
const destroyed = Readable.from(pieces).on("error", () => undefined);

describe("a body", () => {
  it.each([
    ["of exactly the limit", goodBody, 200],
    ["in pieces", toStream(), 200],
    ["as a Node stream", Readable.from(pieces), 200],
    ["larger than the limit", `${goodBody} `, 413],
    ["in pieces larger than the limit", toStream(Buffer.from(" ")), 413],
    ["that breaks off", broken, 400],
    ["in a Node stream that was destroyed", destroyed.destroy(), 400],
  ])("%s is answered with a status that blames nobody else", async (_name, body, status) => {
    const { send, lines } = createTestReceiver({ bodyLimit: goodBody.length });
    expect((await send({ body }, status === 200)).status).toBe(status);
    expect(lines.filter(([level]) => level === "error")).toEqual([]);
  });

  it("is no longer awaited once the client has gone", async () => {
    const { send, lines } = createTestReceiver();
    const client = new AbortController();
    const answering = send({ body: createEndlessBody(), signal: client.signal }, false);
    client.abort();
    expect((await answering).status).toBe(400);
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
  });

  it("has its own time limit, whose timer keeps no process alive", async () => {
    const timers = vi.spyOn(globalThis, "setTimeout");
    const { send } = createTestReceiver({ bodyTimeout: 400 });
    const time = async (): Promise<unknown> => {
      const started = performance.now();
      const { code } = await send({ body: new PassThrough() });
      return [code, performance.now() - started];
    };
    const first = time();
    await new Promise(setImmediate);
    const refs = timers.mock.results.map(({ value }) => (value as NodeJS.Timeout).hasRef());
    await pause(200);
    const late = ["BODY_TOO_SLOW", 400];
    expect(await Promise.all([first, time()])).toEqual([late, late]);
    expect(refs).toEqual([false]);
  });

  it("makes room if too many of its subscription are arriving and it began first", async () => {
    // A quarter has room for two.
    const limits = { bodyLimit: 4096, unfinishedLimit: 2 * 4 * 20 * 1024 };
    const { send, messages } = createTestReceiver({ ...limits, bodyTimeout: 600_000 });
    const stalled = [1, 2, 3].map(() => new PassThrough());
    const answers = stalled.map((body) => send({ body }));
    expect(await answers[0]).toMatchObject({ status: 503, code: "TOO_MANY_BODIES" });
    expect(messages()).toEqual(["request rejected: too many request bodies are still arriving"]);
    // A real till's body arrives at once, however many others have stalled.
    expect((await send({ body: new PassThrough().end(goodBody) })).status).toBe(200);
    for (const body of stalled) body.end();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([503, 503, 400]);
  });

  const spellings = Array.from({ length: 40 }, (_, index) => `${"shop-12".toUpperCase()}-${index}`);
  it.each<[string, readonly string[], Options["subscriptions"]]>([
    ["its id", ["shop-12"], { "shop-12": { secret }, "shop-13": { secret: otherSecret } }],
    [
      "40 spellings of its id, which a look-up accepts",
      spellings,
      (id) => ({ secret: id === "shop-13" ? otherSecret : secret }),
    ],
  ])(
    "of another shop arrives while a stranger sends many with one shop's %s",
    async (_what, ids, subscriptions) => {
      const limits = { bodyLimit: 4096, unfinishedLimit: 32 * 20 * 1024 };
      const { receiver } = createTestReceiver({ ...limits, subscriptions, bodyTimeout: 600_000 });
      const send = (id: string, key: string, body: PassThrough) => {
        const headers = { ...signedHeaders(goodBody, key), "x-mplus-subscription-id": id };
        return receiver.receive(createRequest({ body, headers }));
      };
      const [slow, ...strangers] = Array.from({ length: 41 }, () => new PassThrough());
      slow?.write(goodBody.slice(0, 10));
      const answer = send("shop-13", otherSecret, slow ?? expect.fail());
      const others = strangers.map((body, index) => send(ids[index % ids.length] ?? "", secret, body));
      await new Promise(setImmediate);
      slow?.end(goodBody.slice(10));
      expect((await answer).status).toBe(200);
      for (const body of strangers) body.end();
      const statuses = (await Promise.all(others)).map(({ status }) => status);
      expect(statuses).toEqual(strangers.map((_body, index) => (index < 30 ? 503 : 400)));
    },
  );

  it.each<[string, unknown]>([
    ["a text", goodBody],
    ["a function", () => Promise.resolve(goodBody)],
    ["a Node stream of text", Readable.from([goodBody])],
  ])("is refused, and not in the log, if it is %s", async (_kind, body) => {
    const { receiver, lines } = createTestReceiver();
    expect((await receiver.receive({ ...createRequest(), body: body as never })).status).toBe(500);
    expect(String(lines[0]?.[1]["err"])).not.toContain("scannedCode");
    const reason: unknown = expect.stringContaining("must be the bytes as sent, or a stream of them");
    expect(lines).toMatchObject([["error", {}, reason]]);
  });

  it("is not read if a header cannot be read, which is answered", async () => {
    const header = () => expect.fail("no headers");
    const { status } = await createTestReceiver().receiver.receive({ ...createRequest(), header });
    expect(status).toBe(500);
  });

  it("leaves no room or timers occupied, however it ends", async () => {
    const roomForThree = { unfinishedLimit: 3 * 4 * 20 * 1024 };
    const { send } = createTestReceiver({ ...roomForThree, bodyLimit: 900, bodyTimeout: 500 });
    for (let round = 0; round < 3; round += 1) {
      const large = new PassThrough().end(Buffer.alloc(950));
      const [broken, slow] = [new PassThrough(), new PassThrough()];
      const answers = [large, broken, slow].map((body) => send({ body }, false));
      broken.write("{");
      slow.write("{");
      await new Promise(setImmediate);
      broken.destroy();
      expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([413, 400, 408]);
      expect((await send({ body: new PassThrough().end(goodBody) })).status).toBe(200);
    }
    expect(vi.getTimerCount()).toBe(0);
  });
});
