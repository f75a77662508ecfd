import { afterEach, describe, expect, it } from "vitest";
import { goodBody } from "../receiver/fixture.js";
import { post } from "../adapters/client.js";
import {
  expressFrameworks,
  mountExpress,
  type MountRouter,
  startServer,
  stopServers,
} from "../adapters/servers.js";

afterEach(stopServers);

describe.each(expressFrameworks)("$name", ({ name, express }) => {
  const start = (mount?: MountRouter) => startServer({ name, mount: mountExpress(express, mount) });

  it.each<[string, MountRouter, string]>([
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
            (_request, _response, next) => void setImmediate(next),
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
      isSigned: false,
    });
    expect(errors).toEqual([]);
  });

  it("answers a body that express.json() has read with 500 and the way out", async () => {
    const { port, lines } = await start((app, router) => app.use(express.json()).use("/mplus", router));
    expect(await post(port, "/mplus/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(lines).toMatchObject([
      ["error", {}, expect.stringContaining("mount the receiver before express.json()")],
    ]);
  });

  it.each<[string, MountRouter]>([
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
    expect(await post(port, "/scanCode")).toMatchObject({ status: 500, isSigned: false });
    expect(lines.map(([level]) => level)).toEqual(["error"]);
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
});
