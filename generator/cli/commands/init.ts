import { createProject } from "../../init/create-project.js";
import { findFramework, type Framework } from "../../init/frameworks.js";
import { success, type Outcome } from "../../problem/problem.js";
import { loadSpec } from "../../package/load-spec.js";
import type { Args } from "../options/commands.js";
import { readTemplates } from "../../package/package-files.js";
import { formatNewProject, newProjectToJson, type NewProject } from "../report/new-project.js";
import { findOverlap } from "../spec-folder/overlap.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { chooseProjectOptions, toSettings } from "../project/project-options.js";
import { readExistingPackage } from "../project/read-folder.js";
import { writeProject } from "../project/write-project.js";
import type { Surroundings } from "../surroundings.js";

/** `init`: writes a whole project, or adds what one needs to a folder; or writes nothing. */
export async function init(args: Args<"init">, around: Surroundings): Promise<Ending> {
  const framework = findFramework(args.framework);
  if (!framework.ok) return problemEnding(framework.problems, args.json);
  const dir = args.dir ?? `mplus-${framework.value.name}`;
  const overlap = findOverlap({ option: "--dir", out: dir, spec: args.spec });
  if (overlap) return problemEnding([overlap], args.json);
  const made = await makeProject(args, { dir, framework: framework.value }, around);
  if (!made.ok) return problemEnding(made.problems, args.json);
  return args.json
    ? jsonEnding(newProjectToJson(made.value, made.warnings))
    : successEnding(formatNewProject(made.value), made.warnings);
}

async function makeProject(
  args: Args<"init">,
  { dir, framework }: { readonly dir: string; readonly framework: Framework },
  { terminal: { progress }, environment, memo }: Surroundings,
): Promise<Outcome<NewProject>> {
  const existing = readExistingPackage(dir);
  if (!existing.ok) return existing;
  const manifest = existing.value?.manifest;
  const options = chooseProjectOptions(args, { dir, framework, manifest, environment });
  if (!options.ok) return options;
  progress("reading the spec");
  const spec = loadSpec(args.spec, memo);
  if (!spec.ok) return spec;
  progress("making the project");
  const project = await createProject(spec.value, readTemplates(), options.value);
  if (!project.ok) return project;
  progress("writing");
  const settings = toSettings(args);
  const written = writeProject(project.value, { dir, options: options.value, settings });
  if (!written.ok) return written;
  const made = { dir, options: options.value, project: project.value, arrangement: written.value };
  return success({ ...made, isNew: manifest === undefined }, [...spec.warnings, ...project.warnings]);
}
