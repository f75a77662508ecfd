import { resolve } from "node:path";
import { arrangeFiles, type Arrangement } from "../../init/arrange-files.js";
import { generatedFolder, type Project, type ProjectOptions } from "../../init/project.js";
import { readToolVersion } from "../../package/package-files.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { applyPlan, lookAt, readBegun } from "../../write/apply.js";
import { planOutput, type Plan, type PlannedFile } from "../../write/plan.js";
import type { HashedFile, Settings } from "../../write/stamp.js";
import { readExistingPackage, readText } from "./read-folder.js";

interface Place {
  readonly dir: string;
  readonly options: ProjectOptions;
  readonly settings: Settings;
}

/** Writes a project into its folder. What is there already is not overwritten. */
export function writeProject(project: Project, place: Place): Outcome<Arrangement> {
  const { dir } = place;
  let arrangement: Arrangement = { files: [], left: [], omitted: [] };
  const planProject = (): Outcome<Plan> => {
    const arranged = arrange(project, place);
    if (!arranged.ok) return arranged;
    arrangement = arranged.value;
    const own = arrangement.files.map((file): PlannedFile => ({
      ...file,
      target: "",
      // The file holds a secret.
      ...(file.path === ".env" && { mode: 0o600 }),
    }));
    const generated = planGenerated(project, place);
    return generated.ok
      ? success({ files: [...own, ...generated.value.files], stamp: generated.value.stamp })
      : generated;
  };
  const applied = applyPlan(resolve(dir), planProject);
  return applied.ok ? success(arrangement) : applied;
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
  const look = { ...lookAt(folder), begun: begunBelow(readBegun(resolve(dir))) };
  const isOurs = look.find("stamp.json").kind === "file" || look.begun.length > 0;
  const [other] = isOurs ? [] : look.names;
  if (other !== undefined) return failure([report("folder-in-use", { path: out, name: other })]);
  const plan = planOutput(out, wanted, { ...look, names: [] });
  if (!plan.ok) return plan;
  const below = (file: PlannedFile): PlannedFile => ({ ...file, path: `${generatedFolder}/${file.path}` });
  return success({ files: plan.value.files.map(below), stamp: below(plan.value.stamp) });
}

/** What a run that was killed here wrote into the folder of generated files: its note lies in the project's. */
const begunBelow = (begun: readonly HashedFile[]): readonly HashedFile[] =>
  begun.flatMap(({ path, hash = "" }) =>
    path.startsWith(`${generatedFolder}/`) ? { path: path.slice(generatedFolder.length + 1), hash } : [],
  );
