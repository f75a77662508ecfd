import type { Server } from "node:http";
import { createAdaptorServer } from "@hono/node-server";
import { Hono } from "hono";
import { createMplusApp } from "../../../generated/hono/index.js";
import { drive, type Target } from "./target.js";

export const hono: Target = {
  name: "hono",
  open(options, http = {}) {
    const mplus = createMplusApp(options);
    const app = new Hono().route("/mplus", mplus);
    return drive(createAdaptorServer({ fetch: app.fetch, serverOptions: http }) as Server, () =>
      mplus.close(),
    );
  },
};
