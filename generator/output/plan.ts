import { isDeepStrictEqual } from "node:util";
import { parseJson } from "../base/json.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import { isInFolder, type FileState } from "./folder.js";
import {
  formatFingerprint,
  hashBare,
  hashText,
  isSameButForLayout,
  parseFingerprints,
  type Fingerprint,
} from "./fingerprint.js";
import type { OutputFile } from "../targets/target.js";
import { compareSettings, formatStamp, parseStamp, stampName, type WantedOutput } from "./stamp.js";

export type FileAction = "create" | "change" | "unchanged" | "delete";

export interface PlannedFile {
  readonly path: string;
  readonly target: string;
  readonly action: FileAction;
  readonly content?: string | undefined;
  readonly isFormatted?: true | undefined;
  readonly fingerprint?: Fingerprint | undefined;
  readonly mode?: number | undefined;
}

/** The stamp is written last. */
export interface Plan {
  readonly files: readonly PlannedFile[];
  readonly stamp: PlannedFile;
  /** The stamp during a run. It lists each file with its old and its new fingerprint. */
  readonly interim?: string | undefined;
  /** The folder's earlier settings, if they differ. */
  readonly before?: string | undefined;
}

export interface FolderState {
  readonly find: (path: string) => FileState;
  readonly names: readonly string[];
  /** Gives files the layout of the project. Undefined if the plan will not be carried out. */
  readonly format?: ((files: readonly OutputFile[]) => Promise<Outcome<readonly OutputFile[]>>) | undefined;
}

export const isPending = ({ action }: PlannedFile): boolean => action !== "unchanged";

/** The files to create, change or delete; the stamp is last. */
export const listPendingFiles = ({ files, stamp }: Plan): readonly PlannedFile[] =>
  [...files, stamp].filter(isPending);

/**
 * Compares wanted files with existing ones. Fails if it would change or delete a file that the tool did not write
 * or that was edited (unless forced), or if it would start in a folder with other files.
 */
export async function planOutput(
  out: string,
  wanted: WantedOutput,
  { find, names, format }: FolderState,
  isForced = false,
): Promise<Outcome<Plan>> {
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
  const planned = await Promise.all(
    goals.map((goal) => planFile(goal, find(goal.path), parseFingerprints(stamped.get(goal.path)))),
  );
  const problems = listProblems(out, planned, isForced);
  if (problems.length > 0) return failure(problems);
  const expected = [...placeholders, ...wanted.outputs.map(({ target }) => target)];
  const other = names.find((name) => !expected.includes(name));
  if (stampText === undefined && other !== undefined)
    return failure([report("folder-of-others", { path: out, name: other })]);
  const unformatted = planned.flatMap(({ file }) => file ?? []);
  const formatted = format ? await formatPending(unformatted, format) : success(unformatted);
  if (!formatted.ok) return formatted;
  const files = formatted.value;
  const toText = (listed: readonly StampedFile[]): string => formatStamp(wanted, stamp, listed);
  const content = toText(files.filter(({ action }) => action !== "delete").map(toStamped));
  const interim = toText(files.map((file) => keepBoth(stamped.get(file.path), toStamped(file))));
  const isSame = isDeepStrictEqual(parseJson(stampText ?? ""), parseJson(content));
  const action = stampText === undefined ? "create" : isSame ? "unchanged" : "change";
  const unformattedStamp = { path: stampName, target: "", action, content } as const;
  const stampFile = format ? await format([unformattedStamp]) : success([unformattedStamp]);
  if (!stampFile.ok) return stampFile;
  return success(
    {
      files,
      stamp: { ...unformattedStamp, content: stampFile.value[0]?.content },
      interim: files.some(isPending) ? interim : undefined,
      before: before.value,
    },
    formatted.warnings,
  );
}

type Format = NonNullable<FolderState["format"]>;

/** Formats the files that are created or changed. */
async function formatPending(
  files: readonly PlannedFile[],
  format: Format,
): Promise<Outcome<readonly PlannedFile[]>> {
  const formatted = await format(
    files.flatMap(({ content, ...file }) => (content === undefined ? [] : { ...file, content })),
  );
  if (!formatted.ok) return formatted;
  const texts = new Map(formatted.value.map((file) => [file.path, file]));
  const written = files.map((file) => toWrittenFile(file, texts.get(file.path)));
  return success(written, formatted.warnings);
}

/** Records the text that the file will have. */
function toWrittenFile(file: PlannedFile, formatted: OutputFile | undefined): PlannedFile {
  const { path, fingerprint } = file;
  if (formatted === undefined || fingerprint === undefined) return file;
  const { content } = formatted;
  const written = hashText(content);
  return { ...file, content, fingerprint: { ...fingerprint, written, bare: hashBare(path, content) } };
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

/** Compares bytes first. A file with other bytes but the right content keeps the layout that a formatter gave it. */
async function planFile(
  { content, ...goal }: FileGoal,
  found: FileState,
  stamped: readonly Fingerprint[],
): Promise<FilePlan> {
  const { path } = goal;
  const emitted = content === undefined ? "" : hashText(content);
  const earlier = stamped.find((each) => each.emitted === emitted);
  const fingerprint = earlier ?? { emitted, written: "", bare: "" };
  if (found.kind === "absent")
    return content === undefined ? {} : { file: { ...goal, content, fingerprint, action: "create" } };
  // The file to delete is already gone. If the system could not tell, it may still exist, and the new stamp does not
  // list it.
  if (found.kind === "blocked" && content === undefined && !found.isUnknown) return {};
  if (found.kind === "blocked") return { obstacle: { kind: "blocked", path, reason: found.reason } };
  const written = hashText(found.text);
  const file: PlannedFile =
    content === undefined
      ? { ...goal, action: "delete" }
      : { ...goal, content, fingerprint, action: "change" };
  const known = stamped.filter((each) => each.written === written);
  if (known.some((each) => each.emitted === emitted))
    return { file: { ...goal, fingerprint, action: "unchanged" } };
  if (known.length > 0) return { file };
  const bare = hashBare(path, found.text);
  if (content !== undefined && (await isSameButForLayout(path, found.text, content)))
    return { file: { ...goal, fingerprint: earlier ?? { emitted, written, bare }, action: "unchanged" } };
  if (stamped.length === 0) return { obstacle: { kind: "foreign", path } };
  return stamped.some((each) => each.emitted !== emitted && each.bare === bare)
    ? { file }
    : { file, obstacle: { kind: "edited", path } };
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

type StampedFile = Pick<PlannedFile, "path" | "target"> & { readonly stamped: string };

const toStamped = ({ path, target, fingerprint }: PlannedFile): StampedFile => ({
  path,
  target,
  stamped: fingerprint === undefined ? "" : formatFingerprint(fingerprint),
});

/** A killed run may leave the old or the new text. */
const keepBoth = (before: string | undefined, { stamped, ...file }: StampedFile): StampedFile => ({
  ...file,
  stamped: [...new Set([...(before?.split(" ") ?? []), stamped])].filter((each) => each !== "").join(" "),
});
