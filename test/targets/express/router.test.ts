import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { goodBody, signedHeaders } from "../receiver/fixture.js";
import { post } from "./client.js";
import { frameworks, type Mount, startEndpoint, stopEndpoints } from "./endpoint.js";

const signature = signedHeaders(goodBody)["x-mplus-signature"];

afterEach(stopEndpoints);

describe.each(frameworks)("$name", ({ express }) => {
  const start = (mount?: Mount) => startEndpoint(express, mount);

  it("answers a signed event with a signed answer, over the bytes on the wire", async () => {
    const { port } = await start();
    const answer = await post(port, "/mplus/scanCode");
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('{"scanCode":{"recognized":true}}');
    expect(answer.headers).toMatchObject({ "content-type": "application/json", "content-length": "32" });
    expect(answer.isSigned).toBe(true);
  });

  it.each<[string, Mount, string]>([
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
    [
      "behind what has paused the body",
      (app, router) =>
        app.use((request, _response, next) => {
          request.pause();
          next();
        }, router),
      "/scanCode",
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

  it.each<[string, Mount]>([
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
    ["two content types", { headers: { "Content-Type": ["application/json", "text/plain"] } }, 400],
    ["text", { headers: { "content-type": "text/plain" } }, 400],
    ["a byte order mark", { body: `\uFEFF${goodBody}` }, 400],
    ["no UTF-8", { body: Buffer.from('{"a":"é"}', "latin1") }, 400],
  ])("answers %s with a signed refusal", async (_name, post_, status) => {
    const { port, errors } = await start();
    expect(await post(port, "/mplus/scanCode", post_)).toMatchObject({ status, isSigned: true });
    expect(errors).toEqual([]);
  });
});
