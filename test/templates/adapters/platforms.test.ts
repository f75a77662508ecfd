import { EventEmitter } from "node:events";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { createMplusListener } from "../../../generated/node/index.js";
import { createShop, readBefore, toParts } from "./shop.js";

// Node ends the process on an unhandled rejection, unless there is a listener.
const unhandled: unknown[] = [];
const note = (fault: unknown): void => void unhandled.push(fault);
beforeEach(() => {
  unhandled.length = 0;
  const others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
  onTestFinished(() => {
    process.removeAllListeners("unhandledRejection");
    for (const other of others) process.on("unhandledRejection", other);
  });
});
afterEach(() => expect(unhandled).toEqual([]));

const { body, ...parts } = toParts();
const good = { ...parts, rawBody: body };

const throwing = (...names: readonly string[]): object =>
  Object.defineProperties(
    {},
    Object.fromEntries(names.map((name) => [name, { enumerable: true, get: raise }])),
  );
function raise(): never {
  throw new Error("not supported");
}
const without = (name: string, from: object): object =>
  Object.fromEntries(Object.entries(from).filter(([each]) => each !== name));
/** Copies getters, too. */
const join = (...all: readonly object[]): object =>
  Object.defineProperties({}, Object.assign({}, ...all.map((each) => Object.getOwnPropertyDescriptors(each))) as PropertyDescriptorMap); // prettier-ignore

/** What a platform got as its answer. */
interface Sent {
  status?: number;
  body?: unknown;
  headers: Record<string, unknown>;
}

/** The kinds of responses that platforms have, each with its answer. */
function createResponse(change: object = {}) {
  const sent: Sent = { headers: {} };
  const response = {
    writeHead: (status: number, headers: object) => {
      sent.status = status;
      Object.assign(sent.headers, headers);
    },
    end: (text: unknown) => (sent.body = text),
  };
  return { response: join(response, change), sent };
}

/** Passes an imitation, and resolves once all that it starts has ended. */
async function pass(request: object, response: object, options = createShop()) {
  const listener = createMplusListener(options.options);
  listener(request as never, response as never);
  // An answer that is lost would hold close() up for ever.
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  return options.lines;
}

describe("a platform's request", () => {
  it.each<[status: number, string, object]>([
    [200, "has its bytes", good],
    [405, "lacks its method", without("method", good)],
    [404, "lacks its URL", without("url", good)],
    [400, "lacks its headers", without("headers", good)],
    [405, "has a method that throws", join(good, throwing("method"))],
    [404, "has a URL that throws", join(good, throwing("url"))],
    [400, "has headers that throw", join(good, throwing("headers"))],
    [200, "has an original URL that throws", join(good, throwing("originalUrl"))],
    [200, "has a flag that throws", join(good, throwing("readableDidRead"))],
    [
      200,
      "has numbers as headers",
      join(good, { headers: { ...good.headers, "content-length": body.length } }),
    ],
    [200, "has no raw headers", join(good, { rawHeaders: undefined })],
    [405, "has a number as its method", join(good, { method: 1 })],
    [404, "has a number as its URL", join(good, { url: 1 })],
    [404, "has an object as its URL", join(good, { url: new URL("http://shop.example/scanCode/x") })],
  ])("is answered with %i if it %s", async (status, _name, request) => {
    const { response, sent } = createResponse();
    await pass(request, response);
    expect(sent.status).toBe(status);
  });

  const parsed = JSON.parse(body) as object;
  const emitter = (): object =>
    Object.assign(new EventEmitter(), { ...parts, body: parsed, _setParameter: () => undefined });
  it.each<[string, object]>([
    ["of Azure Functions", { ...parts, body: parsed }],
    ["of a mock that is an emitter", emitter()],
    ["without any body", parts],
    ["whose bodies throw", join(parts, throwing("body", "rawBody"))],
  ])("%s is answered with 500 if its bytes are gone, and the log says why", async (_name, request) => {
    const { response, sent } = createResponse();
    const lines = await pass(request, response);
    expect(sent.status).toBe(500);
    expect(lines).toMatchObject(readBefore);
  });

  it.each<[string, object]>([
    ["of Azure Functions", { ...parts, body: parsed, rawBody: body }],
    ["of a mock that is an emitter", Object.assign(emitter(), { rawBody: Buffer.from(body) })],
  ])("%s is answered with 200 if it kept its bytes", async (_name, request) => {
    const { response, sent } = createResponse();
    expect(await pass(request, response)).toEqual([]);
    expect(sent.status).toBe(200);
  });
});

it("an error of a request's stream after its end does not end the process", async () => {
  const members = {
    pause: () => undefined,
    resume: () => undefined,
    [Symbol.asyncIterator]: () => undefined,
  };
  const stream = Object.assign(new EventEmitter(), parts, members);
  const { response, sent } = createResponse();
  const lines = pass(stream, response);
  await new Promise(setImmediate);
  for (const [name, chunk] of [
    ["data", Buffer.from(body)],
    ["end"],
    ["error", new Error("reset")],
    ["close"],
  ] as const)
    // prettier-ignore
    stream.emit(name, chunk);
  expect(await lines).toEqual([]);
  expect(() => stream.emit("error", new Error("reset"))).not.toThrow();
  expect(sent.status).toBe(200);
});

describe("a platform's response", () => {
  it.each<[string, object]>([
    ["cannot be watched", { once: undefined }],
    ["refuses to be watched", { once: raise }],
    ["has flags that throw", throwing("closed", "writableEnded")],
    ["has a member that throws", throwing("once")],
  ])("gets its answer if it %s, also if the handler has a signal and a limit", async (_name, change) => {
    const aborted: unknown[] = [];
    const scanCode = ({ signal }: { signal: AbortSignal }) => void aborted.push(signal.aborted);
    for (const handlerTimeout of [undefined, 10_000]) {
      const { response, sent } = createResponse(change);
      await pass(good, response, createShop({ handlers: { scanCode }, handlerTimeout }));
      expect(sent.status).toBe(200);
    }
    expect(aborted).toEqual([false, false]);
  });

  it("gets the answer to a wrong request if it cannot be watched", async () => {
    const { response, sent } = createResponse({ once: raise });
    await pass({ ...good, rawBody: `${body} ` }, response);
    expect(sent.status).toBe(400);
  });

  it("gets its headers and its body one by one if it has no writeHead", async () => {
    const { response, sent } = createResponse({
      writeHead: undefined,
      setHeader: (name: string, value: unknown) => (sent.headers[name] = value),
    });
    await pass(good, response);
    expect(response).toMatchObject({ statusCode: 200 });
    expect(sent.headers).toMatchObject({ "Content-Type": "application/json" });
    expect(sent.headers).toHaveProperty("X-Mplus-Signature");
    expect(sent.body).toContain("recognized");
  });

  it("gets a status if it has nothing else", async () => {
    const response = { status: undefined, headers: {} };
    await pass({ ...parts, body: {}, rawBody: body }, response);
    expect(response).toMatchObject({ statusCode: 200 });
  });

  it.each<[string, object]>([
    ["writeHead", { writeHead: raise }],
    ["end", { end: raise }],
    ["setHeader", { writeHead: undefined, setHeader: raise }],
    ["getters", throwing("writeHead", "headersSent")],
    ["a frozen object", {}],
  ])("that fails (%s) is destroyed, and nothing is thrown", async (name, change) => {
    for (const destroy of [undefined, () => undefined, raise]) {
      const { response } = createResponse(join(change, { destroy }));
      await pass(good, name.startsWith("a frozen") ? Object.freeze(response) : response);
    }
  });

  it("that was answered by somebody else is left alone", async () => {
    const { response, sent } = createResponse({ headersSent: true });
    await pass(good, response);
    expect(sent).toEqual({ headers: {} });
  });
});
