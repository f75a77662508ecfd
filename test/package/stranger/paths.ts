import { frameworkNames } from "../../../generator/init/frameworks.js";
import { moduleKinds } from "../../../generator/init/module-kinds.js";
import { packageManagers } from "../../../generator/init/package-managers.js";

/** What a stranger may have and choose. */
export interface StrangersPath {
  readonly framework: string;
  readonly manager: string;
  readonly node: string;
  readonly module: string;
}

const nodes = { 20: "20.20.2", 22: "22.23.3", 24: "24.21.0", 26: "26.10.0" } as const;

/** Each framework, package manager, node and kind of modules at least once. */
const sample: readonly StrangersPath[] = [
  { framework: "express", manager: "npm", node: nodes[20], module: "esm" },
  { framework: "fastify", manager: "pnpm", node: nodes[22], module: "commonjs" },
  { framework: "hono", manager: "yarn", node: nodes[24], module: "esm" },
  { framework: "koa", manager: "npm", node: nodes[26], module: "commonjs" },
  { framework: "nest", manager: "pnpm", node: nodes[24], module: "esm" },
  { framework: "node", manager: "yarn", node: nodes[20], module: "commonjs" },
];

const all = (): readonly StrangersPath[] =>
  packageManagers.flatMap(({ name: manager }) =>
    frameworkNames.flatMap((framework) =>
      Object.values(nodes).flatMap((node) =>
        moduleKinds.map(({ name: module }) => ({ framework, manager, node, module })),
      ),
    ),
  );

/** `npm run proof` goes every path, which takes hours; all else a few. */
export const paths = process.env["MPLUS_FUZZ"] === undefined ? sample : all();
