import { codeFile, copyCode, guideFile, libraryFile } from "./code-file.js";
import type { Target } from "./target.js";

interface CopiedTargetOptions<Name extends string> extends Pick<
  Target<Name>,
  "name" | "summary" | "isAdapter" | "needsNode"
> {
  /** Set where it needs more than the receiver. */
  readonly needs?: readonly string[];
  /** Set where all of its code is a library: real code, which no user edits. */
  readonly isLibrary?: true;
}

/** A target whose code lies in `templates/<name>/` as it is emitted, with a README; only its `index.hbs` depends on the context. */
const createCopiedTarget = <const Name extends string>({
  isLibrary,
  needs = [],
  ...row
}: CopiedTargetOptions<Name>): Target<Name> => ({
  ...row,
  needs: ["types", "validators", "receiver", ...needs],
  emit: (_view, context) => {
    const { name } = row;
    const code = isLibrary
      ? copyCode(name, context, libraryFile)
      : [
          ...copyCode(name, context),
          codeFile(`${name}/index.ts`, context.template(`${name}/index.hbs`), context),
        ];
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
  createCopiedTarget({ name: "hono", summary: "an app for Hono 4", isAdapter: true }),
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
    isLibrary: true,
  }),
  createCopiedTarget({
    name: "inbox",
    summary: "an inbox in PostgreSQL or a folder, and its workers",
    needs: ["stores"],
    needsNode: true,
  }),
] as const;
