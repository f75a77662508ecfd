import { frameworkNames } from "../../../generator/init/choices.js";
import { moduleKinds } from "../../../generator/init/choices.js";
import { packageManagers } from "../../../generator/init/choices.js";

/** What a stranger may have and choose. */
export interface StrangersPath {
  readonly framework: string;
  readonly manager: string;
  readonly node: string;
  readonly module: string;
}

const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];

/** Each framework, package manager, node and kind of modules at least once. */
const sample = (): readonly StrangersPath[] =>
  frameworkNames.map((framework, index) => ({
    framework,
    manager: pick(packageManagers, index).name,
    node: pick(nodes, index),
    module: pick(moduleKinds, index),
  }));

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Each framework with each package manager and node, and their kinds of modules by turns. */
const all = (): readonly StrangersPath[] =>
  packageManagers.flatMap(({ name: manager }) =>
    frameworkNames.flatMap((framework, row) =>
      nodes.map((node, turn) => ({ framework, manager, node, module: pick(moduleKinds, row + turn) })),
    ),
  );

/** `npm run proof` goes every path; all else a few. */
export const paths = process.env["MPLUS_FUZZ"] === undefined ? sample() : all();
