// One server of the loopback part: `node servers.mjs express "by hand" FOLDER`. Reports its port, and its processor time
// on request.
import { timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import express from "express";
import fastify from "fastify";
import { deliveries, sign, subscriptions } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";

const { answer } = deliveries["5 kB"];
const path = "/mplus/scanCode";
const [framework, kind, home] = process.argv.slice(2);
const options = { subscriptions, handlers: { scanCode: () => answer } };

const ajv = new Ajv({ strictTypes: false });
formats.default(ajv);
ajv.addSchema(JSON.parse(readFileSync(join(home, "jsonschema/draft-07.schema.json"), "utf8")), "mplus");
const [isRequest, isAnswer] = ["ScanCodeRequest", "ScanCodeResponse"].map((title) =>
  ajv.getSchema(`mplus#/definitions/${title}`),
);

/** What a careful server does by hand: verify, parse, check with ajv, answer, check the answer, sign. */
function respondByHand(body, signature) {
  const [computed, given] = [sign(body), signature].map((text) => Buffer.from(text, "base64"));
  if (given.length !== computed.length || !timingSafeEqual(computed, given)) throw new Error("signature");
  if (!isRequest(JSON.parse(body.toString()))) throw new Error("request");
  if (!isAnswer(answer)) throw new Error("answer");
  const text = JSON.stringify(answer);
  return { text, headers: { "Content-Type": "application/json", "X-Mplus-Signature": sign(text) } };
}

const servers = {
  "express by hand"() {
    const app = express().use(express.raw({ type: "application/json", limit: "1mb" }));
    app.post(path, (request, response) => {
      const { text, headers } = respondByHand(request.body, request.get("X-Mplus-Signature"));
      response.set(headers).send(text);
    });
    return createServer(app);
  },
  async "express generated"() {
    const { createMplusRouter } = await importFrom(home, "express/index.js");
    return createServer(express().use("/mplus", createMplusRouter(options)));
  },
  async "fastify by hand"() {
    const app = fastify();
    app.addContentTypeParser("application/json", { parseAs: "buffer" }, (_, body, done) => done(null, body));
    app.post(path, (request, reply) => {
      const { text, headers } = respondByHand(request.body, request.headers["x-mplus-signature"]);
      return reply.headers(headers).send(text);
    });
    await app.ready();
    return app.server;
  },
  async "fastify generated"() {
    const { createMplusPlugin } = await importFrom(home, "fastify/index.js");
    const app = fastify().register(createMplusPlugin(options), { prefix: "/mplus" });
    await app.ready();
    return app.server;
  },
};

const server = await servers[`${framework} ${kind}`]();
server.listen(0, "127.0.0.1", () => process.send(server.address().port));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
