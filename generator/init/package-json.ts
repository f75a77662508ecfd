import { setInJson } from "./set-in-json.js";
import type { Manifest } from "./manifest.js";
import type { NotWritten } from "./own-file.js";
import type { ProjectOptions } from "./project.js";

/** What every project needs, whatever its framework. */
const sharedTools = ["@types/node", "typescript"];

/** The scripts of a project, each with the files that it is of no use without. */
const scripts: readonly {
  readonly name: string;
  readonly files: readonly string[];
  readonly command: string;
  /** The package that it runs, where no other needs that. */
  readonly tool?: string;
}[] = [
  { name: "dev", files: ["src/server.ts"], command: "tsx watch src/server.ts", tool: "tsx" },
  { name: "build", files: ["tsconfig.build.json"], command: "tsc -p tsconfig.build.json" },
  { name: "start", files: ["tsconfig.build.json", "src/server.ts"], command: "node dist/server.js" },
  {
    name: "test",
    files: ["test/webhooks.test.ts"],
    command: "node --import tsx --test --test-force-exit test/*.test.ts",
    tool: "tsx",
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
  const added = scripts.filter(
    (script) => script.files.every((path) => files.has(path)) && known?.scripts.has(script.name) !== true,
  );
  const entries = [...listScripts(options, added), ...listPackages(options, added)];
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

const listScripts = ({ generateCommand }: ProjectOptions, added: typeof scripts): readonly Entry[] => [
  ...added.map(({ name, command }): Entry => [["scripts", name], command]),
  [["scripts", "generate"], generateCommand],
];

/** Packages that a package.json has in another major version than the one that we test with. */
export function findOtherVersions(
  { framework, testedWith }: ProjectOptions,
  manifest: Manifest | undefined,
): readonly NotWritten[] {
  const known = { ...manifest?.devDependencies, ...manifest?.dependencies } as Readonly<
    Record<string, unknown>
  >;
  return [...framework.dependencies, ...sharedTools].flatMap((name) => {
    const has = findMajor(known[name]);
    const tested = findMajor(testedWith[name]);
    return has === undefined || tested === undefined || has === tested
      ? []
      : [
          {
            path: `package.json, ${name}`,
            need: `version ${tested}, which we test with; it has ${String(known[name])}`,
          },
        ];
  });
}

const findMajor = (range: unknown): string | undefined =>
  typeof range === "string" ? /\d+/.exec(range)?.[0] : undefined;

const listPackages = (
  { framework, generator, testedWith }: ProjectOptions,
  added: typeof scripts,
): readonly Entry[] => [
  ...framework.dependencies.map((name): Entry => [["dependencies", name], toRange(name, testedWith)]),
  [["devDependencies", "mplus-codegen"], generator],
  ...[...framework.devDependencies, ...sharedTools, ...added.flatMap(({ tool }) => tool ?? [])].map(
    (name): Entry => [["devDependencies", name], toRange(name, testedWith)],
  ),
];

/** Allows the version that we test with, and those compatible with it. */
function toRange(name: string, testedWith: ProjectOptions["testedWith"]): string {
  const version = testedWith[name];
  if (version === undefined) throw new Error(`nothing is tested with ${name}`);
  return `^${version}`;
}
