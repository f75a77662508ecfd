import { frameworkNames } from "../../../generator/init/choices.js";
import { packageManagers } from "../../../generator/init/choices.js";

/** What a stranger may have and choose. */
export interface StrangersPath {
  readonly framework: string;
  readonly manager: string;
  readonly node: string;
}

const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];

/** The package managers and frameworks that init makes a project for. */
const madeManagers = packageManagers.filter(({ name }) => name !== "bun");
export const madeFrameworks = frameworkNames.filter((name) => name !== "next");

/** Each framework, package manager and node at least once. */
const sample = (): readonly StrangersPath[] =>
  madeFrameworks.map((framework, index) => ({
    framework,
    manager: pick(madeManagers, index).name,
    node: pick(nodes, index),
  }));

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

/** Each framework with each package manager and node. */
const all = (): readonly StrangersPath[] =>
  madeManagers.flatMap(({ name: manager }) =>
    madeFrameworks.flatMap((framework) => nodes.map((node) => ({ framework, manager, node }))),
  );

/** `npm run proof` goes every path; all else a few. */
export const paths = process.env["MPLUS_FUZZ"] === undefined ? sample() : all();
