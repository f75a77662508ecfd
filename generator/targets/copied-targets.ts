import { codeFile, copyCode, guideFile } from "./code-file.js";
import type { Target } from "./target.js";

/** A target whose code lies in `templates/<name>/` as it is emitted, with a README; an `index.hbs` becomes its index. */
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

/** What puts the receiver into a framework or a platform that runs on node. */
const onNode = { isAdapter: true, needsNode: true } as const;

/** The adapters to frameworks and platforms, and what keeps events and state: a row each. */
export const copiedTargets = [
  createTarget("express", "a router for Express 5 and 4", onNode),
  createTarget("fastify", "a plugin for Fastify 5", onNode),
  createTarget("hono", "an app for Hono 4", { isAdapter: true, needs: ["fetch"] }),
  createTarget("koa", "middleware for Koa 3", onNode),
  createTarget("nest", "a module for NestJS, on Express", onNode),
  createTarget("node", "a listener for node:http", onNode),
  createTarget("fetch", "a handler of web requests: Next, Workers, Deno, Bun", { isAdapter: true }),
  createTarget("lambda", "a handler for AWS Lambda: API Gateway, function URLs, load balancers", onNode),
  createTarget("stores", "what several processes remember together, in PostgreSQL, PGlite or Redis"),
  createTarget("inbox", "an inbox in PostgreSQL or a folder, and its workers", {
    needs: ["stores"],
    needsNode: true,
  }),
] as const;
