import { createRequire } from "node:module";
import compress from "@fastify/compress";
import type { RequestHandler } from "express";
import { compress as honoCompress } from "hono/compress";
import koaCompress from "koa-compress";
import { mountFastify } from "../targets/fastify.js";
import { honoBehind } from "../targets/hono.js";
import { mountKoa } from "../targets/koa.js";
import { onServer, type Mount, type Opened, type Target, type TargetName } from "../targets/target.js";
import { expressMounts, type Surrounded } from "./surrounding.js";

const compression = createRequire(import.meta.url)("compression") as (options: object) => RequestHandler;

const eager = { threshold: 0, global: true } as const;

const compressed = (target: Omit<Target, "name">, name: TargetName, compressor: string): Surrounded => ({
  name: `${name} behind ${compressor}`,
  like: [name],
  open: async (options) => askForCompression(await target.open(options)),
});

/** No compressor may change a signed answer, or decompress a request. */
export const compressors: readonly Surrounded[] = [
  ...Object.entries(expressMounts).map(([name, mount]) =>
    compressed(
      onServer(name as TargetName, behind(mount, compression(eager))),
      name as TargetName,
      "compression()",
    ),
  ),
  compressed(
    onServer(
      "fastify",
      behind(mountFastify, async (app) => {
        await app.register(compress, eager);
      }),
    ),
    "fastify",
    "@fastify/compress",
  ),
  compressed(onServer("koa", behind(mountKoa, koaCompress(eager))), "koa", "koa-compress"),
  compressed(honoBehind("hono", [honoCompress(eager)]), "hono", "compress()"),
];

export function behind<Plugin>(mount: Mount<Plugin>, ...plugins: readonly Plugin[]): Mount {
  return (options) => mount(options, plugins);
}

function askForCompression({ send, ...opened }: Opened): Opened {
  return {
    ...opened,
    send: (request) =>
      send({ ...request, headers: [...request.headers, ["Accept-Encoding", "gzip, deflate, br"]] }),
  };
}
