import { fastify, type FastifyInstance, type FastifyServerOptions, type InjectOptions } from "fastify";
import { afterEach, expect, it } from "vitest";
import { createMplusPlugin, type MplusOptions } from "../../../generated/fastify/index.js";
import { recognized, refusal } from "../../conformance/answers.js";
import { post, signedWith } from "../../conformance/requests.js";
import { createShop } from "../adapters/shop.js";

let app: FastifyInstance;
afterEach(() => app.close());

function create(changes: Partial<MplusOptions> = {}, ownOptions: FastifyServerOptions = {}) {
  app = fastify(ownOptions);
  const { options, lines } = createShop(changes);
  return { plugin: createMplusPlugin(options), lines };
}
async function send(url: string, change = {}) {
  const { headers, body } = post(change);
  const request = { method: "POST", url, headers: Object.fromEntries(headers), payload: Buffer.from(body) };
  const answer = await app.inject(request as InjectOptions);
  return { status: answer.statusCode, body: answer.body };
}
const bodyOf = ({ status, body }: typeof recognized) => ({ status, body });

it.each(["/mplus", "/a/b", "/shops/:shop/mplus", ""])("answers below the prefix %j", async (prefix) => {
  const { plugin } = create();
  app.register(plugin, { prefix });
  const path = prefix.replace(":shop", "12");
  expect(await send(`${path}/scanCode`)).toEqual(bodyOf(recognized));
  expect(await send(`${path}/scanCod`)).toEqual(bodyOf(refusal.unknownEvent));
});

it("answers inside another plugin", async () => {
  const { plugin } = create();
  app.register((shop) => shop.register(plugin, { prefix: "/mplus" }), { prefix: "/shop" });
  expect(await send("/shop/mplus/scanCode")).toEqual(bodyOf(recognized));
});

it("leaves the parsers, the 404s and the errors of the app alone", async () => {
  const { plugin } = create();
  app.register(plugin, { prefix: "/mplus" });
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

it("lets an app without a prefix handle unknown methods itself", async () => {
  const { plugin } = create();
  app.register(plugin).setNotFoundHandler((_request, reply) => reply.code(404).send("mine"));
  expect((await app.inject({ method: "PROPFIND" as "GET", url: "/" })).body).toBe("mine");
});

it("lets a hook of the app refuse an event before it is read", async () => {
  const { plugin, lines } = create();
  app.addHook("onRequest", async (_request, reply) => {
    reply.code(429);
    throw new Error("slow down");
  });
  app.register(plugin, { prefix: "/mplus" });
  const body: unknown = expect.stringContaining("slow down");
  expect(await send("/mplus/scanCode")).toEqual({ status: 429, body });
  expect(lines).toEqual([]);
});

it("lets running handlers finish when the app closes", async () => {
  let close: () => void = () => undefined;
  const closing = new Promise<undefined>((resolve) => (close = () => resolve(undefined)));
  const scanCode = () => (void app.close(), closing);
  const { plugin } = create({ handlers: { scanCode } });
  app.addHook("preClose", (done) => {
    close();
    done();
  });
  app.register(plugin, { prefix: "/mplus" });
  expect(await send("/mplus/scanCode")).toEqual({ status: 200, body: "{}" });
});

it("writes to the log of the app unless it has its own", async () => {
  const written: string[] = [];
  const stream = { write: (line: string) => void written.push(line) };
  const { plugin } = create({ log: undefined }, { logger: { level: "warn", stream } });
  app.register(plugin, { prefix: "/mplus" });
  await send("/mplus/scanCode", signedWith("other"));
  expect(written.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 40, eventName: "scanCode", code: "INVALID_SIGNATURE" },
  ]);
});
