import type { ProjectOptions } from "./project.js";

/** What every project needs to run, and to be checked. */
const shared = {
  dependencies: ["tsx"],
  devDependencies: ["@types/node", "typescript"],
};

/** The package.json of a project. What made it is no dependency: the project is complete without. */
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
  dependencies: rangesOf([...framework.dependencies, ...shared.dependencies], testedWith),
  devDependencies: rangesOf([...framework.devDependencies, ...shared.devDependencies], testedWith),
});

/** What we test with, and what is compatible with it. */
function rangesOf(
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
