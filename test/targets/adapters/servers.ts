import { createRequire } from "node:module";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createAdaptorServer } from "@hono/node-server";
import { Logger } from "@nestjs/common";
import { NestFactory } from "@nestjs/core";
import express5, { type ErrorRequestHandler, type Express } from "express";
import { fastify } from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import "reflect-metadata";
import { toExpressHandler, type MplusRouter } from "../../../templates/express/router.js";
import { toFastifyPlugin } from "../../../templates/fastify/plugin.js";
import { toFetchHandler } from "../../../templates/fetch/handler.js";
import { toHonoApp } from "../../../templates/hono/app.js";
import { toKoaMiddleware } from "../../../templates/koa/middleware.js";
import { toDynamicModule } from "../../../templates/nest/module.js";
import { markMethod } from "../../../templates/nest/on-event.js";
import { toListener } from "../../../templates/node/listener.js";
import type { Receiver } from "../../../templates/receiver/api/receiver.js";
import { createTestReceiver, type Line, type Options } from "../receiver/fixture.js";

/** The frameworks that the router is for. */
export const expressFrameworks = [
  { name: "express 5", express: express5 },
  { name: "express 4", express: createRequire(import.meta.url)("express-4") as typeof express5 },
];

/** A framework with a receiver in it, at `/mplus`. What reaches its own error handling goes to `errors`. */
interface Mounted {
  readonly server: Server;
  /** Ends the app; where it is the framework that does so. */
  readonly stop?: () => Promise<unknown>;
}

export interface ServerKind {
  readonly name: string;
  readonly mount: (receiver: Receiver, errors: unknown[]) => Mounted | Promise<Mounted>;
  /** Whether the framework answers a path that is no URL before any of its plugins may. */
  readonly ownBadUrl?: boolean;
}

export interface Endpoint {
  readonly port: number;
  readonly server: Server;
  readonly lines: Line[];
  readonly receiver: Receiver;
  /** Nothing should get here. */
  readonly errors: unknown[];
}

/** Puts the router into an app. */
export type MountRouter = (app: Express, router: MplusRouter) => void;

/** An app of express with the router in it, at `/mplus` unless said otherwise. */
export const mountExpress =
  (
    express: typeof express5,
    mount: MountRouter = (app, router) => app.use("/mplus", router),
  ): ServerKind["mount"] =>
  (receiver, errors) => {
    const app = express();
    mount(app, toExpressHandler(receiver));
    app.use(((error, _request, _response, next) => {
      errors.push(error);
      next(error);
    }) satisfies ErrorRequestHandler);
    return { server: createServer(app as RequestListener) };
  };

const mountFastify: ServerKind["mount"] = async (receiver, errors) => {
  const app = fastify();
  app.addHook("onError", async (_request, _reply, error) => void errors.push(error));
  await app.register(
    toFastifyPlugin(() => receiver),
    { prefix: "/mplus" },
  );
  await app.ready();
  return { server: app.server, stop: () => app.close() };
};

const mountHono: ServerKind["mount"] = (receiver, errors) => {
  const app = new Hono().route("/mplus", toHonoApp(receiver)).onError((error) => {
    errors.push(error);
    return new Response(null, { status: 500 });
  });
  return { server: createAdaptorServer(app) as Server };
};

const mountKoa: ServerKind["mount"] = (receiver, errors) => {
  const app = new Koa().use(toKoaMiddleware(receiver, "/mplus"));
  app.on("error", (error) => errors.push(error));
  return { server: createServer((request, response) => void app.callback()(request, response)) };
};

/** A decorator is a function; here it is called as such. */
class Webhooks {
  scanCode(): object {
    return {};
  }
}
markMethod("scanCode")(
  Webhooks.prototype,
  "scanCode",
  Object.getOwnPropertyDescriptor(Webhooks.prototype, "scanCode") ?? {},
);

const mountNest: ServerKind["mount"] = async (receiver) => {
  const settings = { useFactory: () => undefined };
  const mplus = toDynamicModule(Webhooks, { handlers: Webhooks }, settings, () => receiver);
  Logger.overrideLogger(false);
  const app = await NestFactory.create({ ...mplus, providers: [...(mplus.providers ?? []), Webhooks] });
  await app.init();
  return { server: app.getHttpServer() as Server, stop: () => app.close() };
};

const mountFetch: ServerKind["mount"] = (receiver) => {
  const handle = toFetchHandler(receiver, "/mplus");
  return { server: createAdaptorServer({ fetch: (request) => handle(request) }) as Server };
};

/** Everything that listens. */
export const serverKinds: readonly ServerKind[] = [
  ...expressFrameworks.map(({ name, express }) => ({ name, mount: mountExpress(express) })),
  { name: "fastify", mount: mountFastify, ownBadUrl: true },
  { name: "hono", mount: mountHono },
  { name: "koa", mount: mountKoa },
  { name: "nest", mount: mountNest },
  { name: "node", mount: (receiver) => ({ server: createServer(toListener(receiver, "/mplus")) }) },
  { name: "fetch", mount: mountFetch },
];

const started: Mounted[] = [];

/** Starts a server on loopback; {@link stopServers} ends it. */
export async function startServer(kind: ServerKind, options: Partial<Options> = {}): Promise<Endpoint> {
  const handlers: Options["handlers"] = { scanCode: () => ({ scanCode: { recognized: true } }) };
  const { receiver, lines } = createTestReceiver({ handlers, ...options });
  const errors: unknown[] = [];
  const mounted = await kind.mount(receiver, errors);
  started.push(mounted);
  return { port: await listen(mounted.server), server: mounted.server, lines, receiver, errors };
}

/** Has a server listen on a free port of loopback. */
export async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

export async function stopServers(): Promise<void> {
  for (const { server, stop } of started.splice(0)) {
    server.closeAllConnections();
    await (stop?.() ?? new Promise((resolve) => server.close(resolve)));
  }
}
