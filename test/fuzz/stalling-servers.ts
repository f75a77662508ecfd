import { createServer, type Server, type ServerOptions } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import express from "express";
import { fastify } from "fastify";
import { Hono } from "hono";
import { createMplusRouter } from "../../generated/express/index.js";
import { createMplusPlugin } from "../../generated/fastify/index.js";
import { createMplusApp } from "../../generated/hono/index.js";
import { createMplusListener } from "../../generated/node/index.js";
import type { MplusOptions } from "../../generated/receiver/index.js";

/** Makes a server that waits for headers as long as it is told; for bodies as long as the options say. */
export type CreateServer = (options: MplusOptions, http: ServerOptions) => Server | Promise<Server>;

/** The frameworks that have a server of their own, or come with one. */
export const stallingServers: Readonly<Record<string, CreateServer>> = {
  node: (options, http) => createServer(http, createMplusListener({ ...options, basePath: "/mplus" })),
  express: (options, http) => createServer(http, express().use("/mplus", createMplusRouter(options))),
  async fastify(options, http) {
    const app = fastify({ http });
    await app.register(createMplusPlugin(options), { prefix: "/mplus" });
    await app.ready();
    return app.server;
  },
  hono(options, http) {
    const app = new Hono().route("/mplus", createMplusApp(options));
    return createAdaptorServer({ fetch: app.fetch, serverOptions: http }) as Server;
  },
};
