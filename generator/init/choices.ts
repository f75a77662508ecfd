import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { suggest } from "../base/text/words.js";

const nestPackages = [
  "@nestjs/common",
  "@nestjs/core",
  "@nestjs/platform-express",
  "reflect-metadata",
  "rxjs",
];

/**
 * The frameworks: how the title is written, what `src/mplus/` exports to make the endpoint with, and the packages; those with
 * types are for development only.
 */
const frameworks = [
  { name: "express", title: "Express", create: "createMplusRouter", packages: ["express", "@types/express"] },
  { name: "fastify", title: "Fastify", create: "createMplusPlugin", packages: ["fastify"] },
  { name: "hono", title: "Hono", create: "createMplusApp", packages: ["@hono/node-server", "hono"] },
  { name: "koa", title: "Koa", create: "createMplusMiddleware", packages: ["koa", "@types/koa"] },
  { name: "nest", title: "NestJS", create: "MplusModule", packages: nestPackages },
  { name: "node", title: "node:http", create: "createMplusListener", packages: [] },
] as const;

/** A framework that a project can be made for. */
export type Framework = (typeof frameworks)[number];

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
  if (Object.hasOwn(platforms, name))
    return failure([report("platform-target", { target: name, platforms: platforms[name] ?? "" })]);
  const suggestion = suggest(name, frameworkNames);
  return failure([report("unknown-framework", { name, known: frameworkNames, suggestion })]);
}

/** Every kind of modules that a project can consist of. */
export const moduleKinds = ["esm", "commonjs"] as const;

export type ModuleKind = (typeof moduleKinds)[number];

/**
 * Chooses the kind of modules: the one that was asked for, else ESM. Where a package.json is there already, its `type`
 * decides, and without one it is CommonJS, as for node.
 */
export function chooseModuleKind(
  asked: ModuleKind | undefined,
  existing: { readonly type: string | undefined } | undefined,
): Outcome<ModuleKind> {
  if (!existing) return success(asked ?? "esm");
  const found = existing.type === "module" ? "esm" : "commonjs";
  return asked === undefined || asked === found
    ? success(found)
    : failure([report("module-conflict", { asked, found, type: existing.type })]);
}

const pnpmSettings = `# esbuild, which tsx uses, works without its script of installation.
allowBuilds:
  esbuild: false
`;

/** The package managers that a project can be made for: what is typed, and what is written, where they differ. */
const packageManagerTable = {
  name: ["npm", "pnpm", "yarn"],
  // Gets the version that we test with, where there is only npm. Images of node have an older yarn, so that it takes --force.
  setUp: ["", "npm install --global pnpm@12.21.0", "npm install --global --force @yarnpkg/cli-dist@4.18.1"],
  // The field packageManager of a new project: without it an old yarn would start.
  pin: [undefined, undefined, "yarn@4.18.1"],
  installLocked: ["npm ci", "pnpm install --frozen-lockfile", "yarn install --immutable"],
  run: ["npm run", "pnpm run", "yarn run"],
  // What stands between a script and its arguments.
  separator: [" --", "", ""],
  // Runs a program of a package that is installed.
  execute: ["npx", "pnpm exec", "yarn run"],
  addRuntime: ["install", "add", "add"],
  add: ["install --save-dev", "add --save-dev", "add --dev"],
  // Takes a package out, and installs the others as the lockfile has them.
  uninstall: ["npm uninstall", "pnpm remove", "yarn remove"],
  // Takes out what production does not need.
  prune: ["npm prune --omit=dev", "pnpm prune --prod", "yarn workspaces focus --production"],
  lockfile: ["package-lock.json", "pnpm-lock.yaml", "yarn.lock"],
  // How package.json names a package that lies in a folder.
  folderProtocol: ["file:", "link:", "portal:"],
  // The files that it needs. Even an empty yarn.lock says that the project begins here, and not in a folder above.
  settings: [
    [],
    [["pnpm-workspace.yaml", pnpmSettings]],
    [
      [".yarnrc.yml", "nodeLinker: node-modules\n"],
      ["yarn.lock", ""],
    ],
  ],
  // What sets the same in a project that is there: a command, and an option when packages are added.
  configure: ["", "", "yarn config set nodeLinker node-modules"],
  allow: ["", " --allow-build=esbuild", ""],
  // What it leaves in the folder that does not belong in version control.
  leaves: [[], [], [".yarn/"]],
} as const satisfies Readonly<Record<string, readonly [npm: unknown, pnpm: unknown, yarn: unknown]>>;

/** One package manager of the table. */
export type PackageManager = {
  readonly [Row in keyof typeof packageManagerTable]: (typeof packageManagerTable)[Row][number];
};

const toManager = (index: number): PackageManager =>
  Object.fromEntries(Object.entries(packageManagerTable).map(([row, cells]) => [row, cells[index]])) as never;

/** Every package manager that a project can be made for. */
export const packageManagers: readonly PackageManager[] = packageManagerTable.name.map((_, index) =>
  toManager(index),
);

/** Chooses the package manager of a project by what tells which one it is, the surest first: npm, if nothing does. */
export function choosePackageManager(signs: {
  /** The one that was asked for. */
  readonly asked: string | undefined;
  /** The field `packageManager` of its package.json. */
  readonly field: string | undefined;
  readonly hasFile: (path: string) => boolean;
  /** The words in which the one that started this program tells of itself. */
  readonly userAgent: string | undefined;
}): PackageManager {
  const byName = (name: string | undefined) => packageManagers.find((each) => each.name === name);
  return (
    byName(signs.asked) ??
    byName(signs.field?.split("@")[0]) ??
    packageManagers.find(({ lockfile }) => signs.hasFile(lockfile)) ??
    byName(signs.userAgent?.split("/")[0]) ??
    toManager(0)
  );
}
