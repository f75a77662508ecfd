import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import type { AddressInfo } from "node:net";
import type { MplusOptions } from "../../../generated/receiver/index.js";
import type { WireAnswer, WireRequest } from "../wire-message.js";
import { createWireClient } from "../wire.js";

/** The names of all ways to run the receiver. */
export const targetNames = [
  "receiver",
  "node",
  "express 5",
  "express 4",
  "fastify",
  "koa",
  "nest",
  "fetch",
  "hono",
  "lambda v1",
  "lambda v2",
  "lambda alb",
] as const;

export type TargetName = (typeof targetNames)[number];

/** One way to run the receiver, with its events below `/mplus`. */
export interface Target {
  readonly name: TargetName;
  /**
   * Starts a receiver with these options, and its server with its own. Throws or rejects if the options are wrong.
   */
  readonly open: (options: MplusOptions, http?: ServerOptions) => Opened | Promise<Opened>;
  /** A header that the platform sets, whatever the adapter does. */
  readonly platformHeader?: string;
}

/** A running receiver. */
export interface Opened {
  readonly send: (request: WireRequest) => Promise<WireAnswer>;
  /** Calls the receiver's `close()`: it refuses requests from then on. */
  readonly retire: () => Promise<void>;
  /** Ends the server. */
  readonly end: () => Promise<void>;
  /** Its port, if it listens. */
  readonly port?: number;
  /** How many connections its server has, if there is one. */
  readonly countConnections?: () => Promise<number>;
}

/** An app for Node with a receiver in it. */
export interface Mounted {
  readonly listen: RequestListener;
  readonly retire: () => Promise<void>;
}

/** Puts a receiver into an app, behind plugins of its framework. */
export type Mount<Plugin = never> = (
  options: MplusOptions,
  plugins?: readonly Plugin[],
) => Mounted | Promise<Mounted>;

/** A target whose app runs on a real server. */
export const onServer = (name: TargetName, mount: Mount): Target => ({
  name,
  async open(options, http = {}) {
    const { listen, retire } = await mount(options);
    return drive(createServer(http, listen), retire);
  },
});

/** Sends requests to a Node server over a real connection. */
export async function drive(server: Server, retire: () => Promise<void>): Promise<Opened> {
  // A machine that is busy for seconds must not lose a client its connection.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const client = createWireClient(port);
  return {
    port,
    send: (request) => client.send(request),
    retire,
    countConnections: () =>
      new Promise((resolve, reject) =>
        server.getConnections((error, count) => (error === null ? resolve(count) : reject(error))),
      ),
    end: async () => {
      client.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
