import { randomBytes } from "node:crypto";
import { chmodSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve, sep } from "node:path";
import { createProject } from "../../init/create-project.js";
import { findFramework } from "../../init/frameworks.js";
import { generatedFolder, type Project } from "../../init/project.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { describeSystemError } from "../../problem/system-error.js";
import { spellOptions } from "../../time/fleet.js";
import { isNotFound } from "../../write/file-system.js";
import { planOutput, type Plan, type PlannedFile } from "../../write/plan.js";
import { formatFlags, type Settings } from "../../write/settings.js";
import { isTemporaryName } from "../../write/temporary.js";
import { recoverOutput, applyPlan } from "../../write/apply.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Args } from "../options/args.js";
import {
  packageRoot,
  readTemplates,
  readTestedVersions,
  readToolVersion,
} from "../../package/package-files.js";
import { quoteForShell } from "../report/quote-for-shell.js";
import { formatNewProject } from "../report/new-project.js";
import { findOverlap } from "../spec-folder/overlap.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";

/** `init`: writes a whole project, or nothing. */
export async function init(args: Args<"init">): Promise<Ending> {
  const framework = findFramework(args.framework);
  if (!framework.ok) return problemEnding(framework.problems, args.json);
  const { name: target, title } = framework.value;
  const dir = args.dir ?? `mplus-${target}`;
  const overlap = findOverlap({ option: "--dir", out: dir, spec: args.spec });
  if (overlap) return problemEnding([overlap], args.json);
  const ready = recoverOutput(resolve(dir));
  const empty = ready.ok ? checkEmpty(dir) : ready;
  if (!empty.ok) return problemEnding(empty.problems, args.json);
  const spec = loadSpec(args.spec);
  if (!spec.ok) return problemEnding(spec.problems, args.json);
  const project = await createProject(spec.value, readTemplates(), {
    ...args,
    framework: framework.value,
    events: args.events.length > 0 ? args.events : undefined,
    name: toPackageName(dir, target),
    generateCommand: formatGenerateCommand(args, dir, target),
    generator: findGenerator(dir),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  });
  if (!project.ok) return problemEnding(project.problems, args.json);
  const applied = applyPlan(resolve(dir), () => {
    const still = checkEmpty(dir);
    return still.ok ? planProject(project.value, toSettings(args)) : still;
  });
  if (!applied.ok) return problemEnding(applied.problems, args.json);
  // The file holds a secret.
  chmodSync(join(dir, ".env"), 0o600);
  const { events } = project.value;
  const written = {
    dir,
    framework: title,
    events,
    files: project.value.files.map(({ path }) => path),
  };
  const stdout = args.json
    ? `${JSON.stringify(written, null, 2)}\n`
    : formatNewProject(written, project.value);
  return successEnding(stdout, [...spec.warnings, ...project.warnings]);
}

/** Only an empty folder is written to, so that nothing of the user's can be overwritten. */
function checkEmpty(dir: string): Outcome<undefined> {
  try {
    return readdirSync(dir).every(isTemporaryName)
      ? success(undefined)
      : failure([report("folder-in-use", { path: dir })]);
  } catch (error) {
    if (isNotFound(error)) return success(undefined);
    return failure([report("output-unwritable", { path: dir, reason: describeSystemError(error) })]);
  }
}

const toSettings = (args: Args<"init">): Settings => ({
  ...spellOptions(args),
  responses: args.responses,
  importExtension: "js",
});

/** The generated files come with a stamp, so that the project can generate them again. */
function planProject({ files, generation }: Project, settings: Settings): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  const plan = planOutput(generatedFolder, wanted, () => ({ kind: "absent" }));
  if (!plan.ok) return plan;
  const below = (file: PlannedFile): PlannedFile => ({ ...file, path: `${generatedFolder}/${file.path}` });
  const own = files.map((file): PlannedFile => ({ ...file, target: "", action: "create" }));
  return success({ files: [...own, ...plan.value.files.map(below)], stamp: below(plan.value.stamp) });
}

/** The command that generates the same again, from within the project. */
function formatGenerateCommand(args: Args<"init">, dir: string, target: string): string {
  const spec = args.spec === undefined ? [] : [`--spec ${quoteForShell(relative(dir, args.spec))}`];
  const flags = [`--target ${target}`, ...formatFlags(toSettings(args)), ...spec, `--out ${generatedFolder}`];
  // --no-install: npx must not fetch another package of this name from a registry.
  return `npx --no-install mplus-codegen ${flags.join(" ")}`;
}

/** An installed program can be installed again by its version; a clone is where it is. */
function findGenerator(dir: string): string {
  if (packageRoot.split(sep).includes("node_modules")) return `^${readToolVersion()}`;
  return `file:${relative(resolve(dir), packageRoot).replaceAll(sep, "/")}`;
}

/** Turns the name of the folder into one that npm accepts. */
function toPackageName(dir: string, target: string): string {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return name === "" ? `mplus-${target}` : name;
}
