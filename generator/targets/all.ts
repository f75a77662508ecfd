import { docs } from "./docs/docs.js";
import { express } from "./express/express.js";
import { fastify } from "./fastify/fastify.js";
import { fetchTarget } from "./fetch/fetch.js";
import { hono } from "./hono/hono.js";
import { koa } from "./koa/koa.js";
import { lambda } from "./lambda/lambda.js";
import { nest } from "./nest/nest.js";
import { node } from "./node/node.js";
import { receiver } from "./receiver/receiver.js";
import { site } from "./site/site.js";
import type { Target } from "./target.js";
import { types } from "./types/types.js";
import { validators } from "./validators/validators.js";

/** Every target, each after those it needs. */
export const targets: readonly Target[] = [
  types,
  validators,
  receiver,
  express,
  fastify,
  hono,
  koa,
  nest,
  node,
  fetchTarget,
  lambda,
  docs,
  site,
];
