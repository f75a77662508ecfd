import { createRequire } from "node:module";
import compress from "@fastify/compress";
import type { RequestHandler } from "express";
import { compress as honoCompress } from "hono/compress";
import koaCompress from "koa-compress";
import { mountExpress5 } from "../targets/express.js";
import { mountFastify } from "../targets/fastify.js";
import { honoBehind } from "../targets/hono.js";
import { mountKoa } from "../targets/koa.js";
import { onServer, type Target } from "../targets/target.js";
import { behind, type Surrounded } from "./surrounding.js";

const compression = createRequire(import.meta.url)("compression") as (options: object) => RequestHandler;

const eager = { threshold: 0, global: true } as const;

const behindCompressors: readonly Target[] = [
  onServer("express 5", behind(mountExpress5, compression(eager))),
  onServer(
    "fastify",
    behind(mountFastify, async (app) => {
      await app.register(compress, eager);
    }),
  ),
  onServer("koa", behind(mountKoa, koaCompress(eager))),
  honoBehind([honoCompress(eager)]),
];

/** No compressor may change a signed answer, or decompress a request. */
export const compressors: readonly Surrounded[] = behindCompressors.map(({ name, open }) => ({
  name: `${name} behind its compressor`,
  like: [name],
  async open(options) {
    const opened = await open(options);
    const accepted = ["Accept-Encoding", "gzip, deflate, br"] as const;
    return {
      ...opened,
      send: (request) => opened.send({ ...request, headers: [...request.headers, accepted] }),
    };
  },
}));
