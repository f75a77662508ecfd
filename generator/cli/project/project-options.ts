import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import type { Framework } from "../../init/frameworks.js";
import type { Manifest } from "../../init/manifest.js";
import { chooseModuleKind } from "../../init/module-kinds.js";
import { choosePackageManager } from "../../init/package-managers.js";
import { generatedFolder, type ProjectOptions } from "../../init/project.js";
import { readTestedVersions } from "../../package/package-files.js";
import { success, type Outcome } from "../../problem/problem.js";
import { spellOptions } from "../../time/fleet.js";
import { formatFlags, type Settings } from "../../write/stamp.js";
import type { Args } from "../options/commands.js";
import { quotePath } from "../../text/quote.js";
import { findGenerator } from "./find-generator.js";

interface Asked {
  readonly dir: string;
  readonly framework: Framework;
  /** The package.json that is there already. */
  readonly manifest: Manifest | undefined;
  readonly environment: NodeJS.ProcessEnv;
}

/** Decides what a project is to be: by what was asked for, then by what its folder tells. */
export function chooseProjectOptions(
  args: Args<"init">,
  { dir, framework, manifest, environment }: Asked,
): Outcome<ProjectOptions> {
  const moduleKind = chooseModuleKind(args.module, manifest);
  if (!moduleKind.ok) return moduleKind;
  const packageManager = choosePackageManager({
    asked: args.packageManager,
    field: manifest?.packageManager,
    hasFile: (path) => existsSync(join(dir, path)),
    userAgent: environment["npm_config_user_agent"],
  });
  const spec = args.spec === undefined ? undefined : relative(dir, args.spec);
  return success({
    ...args,
    framework,
    packageManager,
    moduleKind: moduleKind.value,
    events: args.events.length > 0 ? args.events : undefined,
    name: toPackageName(dir, framework.name),
    generateCommand: formatGenerateCommand(toSettings(args), framework.name, spec),
    spec,
    generator: findGenerator(dir, packageManager),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  });
}

/** The settings that the generated files of a project are made with. */
export const toSettings = (args: Args<"init">): Settings => ({
  ...spellOptions(args),
  responses: args.responses,
  importExtension: "js",
});

/** The command that generates the same again, in a script of the project: there it is the program that is installed. */
function formatGenerateCommand(settings: Settings, target: string, spec: string | undefined): string {
  const from = spec === undefined ? [] : [`--spec ${quotePath(spec)}`];
  const flags = [`--target ${target}`, ...formatFlags(settings), ...from, `--out ${generatedFolder}`];
  return `mplus-codegen ${flags.join(" ")}`;
}

/** Turns the name of the folder into one that npm accepts. */
function toPackageName(dir: string, target: string): string {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return /^.*[a-z0-9]/.exec(name)?.[0] ?? `mplus-${target}`;
}
