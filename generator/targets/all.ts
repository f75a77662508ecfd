import { docs } from "./docs/docs.js";
import { express } from "./express/express.js";
import { receiver } from "./receiver/receiver.js";
import type { Target } from "./target.js";
import { types } from "./types/types.js";
import { validators } from "./validators/validators.js";

/** Every target, each after those it needs. */
export const targets: readonly Target[] = [types, validators, receiver, express, docs];
