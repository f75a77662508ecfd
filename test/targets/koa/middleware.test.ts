import { createServer, type Server } from "node:http";
import Koa, { type Middleware } from "koa";
import { afterEach, describe, expect, it } from "vitest";
import { toKoaMiddleware } from "../../../templates/koa/middleware.js";
import { post } from "../adapters/client.js";
import { listen } from "../adapters/servers.js";
import { createTestReceiver, goodBody } from "../receiver/fixture.js";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

/** A server with the middleware between others. */
async function start(
  basePath: string | undefined,
  before: readonly Middleware[] = [],
  errors: unknown[] = [],
) {
  const { receiver, lines } = createTestReceiver({
    handlers: { scanCode: () => ({ scanCode: { recognized: true } }) },
  });
  const app = new Koa();
  app.on("error", (error) => errors.push(error));
  for (const each of before) app.use(each);
  app.use(toKoaMiddleware(receiver, basePath)).use((context) => void (context.body = "next"));
  const server = createServer((request, response) => void app.callback()(request, response));
  servers.push(server);
  return { port: await listen(server), lines };
}

describe("the middleware", () => {
  it.each<[string, number, unknown]>([
    ["/mplus/scanCode", 200, '{"scanCode":{"recognized":true}}'],
    ["/mplus/scancode", 404, expect.stringContaining("UNKNOWN_EVENT")],
    ["/mplus", 404, expect.stringContaining("UNKNOWN_EVENT")],
    ["/", 200, "next"],
    ["/mplusx/scanCode", 200, "next"],
    ["/Mplus/scanCode", 200, "next"],
    ["/x?/mplus/scanCode", 200, "next"],
  ])("answers what is below its path, and passes on the rest: %s", async (path, status, text) => {
    const { port } = await start("/mplus");
    expect(await post(port, path)).toMatchObject({ status, text });
  });

  it.each<[string, string | undefined, Middleware]>([
    [
      "what takes the path off the URL",
      undefined,
      (context, next) => {
        context.path = context.path.replace("/mplus", "");
        return next();
      },
    ],
    [
      "a parser that keeps the bytes",
      "/mplus",
      async (context, next) => {
        Object.assign(context.request, { body: {}, rawBody: await readAll(context.req) });
        await next();
      },
    ],
  ])("works behind %s", async (_name, basePath, before) => {
    const { port } = await start(basePath, [before]);
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
  });

  it("says what is wrong behind a parser that does not", async () => {
    const { port, lines } = await start("/mplus", [
      async (context, next) => {
        await readAll(context.req);
        Object.assign(context.request, { body: JSON.parse(goodBody) as object, rawBody: goodBody });
        await next();
      },
    ]);
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(lines).toMatchObject([["error", {}, expect.stringContaining("before it reached")]]);
  });

  it("shows its answer to the middleware before it, and keeps their headers", async () => {
    const seen: unknown[] = [];
    const { port } = await start("/mplus", [
      async (context, next) => {
        context.set("X-Request-Id", "7");
        await next();
        seen.push(context.status, context.body);
      },
    ]);
    const answer = await post(port, "/mplus/scanCode");
    expect(answer.headers).toMatchObject({ "x-request-id": "7", "content-type": "application/json" });
    expect(seen).toEqual([200, '{"scanCode":{"recognized":true}}']);
  });

  it("leaves the faults of the middleware before it to the app", async () => {
    const errors: unknown[] = [];
    const fault = new Error("the middleware before it fails");
    const failing: Middleware = async (_context, next) => {
      await next();
      throw fault;
    };
    const { port } = await start("/mplus", [failing], errors);
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(errors).toEqual([fault]);
  });
});

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
