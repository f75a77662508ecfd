import { isDeepStrictEqual } from "node:util";
import { parseJson } from "../base/json.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import { isInFolder, type FileState } from "./folder.js";
import { hashContent } from "./layout.js";
import { compareSettings, formatStamp, parseStamp, stampName, type WantedOutput } from "./stamp.js";

export type FileAction = "create" | "change" | "unchanged" | "delete";

export interface PlannedFile {
  readonly path: string;
  readonly target: string;
  readonly action: FileAction;
  readonly content?: string | undefined;
  readonly isFormatted?: true | undefined;
  readonly hash?: string;
  readonly mode?: number | undefined;
}

/** The stamp is written last. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly stamp: PlannedFile;
  /** The stamp during a run. It lists each file with its old and its new hash. */
  readonly interim?: string | undefined;
  /** The folder's earlier settings, if they differ. */
  readonly before?: string | undefined;
}

export interface FolderState {
  readonly find: (path: string) => FileState;
  readonly names: readonly string[];
}

export const isPending = ({ action }: PlannedFile): boolean => action !== "unchanged";

/** The files to create, change or delete; the stamp is last. */
export const listPendingFiles = ({ files, stamp }: Plan): readonly PlannedFile[] =>
  [...files, stamp].filter(isPending);

/**
 * Compares wanted files with existing ones. Fails if it would change or delete a file that the tool did not write
 * or that was edited (unless forced), or if it would start in a folder with other files.
 */
export function planOutput(
  out: string,
  wanted: WantedOutput,
  { find, names }: FolderState,
  isForced = false,
): Outcome<Plan> {
  const found = find(stampName);
  if (found.kind === "blocked") return failure([reportBlocked(`${out}/${stampName}`, found.reason)]);
  const stampText = found.kind === "file" ? found.text : undefined;
  const parsed = parseStamp(stampText, `${out}/${stampName}`);
  if (!parsed.ok) return parsed;
  const stamp = parsed.value;
  const before = compareSettings(out, wanted, stamp);
  if (!before.ok) return before;
  const stamped = new Map(Object.values(stamp.targets).flatMap(({ files }) => Object.entries(files)));
  const goals = listGoals(wanted, [...stamped.keys()]);
  const planned = goals.map((goal) => planFile(goal, find(goal.path), stamped.get(goal.path)));
  const problems = listProblems(out, planned, isForced);
  if (problems.length > 0) return failure(problems);
  const expected = [...placeholders, ...wanted.outputs.map(({ target }) => target)];
  const other = names.find((name) => !expected.includes(name));
  if (stampText === undefined && other !== undefined)
    return failure([report("folder-of-others", { path: out, name: other })]);
  const files = planned.flatMap(({ file }) => file ?? []);
  const format = (listed: readonly PlannedFile[]): string => formatStamp(wanted, stamp, listed);
  const content = format(files.filter(({ action }) => action !== "delete"));
  const interim = format(files.map((file) => ({ ...file, hash: joinHashes(stamped.get(file.path), file) })));
  const isSame = isDeepStrictEqual(parseJson(stampText ?? ""), parseJson(content));
  const action = stampText === undefined ? "create" : isSame ? "unchanged" : "change";
  return success({
    files,
    stamp: { path: stampName, target: "", action, content },
    interim: files.some(isPending) ? interim : undefined,
    before: before.value,
  });
}

/** An empty folder may have these files, which keep it in version control or make it a package. */
const placeholders = [
  ...[".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store", "package.json", "node_modules"],
  ...["package-lock.json", "pnpm-lock.yaml", "pnpm-workspace.yaml", "yarn.lock", ".yarnrc.yml", ".yarn"],
  ...[".pnp.cjs", ".pnp.loader.mjs"],
];

const reportBlocked = (path: string, reason: string): Problem =>
  report("output-unwritable", { path, reason });

type FileGoal = Pick<PlannedFile, "path" | "target" | "content" | "isFormatted">;

/** Writes and deletes only inside the folders of targets, because anybody can write a stamp. */
function listGoals({ outputs }: WantedOutput, stamped: readonly string[]): readonly FileGoal[] {
  const isInside = ({ path, target }: FileGoal) => path.startsWith(`${target}/`) && isInFolder(path);
  const fresh = outputs.flatMap(({ target, files }) => files.map((file) => ({ ...file, target })));
  const misplaced = fresh.find((goal) => !isInside(goal));
  if (misplaced) throw new Error(`${misplaced.path} is not in ${misplaced.target}/`);
  const stale = new Set(stamped);
  for (const { path } of fresh) stale.delete(path);
  const gone = outputs.flatMap(({ target }) => Array.from(stale, (path) => ({ path, target })));
  return [...fresh, ...gone.filter(isInside)];
}

interface FilePlan {
  readonly file?: PlannedFile;
  /** Undefined if nothing prevents the change. */
  readonly obstacle?: {
    readonly kind: "edited" | "foreign" | "blocked";
    readonly path: string;
    readonly reason?: string;
  };
}

/** Ignores layout: a file with the right content keeps the layout that a formatter gave it. */
function planFile({ content, ...goal }: FileGoal, found: FileState, stamped: string | undefined): FilePlan {
  const { path } = goal;
  const hash = content === undefined ? undefined : hashContent(path, content);
  if (found.kind === "absent")
    return hash === undefined ? {} : { file: { ...goal, content, hash, action: "create" } };
  // The file to delete is already gone. If the system could not tell, it may still exist, and the new stamp does not
  // list it.
  if (found.kind === "blocked" && hash === undefined && !found.isUnknown) return {};
  if (found.kind === "blocked") return { obstacle: { kind: "blocked", path, reason: found.reason } };
  const present = hashContent(path, found.text);
  if (present === hash) return { file: { ...goal, hash, action: "unchanged" } };
  const file: PlannedFile =
    hash === undefined
      ? { ...goal, hash: present, action: "delete" }
      : { ...goal, content, hash, action: "change" };
  if (stamped === undefined) return { obstacle: { kind: "foreign", path } };
  return stamped.split(" ").includes(present) ? { file } : { file, obstacle: { kind: "edited", path } };
}

/** Reports each cause once, no matter how many files it affects. */
function listProblems(out: string, planned: readonly FilePlan[], isForced: boolean): readonly Problem[] {
  const obstacles = planned.flatMap(({ obstacle }) => obstacle ?? []);
  const list = (kind: string) =>
    obstacles.filter((each) => each.kind === kind).map(({ path }) => `${out}/${path}`);
  const [edited, foreign] = [isForced ? [] : list("edited"), list("foreign")];
  return [
    ...obstacles.flatMap(({ path, reason }) =>
      reason === undefined ? [] : reportBlocked(`${out}/${path}`, reason),
    ),
    ...(edited.length > 0 ? [report("edited-files", { paths: edited })] : []),
    ...(foreign.length > 0 ? [report("foreign-files", { paths: foreign })] : []),
  ];
}

const joinHashes = (before: string | undefined, { action, hash = "" }: PlannedFile): string =>
  action === "delete" ? (before ?? hash) : [...new Set([...(before?.split(" ") ?? []), hash])].join(" ");
