import { chmodSync } from "node:fs";
import { join, resolve } from "node:path";
import { arrangeFiles, type Arrangement } from "../../init/arrange-files.js";
import { generatedFolder, type Project, type ProjectOptions } from "../../init/project.js";
import { readToolVersion } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { applyPlan } from "../../write/apply.js";
import { findFile } from "../../write/find-file.js";
import { planOutput, type Plan, type PlannedFile } from "../../write/plan.js";
import type { Settings } from "../../write/settings.js";
import { listOtherNames } from "../../write/temporary.js";
import { readExistingPackage, readText } from "./read-folder.js";

interface Place {
  readonly dir: string;
  readonly options: ProjectOptions;
  readonly settings: Settings;
}

/** Writes a project into its folder, all of it or nothing. What is there already is not overwritten. */
export function writeProject(project: Project, place: Place): Outcome<Arrangement> {
  const { dir } = place;
  let arrangement: Arrangement = { files: [], left: [], omitted: [] };
  const planProject = (): Outcome<Plan> => {
    const arranged = arrange(project, place);
    if (!arranged.ok) return arranged;
    arrangement = arranged.value;
    const own = arrangement.files.map((file): PlannedFile => ({ ...file, target: "" }));
    const generated = planGenerated(project, place);
    return generated.ok
      ? success({ files: [...own, ...generated.value.files], stamp: generated.value.stamp })
      : generated;
  };
  const stays = listOtherNames(resolve(dir)).length > 0;
  const applied = applyPlan(resolve(dir), planProject, { stays });
  if (!applied.ok) return applied;
  // The file holds a secret.
  const secret = arrangement.files.find(({ path }) => path === ".env");
  if (secret) chmodSync(join(dir, secret.path), 0o600);
  return success(arrangement);
}

function arrange({ files }: Project, { dir, options }: Place): Outcome<Arrangement> {
  const existing = readExistingPackage(dir);
  if (!existing.ok) return existing;
  const texts = new Map<string, string>();
  for (const { path } of files) {
    const text = readText(dir, path);
    if (!text.ok) return text;
    if (text.value !== undefined) texts.set(path, text.value);
  }
  return success(arrangeFiles(files, options, { texts, packageJson: existing.value }));
}

/** The generated files come with a stamp, so that the project can generate them again. */
function planGenerated({ generation }: Project, { dir, settings }: Place): Outcome<Plan> {
  const wanted = { settings, tool: readToolVersion(), outputs: generation.outputs };
  const folder = resolve(dir, generatedFolder);
  const out = `${dir}/${generatedFolder}`;
  const isStamped = findFile(folder, "stamp.json").kind === "file";
  const [other] = isStamped ? [] : listOtherNames(folder);
  if (other !== undefined) return failure([report("folder-in-use", { path: out, name: other })]);
  const plan = planOutput(out, wanted, (path) => findFile(folder, path));
  if (!plan.ok) return plan;
  const below = (file: PlannedFile): PlannedFile => ({ ...file, path: `${generatedFolder}/${file.path}` });
  return success({ files: plan.value.files.map(below), stamp: below(plan.value.stamp) });
}
