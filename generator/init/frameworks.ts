import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { suggest } from "../text/words.js";

/** A framework that a project can be made for. `templates/init/<name>/` has `app.hbs`, and other templates that differ
 * from those in `templates/init/project/`. */
export interface Framework {
  readonly name: string;
  /** How its name is written. */
  readonly title: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
  /** Compiler options that only this framework needs. */
  readonly compilerOptions?: Readonly<Record<string, unknown>>;
}

const nestPackages = ["@nestjs/common", "@nestjs/core", "@nestjs/platform-express"];

const frameworks: readonly Framework[] = [
  { name: "express", title: "Express", dependencies: ["express"], devDependencies: ["@types/express"] },
  { name: "fastify", title: "Fastify", dependencies: ["fastify"], devDependencies: [] },
  { name: "hono", title: "Hono", dependencies: ["@hono/node-server", "hono"], devDependencies: [] },
  { name: "koa", title: "Koa", dependencies: ["koa"], devDependencies: ["@types/koa"] },
  {
    name: "nest",
    title: "NestJS",
    dependencies: [...nestPackages, "reflect-metadata", "rxjs"],
    devDependencies: [],
    compilerOptions: { experimentalDecorators: true },
  },
  { name: "node", title: "node:http", dependencies: [], devDependencies: [] },
];

/** The names of the frameworks that a project can be made for. */
export const frameworkNames: readonly string[] = frameworks.map(({ name }) => name);

/** Targets of platforms that start the server themselves, and whose own tools make the project. */
const platforms: Readonly<Record<string, string>> = {
  fetch: "Workers, Deno, Bun and Next.js",
  lambda: "AWS Lambda",
};

/** Finds a framework by its name. */
export function findFramework(name: string): Outcome<Framework> {
  const found = frameworks.find((framework) => framework.name === name);
  if (found) return success(found);
  if (Object.hasOwn(platforms, name)) {
    return failure([report("platform-target", { target: name, platforms: platforms[name] ?? "" })]);
  }
  const suggestion = suggest(name, frameworkNames);
  return failure([report("unknown-framework", { name, known: frameworkNames, suggestion })]);
}
