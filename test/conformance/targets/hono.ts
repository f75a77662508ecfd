import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { createMplusApp } from "../../../generated/hono/index.js";
import { drive, type Target } from "./target.js";

export const honoBehind = (plugins: readonly MiddlewareHandler[]): Target => ({
  name: "hono",
  open(options) {
    const mplus = createMplusApp(options);
    const app = new Hono();
    for (const each of plugins) app.use(each);
    app.route("/mplus", mplus);
    return drive(createAdaptorServer({ fetch: app.fetch }) as Server, () => mplus.close());
  },
});

export const hono = honoBehind([]);
