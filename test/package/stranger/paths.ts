import { frameworkNames } from "../../../generator/init/choices.js";
import { packageManagers } from "../../../generator/init/choices.js";

export interface StrangersPath {
  readonly framework: string;
  readonly manager: string;
  readonly node: string;
}

const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"];

/** Package managers for which init creates projects. */
const madeManagers = packageManagers.filter(({ name }) => name !== "bun");
const madeFrameworks = frameworkNames.filter((name) => name !== "next");

/** Covers each framework, package manager and Node release at least once. */
const sample = (): readonly StrangersPath[] =>
  madeFrameworks.map((framework, index) => ({
    framework,
    manager: pick(madeManagers, index).name,
    node: pick(nodes, index),
  }));

const pick = <T>(items: readonly T[], index: number): T => items[index % items.length] as T;

const all = (): readonly StrangersPath[] =>
  madeManagers.flatMap(({ name: manager }) =>
    madeFrameworks.flatMap((framework) => nodes.map((node) => ({ framework, manager, node }))),
  );

/** `npm run proof` runs every path; other modes run a sample. */
export const paths = process.env["MPLUS_FUZZ"] === undefined ? sample() : all();
