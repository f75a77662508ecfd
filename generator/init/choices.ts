import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { suggest } from "../base/text/words.js";
import type { TargetName } from "../targets/all.js";
import type { ProjectFacts } from "../output/project-facts.js";

/** A framework that a project can answer webhooks with. */
export interface Framework {
  readonly name: string;
  readonly title: string;
  readonly target: TargetName;
  /** The export of the generated code that makes the endpoint. */
  readonly create: string;
  /** The packages of a new project; a project that has the first one uses this framework. */
  readonly packages: readonly string[];
}

const nestPackages = ["core", "common", "platform-express"].map((name) => `@nestjs/${name}`);

/** From the most particular to the most general: a project that has several uses the first. */
// prettier-ignore
export const frameworks: readonly Framework[] = [
  { name: "next", title: "Next", target: "fetch", create: "createMplusHandler", packages: ["next"] },
  { name: "nest", title: "NestJS", target: "nest", create: "MplusModule", packages: [...nestPackages, "reflect-metadata", "rxjs"] },
  { name: "fastify", title: "Fastify", target: "fastify", create: "createMplusPlugin", packages: ["fastify"] },
  { name: "hono", title: "Hono", target: "hono", create: "createMplusApp", packages: ["hono", "@hono/node-server"] },
  { name: "koa", title: "Koa", target: "koa", create: "createMplusMiddleware", packages: ["koa", "@types/koa"] },
  { name: "express", title: "Express", target: "express", create: "createMplusRouter", packages: ["express", "@types/express"] },
  { name: "node", title: "node:http", target: "node", create: "createMplusListener", packages: [] },
];

/** Lists the frameworks among the dependencies of a project; of its workspace, if it has none itself. */
export const listFrameworks = (facts: ProjectFacts): readonly Framework[] =>
  [facts.ownDependencies, facts.dependencies]
    .map((among) => frameworks.filter(({ packages: [name = ""] }) => Object.hasOwn(among, name)))
    .find((found) => found.length > 0) ?? [];

/** The names of the frameworks that a project can be made for. */
export const frameworkNames: readonly string[] = frameworks.map(({ name }) => name);

/** Targets of platforms whose own tools make the project. */
const platforms: Readonly<Record<string, string>> = {
  fetch: "Workers, Deno and Bun",
  lambda: "AWS Lambda",
};

/** Finds a framework by its name. */
export function findFramework(name: string): Outcome<Framework> {
  const found = frameworks.find((framework) => framework.name === name);
  if (found) return success(found);
  if (Object.hasOwn(platforms, name))
    return failure([report("platform-target", { target: name, platforms: platforms[name] ?? "" })]);
  const suggestion = suggest(name, frameworkNames);
  return failure([report("unknown-framework", { name, known: frameworkNames, suggestion })]);
}

const pnpmSettings = `# esbuild, which tsx uses, works without its script of installation.
allowBuilds:
  esbuild: false
`;

/** The package managers that a project can be made for: what is typed, and what is written, where they differ. */
const packageManagerTable = {
  name: ["npm", "pnpm", "yarn", "bun"],
  // Gets the version that we test with, where there is only npm. Images of node have an older yarn, so that it takes --force.
  setUp: [
    "",
    "npm install --global pnpm@12.21.0",
    "npm install --global --force @yarnpkg/cli-dist@4.18.1",
    "",
  ],
  // The field packageManager of a new project: without it an old yarn would start.
  pin: [undefined, undefined, "yarn@4.18.1", undefined],
  installLocked: [
    "npm ci",
    "pnpm install --frozen-lockfile",
    "yarn install --immutable",
    "bun install --frozen-lockfile",
  ],
  run: ["npm run", "pnpm run", "yarn run", "bun run"],
  // What stands between a script and its arguments.
  separator: [" --", "", "", ""],
  // Runs a program of a package that is installed.
  execute: ["npx", "pnpm exec", "yarn run", "bunx"],
  addRuntime: ["install", "add", "add", "add"],
  add: ["install --save-dev", "add --save-dev", "add --dev", "add --dev"],
  // Takes a package out, and installs the others as the lockfile has them.
  uninstall: ["npm uninstall", "pnpm remove", "yarn remove", "bun remove"],
  // Takes out what production does not need.
  prune: [
    "npm prune --omit=dev",
    "pnpm prune --prod",
    "yarn workspaces focus --production",
    "bun install --production",
  ],
  lockfile: ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"],
  // How package.json names a package that lies in a folder.
  folderProtocol: ["file:", "link:", "portal:", "file:"],
  // The files that it needs. Even an empty yarn.lock says that the project begins here, and not in a folder above.
  settings: [
    [],
    [["pnpm-workspace.yaml", pnpmSettings]],
    [
      [".yarnrc.yml", "nodeLinker: node-modules\n"],
      ["yarn.lock", ""],
    ],
    [],
  ],
  // What it leaves in the folder that does not belong in version control.
  leaves: [[], [], [".yarn/"], []],
} as const satisfies Readonly<
  Record<string, readonly [npm: unknown, pnpm: unknown, yarn: unknown, bun: unknown]>
>;

/** One package manager of the table. */
export type PackageManager = {
  readonly [Row in keyof typeof packageManagerTable]: (typeof packageManagerTable)[Row][number];
};

const toManager = (index: number): PackageManager =>
  Object.fromEntries(Object.entries(packageManagerTable).map(([row, cells]) => [row, cells[index]])) as never;

/** Every package manager of a project. A new project is made for any but the last. */
export const packageManagers: readonly PackageManager[] = packageManagerTable.name.map((_, index) =>
  toManager(index),
);

/** Chooses the package manager of a project by the signs of one, the surest first; without any it is npm. */
export function choosePackageManager(signs: {
  /** The one that the call names. */
  readonly asked: string | undefined;
  /** The field `packageManager` of its package.json. */
  readonly field: string | undefined;
  readonly hasFile: (path: string) => boolean;
  /** The user agent of the one that started this program. */
  readonly userAgent: string | undefined;
}): PackageManager {
  const find = (name: string | undefined, among = packageManagers) =>
    among.find((each) => each.name === name);
  return (
    find(signs.asked) ??
    find(signs.field?.split("@")[0]) ??
    packageManagers.find(({ lockfile }) => signs.hasFile(lockfile)) ??
    find(signs.userAgent?.split("/")[0], packageManagers.slice(0, 3)) ??
    toManager(0)
  );
}
