import { createRequire } from "node:module";
import type { RequestListener } from "node:http";
import compress from "@fastify/compress";
import type { RequestHandler } from "express";
import { compress as honoCompress } from "hono/compress";
import koaCompress from "koa-compress";
import serverlessHttp from "serverless-http";
import type { LambdaAnswer, LambdaEvent } from "../../generated/lambda/index.js";
import { wireCases } from "./cases/all.js";
import { describeTargets, type Surrounded } from "./suite.js";
import { mountExpress5 } from "./targets/express.js";
import { mountFastify } from "./targets/fastify.js";
import { honoBehind } from "./targets/hono.js";
import { mountKoa } from "./targets/koa.js";
import { sendEvent, toHttpEvent, toRestEvent } from "./targets/lambda.js";
import { mountNode } from "./targets/node.js";
import { onServer, type Mount, type Target } from "./targets/target.js";
import type { WireRequest } from "./wire-message.js";

const load = (name: string): unknown => createRequire(import.meta.url)(name);

type Handle = (event: LambdaEvent, context: object) => Promise<LambdaAnswer>;
const serverlessExpress = load("@codegenie/serverless-express") as (options: {
  readonly app: RequestListener;
}) => Handle;

interface Adapter extends Pick<Surrounded, "cases"> {
  readonly name: string;
  readonly wrap: (listen: RequestListener) => Handle;
  readonly toEvent: (request: WireRequest) => LambdaEvent;
  readonly like: "lambda v1" | "lambda v2";
}

const adapters: readonly Adapter[] = [
  {
    name: "serverless-http",
    wrap: (listen) => serverlessHttp(listen) as Handle,
    // With fields that it reads, although the receiver does not.
    toEvent: (request) => ({ version: "2.0", rawQueryString: "", ...toHttpEvent(request) }) as LambdaEvent,
    like: "lambda v2",
  },
  {
    name: "@codegenie/serverless-express",
    wrap: (app) => serverlessExpress({ app }),
    toEvent: toRestEvent,
    like: "lambda v1",
    // It keeps only one of two headers whose names differ in case.
    cases: wireCases.filter(({ name }) => !name.includes("two spellings of the header")),
  },
];

/** Their requests and responses are imitations of Node's. */
const mounts: Readonly<Record<"node" | "fastify" | "koa", Mount>> = {
  node: mountNode,
  fastify: mountFastify,
  koa: mountKoa,
};

const serverless = adapters.flatMap(({ name: adapter, wrap, toEvent, ...rest }) =>
  (["node", "fastify", "koa"] as const).map((name): Surrounded => ({
    ...rest,
    name: `${name} behind ${adapter}`,
    like: [name, rest.like],
    async open(options) {
      const { listen, retire } = await mounts[name](options);
      const handle = wrap(listen);
      const send = (request: WireRequest) => sendEvent(request, toEvent, (event) => handle(event, {}));
      return { send, retire, end: () => Promise.resolve() };
    },
  })),
);

/** Puts a plugin of a framework before the receiver. */
const behind =
  <Plugin>(mount: Mount<Plugin>, plugin: Plugin): Mount =>
  (options) =>
    mount(options, [plugin]);

const compression = load("compression") as (options: object) => RequestHandler;
const eager = { threshold: 0, global: true } as const;

const behindCompressors: readonly Target[] = [
  onServer("express 5", behind(mountExpress5, compression(eager))),
  onServer(
    "fastify",
    behind(mountFastify, async (app) => {
      await app.register(compress, eager);
    }),
  ),
  onServer("koa", behind(mountKoa, koaCompress(eager))),
  honoBehind([honoCompress(eager)]),
];

/** No compressor may change a signed answer, or decompress a request. */
const compressors = behindCompressors.map(({ name, open }): Surrounded => ({
  name: `${name} behind its compressor`,
  like: [name],
  async open(options) {
    const opened = await open(options);
    const accepted = ["Accept-Encoding", "gzip, deflate, br"] as const;
    return {
      ...opened,
      send: (request) => opened.send({ ...request, headers: [...request.headers, accepted] }),
    };
  },
}));

describeTargets("what is generated, in a user's surroundings", [...serverless, ...compressors]);
