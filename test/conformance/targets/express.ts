import type { RequestListener } from "node:http";
import { createRequire } from "node:module";
import express5, { type RequestHandler } from "express";
import { createMplusRouter } from "../../../generated/express/index.js";
import { onServer, type Mount, type Target } from "./target.js";

const express4 = createRequire(import.meta.url)("express-4") as typeof express5;

const mountIn =
  (express: typeof express5): Mount<RequestHandler> =>
  (options, plugins = []) => {
    const router = createMplusRouter(options);
    const app = express();
    for (const each of plugins) app.use(each);
    app.use("/mplus", router);
    return { listen: app as RequestListener, retire: () => router.close() };
  };

export const mountExpress5 = mountIn(express5);

export const expressTargets: readonly Target[] = [
  onServer("express 5", mountExpress5),
  onServer("express 4", mountIn(express4)),
];
