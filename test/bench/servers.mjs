// One server of the loopback part: `node servers.mjs express byHand FOLDER`. Reports its port, and its processor time on
// request.
import { createServer } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { createReceiveByHand } from "./by-hand.mjs";
import { answerTo, subscriptions } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";

const path = "/mplus/scanCode";
const limit = 2 ** 20;
const [framework, kind, home] = process.argv.slice(2);

const scanCode = async ({ request }) => answerTo(request);
const options = { subscriptions, handlers: { scanCode }, handlerTimeout: 5000 };
const optionsWithPath = { ...options, basePath: "/mplus" };
const receive = await createReceiveByHand(home, scanCode);

const readBody = (stream) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    let size = 0;
    stream.on("data", (chunk) => {
      size += chunk.length;
      if (size > limit) reject(new Error("body"));
      else chunks.push(chunk);
    });
    stream.on("end", () => resolve(Buffer.concat(chunks))).on("error", reject);
  });

const servers = {
  express: {
    byHand() {
      const app = express().use(express.raw({ type: "application/json", limit }));
      app.post(path, async (request, response) => {
        const answer = await receive(request.body, request.get("X-Mplus-Signature"));
        response.set(answer.headers).send(answer.body);
      });
      return createServer(app);
    },
    async ours() {
      const { createMplusRouter } = await importFrom(home, "express/index.js");
      return createServer(express().use("/mplus", createMplusRouter(options)));
    },
  },
  fastify: {
    async byHand() {
      const app = fastify({ bodyLimit: limit });
      app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) =>
        done(null, body),
      );
      app.post(path, async (request, reply) => {
        const answer = await receive(request.body, request.headers["x-mplus-signature"]);
        return reply.headers(answer.headers).send(answer.body);
      });
      await app.ready();
      return app.server;
    },
    async ours() {
      const { createMplusPlugin } = await importFrom(home, "fastify/index.js");
      const app = fastify().register(createMplusPlugin(options), { prefix: "/mplus" });
      await app.ready();
      return app.server;
    },
  },
  hono: {
    byHand() {
      const app = new Hono();
      app.post(path, async (context) => {
        const body = Buffer.from(await context.req.arrayBuffer());
        const answer = await receive(body, context.req.header("X-Mplus-Signature"));
        return context.body(answer.body, 200, answer.headers);
      });
      return createAdaptorServer({ fetch: app.fetch });
    },
    async ours() {
      const { createMplusApp } = await importFrom(home, "hono/index.js");
      const app = new Hono().route("/mplus", createMplusApp(options));
      return createAdaptorServer({ fetch: app.fetch });
    },
  },
  koa: {
    byHand() {
      const app = new Koa();
      app.use(async (context, next) => {
        if (context.method !== "POST" || context.path !== path) return next();
        const answer = await receive(await readBody(context.req), context.get("X-Mplus-Signature"));
        context.set(answer.headers);
        context.body = answer.body;
      });
      return createServer(app.callback());
    },
    async ours() {
      const { createMplusMiddleware } = await importFrom(home, "koa/index.js");
      const app = new Koa();
      app.use(createMplusMiddleware(optionsWithPath));
      return createServer(app.callback());
    },
  },
  node: {
    byHand() {
      return createServer(async (request, response) => {
        if (request.method !== "POST" || request.url !== path) return response.writeHead(404).end();
        const answer = await receive(await readBody(request), request.headers["x-mplus-signature"]);
        const length = Buffer.byteLength(answer.body);
        return response.writeHead(200, { ...answer.headers, "Content-Length": length }).end(answer.body);
      });
    },
    async ours() {
      const { createMplusListener } = await importFrom(home, "node/index.js");
      return createServer(createMplusListener(optionsWithPath));
    },
  },
};

const server = await servers[framework][kind]();
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
