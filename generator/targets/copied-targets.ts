import { codeFile, copyCode, guideFile } from "./code-file.js";
import type { Target } from "./target.js";

interface CopiedTargetOptions<Name extends string> extends Pick<
  Target<Name>,
  "name" | "summary" | "isAdapter" | "needsNode"
> {
  /** Set where it needs more than the receiver. */
  readonly needs?: readonly string[];
}

/** A target whose code lies in `templates/<name>/` as it is emitted, with a README; an `index.hbs` becomes its index. */
const createCopiedTarget = <const Name extends string>({
  needs = [],
  ...row
}: CopiedTargetOptions<Name>): Target<Name> => ({
  ...row,
  needs: ["types", "validators", "receiver", ...needs],
  emit: (_view, context) => {
    const { name } = row;
    const code = copyCode(name, context);
    const index = `${name}/index.ts`;
    if (!code.some(({ path }) => path === index))
      code.push(codeFile(index, context.template(`${name}/index.hbs`), context));
    return [...code, guideFile(name, context)];
  },
});

/** A target that puts the receiver into a framework or a platform that runs on node. */
const createNodeTarget = <const Name extends string>(name: Name, summary: string): Target<Name> =>
  createCopiedTarget({ name, summary, isAdapter: true, needsNode: true });

/** The adapters to frameworks and platforms, and what keeps events and state: a row each. */
export const copiedTargets = [
  createNodeTarget("express", "a router for Express 5 and 4"),
  createNodeTarget("fastify", "a plugin for Fastify 5"),
  createCopiedTarget({ name: "hono", summary: "an app for Hono 4", isAdapter: true, needs: ["fetch"] }),
  createNodeTarget("koa", "middleware for Koa 3"),
  createNodeTarget("nest", "a module for NestJS, on Express"),
  createNodeTarget("node", "a listener for node:http"),
  createCopiedTarget({
    name: "fetch",
    summary: "a handler of web requests: Next, Workers, Deno, Bun",
    isAdapter: true,
  }),
  createNodeTarget("lambda", "a handler for AWS Lambda: API Gateway, function URLs, load balancers"),
  createCopiedTarget({
    name: "stores",
    summary: "what several processes remember together, in PostgreSQL, PGlite or Redis",
  }),
  createCopiedTarget({
    name: "inbox",
    summary: "an inbox in PostgreSQL or a folder, and its workers",
    needs: ["stores"],
    needsNode: true,
  }),
] as const;
