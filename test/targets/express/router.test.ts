import { createRequire } from "node:module";
import type { Server } from "node:http";
import { connect, type AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import express5, { type ErrorRequestHandler, type Express } from "express";
import { afterEach, describe, expect, it } from "vitest";
import { toExpressHandler, type MplusRouter } from "../../../templates/express/router.js";
import { createTestReceiver, goodBody, type Line, type Options, signedHeaders } from "../receiver/fixture.js";
import { head, post, raw } from "./client.js";

const express4 = createRequire(import.meta.url)("express-4") as typeof express5;

const signature = signedHeaders(goodBody)["x-mplus-signature"];

const servers: Server[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

interface Endpoint {
  readonly port: number;
  readonly lines: Line[];
  readonly router: MplusRouter;
  /** What reached the error handling of express: nothing should. */
  readonly errors: unknown[];
}

describe.each([
  { name: "express 5", express: express5 },
  { name: "express 4", express: express4 },
])("$name", ({ express }) => {
  async function start(
    mount: (app: Express, router: MplusRouter) => void = (app, router) => app.use("/mplus", router),
    options: Partial<Options> = {},
  ): Promise<Endpoint> {
    const handlers: Options["handlers"] = { scanCode: () => ({ scanCode: { recognized: true } }) };
    const { receiver, lines } = createTestReceiver({ handlers, ...options });
    const router = toExpressHandler(receiver);
    const errors: unknown[] = [];
    const app = express();
    mount(app, router);
    app.use(((error, _request, _response, next) => {
      errors.push(error);
      next(error);
    }) satisfies ErrorRequestHandler);
    const server = await new Promise<Server>((resolve) => {
      const started = app.listen(0, "127.0.0.1", () => resolve(started));
    });
    servers.push(server);
    return { port: (server.address() as AddressInfo).port, lines, router, errors };
  }

  it("answers a signed event with a signed answer, over the bytes on the wire", async () => {
    const { port } = await start();
    const answer = await post(port, "/mplus/scanCode");
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"scanCode":{"recognized":true}}');
    expect(answer.headers).toMatchObject({ "content-type": "application/json", "content-length": "32" });
    expect(answer.isSigned).toBe(true);
  });

  it.each<[string, (app: Express, router: MplusRouter) => void, string]>([
    ["at the root", (app, router) => app.use(router), "/scanCode"],
    ["at a deep path", (app, router) => app.use("/a/b", router), "/a/b/scanCode"],
    ["in a Router", (app, router) => app.use("/a", express.Router().use("/b", router)), "/a/b/scanCode"],
    [
      "behind a path with a parameter",
      (app, router) => app.use("/shops/:shop", router),
      "/shops/12/scanCode",
    ],
    [
      "behind other middleware",
      (app, router) =>
        app
          .use(
            (_request, _response, next) => void setTimeout(next, 20),
            express.urlencoded({ extended: false }),
          )
          .use("/a", router),
      "/a/scanCode",
    ],
    ["before express.json()", (app, router) => app.use("/a", router).use(express.json()), "/a/scanCode"],
    [
      "behind express.json() elsewhere",
      (app, router) => app.use("/api", express.json()).use("/a", router),
      "/a/scanCode",
    ],
    [
      "behind express.raw()",
      (app, router) => app.use(express.raw({ type: () => true }), router),
      "/scanCode",
    ],
    [
      "behind a parser that keeps the raw body",
      (app, router) =>
        app.use(
          express.json({
            verify: (request, _response, raw) => void Object.assign(request, { rawBody: raw }),
          }),
          router,
        ),
      "/scanCode",
    ],
  ])("works %s", async (_name, mount, path) => {
    const { port, errors } = await start(mount);
    expect(await post(port, path)).toMatchObject({ status: 200, isSigned: true });
    expect(await post(port, path, { body: `${goodBody} `, signed: goodBody })).toMatchObject({
      status: 400,
      isSigned: true,
    });
    expect(errors).toEqual([]);
  });

  it.each([
    ["/mplus/scanCode?x=/y", 200],
    ["/mplus/scanCode/", 404],
    ["/mplus/scancode", 404],
    ["/mplus/x/scanCode", 404],
    ["/mplus/scanCode/x", 404],
    ["/mplus/%73canCode", 404],
    ["/mplus/%ZZ", 404],
    ["/mplus/", 404],
    ["/mplus", 404],
    ["/mplus?scanCode", 404],
    ["/mplus/constructor", 404],
    ["/mplus/__proto__", 404],
    [`/mplus/${"x".repeat(10_000)}`, 404],
    ["http://127.0.0.1/mplus/scanCode", 200],
  ])("has one spelling of an event: %.40s", async (path, status) => {
    const { port, errors } = await start();
    expect(await post(port, path)).toMatchObject({ status, isSigned: true, type: "application/json" });
    expect(errors).toEqual([]);
  });

  it.each(["GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE"])("refuses %s", async (method) => {
    const { port } = await start();
    const answer = await post(port, "/mplus/scanCode", { method, body: "" });
    expect(answer).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  it("answers a body that express.json() has read with 500 and the way out", async () => {
    const { port, lines } = await start((app, router) => app.use(express.json()).use("/mplus", router));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: true });
    expect(lines).toMatchObject([
      ["error", {}, expect.stringContaining("mount the router before express.json()")],
    ]);
  });

  it.each<[string, (app: Express, router: MplusRouter) => void]>([
    ["express.text()", (app, router) => app.use(express.text({ type: () => true }), router)],
    [
      "what turned it into text",
      (app, router) =>
        app.use((request, _response, next) => {
          request.setEncoding("utf8");
          next();
        }, router),
    ],
    [
      "what dropped it",
      (app, router) =>
        app.use((request, _response, next) => {
          request.resume().on("end", next);
        }, router),
    ],
  ])("answers a body that was read by %s with 500", async (_name, mount) => {
    const { port, lines } = await start(mount);
    expect(await post(port, "/scanCode")).toMatchObject({ status: 500, isSigned: true });
    expect(lines.map(([level]) => level)).toEqual(["error"]);
  });

  it.each([
    ["an empty body", { body: "" }, 400],
    ["a packed body", { body: gzipSync(goodBody), headers: { "content-encoding": "gzip" } }, 415],
    ["no signature", { headers: { "x-mplus-signature": undefined } }, 400],
    ["two signatures", { headers: { "x-mplus-signature": [signature, signature] } }, 400],
    ["two content types", { headers: { "content-type": ["application/json", "text/plain"] } }, 400],
    ["text", { headers: { "content-type": "text/plain" } }, 400],
    ["a byte order mark", { body: `\uFEFF${goodBody}` }, 400],
    ["no UTF-8", { body: Buffer.from('{"a":"é"}', "latin1") }, 400],
  ])("answers %s with a signed refusal", async (_name, post_, status) => {
    const { port, errors } = await start();
    expect(await post(port, "/mplus/scanCode", post_)).toMatchObject({ status, isSigned: true });
    expect(errors).toEqual([]);
  });

  it("answers a body that is declared too large at once", async () => {
    const { port } = await start();
    const answer = await raw(port, [head("POST /mplus/scanCode", { "content-length": "10485760" })]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it("stops reading a body that turns out too large", async () => {
    const { port } = await start(undefined, { bodyLimit: 100_000 });
    const chunk = `${(60_000).toString(16)}\r\n${"x".repeat(60_000)}\r\n`;
    const answer = await raw(port, [
      head("POST /mplus/scanCode", { "transfer-encoding": "chunked" }),
      chunk,
      chunk,
    ]);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it("stops waiting for a body that stalls", async () => {
    const { port } = await start(undefined, { bodyTimeout: 100 });
    const answer = await raw(port, [head("POST /mplus/scanCode", { "content-length": "100" }), "{"]);
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(answer).toMatch(/^connection: close/im);
  });

  it("tells the handler that the client has gone, and writes nothing", async () => {
    const gone = createGate();
    const { port, lines, errors } = await start(undefined, {
      handlers: {
        scanCode: ({ signal }) => {
          signal.addEventListener("abort", gone.open);
          client.destroy();
          return gone.promise.then(() => ({}));
        },
      },
    });
    const client = connect(port, "127.0.0.1");
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${goodBody}`);
    await gone.promise;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(lines).toEqual([]);
    expect(errors).toEqual([]);
  });

  it.each([
    ["before the body", ""],
    ["in the body", goodBody.slice(0, 20)],
  ])("survives a client that goes away %s", async (_name, part) => {
    const { port, lines, errors } = await start();
    const client = connect(port, "127.0.0.1");
    client.write(`${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${part}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
    client.destroy();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 200 });
    expect(lines.filter(([level]) => level !== "debug")).toEqual([]);
    expect(errors).toEqual([]);
  });

  it("keeps a connection in step: a refusal, then an event", async () => {
    const { port } = await start();
    const event = `${head("POST /mplus/scanCode", { "content-length": String(goodBody.length) })}${goodBody}`;
    const refused = event.replace("application/json", "text/plain");
    const unknown = event.replace("scanCode HTTP", "nothing HTTP");
    const last = event.replace("host:", "connection: close\r\nhost:");
    const statuses = [...(await raw(port, [refused, unknown, event, last])).matchAll(/HTTP\/1\.1 (\d+)/g)];
    expect(statuses.map(([, status]) => status)).toEqual(["400", "404", "200", "200"]);
  });

  it("leaves an answer alone that other middleware has given", async () => {
    const { port, errors } = await start((app, router) =>
      app.use((_request, response, next) => {
        response.status(202).end("early");
        next();
      }, router),
    );
    expect(await post(port, "/scanCode")).toMatchObject({ status: 202, text: "early" });
    expect(await post(port, "/scanCode")).toMatchObject({ status: 202, text: "early" });
    expect(errors).toEqual([]);
  });

  it("closes: new events are refused with 503", async () => {
    const { port, router } = await start();
    await router.close();
    const answer = await post(port, "/mplus/scanCode");
    expect(answer).toMatchObject({ status: 503, isSigned: true, headers: { connection: "close" } });
  });
});

function createGate(): { promise: Promise<void>; open: () => void } {
  let open: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => (open = resolve));
  return { promise, open: () => open() };
}
