import type { ProjectOptions } from "./project.js";

/** What every project needs, whatever its framework. */
const shared = {
  dependencies: ["tsx"],
  devDependencies: ["@types/node", "typescript"],
};

/** The package.json of a project. The generator is not a dependency: the project is complete without it. */
export const packageJson = ({ name, framework, generateCommand, testedWith }: ProjectOptions): object => ({
  name,
  private: true,
  type: "module",
  engines: { node: ">=20.12" },
  scripts: {
    start: "node --import tsx src/server.ts",
    test: "node --import tsx --test test/*.test.ts",
    typecheck: "tsc",
    generate: generateCommand,
  },
  dependencies: toRanges([...framework.dependencies, ...shared.dependencies], testedWith),
  devDependencies: toRanges([...framework.devDependencies, ...shared.devDependencies], testedWith),
});

/** Allows the versions that we test with, and those compatible with them. */
function toRanges(
  names: readonly string[],
  testedWith: ProjectOptions["testedWith"],
): Record<string, string> {
  return Object.fromEntries(
    names.toSorted().map((name) => {
      const version = testedWith[name];
      if (version === undefined) throw new Error(`nothing is tested with ${name}`);
      return [name, `^${version}`];
    }),
  );
}
