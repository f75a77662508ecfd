import { createServer } from "node:http";
import { buffer } from "node:stream/consumers";
import Koa, { type Middleware } from "koa";
import { afterEach, describe, expect, it } from "vitest";
import { toKoaMiddleware } from "../../../generated/koa/index.js";
import { post } from "../adapters/client.js";
import { recognized, startServer, stopServers } from "../adapters/servers.js";

afterEach(stopServers);

const start = (before: Middleware = (_context, next) => next(), basePath: string | undefined = "/mplus") =>
  startServer({
    mount(receiver, errors) {
      const app = new Koa().use(before).use(toKoaMiddleware(receiver, basePath));
      app.use((context) => void (context.body = "next")).on("error", (error) => errors.push(error));
      return { server: createServer((request, response) => void app.callback()(request, response)) };
    },
  });

describe("the middleware", () => {
  it.each<[string, number, unknown]>([
    ["/mplus/scanCode", 200, recognized],
    ["/mplus", 404, expect.stringContaining("UNKNOWN_EVENT")],
    ["/", 200, "next"],
    ["/mplusx/scanCode", 200, "next"],
  ])("answers what is below its path, and passes on the rest: %s", async (path, status, text) => {
    const { port } = await start();
    expect(await post(port, path)).toMatchObject({ status, text });
  });

  const takePath: Middleware = (context, next) => {
    context.path = context.path.replace("/mplus", "");
    return next();
  };
  const parse =
    (toRawBody: (bytes: Buffer) => unknown): Middleware =>
    async (context, next) => {
      Object.assign(context.request, { body: {}, rawBody: toRawBody(await buffer(context.req)) });
      await next();
    };
  it.each<[string, Middleware, string?]>([
    ["what takes the path off the URL", takePath, ""],
    ["a parser that keeps the bytes", parse((bytes) => bytes)],
  ])("works behind %s", async (_name, before, basePath) => {
    const { port } = await start(before, basePath);
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
  });

  it("says what is wrong behind a parser that does not", async () => {
    const { port, lines } = await start(parse(() => undefined));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(lines).toMatchObject([["error", {}, expect.stringContaining("before it reached")]]);
  });

  it("shows its answer to the middleware before it, and keeps their headers", async () => {
    const seen: unknown[] = [];
    const { port } = await start(async (context, next) => {
      context.set("X-Request-Id", "7");
      await next();
      seen.push(context.status, context.body);
    });
    const { headers } = await post(port, "/mplus/scanCode");
    expect(headers).toMatchObject({ "x-request-id": "7", "content-type": "application/json" });
    expect(seen).toEqual([200, recognized]);
  });

  it("leaves the faults of the middleware before it to the app", async () => {
    const fault = new Error("the middleware before it fails");
    const { port, errors } = await start((_context, next) => next().then(() => Promise.reject(fault)));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(errors).toEqual([fault]);
  });
});
