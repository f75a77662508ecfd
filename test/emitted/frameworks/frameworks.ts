import { isFuzzing } from "../../workbench/amount.js";
import { strict, type Compiler } from "../../workbench/compile.js";
import { written } from "../compilers/projects.js";

/** An adapter may import only the packages of its framework. */
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

/** Frameworks whose own declarations fail in a project without DOM types, whatever we emit. */
export const faultyLibraries: readonly string[] = ["hono", "koa"];

const options = {
  ...strict,
  ...written,
  module: "NodeNext",
  // Required by nest; the output has no decorators.
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
};

export interface FrameworkProject {
  readonly name: string;
  readonly type: "module" | "commonjs";
  readonly compiler: Compiler;
  readonly options: object;
}

export const esModules = { type: "module", options: { ...options, verbatimModuleSyntax: true } } as const;

export const frameworkProjects: readonly FrameworkProject[] = [
  { ...esModules, name: "ES modules with typescript-7", compiler: "typescript-7" },
  { name: "CommonJS with typescript-7", type: "commonjs", compiler: "typescript-7", options },
  ...(isFuzzing
    ? (["typescript-5.9", "typescript"] as const).map((compiler) => ({
        ...esModules,
        name: `ES modules with ${compiler}`,
        compiler,
      }))
    : []),
];
