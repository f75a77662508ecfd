import { expressTargets } from "./express.js";
import { fastify } from "./fastify.js";
import { fetch } from "./fetch.js";
import { hono } from "./hono.js";
import { koa } from "./koa.js";
import { lambdaTargets } from "./lambda.js";
import { nest } from "./nest.js";
import { node } from "./node.js";
import { receiver } from "./receiver.js";
import type { Target } from "./target.js";

/** The first is the control. hono is last, because it replaces the platform's Request and Response. */
export const targets: readonly Target[] = [
  receiver,
  node,
  ...expressTargets,
  fastify,
  koa,
  nest,
  fetch,
  ...lambdaTargets,
  hono,
];
