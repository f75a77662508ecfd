import { adapter } from "../adapter.js";

export const fastify = adapter("fastify", "a plugin for Fastify 5", { needsNode: true });
