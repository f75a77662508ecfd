import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import { isInFolder, type FileState } from "./folder.js";
import type { HashedFile, WantedOutput } from "./stamp.js";
import { compareSettings, formatStamp, hashText, parseStamp, stampName } from "./stamp.js";

export type FileAction = "create" | "change" | "unchanged" | "delete";

/** One file, and what has to be done to it. It has content if something has to be written. */
export interface PlannedFile extends HashedFile {
  readonly target: string;
  readonly action: FileAction;
  readonly content?: string;
  /** Its permissions, where they are not the usual ones. */
  readonly mode?: number;
}

/** What has to be done to every file; the stamp is written last. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly stamp: PlannedFile;
  /** The settings that the folder was made with before, if they were others. */
  readonly before?: string;
}

/** The state of the output folder. */
export interface FolderState {
  readonly find: (path: string) => FileState;
  /** The names of all that is in it. */
  readonly names: readonly string[];
  /** The files that unfinished runs may have written or deleted: each is as it was, or as one of these. */
  readonly unfinished: readonly HashedFile[];
}

/** The files to create, change or delete, the stamp last. */
export const listPendingFiles = ({ files, stamp }: Plan): readonly PlannedFile[] =>
  [...files, stamp].filter(({ action }) => action !== "unchanged");

/**
 * Compares what is wanted with what is there. Refuses to change or delete a file that the tool did not write, and to
 * begin in a folder that holds other things.
 */
export function planOutput(
  out: string,
  wanted: WantedOutput,
  { find, names, unfinished }: FolderState,
): Outcome<Plan> {
  const found = find(stampName);
  if (found.kind === "blocked")
    return failure([report("output-unwritable", { path: `${out}/${stampName}`, reason: found.reason })]);
  const parsed = parseStamp(found.kind === "file" ? found.text : undefined, `${out}/${stampName}`);
  if (!parsed.ok) return parsed;
  const stamp = parsed.value;
  const before = compareSettings(out, wanted, stamp);
  if (!before.ok) return before;
  const stamped = Object.values(stamp.targets).flatMap(({ files }) => Object.entries(files));
  const written = [...stamped.map(([path, hash]) => ({ path, hash })), ...unfinished];
  const plan = (goal: FileGoal) => planFile(goal, find(goal.path), { out, written }) ?? [];
  const outcomes = listGoals(wanted, written).flatMap(plan);
  const problems = outcomes.filter((outcome): outcome is Problem => "severity" in outcome);
  if (problems.length > 0) return failure(problems);
  const expected = [...placeholders, ...wanted.outputs.map(({ target }) => target)];
  const other = names.find((name) => !expected.includes(name));
  if (found.kind === "absent" && unfinished.length === 0 && other !== undefined)
    return failure([report("folder-of-others", { path: out, name: other })]);
  const files = outcomes as PlannedFile[];
  const made = files.filter(({ action }) => action !== "delete");
  return success({
    files,
    stamp: planStamp(formatStamp(wanted, stamp, made), found),
    ...(before.value !== undefined && { before: before.value }),
  });
}

/** What an otherwise empty folder has: what keeps it in version control, and what makes it a package. */
const placeholders = [
  ...[".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", "package.json", "node_modules"],
  ...["package-lock.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "yarn.lock", ".yarnrc.yml", ".yarn"],
  ...[".pnp.cjs", ".pnp.loader.mjs"],
];

/** What is to be at a path: a file, or nothing. */
type FileGoal = Pick<PlannedFile, "path" | "target" | "content">;

/** Nothing is written outside the folder of a target, and nothing deleted: anybody can write a stamp. */
function listGoals({ outputs }: WantedOutput, written: readonly HashedFile[]): readonly FileGoal[] {
  const isInside = ({ path, target }: FileGoal) => path.startsWith(`${target}/`) && isInFolder(path);
  const fresh = outputs.flatMap(({ target, files }) => files.map((file) => ({ ...file, target })));
  const misplaced = fresh.find((goal) => !isInside(goal));
  if (misplaced) throw new Error(`${misplaced.path} does not lie in ${misplaced.target}/`);
  const stale = new Set(written.map(({ path }) => path));
  for (const { path } of fresh) stale.delete(path);
  const gone = outputs.flatMap(({ target }) => Array.from(stale, (path) => ({ path, target })));
  return [...fresh, ...gone.filter(isInside)];
}

/** A file that is not exactly what the tool wrote there is neither overwritten nor deleted. */
function planFile(
  goal: FileGoal,
  found: FileState,
  { out, written }: { readonly out: string; readonly written: readonly HashedFile[] },
): PlannedFile | Problem | undefined {
  const { path, target, content } = goal;
  const hash = content === undefined ? "" : hashText(content);
  const isWanted = hash !== "";
  if (found.kind === "absent") return isWanted ? { ...goal, hash, action: "create" } : undefined;
  // What is to go is no file any more. If the system did not tell, it may be one, and the new stamp does not list it.
  if (found.kind === "blocked" && !isWanted && !found.isUnknown) return undefined;
  if (found.kind === "blocked")
    return report("output-unwritable", { path: `${out}/${path}`, reason: found.reason });
  const present = found.text === content ? hash : hashText(found.text);
  if (present === hash) return { path, target, hash, action: "unchanged" };
  const ours = written.filter((file) => file.path === path);
  if (ours.every((file) => file.hash !== present))
    return report(ours.length > 0 ? "edited-file" : "foreign-file", { path: `${out}/${path}` });
  return isWanted ? { ...goal, hash, action: "change" } : { path, target, hash: present, action: "delete" };
}

function planStamp(content: string, found: FileState): PlannedFile {
  const isSame = found.kind === "file" && hashText(found.text) === hashText(content);
  const action = found.kind === "absent" ? "create" : isSame ? "unchanged" : "change";
  return { path: stampName, target: "", action, content };
}
