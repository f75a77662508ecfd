import { buffer } from "node:stream/consumers";
import Koa, { type Middleware } from "koa";
import { describe, expect, it } from "vitest";
import { createMplusMiddleware } from "../../../generated/koa/index.js";
import { recognized, refusal } from "../../conformance/answers.js";
import { post } from "../../conformance/requests.js";
import { createShop, readBefore, serve } from "../adapters/shop.js";

const pass: Middleware = (_context, next) => next();

async function open(before: Middleware = pass, basePath = "/mplus") {
  const { options, lines } = createShop();
  const errors: unknown[] = [];
  const app = new Koa().use(before).use(createMplusMiddleware({ ...options, basePath }));
  app.use((context) => void (context.body = "next")).on("error", (error) => errors.push(error));
  const { send } = await serve((request, response) => void app.callback()(request, response));
  return { send: (path = "/mplus/scanCode") => send(post({ path })), lines, errors };
}

const parse =
  (toRawBody: (bytes: Buffer) => unknown): Middleware =>
  async (context, next) => {
    Object.assign(context.request, { body: {}, rawBody: toRawBody(await buffer(context.req)) });
    await next();
  };
const takePath: Middleware = (context, next) => {
  context.path = context.path.replace("/mplus", "");
  return next();
};

describe("the middleware", () => {
  it.each<[string, object]>([
    ["/mplus/scanCode", recognized],
    ["/mplus", refusal.unknownEvent],
    ["/", { status: 200, body: "next" }],
    ["/mplusx/scanCode", { status: 200, body: "next" }],
  ])("answers what is below its path, and passes on the rest: %s", async (path, answer) => {
    expect(await (await open()).send(path)).toMatchObject(answer);
  });

  it.each<[string, Middleware, string?]>([
    ["middleware that strips the path", takePath, ""],
    ["a parser that keeps the bytes", parse((bytes) => bytes)],
  ])("answers behind %s", async (_name, before, basePath) => {
    expect(await (await open(before, basePath)).send()).toEqual(recognized);
  });

  it("fails behind a parser that drops the bytes, and logs why", async () => {
    const { send, lines } = await open(parse(() => undefined));
    expect(await send()).toEqual(refusal.failedLookUp);
    expect(lines).toMatchObject(readBefore);
  });

  it("shows its answer to the middleware before it, whose faults it leaves to the app", async () => {
    const seen: unknown[] = [];
    const fault = new Error("the middleware before it fails");
    const { send, errors } = await open(async (context, next) => {
      await next();
      seen.push(context.status, context.body, context.type);
      throw fault;
    });
    expect(await send()).toMatchObject({ status: 500 });
    expect([seen, errors]).toEqual([[200, recognized.body, "application/json"], [fault]]);
  });
});
