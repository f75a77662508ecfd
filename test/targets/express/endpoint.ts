import { createRequire } from "node:module";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import express5, { type ErrorRequestHandler, type Express } from "express";
import { toExpressHandler, type MplusRouter } from "../../../templates/express/router.js";
import { createTestReceiver, type Line, type Options } from "../receiver/fixture.js";

const express4 = createRequire(import.meta.url)("express-4") as typeof express5;

/** The frameworks that the router is for. */
export const frameworks = [
  { name: "express 5", express: express5 },
  { name: "express 4", express: express4 },
];

/** Puts the router into an app. */
export type Mount = (app: Express, router: MplusRouter) => void;

export interface Endpoint {
  readonly port: number;
  readonly lines: Line[];
  readonly router: MplusRouter;
  /** What reached the error handling of express: nothing should. */
  readonly errors: unknown[];
}

const servers: Server[] = [];

/** Starts a server on loopback; {@link stopEndpoints} ends it. */
export async function startEndpoint(
  express: typeof express5,
  mount: Mount = (app, router) => app.use("/mplus", router),
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

export async function stopEndpoints(): Promise<void> {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}
