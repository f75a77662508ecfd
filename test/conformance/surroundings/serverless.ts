import { createRequire } from "node:module";
import type { RequestListener } from "node:http";
import serverlessHttp from "serverless-http";
import type { LambdaAnswer, LambdaEvent } from "../../../generated/lambda/index.js";
import { wireCases } from "../cases/all.js";
import { mountFastify } from "../targets/fastify.js";
import { mountKoa } from "../targets/koa.js";
import { sendEvent, toHttpEvent, toRestEvent } from "../targets/lambda.js";
import { mountNode } from "../targets/node.js";
import type { Mount } from "../targets/target.js";
import type { WireRequest } from "../wire-message.js";
import type { Surrounded } from "./surrounding.js";

type Handle = (event: LambdaEvent, context: object) => Promise<LambdaAnswer>;

const serverlessExpress = createRequire(import.meta.url)("@codegenie/serverless-express") as (options: {
  readonly app: RequestListener;
}) => Handle;

interface Adapter {
  readonly name: string;
  readonly wrap: (listen: RequestListener) => Handle;
  readonly toEvent: (request: WireRequest) => LambdaEvent;
  readonly like: "lambda v1" | "lambda v2";
  readonly cases?: Surrounded["cases"] & object;
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

export const serverless: readonly Surrounded[] = adapters.flatMap(
  ({ name: adapter, wrap, toEvent, ...rest }) =>
    (["node", "fastify", "koa"] as const).map((name) => ({
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
