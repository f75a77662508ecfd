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

/**
 * Every target. The first one is the control; hono puts a Request and a Response of its own in the place of the
 * platform's, so that it comes last.
 */
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
