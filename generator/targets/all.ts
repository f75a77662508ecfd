import { asyncapi } from "./asyncapi/asyncapi.js";
import { copiedTargets } from "./copied-targets.js";
import { docs } from "./docs/docs.js";
import { fixtures } from "./fixtures/fixtures.js";
import { jsonschema } from "./jsonschema/jsonschema.js";
import { models } from "./models/models.js";
import { openapi } from "./openapi/openapi.js";
import { php } from "./php/php.js";
import { postman } from "./postman/postman.js";
import { receiver } from "./receiver/receiver.js";
import { site } from "./site/site.js";
import type { Target } from "./target.js";
import { types } from "./types/types.js";
import { validators } from "./validators/validators.js";
import { zod } from "./zod/zod.js";

const all = [
  types,
  validators,
  receiver,
  ...copiedTargets,
  fixtures,
  jsonschema,
  zod,
  openapi,
  asyncapi,
  postman,
  models,
  php,
  docs,
  site,
] as const satisfies readonly Target[];

/** All targets. Each one comes after those that it needs. */
export const targets: readonly Target[] = all;

export type TargetName = (typeof all)[number]["name"];
