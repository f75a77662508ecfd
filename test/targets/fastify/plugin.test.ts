import { fastify, type FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { toFastifyPlugin } from "../../../templates/fastify/plugin.js";
import { post } from "../adapters/client.js";
import { createTestReceiver, goodBody, type Options, signedHeaders } from "../receiver/fixture.js";

const apps: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close();
});

const handlers: Options["handlers"] = { scanCode: () => ({ scanCode: { recognized: true } }) };
const plugin = (options: Partial<Options> = {}) => {
  const { receiver, lines } = createTestReceiver({ handlers, ...options });
  return { plugin: toFastifyPlugin(() => receiver), lines };
};

function create(): FastifyInstance {
  const app = fastify();
  apps.push(app);
  return app;
}

async function listen(app: FastifyInstance): Promise<number> {
  return Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
}

describe("the plugin", () => {
  it.each(["/mplus", "/a/b", "/shops/:shop/mplus", ""])("works at the prefix %j", async (prefix) => {
    const app = create();
    app.register(plugin().plugin, { prefix });
    const port = await listen(app);
    const path = prefix.replace(":shop", "12");
    expect(await post(port, `${path}/scanCode`)).toMatchObject({ status: 200, isSigned: true });
    expect(await post(port, `${path}/scanCod`)).toMatchObject({ status: 404, isSigned: false });
  });

  it("works in another plugin, and by inject()", async () => {
    const app = create();
    app.register((shop) => shop.register(plugin().plugin, { prefix: "/mplus" }), { prefix: "/shop" });
    const headers = signedHeaders(goodBody);
    const answer = await app.inject({
      method: "POST",
      url: "/shop/mplus/scanCode",
      headers,
      payload: goodBody,
    });
    expect(answer).toMatchObject({ statusCode: 200, body: '{"scanCode":{"recognized":true}}' });
  });

  it("leaves the parsers, the 404s and the errors of the app alone", async () => {
    const app = create();
    app.register(plugin().plugin, { prefix: "/mplus" });
    app.post("/echo", ({ body }) => body);
    const json = { "content-type": "application/json" };
    const echo = await app.inject({ method: "POST", url: "/echo", headers: json, payload: '{"a":1}' });
    expect(echo.json()).toEqual({ a: 1 });
    const broken = await app.inject({ method: "POST", url: "/echo", headers: json, payload: "{" });
    expect(broken.json()).toMatchObject({ code: "FST_ERR_CTP_INVALID_JSON_BODY" });
    const text = { "content-type": "text/x" };
    expect(await app.inject({ method: "POST", url: "/echo", headers: text, payload: "x" })).toMatchObject({
      statusCode: 415,
    });
    expect((await app.inject("/elsewhere")).json()).toMatchObject({ error: "Not Found" });
  });

  it("lets an app without prefix have a handler of its own for what it does not know", async () => {
    const app = create();
    app.register(plugin().plugin);
    app.setNotFoundHandler((_request, reply) => reply.code(404).send("mine"));
    await expect(app.ready()).resolves.toBeDefined();
  });

  it("lets a hook of the app refuse before any event is read", async () => {
    const app = create();
    const { plugin: mplus, lines } = plugin();
    app.addHook("onRequest", async (_request, reply) => {
      reply.code(429);
      throw new Error("slow down");
    });
    app.register(mplus, { prefix: "/mplus" });
    const answer = await post(await listen(app), "/mplus/scanCode");
    expect(answer).toMatchObject({ status: 429, isSigned: false });
    expect(answer.text).toContain("slow down");
    expect(lines).toEqual([]);
  });

  it.each([";;;/", "application", "application/json;", "x/y, z"])(
    "answers the content type %j in our own words",
    async (type) => {
      const app = create();
      app.register(plugin().plugin, { prefix: "/mplus" });
      const answer = await post(await listen(app), "/mplus/scanCode", { headers: { "content-type": type } });
      expect(answer.isSigned).toBe(true);
      expect([200, 400]).toContain(answer.status);
    },
  );

  it.each(["PROPFIND", "QUERY", "SEARCH"])("refuses %s, which not every app knows", async (method) => {
    const app = create();
    app.register(plugin().plugin, { prefix: "/mplus" });
    const port = await listen(app);
    const headers = { "content-type": method === "QUERY" ? undefined : "application/json" };
    expect(await post(port, "/mplus/scanCode", { method, headers })).toMatchObject({
      status: 405,
      isSigned: false,
    });
  });

  it("reads more than fastify's own limit", async () => {
    const app = fastify({ bodyLimit: 10 });
    apps.push(app);
    app.register(plugin().plugin, { prefix: "/mplus" });
    expect(await post(await listen(app), "/mplus/scanCode")).toMatchObject({ status: 200 });
  });

  it("lets running handlers finish when the app closes", async () => {
    const app = create();
    const closes = new Promise<void>((resolve) => {
      app.addHook("preClose", (done) => {
        resolve();
        done();
      });
    });
    const slow: Options["handlers"] = {
      scanCode: async () => {
        void app.close();
        await closes;
        return { scanCode: { recognized: true } };
      },
    };
    app.register(plugin({ handlers: slow }).plugin, { prefix: "/mplus" });
    expect(await post(await listen(app), "/mplus/scanCode")).toMatchObject({ status: 200, isSigned: true });
  });

  it("writes to the log of the app", async () => {
    const written: string[] = [];
    const stream = { write: (line: string) => void written.push(line) };
    const app = fastify({ logger: { level: "warn", stream } });
    apps.push(app);
    app.register(
      toFastifyPlugin((log) => createTestReceiver({ handlers, log }).receiver),
      { prefix: "/mplus" },
    );
    await post(await listen(app), "/mplus/scanCode", { signed: "other" });
    expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
      { level: 40, eventName: "scanCode", code: "INVALID_SIGNATURE" },
    ]);
  });
});
