import type { Request, RequestHandler } from "express";
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

const after =
  (change: (request: Request) => unknown): RequestHandler =>
  (request, _response, next) => {
    change(request);
    next();
  };

describe.each(expressFrameworks)("$name", ({ express }) => {
  const start = (mount?: MountRouter) => startServer({ mount: mountExpress(express, mount) });
  const slow: RequestHandler = (_request, _response, next) => void setImmediate(next);
  const dropBody: RequestHandler = (request, _response, next) => void request.resume().on("end", next);
  const parseForms = express.urlencoded({ extended: false });
  const everything = { type: () => true };
  const keepRaw = express.json({
    verify: (request, _, raw) => void Object.assign(request, { rawBody: raw }),
  });

  it.each<[string, MountRouter, path?: string]>([
    ["in a Router", (app, router) => app.use("/a", express.Router().use("/b", router)), "/a/b"],
    ["behind a path with a parameter", (app, router) => app.use("/shops/:shop", router), "/shops/12"],
    ["behind what takes its time", (app, router) => app.use(slow, parseForms).use("/a", router), "/a"],
    ["beside express.json()", (app, router) => app.use("/api", express.json()).use("/a", router), "/a"],
    ["behind express.raw()", (app, router) => app.use(express.raw(everything), router)],
    ["behind express.text()", (app, router) => app.use(express.text(everything), router)],
    ["behind a parser that keeps the raw body", (app, router) => app.use(keepRaw, router)],
  ])("works %s", async (_name, mount, path = "") => {
    const { port, errors } = await start(mount);
    expect(await post(port, `${path}/scanCode`)).toMatchObject({ status: 200, isSigned: true });
    const forged = await post(port, `${path}/scanCode`, { body: `${goodBody} `, signed: goodBody });
    expect(forged).toMatchObject({ status: 400, isSigned: false });
    expect(errors).toEqual([]);
  });

  it.each<[string, MountRouter]>([
    ["express.json()", (app, router) => app.use(express.json(), router)],
    [
      "a decoder",
      (app, router) =>
        app.use(
          after((request) => request.setEncoding("utf8")),
          router,
        ),
    ],
    ["what dropped it", (app, router) => app.use(dropBody, router)],
  ])("answers a body that was read by %s with 500, and logs the way out", async (_name, mount) => {
    const { port, lines } = await start(mount);
    expect(await post(port, "/scanCode")).toMatchObject({ status: 500, isSigned: false });
    const wayOut: unknown = expect.stringContaining("mount the receiver before express.json()");
    expect(lines).toMatchObject([["error", {}, wayOut]]);
  });

  it("leaves an answer alone that other middleware has given", async () => {
    const { port, errors } = await start((app, router) =>
      app.use(
        after(({ res }) => res?.status(202).end("early")),
        router,
      ),
    );
    for (const _ of [1, 2])
      expect(await post(port, "/scanCode")).toMatchObject({ status: 202, text: "early" });
    expect(errors).toEqual([]);
  });
});
