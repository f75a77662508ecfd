import { EventEmitter } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { describe, expect, it, vi } from "vitest";
import { toKoaMiddleware } from "../../../generated/koa/index.js";
import { toListener } from "../../../generated/node/index.js";
import { bodyWith, createTestReceiver, goodBody, signedHeaders } from "../receiver/fixture.js";
import { handlers } from "./servers.js";

const headers = signedHeaders(goodBody);
const good = { method: "POST", url: "/scanCode", headers };

function call(
  request: object,
  { receiver } = createTestReceiver({ handlers }),
  toOwnListener = toListener,
): Promise<number> {
  return new Promise((resolve) => {
    const response = { writeHead: resolve, end: () => undefined };
    toOwnListener(receiver)(request as IncomingMessage, response as unknown as ServerResponse);
  });
}

it.each(["AWS_LAMBDA_FUNCTION_NAME", "VERCEL", "K_SERVICE"])(
  "where %s is set, an event that the POS does not wait for is handled before it is answered",
  async (name) => {
    vi.stubEnv(name, "shop");
    vi.resetModules();
    const frozen = await import("../../../generated/node/index.js");
    const body = bodyWith({ event: { eventBlocking: false, eventCounter: 1 } });
    const order: string[] = [];
    const scanCode = async () => {
      await new Promise(setImmediate);
      order.push("handled");
      return {};
    };
    const test = createTestReceiver({ handlers: { scanCode } });
    const status = await call({ ...good, headers: signedHeaders(body), body }, test, frozen.toListener);
    order.push("answered");
    vi.unstubAllEnvs();
    expect([status, ...order]).toEqual([200, "handled", "answered"]);
  },
);

const chunks = () => Readable.from([Buffer.from(goodBody)], { objectMode: false });

describe("something like Node's request", () => {
  it.each<[string, object, status: number]>([
    ["with a Buffer for its body", { body: Buffer.from(goodBody) }, 200],
    ["with a text for its body", { body: goodBody }, 200],
    ["with a text that was kept beside a parsed body", { body: {}, rawBody: goodBody }, 200],
    ["with another text than was signed", { rawBody: `${goodBody} ` }, 400],
    [
      "that can be iterated, and no more",
      { [Symbol.asyncIterator]: () => chunks()[Symbol.asyncIterator]() },
      200,
    ],
    ["that is a stream without headers", Object.assign(chunks(), good, { headers: undefined }), 400],
    ["that is a stream without a method", Object.assign(chunks(), good, { method: undefined }), 405],
    ["that is a stream without a URL", Object.assign(chunks(), good, { url: undefined }), 404],
    [
      "with a length that is a number",
      { body: goodBody, headers: { ...headers, "content-length": 9e9 } },
      413,
    ],
    [
      "with a list of two content types",
      { body: goodBody, headers: { ...headers, "content-type": ["a", "b"] } },
      400,
    ],
    [
      "with raw headers alone that have two content types",
      {
        body: goodBody,
        rawHeaders: ["Content-Type", "application/json", "content-type", "text/plain"],
      },
      400,
    ],
  ])("%s is answered", async (_name, change, status) => {
    const request = change instanceof Readable ? change : { ...good, ...change };
    expect(await call(request)).toBe(status);
  });

  it.each<[string, object]>([
    ["has a parsed body alone", { body: JSON.parse(goodBody) as object }],
    ["has nothing of a body", {}],
    [
      "parses its body now, and fails",
      Object.defineProperty({ ...good }, "body", {
        get() {
          throw new Error("no JSON");
        },
      }),
    ],
  ])("that %s gets 500, and the log says why", async (_name, change) => {
    const created = createTestReceiver({ handlers });
    expect(await call(Object.assign(change, good), created)).toBe(500);
    expect(created.lines).toMatchObject([["error", {}, expect.stringContaining("before it reached")]]);
  });

  it("may be closed once it is answered, which is no sign that the client has gone", async () => {
    let aborted: boolean | undefined;
    const response = Object.assign(new EventEmitter(), { writableEnded: false, writableFinished: false });
    await new Promise<void>((resolve) => {
      const { receiver } = createTestReceiver({
        handlers: {
          scanCode: ({ signal }) => {
            response.once("close", () => {
              aborted = signal.aborted;
              resolve();
            });
            return {};
          },
        },
      });
      const end = () => {
        response.writableEnded = true;
        response.emit("close");
      };
      const sent = Object.assign(response, { writeHead: () => undefined, end });
      toListener(receiver)(
        { ...good, body: goodBody } as unknown as IncomingMessage,
        sent as unknown as ServerResponse,
      );
    });
    expect(aborted).toBe(false);
  });

  it("may have its bytes on Node's request, where koa's own has a parsed body", async () => {
    const { receiver } = createTestReceiver({ handlers });
    const context = {
      url: "/scanCode",
      req: { ...good, rawBody: Buffer.from(goodBody), readableDidRead: true },
      res: {},
      request: { body: {} },
      onerror: () => undefined,
      set: () => undefined,
      status: 0,
    };
    await toKoaMiddleware(receiver)(context as never, () => Promise.resolve());
    expect(context.status).toBe(200);
  });
});
