import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { WireAnswer, WireRequest } from "../wire-message.js";
import { createWireClient } from "../wire.js";

export type TargetName =
  | "receiver"
  | "node"
  | "express 5"
  | "express 4"
  | "fastify"
  | "koa"
  | "nest"
  | "fetch"
  | "hono"
  | "lambda v1"
  | "lambda v2"
  | "lambda alb";

/** Events arrive below `/mplus`. */
export interface Target {
  readonly name: TargetName;
  /** Throws or rejects if the options are wrong. */
  readonly open: (options: MplusOptions) => Opened | Promise<Opened>;
  readonly platformHeader?: string;
}

export interface Opened {
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  /** Calls the receiver's `close()`: it rejects later requests. */
  readonly retire: () => Promise<void>;
  readonly end: () => Promise<void>;
  readonly port?: number;
}

export interface Mounted {
  readonly listen: RequestListener;
  readonly retire: () => Promise<void>;
}

/** Adds a receiver to an app, after plugins of its framework. */
export type Mount<Plugin = never> = (
  options: MplusOptions,
  plugins?: readonly Plugin[],
) => Mounted | Promise<Mounted>;

export const onServer = (name: TargetName, mount: Mount): Target => ({
  name,
  async open(options) {
    const { listen, retire } = await mount(options);
    return drive(createServer(listen), retire);
  },
});

export async function drive(server: Server, retire: () => Promise<void>): Promise<Opened> {
  // A client must not lose its connection if the machine is busy for seconds.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = createWireClient(port);
  return {
    port,
    send: (request) => client.send(request),
    retire,
    end: async () => {
      client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
