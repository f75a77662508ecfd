import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { suggest } from "../base/text/words.js";
import type { TargetName } from "../targets/all.js";
import type { ProjectFacts } from "../output/project-facts.js";

export interface Framework {
  readonly name: string;
  readonly title: string;
  readonly target: TargetName;
  readonly create: string;
  /** The packages of a new project. A project that depends on the first package uses this framework. */
  readonly packages: readonly string[];
}

const nestPackages = ["core", "common", "platform-express"].map((name) => `@nestjs/${name}`);

/** From most to least specific. A project that uses several frameworks gets the first one. */
// prettier-ignore
const frameworks: readonly Framework[] = [
  { name: "next", title: "Next", target: "fetch", create: "createMplusHandler", packages: ["next"] },
  { name: "nest", title: "NestJS", target: "nest", create: "MplusModule", packages: [...nestPackages, "reflect-metadata", "rxjs"] },
  { name: "fastify", title: "Fastify", target: "fastify", create: "createMplusPlugin", packages: ["fastify"] },
  { name: "hono", title: "Hono", target: "hono", create: "createMplusApp", packages: ["hono", "@hono/node-server"] },
  { name: "koa", title: "Koa", target: "koa", create: "createMplusMiddleware", packages: ["koa", "@types/koa"] },
  { name: "express", title: "Express", target: "express", create: "createMplusRouter", packages: ["express", "@types/express"] },
  { name: "node", title: "node:http", target: "node", create: "createMplusListener", packages: [] },
  { name: "php", title: "PHP", target: "php", create: "Receiver", packages: [] },
];

/** Returns the frameworks of the workspace if the project itself depends on none. */
export const listFrameworks = (facts: ProjectFacts): readonly Framework[] =>
  [facts.ownDependencies, facts.dependencies]
    .map((among) => frameworks.filter(({ packages: [name = ""] }) => Object.hasOwn(among, name)))
    .find((found) => found.length > 0) ?? [];

export const frameworkNames: readonly string[] = frameworks.map(({ name }) => name);

export function findFramework(name: string): Outcome<Framework> {
  const found = frameworks.find((framework) => framework.name === name);
  if (found) return success(found);
  const suggestion = suggest(name, frameworkNames);
  return failure([report("unknown-framework", { name, known: frameworkNames, suggestion })]);
}

const pnpmSettings = `# esbuild, which tsx uses, works without its install script.
allowBuilds:
  esbuild: false
`;

const packageManagerTable = {
  name: ["npm", "pnpm", "yarn", "bun"],
  // Installs the tested version where only npm exists. Node's images contain an older yarn, hence --force.
  setUp: [
    "",
    "npm install --global pnpm@12.21.0",
    "npm install --global --force @yarnpkg/cli-dist@4.18.1",
    "",
  ],
  // The packageManager field of a new project. Without it, an old yarn would start.
  pin: [undefined, undefined, "yarn@4.18.1", undefined],
  installLocked: [
    "npm ci",
    "pnpm install --frozen-lockfile",
    "yarn install --immutable",
    "bun install --frozen-lockfile",
  ],
  run: ["npm run", "pnpm run", "yarn run", "bun run"],
  // The separator between a script and its arguments.
  separator: [" --", "", "", ""],
  execute: ["npx", "pnpm exec", "yarn run", "bunx"],
  addRuntime: ["install", "add", "add", "add"],
  add: ["install --save-dev", "add --save-dev", "add --dev", "add --dev"],
  // Removes a package and installs the others from the lockfile.
  uninstall: ["npm uninstall", "pnpm remove", "yarn remove", "bun remove"],
  prune: [
    "npm prune --omit=dev",
    "pnpm prune --prod",
    "yarn workspaces focus --production",
    "bun install --production",
  ],
  lockfile: ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"],
  // The protocol in package.json for a package in a folder.
  folderProtocol: ["file:", "link:", "portal:", "file:"],
  // Files that it needs. Even an empty yarn.lock marks the root of the project.
  settings: [
    [],
    [["pnpm-workspace.yaml", pnpmSettings]],
    [
      [".yarnrc.yml", "nodeLinker: node-modules\n"],
      ["yarn.lock", ""],
    ],
    [],
  ],
  // Files that it creates and that do not belong in version control.
  leaves: [[], [], [".yarn/"], []],
} as const satisfies Readonly<
  Record<string, readonly [npm: unknown, pnpm: unknown, yarn: unknown, bun: unknown]>
>;

export type PackageManager = {
  readonly [Row in keyof typeof packageManagerTable]: (typeof packageManagerTable)[Row][number];
};

const toManager = (index: number): PackageManager =>
  Object.fromEntries(Object.entries(packageManagerTable).map(([row, cells]) => [row, cells[index]])) as never;

/** The last one is not offered for new projects. */
export const packageManagers: readonly PackageManager[] = packageManagerTable.name.map((_, index) =>
  toManager(index),
);

/** Checks the most reliable sign first. The default is npm. */
export function choosePackageManager(signs: {
  readonly asked: string | undefined;
  readonly field: string | undefined;
  readonly hasFile: (path: string) => boolean;
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
