import { setInJson } from "./set-in-json.js";
import type { Manifest } from "./manifest.js";
import type { ProjectOptions } from "./project.js";

/** What every project needs, whatever its framework. */
const sharedTools = ["@types/node", "tsx", "typescript"];

/** The scripts of a project, each with the files that it is of no use without. */
const scripts: readonly {
  readonly name: string;
  readonly files: readonly string[];
  readonly command: string;
}[] = [
  { name: "dev", files: ["src/server.ts"], command: "tsx watch src/server.ts" },
  { name: "build", files: ["tsconfig.build.json"], command: "tsc -p tsconfig.build.json" },
  { name: "start", files: ["tsconfig.build.json", "src/server.ts"], command: "node dist/server.js" },
  {
    name: "test",
    files: ["test/webhooks.test.ts"],
    command: "node --import tsx --test --test-force-exit test/*.test.ts",
  },
  { name: "typecheck", files: ["tsconfig.json"], command: "tsc" },
];

/** One line of package.json. */
type Entry = readonly [path: readonly [string, string], value: string];

/**
 * The package.json of a project. In production it is complete without the generator, which its test plays scenarios with.
 * @param existing What is there already: it is kept, and only what is missing is added.
 * @param files The paths of the files that the project gets.
 */
export function formatPackageJson(
  options: ProjectOptions,
  existing: { readonly text: string; readonly manifest: Manifest } | undefined,
  files: ReadonlySet<string>,
): string {
  const known = existing?.manifest;
  const lists = [known?.dependencies, known?.devDependencies, known?.peerDependencies];
  const isKnown = ([[section, name]]: Entry): boolean =>
    section === "scripts"
      ? known?.scripts.has(name) === true
      : lists.some((list) => Object.hasOwn(list ?? {}, name));
  const entries = [...listScripts(options, files), ...listPackages(options)];
  return entries
    .filter((entry) => !isKnown(entry))
    .reduce(
      (text, [path, value]) => setInJson(text, path, value),
      existing?.text ?? beginPackageJson(options),
    );
}

function beginPackageJson({ name, moduleKind, packageManager }: ProjectOptions): string {
  const start = {
    name,
    private: true,
    type: moduleKind.type,
    engines: { node: ">=20.19" },
    ...(packageManager.pin !== undefined && { packageManager: packageManager.pin }),
    ...{ scripts: {}, dependencies: {}, devDependencies: {} },
  };
  return `${JSON.stringify(start, null, 2)}\n`;
}

const listScripts = ({ generateCommand }: ProjectOptions, files: ReadonlySet<string>): readonly Entry[] => [
  ...scripts
    .filter((script) => script.files.every((path) => files.has(path)))
    .map(({ name, command }): Entry => [["scripts", name], command]),
  [["scripts", "generate"], generateCommand],
];

const listPackages = ({ framework, generator, testedWith }: ProjectOptions): readonly Entry[] => [
  ...framework.dependencies.map((name): Entry => [["dependencies", name], toRange(name, testedWith)]),
  [["devDependencies", "mplus-codegen"], generator],
  ...[...framework.devDependencies, ...sharedTools].map((name): Entry => [
    ["devDependencies", name],
    toRange(name, testedWith),
  ]),
];

/** Allows the version that we test with, and those compatible with it. */
function toRange(name: string, testedWith: ProjectOptions["testedWith"]): string {
  const version = testedWith[name];
  if (version === undefined) throw new Error(`nothing is tested with ${name}`);
  return `^${version}`;
}
