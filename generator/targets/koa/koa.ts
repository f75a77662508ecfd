import { adapter } from "../adapter.js";

export const koa = adapter("koa", "middleware for Koa 3", { needsNode: true });
