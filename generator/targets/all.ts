import { asyncapi } from "./asyncapi/asyncapi.js";
import { bruno } from "./bruno/bruno.js";
import { docs } from "./docs/docs.js";
import { express } from "./express/express.js";
import { fastify } from "./fastify/fastify.js";
import { fetchTarget } from "./fetch/fetch.js";
import { fixtures } from "./fixtures/fixtures.js";
import { hono } from "./hono/hono.js";
import { inbox } from "./inbox/inbox.js";
import { jsonschema } from "./jsonschema/jsonschema.js";
import { koa } from "./koa/koa.js";
import { lambda } from "./lambda/lambda.js";
import { models } from "./models/models.js";
import { nest } from "./nest/nest.js";
import { node } from "./node/node.js";
import { openapi } from "./openapi/openapi.js";
import { postman } from "./postman/postman.js";
import { receiver } from "./receiver/receiver.js";
import { site } from "./site/site.js";
import { stores } from "./stores/stores.js";
import type { Target } from "./target.js";
import { types } from "./types/types.js";
import { validators } from "./validators/validators.js";
import { zod } from "./zod/zod.js";

const all = [
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
  stores,
  inbox,
  fixtures,
  jsonschema,
  zod,
  openapi,
  asyncapi,
  postman,
  bruno,
  models,
  docs,
  site,
] as const satisfies readonly Target[];

/** Every target, each after those it needs. */
export const targets: readonly Target[] = all;

/** The name of a target that comes with the package. */
export type TargetName = (typeof all)[number]["name"];
