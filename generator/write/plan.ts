import type { ReadOption } from "../options.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { isInFolder, type FoundFile } from "./folder.js";
import {
  describeSettings,
  formatFlags,
  hashText,
  isSameSettings,
  parseStamp,
  recordSettings,
  stampName,
  type Settings,
  type Stamp,
} from "./stamp.js";

/** What a run wants to be in the output folder. */
export interface Wanted {
  readonly settings: Settings;
  readonly tool: string;
  readonly outputs: readonly {
    readonly target: string;
    /** Left out: nothing but what all targets read. */
    readonly reads?: readonly ReadOption[] | undefined;
    readonly files: readonly { readonly path: string; readonly content: string }[];
  }[];
}

export type Action = "create" | "change" | "unchanged" | "delete";

/** One file, and what has to be done to it. It has content if something has to be written. */
export interface PlannedFile {
  readonly path: string;
  readonly target: string;
  readonly action: Action;
  readonly content?: string;
  /** The hash of what is written or deleted, where a stamp lists it. */
  readonly hash?: string;
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

/** The path of a file, and the hash of what is written or deleted there. */
export type HashedFile = Pick<PlannedFile, "path" | "hash">;

/** What there is in the output folder. */
export interface Look {
  readonly find: (path: string) => FoundFile;
  /** The names of all that is in it. */
  readonly names: readonly string[];
  /** What runs that did not end may have written or deleted: each file is as it was, or as one of these. */
  readonly begun: readonly HashedFile[];
}

/** Lists the files that something has to be done to, the stamp last. */
export const listDue = ({ files, stamp }: Plan): readonly PlannedFile[] =>
  [...files, stamp].filter(({ action }) => action !== "unchanged");

/**
 * Compares what is wanted with what is there. Refuses to change or delete a file that the tool did not write, and to
 * begin in a folder that holds other things.
 */
export function planOutput(out: string, wanted: Wanted, { find, names, begun }: Look): Outcome<Plan> {
  const found = find(stampName);
  if (found.kind === "blocked")
    return failure([report("output-unwritable", { path: `${out}/${stampName}`, reason: found.reason })]);
  const parsed = parseStamp(found.kind === "file" ? found.text : undefined, `${out}/${stampName}`);
  if (!parsed.ok) return parsed;
  const stamp = parsed.value;
  const mixed = findMixture(out, wanted, stamp);
  if (mixed) return failure([mixed]);
  const stamped = Object.values(stamp.targets).flatMap(({ files }) => Object.entries(files));
  const written = [...stamped.map(([path, hash]) => ({ path, hash })), ...begun];
  const plan = (goal: Goal) => planFile(goal, find(goal.path), { out, written }) ?? [];
  const outcomes = listGoals(wanted, written).flatMap(plan);
  const problems = outcomes.filter((outcome): outcome is Problem => "severity" in outcome);
  if (problems.length > 0) return failure(problems);
  const other = names.find((name) => !isExpected(name, wanted));
  if (found.kind === "absent" && begun.length === 0 && other !== undefined)
    return failure([report("folder-of-others", { path: out, name: other })]);
  const former = wanted.outputs.map(({ target }) => stamp.targets[target]);
  const before = former.find((entry) => entry && !isSameSettings(entry, wanted.settings));
  const files = outcomes as PlannedFile[];
  return success({
    files,
    stamp: planStamp(formatStamp(wanted, files, stamp), found),
    ...(before && { before: describeSettings(before) }),
  });
}

/** Whether a name is that of a target, or one that keeps an empty folder in version control. */
const isExpected = (name: string, { outputs }: Wanted): boolean =>
  placeholders.includes(name) || outputs.some(({ target }) => target === name);

const placeholders = [".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store"];

/** Reports targets that this run does not generate again, if they were made with other settings. */
function findMixture(out: string, { settings, outputs }: Wanted, { targets }: Stamp): Problem | undefined {
  const remade = outputs.map(({ target }) => target);
  const reads = outputs.flatMap((output) => output.reads ?? []);
  const asked = recordSettings(settings, reads);
  const others = Object.entries(targets).filter(
    ([name, entry]) => !remade.includes(name) && !isSameSettings(entry, asked),
  );
  const names = others.map(([name]) => name);
  const [first] = others.map(([, entry]) => entry);
  if (!first) return undefined;
  const call = (called: readonly string[], flags: readonly string[]): string =>
    ["mplus-codegen", `--target ${called.join(",")}`, ...flags, `--out ${out}`].join(" ");
  const all = others.reduce((read, [, entry]) => ({ ...entry, ...read }), asked);
  return report("other-range", {
    existing: describeSettings(first),
    asked: describeSettings(asked),
    targets: names.join(", "),
    joining: call(remade, formatFlags(first, asked)),
    command: call([...remade, ...names], formatFlags(asked, all)),
  });
}

/** What is to be at a path: a file, or nothing. */
type Goal = Pick<PlannedFile, "path" | "target" | "content">;

/** Nothing is written outside the folder of a target, and nothing deleted: anybody can write a stamp. */
function listGoals({ outputs }: Wanted, written: readonly HashedFile[]): readonly Goal[] {
  const isInside = ({ path, target }: Goal) => path.startsWith(`${target}/`) && isInFolder(path);
  const fresh = outputs.flatMap(({ target, files }) => files.map((file) => ({ ...file, target })));
  const astray = fresh.find((goal) => !isInside(goal));
  if (astray) throw new Error(`${astray.path} does not lie in ${astray.target}/`);
  const stale = new Set(written.map(({ path }) => path));
  for (const { path } of fresh) stale.delete(path);
  const gone = outputs.flatMap(({ target }) => Array.from(stale, (path) => ({ path, target })));
  return [...fresh, ...gone.filter(isInside)];
}

/** A file that is not exactly what the tool wrote there is neither overwritten nor deleted. */
function planFile(
  goal: Goal,
  found: FoundFile,
  { out, written }: { readonly out: string; readonly written: readonly HashedFile[] },
): PlannedFile | Problem | undefined {
  const { path, target, content } = goal;
  const hash = content === undefined ? "" : hashText(content);
  const isWanted = hash !== "";
  if (found.kind === "absent") return isWanted ? { ...goal, hash, action: "create" } : undefined;
  // What is to go may be there if the system did not tell, and the new stamp does not list it: it would never be deleted.
  if (found.kind === "blocked")
    return isWanted || found.isUnknown
      ? report("output-unwritable", { path: `${out}/${path}`, reason: found.reason })
      : undefined;
  const present = found.text === content ? hash : hashText(found.text);
  if (present === hash) return { path, target, hash, action: "unchanged" };
  const ours = written.filter((file) => file.path === path);
  if (ours.every((file) => file.hash !== present))
    return report(ours.length > 0 ? "edited-file" : "foreign-file", { path: `${out}/${path}` });
  return isWanted ? { ...goal, hash, action: "change" } : { path, target, hash: present, action: "delete" };
}

/** Targets and files are sorted, so that a small change is a small diff. */
function formatStamp(
  { settings, tool, outputs }: Wanted,
  planned: readonly PlannedFile[],
  { targets }: Stamp,
): string {
  const entries = outputs.map(({ target, reads = [] }) => {
    const own = planned.filter((file) => file.target === target && file.action !== "delete");
    const files = sortKeys(own.map(({ path, hash }) => [path, hash]));
    return [target, { ...recordSettings(settings, reads), tool, files }] as const;
  });
  const all = sortKeys([...Object.entries(targets), ...entries]);
  return `${JSON.stringify({ targets: all }, null, 2)}\n`;
}

/** Of two entries with one key the later is taken. */
const sortKeys = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

function planStamp(content: string, found: FoundFile): PlannedFile {
  const isSame = found.kind === "file" && hashText(found.text) === hashText(content);
  const action = found.kind === "absent" ? "create" : isSame ? "unchanged" : "change";
  return { path: stampName, target: "", action, content };
}
