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
import { toExpressHandler, type MplusRouter } from "../../../generated/express/index.js";
import { toFastifyPlugin } from "../../../generated/fastify/index.js";
import { toFetchHandler } from "../../../generated/fetch/index.js";
import { toHonoApp } from "../../../generated/hono/index.js";
import { toKoaMiddleware } from "../../../generated/koa/index.js";
import { toDynamicModule } from "../../../generated/nest/index.js";
import { toListener } from "../../../generated/node/index.js";
import type { Receiver } from "../../../templates/copied/receiver/http.js";
import { Customers, ShopWebhooks } from "../nest/shop.js";
import { createTestReceiver, type Line, type Options } from "../receiver/fixture.js";

export const expressFrameworks = [
  { name: "express 5", express: express5 },
  { name: "express 4", express: createRequire(import.meta.url)("express-4") as typeof express5 },
];

/** The receiver is at `/mplus`. Errors that reach the framework's own handling go to `errors`. */
interface Mounted {
  readonly server: Server;
  /** Ends the app, if the framework does so itself. */
  readonly stop?: () => Promise<unknown>;
}

export interface ServerKind {
  readonly name: string;
  readonly mount: (receiver: Receiver, errors: unknown[]) => Mounted | Promise<Mounted>;
}

export interface Endpoint {
  readonly port: number;
  readonly server: Server;
  readonly lines: Line[];
  readonly receiver: Receiver;
  readonly errors: unknown[];
}

export type MountRouter = (app: Express, router: MplusRouter) => void;

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

const mountNest: ServerKind["mount"] = async (receiver) => {
  const settings = { useFactory: () => undefined };
  const mplus = toDynamicModule(Customers, { handlers: ShopWebhooks }, settings, () => receiver);
  Logger.overrideLogger(false);
  const providers = [...(mplus.providers ?? []), ShopWebhooks, Customers];
  const app = await NestFactory.create({ ...mplus, providers });
  await app.init();
  return { server: app.getHttpServer() as Server, stop: () => app.close() };
};

const mountFetch: ServerKind["mount"] = (receiver) => {
  const handle = toFetchHandler(receiver, "/mplus");
  return { server: createAdaptorServer({ fetch: (request) => handle(request) }) as Server };
};

export const serverKinds: readonly ServerKind[] = [
  ...expressFrameworks.map(({ name, express }) => ({ name, mount: mountExpress(express) })),
  { name: "fastify", mount: mountFastify },
  { name: "hono", mount: mountHono },
  { name: "koa", mount: mountKoa },
  { name: "nest", mount: mountNest },
  { name: "node", mount: (receiver) => ({ server: createServer(toListener(receiver, "/mplus")) }) },
  { name: "fetch", mount: mountFetch },
];

const started: Mounted[] = [];

export const handlers: Options["handlers"] = { scanCode: () => ({ scanCode: { recognized: true } }) };
export const recognized = '{"scanCode":{"recognized":true}}';

export async function startServer(
  { mount }: Pick<ServerKind, "mount">,
  options: Partial<Options> = {},
): Promise<Endpoint> {
  const { receiver, lines } = createTestReceiver({ handlers, ...options });
  const errors: unknown[] = [];
  const mounted = await mount(receiver, errors);
  return { port: await serve(mounted), server: mounted.server, lines, receiver, errors };
}

/** On a free port of loopback. {@link stopServers} ends it. */
export async function serve(mounted: Mounted): Promise<number> {
  started.push(mounted);
  await new Promise<void>((resolve) => mounted.server.listen(0, "127.0.0.1", resolve));
  return (mounted.server.address() as AddressInfo).port;
}

export async function stopServers(): Promise<void> {
  for (const { server, stop } of started.splice(0)) {
    server.closeAllConnections();
    await (stop?.() ?? new Promise((resolve) => server.close(resolve)));
  }
}
