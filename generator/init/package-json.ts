import type { ProjectOptions } from "./project.js";

/** What every project needs, whatever its framework. */
const shared = {
  dependencies: ["tsx"],
  devDependencies: ["@types/node", "typescript"],
};

/** The package.json of a project. In production it is complete without the generator, which its test plays scenarios with. */
export const packageJson = ({
  name,
  framework,
  generateCommand,
  testedWith,
  generator,
}: ProjectOptions): object => ({
  name,
  private: true,
  type: "module",
  engines: { node: ">=20.12" },
  scripts: {
    start: "node --import tsx src/server.ts",
    test: "node --import tsx --test --test-force-exit test/*.test.ts",
    typecheck: "tsc",
    generate: generateCommand,
  },
  dependencies: sortKeys(toRanges([...framework.dependencies, ...shared.dependencies], testedWith)),
  devDependencies: sortKeys({
    "mplus-codegen": generator,
    ...toRanges([...framework.devDependencies, ...shared.devDependencies], testedWith),
  }),
});

/** Allows the versions that we test with, and those compatible with them. */
function toRanges(
  names: readonly string[],
  testedWith: ProjectOptions["testedWith"],
): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const version = testedWith[name];
      if (version === undefined) throw new Error(`nothing is tested with ${name}`);
      return [name, `^${version}`];
    }),
  );
}

const sortKeys = (packages: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : 1)));
