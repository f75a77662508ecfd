import { frameworkNames, packageManagers } from "../../../generator/init/choices.js";

export interface StrangersPath {
  readonly framework: string;
  readonly manager: string;
  readonly node: string;
}

const nodes = ["20.20.2", "22.23.3", "24.21.0", "26.10.0"] as const;

/** Package managers for which init creates projects. */
const managers = packageManagers.filter(({ name }) => name !== "bun");
const frameworks = frameworkNames.filter((name) => !["next", "php"].includes(name));

/** Each framework with each package manager, and with three of the Node releases. */
export const paths: readonly StrangersPath[] = managers.flatMap(({ name: manager }, turn) =>
  frameworks.map((framework, index) => ({ framework, manager, node: nodes[(turn + index) % 4] ?? nodes[0] })),
);
