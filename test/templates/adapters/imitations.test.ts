import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { toKoaMiddleware } from "../../../generated/koa/index.js";
import { createMplusListener, createReceiver } from "../../../generated/node/index.js";
import { scan } from "../../conformance/requests.js";
import { call, createShop, readBefore, toParts } from "./shop.js";

const { body, ...good } = toParts();
const { headers } = good;

const chunks = () => Readable.from([Buffer.from(body)], { objectMode: false });
const twoTypes = ["Content-Type", "application/json", "content-type", "text/plain"];

describe("an imitation of Node's request", () => {
  it.each<[status: number, string, object]>([
    [200, "has a Buffer as its body", { body: Buffer.from(body) }],
    [200, "has a text as its body", { body }],
    [200, "keeps the text beside the parsed body", { body: {}, rawBody: body }],
    [400, "has another text than was signed", { rawBody: `${body} ` }],
    [200, "can only be iterated", { [Symbol.asyncIterator]: () => chunks()[Symbol.asyncIterator]() }],
    [400, "is a stream without headers", Object.assign(chunks(), good, { headers: undefined })],
    [405, "is a stream without a method", Object.assign(chunks(), good, { method: undefined })],
    [404, "is a stream without a URL", Object.assign(chunks(), good, { url: undefined })],
    [413, "has a number as its length", { body, headers: { ...headers, "content-length": 9e9 } }],
    [400, "has two content types in a list", { body, headers: { ...headers, "content-type": ["a", "b"] } }],
    [400, "has two content types in its raw headers", { body, rawHeaders: twoTypes }],
  ])("is answered with %i if it %s", async (status, _name, change) => {
    const request = change instanceof Readable ? change : { ...good, ...change };
    expect(await call(request, createMplusListener(createShop().options))).toBe(status);
  });

  const get = (): never => {
    throw new Error("no JSON");
  };
  it.each<[string, object]>([
    ["has only a parsed body", { body: scan() }],
    ["has no body", {}],
    ["fails to parse its body", Object.defineProperty({}, "body", { get })],
  ])("is answered with 500 if it %s, and the log says why", async (_name, request) => {
    const { options, lines } = createShop();
    expect(await call(Object.assign(request, good), createMplusListener(options))).toBe(500);
    expect(lines).toMatchObject(readBefore);
  });

  it("may be closed after its answer without aborting the signal", async () => {
    const response = Object.assign(new EventEmitter(), { writableEnded: false, writableFinished: false });
    const aborted = await new Promise((resolve) => {
      const scanCode = ({ signal }: { signal: AbortSignal }) =>
        void response.once("close", () => resolve(signal.aborted));
      const end = () => {
        response.writableEnded = true;
        response.emit("close");
      };
      const listener = createMplusListener(createShop({ handlers: { scanCode } }).options);
      const sent: unknown = Object.assign(response, { writeHead: () => undefined, end });
      listener({ ...good, body } as unknown as IncomingMessage, sent as ServerResponse);
    });
    expect(aborted).toBe(false);
  });

  it("may keep its bytes where Koa's own request has a parsed body", async () => {
    const req = { ...good, rawBody: Buffer.from(body), readableDidRead: true };
    const ignore = () => undefined;
    const given = { url: "/scanCode", req, res: {}, request: { body: {} }, onerror: ignore, set: ignore };
    const context = { ...given, status: 0 };
    await toKoaMiddleware(createReceiver(createShop().options))(context as never, () => Promise.resolve());
    expect(context.status).toBe(200);
  });
});
