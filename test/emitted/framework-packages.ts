/** An adapter may import only the packages of its framework. The compiler names the first one if none is installed. */
export const frameworkPackages: Readonly<Record<string, readonly string[]>> = {
  express: [],
  fastify: ["fastify"],
  hono: ["hono", "hono/route", "hono/utils/http-status"],
  koa: ["koa"],
  nest: ["@nestjs/common", "@nestjs/core"],
  node: [],
  fetch: [],
  lambda: [],
};
