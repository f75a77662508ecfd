import { createServer, type RequestListener } from "node:http";
import { createRequire } from "node:module";
import express5 from "express";
import { createMplusRouter } from "../../../generated/express/index.js";
import { drive, type Target } from "./target.js";

const express4 = createRequire(import.meta.url)("express-4") as typeof express5;

export const expressTargets: readonly Target[] = [
  { name: "express 5", open: (options, http) => open(express5, options, http) },
  { name: "express 4", open: (options, http) => open(express4, options, http) },
];

function open(
  express: typeof express5,
  ...[options, http = {}]: Parameters<Target["open"]>
): ReturnType<Target["open"]> {
  const router = createMplusRouter(options);
  const app = express().use("/mplus", router);
  return drive(createServer(http, app as RequestListener), () => router.close());
}
