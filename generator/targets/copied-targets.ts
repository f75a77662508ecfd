import { codeFile, copyCode, guideFile } from "./code-file.js";
import type { Target } from "./target.js";

/** The code is copied from `templates/copied/<name>/`, with a README and the index from `index.hbs`. */
const createTarget = <const Name extends string>(
  name: Name,
  summary: string,
  { needs = [], ...more }: Pick<Target, "needs" | "isAdapter" | "needsNode"> = {},
): Target<Name> => ({
  name,
  summary,
  ...more,
  needs: ["types", "validators", "receiver", ...needs],
  emit: (_view, context) => {
    const code = copyCode(name, context);
    const index = `${name}/index.ts`;
    if (!code.some(({ path }) => path === index))
      code.push(codeFile(index, context.template(`${name}/index.hbs`), context));
    return [...code, guideFile(name, context)];
  },
});

const onNode = { isAdapter: true, needsNode: true } as const;

export const copiedTargets = [
  createTarget("express", "a router for Express 5 and 4", onNode),
  createTarget("fastify", "a plugin for Fastify 5", onNode),
  createTarget("hono", "an app for Hono 4", { isAdapter: true, needs: ["fetch"] }),
  createTarget("koa", "middleware for Koa 3", onNode),
  createTarget("nest", "a module for NestJS, on Express", onNode),
  createTarget("node", "a listener for node:http", onNode),
  createTarget("fetch", "a fetch handler: Next, Workers, Deno, Bun", { isAdapter: true }),
  createTarget("lambda", "a handler for AWS Lambda: API Gateway, function URLs, load balancers", onNode),
  createTarget("stores", "shared state for several processes, in PostgreSQL, PGlite or Redis"),
  createTarget("inbox", "a durable inbox in PostgreSQL or a folder, with workers", {
    needs: ["stores"],
    needsNode: true,
  }),
] as const;
