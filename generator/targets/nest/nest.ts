import { adapter } from "../adapter.js";

export const nest = adapter("nest", "a module for NestJS, on Express", { needsNode: true });
