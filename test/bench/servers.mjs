// One contestant of the loopback bench in its own process: `node servers.mjs <name> <folder of the output>`.
// It reports its port, and its `cpu` or its `memory` on request.
import { createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { json } from "node:stream/consumers";
import { createAdaptorServer } from "@hono/node-server";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { deliveries, key, secret, sign, subscriptionId } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";
import { createNest, createNestByHand, createOurNest } from "./nest-apps.mjs";

const { answer } = deliveries[1];
const path = "/mplus/scanCode";
const [name, home] = process.argv.slice(2);
const load = (file) => importFrom(home, file);
const subscriptions = { [subscriptionId]: { secret } };
const options = { subscriptions, handlers: { scanCode: () => answer } };

/** Careful handwritten code: verify, parse, check with ajv, answer, check the answer, sign. */
function respondByHand(body, signature) {
  verifyByHand(body, signature);
  return answerByHand(JSON.parse(body.toString()));
}

/** Compiles the schemas of target `jsonschema` with ajv. They check the same rules as the generated validators. */
function compileChecks() {
  const schema = JSON.parse(readFileSync(join(home, "jsonschema/draft-07.schema.json"), "utf8"));
  const ajv = new Ajv({ strictTypes: false });
  formats.default(ajv);
  ajv.addSchema(schema, "mplus");
  return (title) => ajv.getSchema(`mplus#/definitions/${title}`);
}

const checkOf = name.endsWith("by hand") ? compileChecks() : undefined;
const [isRequest, isAnswer] = ["ScanCodeRequest", "ScanCodeResponse"].map((title) => checkOf?.(title));

function verifyByHand(body, signature) {
  const digest = createHmac("sha256", key).update(body).digest();
  const given = Buffer.from(signature, "base64");
  if (given.length !== digest.length || !timingSafeEqual(digest, given)) throw new Error("signature");
}

function answerByHand(request) {
  if (!isRequest(request)) throw new Error("request");
  if (!isAnswer(answer)) throw new Error("answer");
  const text = JSON.stringify(answer);
  return { text, headers: { "Content-Type": "application/json", "X-Mplus-Signature": sign(text) } };
}

/** For handwritten code. Iterating over the stream would take longer. */
function readBody(request, use) {
  const chunks = [];
  request.on("data", (chunk) => chunks.push(chunk));
  request.on("end", () => use(Buffer.concat(chunks)));
}

const sendJson = (response, text, headers = { "Content-Type": "application/json" }) => {
  response.writeHead(200, { ...headers, "Content-Length": Buffer.byteLength(text) });
  response.end(text);
};

const createFastify = async (build) => {
  const app = fastify();
  await build(app);
  await app.ready();
  return app.server;
};

const servers = {
  "bare express"() {
    const app = express().use(express.json({ limit: "1mb" }));
    return createServer(app.post(path, (_request, response) => void response.json(answer)));
  },
  "express by hand"() {
    const app = express().use(express.raw({ type: "application/json", limit: "1mb" }));
    return createServer(
      app.post(path, (request, response) => {
        const { text, headers } = respondByHand(request.body, request.get("X-Mplus-Signature"));
        response.set(headers).send(text);
      }),
    );
  },
  async "generated express"() {
    const { createMplusRouter } = await load("express/index.js");
    return createServer(express().use("/mplus", createMplusRouter(options)));
  },
  "bare fastify": () => createFastify((app) => app.post(path, () => answer)),
  "fastify by hand": () =>
    createFastify((app) => {
      app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
        done(null, body),
      );
      app.post(path, (request, reply) => {
        const { text, headers } = respondByHand(request.body, request.headers["x-mplus-signature"]);
        return reply.headers(headers).send(text);
      });
    }),
  async "generated fastify"() {
    const { createMplusPlugin } = await load("fastify/index.js");
    return createFastify((app) => app.register(createMplusPlugin(options), { prefix: "/mplus" }));
  },
  "bare hono"() {
    const app = new Hono().post(path, async (context) => {
      await context.req.json();
      return context.json(answer);
    });
    return createAdaptorServer(app);
  },
  "hono by hand"() {
    const app = new Hono().post(path, async (context) => {
      const body = Buffer.from(await context.req.arrayBuffer());
      const { text, headers } = respondByHand(body, context.req.header("X-Mplus-Signature"));
      return context.body(text, 200, headers);
    });
    return createAdaptorServer(app);
  },
  async "generated hono"() {
    const { createMplusApp } = await load("hono/index.js");
    return createAdaptorServer(new Hono().route("/mplus", createMplusApp(options)));
  },
  "bare koa"() {
    const app = new Koa().use(async (context) => {
      await json(context.req);
      context.body = answer;
    });
    return createServer(app.callback());
  },
  "koa by hand"() {
    const app = new Koa().use(async (context) => {
      const body = await new Promise((resolve) => readBody(context.req, resolve));
      const { text, headers } = respondByHand(body, context.get("X-Mplus-Signature"));
      context.set(headers);
      context.body = text;
    });
    return createServer(app.callback());
  },
  async "generated koa"() {
    const { createMplusMiddleware } = await load("koa/index.js");
    return createServer(new Koa().use(createMplusMiddleware({ ...options, basePath: "/mplus" })).callback());
  },
  "bare nest": () => createNest(answer),
  "nest by hand": () => createNestByHand(verifyByHand, answerByHand),
  "generated nest": async () => createOurNest(await load("nest/index.js"), { subscriptions, answer }),
  "bare node": () =>
    createServer(async (request, response) => {
      await json(request);
      sendJson(response, JSON.stringify(answer));
    }),
  "node by hand": () =>
    createServer((request, response) =>
      readBody(request, (body) => {
        const { text, headers } = respondByHand(body, request.headers["x-mplus-signature"]);
        sendJson(response, text, headers);
      }),
    ),
  async "generated node"() {
    const { createMplusListener } = await load("node/index.js");
    return createServer(createMplusListener({ ...options, basePath: "/mplus" }));
  },
};

const answers = {
  cpu: () => Object.values(process.cpuUsage()).reduce((sum, time) => sum + time) / 1000,
  memory() {
    globalThis.gc();
    globalThis.gc();
    return process.memoryUsage();
  },
};

const server = await servers[name]();
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("message", (what) => process.send(answers[what]()));
