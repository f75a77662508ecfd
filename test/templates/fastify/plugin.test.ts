import { fastify, type FastifyInstance, type FastifyServerOptions } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { toFastifyPlugin } from "../../../generated/fastify/index.js";
import { type Post, post } from "../adapters/client.js";
import { handlers, recognized } from "../adapters/servers.js";
import { createTestReceiver, goodBody, type Options, signedHeaders } from "../receiver/fixture.js";

let app: FastifyInstance;
afterEach(() => app.close());

function create(prefix = "/mplus", options: Partial<Options> = {}, ownOptions: FastifyServerOptions = {}) {
  const { receiver, lines } = createTestReceiver({ handlers, ...options });
  const plugin = toFastifyPlugin((log) =>
    ownOptions.logger ? createTestReceiver({ handlers, log }).receiver : receiver,
  );
  app = fastify(ownOptions);
  let port: number | undefined;
  const send = async (path = `${prefix}/scanCode`, change: Post = {}) => {
    port ??= Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
    return post(port, path, change);
  };
  return { plugin, lines, send, register: () => app.register(plugin, { prefix }) };
}

describe("the plugin", () => {
  it.each(["/mplus", "/a/b", "/shops/:shop/mplus", ""])("works at the prefix %j", async (prefix) => {
    const { send, register } = create(prefix);
    register();
    const path = prefix.replace(":shop", "12");
    expect(await send(`${path}/scanCode`)).toMatchObject({ status: 200, isSigned: true });
    expect(await send(`${path}/scanCod`)).toMatchObject({ status: 404, isSigned: false });
  });

  it("works in another plugin, and by inject()", async () => {
    const { plugin } = create();
    app.register((shop) => shop.register(plugin, { prefix: "/mplus" }), { prefix: "/shop" });
    const delivery = { method: "POST", headers: signedHeaders(goodBody), payload: goodBody } as const;
    const answer = await app.inject({ url: "/shop/mplus/scanCode", ...delivery });
    expect(answer).toMatchObject({ statusCode: 200, body: recognized });
  });

  it("leaves the parsers, the 404s and the errors of the app alone", async () => {
    create().register();
    app.post("/echo", ({ body }) => body);
    const echo = (type: string, payload: string) =>
      app.inject({ method: "POST", url: "/echo", headers: { "content-type": type }, payload });
    expect((await echo("application/json", '{"a":1}')).json()).toEqual({ a: 1 });
    expect((await echo("application/json", "{")).json()).toMatchObject({
      code: "FST_ERR_CTP_INVALID_JSON_BODY",
    });
    expect((await echo("text/x", "x")).statusCode).toBe(415);
    expect((await app.inject("/elsewhere")).json()).toMatchObject({ error: "Not Found" });
  });

  it("lets an app without prefix have a handler of its own for what it does not know", async () => {
    create("").register();
    app.setNotFoundHandler((_request, reply) => reply.code(404).send("mine"));
    expect((await app.inject({ method: "PROPFIND" as "GET", url: "/" })).body).toBe("mine");
  });

  it("lets a hook of the app refuse before any event is read", async () => {
    const { send, register, lines } = create();
    app.addHook("onRequest", async (_request, reply) => {
      reply.code(429);
      throw new Error("slow down");
    });
    register();
    const text: unknown = expect.stringContaining("slow down");
    expect(await send()).toMatchObject({ status: 429, isSigned: false, text });
    expect(lines).toEqual([]);
  });

  it.each([
    ["PROPFIND", undefined, 405],
    ["POST", ";;;/", 400],
  ])("answers what fastify would: %s with the content type %s", async (method, type, status) => {
    const { send, register } = create("/mplus", {}, { bodyLimit: 10 });
    register();
    const headers = type === undefined ? {} : { "content-type": type };
    expect(await send(undefined, { method, headers })).toMatchObject({ status, isSigned: status === 400 });
  });

  it("lets running handlers finish when the app closes", async () => {
    let closes: () => void = () => undefined;
    const closing = new Promise<void>((resolve) => (closes = resolve));
    const scanCode = async () => {
      void app.close();
      await closing;
      return { scanCode: { recognized: true } };
    };
    const { send, register } = create("/mplus", { handlers: { scanCode } });
    app.addHook("preClose", (done) => {
      closes();
      done();
    });
    register();
    expect(await send()).toMatchObject({ status: 200, isSigned: true });
  });

  it("writes to the log of the app", async () => {
    const written: string[] = [];
    const stream = { write: (line: string) => void written.push(line) };
    const { send, register } = create("/mplus", {}, { logger: { level: "warn", stream } });
    register();
    await send(undefined, { signed: "other" });
    expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 40, eventName: "scanCode", code: "INVALID_SIGNATURE" },
    ]);
  });
});
