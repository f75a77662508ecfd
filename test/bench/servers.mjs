// One contestant of the loopback bench, in a process of its own: `node servers.mjs <name> <folder of the output>`.
import { createHmac, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import express from "express";
import fastify from "fastify";
import { deliveries, key, secret, subscriptionId } from "./deliveries.mjs";

const { answer } = deliveries.at(-1);
const [name, home] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(home, path)).href);
const options = { subscriptions: { [subscriptionId]: { secret } }, handlers: { scanCode: () => answer } };

const sign = (text) => createHmac("sha256", key).update(text).digest("base64");

/** What a careful person writes by hand: verify, parse, answer, sign; nothing is validated. */
function respondByHand(body, signature) {
  const digest = createHmac("sha256", key).update(body).digest();
  const given = Buffer.from(signature, "base64");
  if (given.length !== digest.length || !timingSafeEqual(digest, given)) throw new Error("signature");
  JSON.parse(body.toString());
  const text = JSON.stringify(answer);
  return { text, headers: { "Content-Type": "application/json", "X-Mplus-Signature": sign(text) } };
}

const servers = {
  async "bare express"() {
    const app = express().use(express.json({ limit: "1mb" }));
    app.post("/mplus/scanCode", (_request, response) => void response.json(answer));
    return app.listen(0, "127.0.0.1");
  },
  async "generated express"() {
    const { createMplusRouter } = await load("express/index.js");
    return express().use("/mplus", createMplusRouter(options)).listen(0, "127.0.0.1");
  },
  async "fastify by hand"() {
    const app = fastify();
    app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_request, body, done) =>
      done(null, body),
    );
    app.post("/mplus/scanCode", (request, reply) => {
      const { text, headers } = respondByHand(request.body, request.headers["x-mplus-signature"]);
      return reply.headers(headers).send(text);
    });
    await app.listen({ port: 0, host: "127.0.0.1" });
    return app.server;
  },
  async "generated fastify"() {
    const { createMplusPlugin } = await load("fastify/index.js");
    const app = fastify();
    await app.register(createMplusPlugin(options), { prefix: "/mplus" });
    await app.listen({ port: 0, host: "127.0.0.1" });
    return app.server;
  },
  async "node by hand"() {
    const server = createServer((request, response) => {
      const chunks = [];
      request.on("data", (chunk) => chunks.push(chunk));
      request.on("end", () => {
        const { text, headers } = respondByHand(Buffer.concat(chunks), request.headers["x-mplus-signature"]);
        response.writeHead(200, { ...headers, "Content-Length": Buffer.byteLength(text) });
        response.end(text);
      });
    });
    return server.listen(0, "127.0.0.1");
  },
  async "generated node"() {
    const { createMplusListener } = await load("node/index.js");
    return createServer(createMplusListener({ ...options, basePath: "/mplus" })).listen(0, "127.0.0.1");
  },
};

const server = await servers[name]();
const ready = () => process.send(server.address().port);
if (server.listening) ready();
else server.once("listening", ready);
process.on("message", () => process.send(process.cpuUsage()));
