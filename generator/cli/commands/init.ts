import { randomBytes } from "node:crypto";
import { chmodSync, readdirSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { createProject } from "../../init/create-project.js";
import { findFramework } from "../../init/frameworks.js";
import { generatedFolder, type Project } from "../../init/project.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { reasonOf } from "../../problem/reason.js";
import { spellOptions } from "../../time/fleet.js";
import { planOutput, type Plan, type Step } from "../../write/plan.js";
import { flagsOf, type Settings } from "../../write/stamp.js";
import { isOurs } from "../../write/traces.js";
import { readyOutput, applyPlan } from "../../write/apply.js";
import { loadSpec } from "../load-spec.js";
import type { InitArguments } from "../options.js";
import { readTemplates, readTestedVersions, readToolVersion } from "../package-files.js";
import { quoteForShell } from "../quote-for-shell.js";
import { formatNewProject } from "../report/new-project.js";
import { findOverlap } from "../spec-overlap.js";
import { splitNames } from "../split-names.js";
import { formatProblem, problemEnding, type Ending } from "../terminal.js";

/** `init`: makes a project, all of it or nothing. */
export async function init(args: InitArguments): Promise<Ending> {
  const framework = findFramework(args.framework);
  if (!framework.ok) return problemEnding(framework.problems, args.json);
  const { name: target, title } = framework.value;
  const dir = args.dir ?? `mplus-${target}`;
  const overlap = findOverlap({ option: "--dir", out: dir, spec: args.spec });
  if (overlap) return problemEnding([overlap], args.json);
  const ready = readyOutput(resolve(dir));
  const empty = ready.ok ? checkEmpty(dir) : ready;
  if (!empty.ok) return problemEnding(empty.problems, args.json);
  const spec = loadSpec(args.spec);
  if (!spec.ok) return problemEnding(spec.problems, args.json);
  const project = await createProject(spec.value, readTemplates(), {
    ...args,
    framework: framework.value,
    events: args.events && splitNames(args.events),
    name: packageName(dir, target),
    generateCommand: generateCommand(args, dir, target),
    secret: randomBytes(32).toString("base64"),
    testedWith: readTestedVersions(),
  });
  if (!project.ok) return problemEnding(project.problems, args.json);
  const applied = applyPlan(resolve(dir), () => {
    const still = checkEmpty(dir);
    return still.ok ? planProject(project.value, settingsOf(args)) : still;
  });
  if (!applied.ok) return problemEnding(applied.problems, args.json);
  // It holds a secret.
  chmodSync(join(dir, ".env"), 0o600);
  const { events } = project.value;
  const written = { dir, framework: title, events, files: project.value.files.map(({ path }) => path) };
  return {
    code: 0,
    stdout: args.json ? `${JSON.stringify(written, null, 2)}\n` : formatNewProject(written, project.value),
    stderr: [...spec.warnings, ...project.warnings].map(formatProblem).join(""),
  };
}

/** Nothing of the user's can be overwritten in a folder that holds nothing. */
function checkEmpty(dir: string): Outcome<undefined> {
  try {
    return readdirSync(dir).every(isOurs)
      ? success(undefined)
      : failure([report("folder-in-use", { path: dir })]);
  } catch (error) {
    const isAbsent = error instanceof Error && "code" in error && error.code === "ENOENT";
    if (isAbsent) return success(undefined);
    return failure([report("output-unwritable", { path: dir, reason: reasonOf(error) })]);
  }
}

const settingsOf = (args: InitArguments): Settings => ({
  ...spellOptions(args),
  responses: args.responses,
  importExtension: "js",
});

/** What is generated comes with a stamp, so that the project can generate it again. */
function planProject({ files, generation }: Project, settings: Settings): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  const plan = planOutput(generatedFolder, wanted, () => ({ kind: "absent" }));
  if (!plan.ok) return plan;
  const below = (step: Step): Step => ({ ...step, path: `${generatedFolder}/${step.path}` });
  const own = files.map((file): Step => ({ ...file, target: "", action: "create" }));
  return success({ steps: [...own, ...plan.value.steps.map(below)], stamp: below(plan.value.stamp) });
}

/** The call that generates the same again, from within the project. */
function generateCommand(args: InitArguments, dir: string, target: string): string {
  const spec = args.spec === undefined ? [] : [`--spec ${quoteForShell(relative(dir, args.spec))}`];
  const flags = [`--target ${target}`, ...flagsOf(settingsOf(args)), ...spec, `--out ${generatedFolder}`];
  // Never from a registry by chance: only what the user has installed.
  return `npx --no-install mplus-codegen ${flags.join(" ")}`;
}

/** The folder's name, as npm takes it. */
function packageName(dir: string, target: string): string {
  const name = basename(resolve(dir))
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[._-]+/, "");
  return name === "" ? `mplus-${target}` : name;
}
