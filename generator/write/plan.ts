import type { ReadOption } from "../options.js";
import { posix } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import type { FoundFile } from "./folder.js";
import type { Begun } from "./lock.js";
import {
  addRead,
  describeSettings,
  formatFlags,
  isSameSettings,
  keepRead,
  type Settings,
} from "./settings.js";
import { formatStamp, hashText, parseStamp, stampName, type Stamp } from "./stamp.js";

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

/** What there is in the output folder. */
export interface Look {
  readonly find: (path: string) => FoundFile;
  /** The names of all that is in it. */
  readonly names: readonly string[];
  /** What runs that did not end may have written. */
  readonly begun: Begun;
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
  const stamp = parseStamp(found.kind === "file" ? found.text : undefined, `${out}/${stampName}`);
  if (!stamp.ok) return stamp;
  const mixed = findOtherSettings(out, wanted, stamp.value);
  if (mixed) return failure([mixed]);
  const folder: Folder = { out, find, written: listWritten(stamp.value, begun) };
  const outcomes = [...planWrites(wanted, folder), ...planDeletes(wanted, folder)];
  const problems = outcomes.filter((outcome): outcome is Problem => "severity" in outcome);
  if (problems.length > 0) return failure(problems);
  const isNew = found.kind === "absent" && Object.keys(begun).length === 0;
  const other = isNew ? findOther(names, wanted) : undefined;
  if (other !== undefined) return failure([report("folder-of-others", { path: out, name: other })]);
  const before = describeFormerSettings(wanted, stamp.value);
  return success({
    files: outcomes as PlannedFile[],
    stamp: planStamp(wanted, stamp.value, find),
    ...(before !== undefined && { before }),
  });
}

/** Finds a name that is neither a target nor one that keeps an empty folder in version control. */
const findOther = (names: readonly string[], { outputs }: Wanted): string | undefined =>
  names.find((name) => !placeholders.has(name) && !outputs.some(({ target }) => target === name));

const placeholders = new Set([".gitkeep", ".keep", ".gitignore", ".gitattributes", ".DS_Store"]);

/** Reports targets that this run does not generate again, if they were made with other settings. */
function findOtherSettings(out: string, { settings, outputs }: Wanted, stamp: Stamp): Problem | undefined {
  const remade = outputs.map(({ target }) => target);
  const reads = outputs.flatMap((output) => output.reads ?? []);
  const asked = keepRead(settings, reads);
  const others = Object.entries(stamp.targets).filter(
    ([name, entry]) => !remade.includes(name) && !isSameSettings(entry, asked),
  );
  const [first] = others;
  if (!first) return undefined;
  const [names, entries] = [others.map(([name]) => name), others.map(([, entry]) => entry)];
  const call = (targets: readonly string[], made: Settings): string =>
    ["mplus-codegen", `--target ${targets.join(",")}`, ...formatFlags(made), `--out ${out}`].join(" ");
  return report("other-range", {
    existing: describeSettings(first[1]),
    asked: describeSettings(asked),
    targets: names.join(", "),
    joining: call(remade, keepRead(addRead(first[1], [asked]), reads)),
    command: call([...remade, ...names], addRead(asked, entries)),
  });
}

function describeFormerSettings({ settings, outputs }: Wanted, stamp: Stamp): string | undefined {
  const others = outputs.flatMap(({ target, reads = [] }) => {
    const entry = stamp.targets[target];
    return entry && !isSameSettings(entry, keepRead(settings, reads)) ? [describeSettings(entry)] : [];
  });
  return others[0];
}

interface Folder extends Pick<Look, "find"> {
  readonly out: string;
  /** The hashes of what the tool wrote, by path. */
  readonly written: ReadonlyMap<string, readonly string[]>;
}

function listWritten({ targets }: Stamp, begun: Begun): ReadonlyMap<string, readonly string[]> {
  const stamped = Object.values(targets).flatMap(({ files }) => Object.entries(files));
  const all = [...stamped.map(([path, hash]) => [path, [hash]] as const), ...Object.entries(begun)];
  const written = new Map<string, readonly string[]>();
  for (const [path, hashes] of all) written.set(path, [...(written.get(path) ?? []), ...hashes]);
  return written;
}

function planWrites({ outputs }: Wanted, { out, find, written }: Folder): (PlannedFile | Problem)[] {
  return outputs.flatMap(({ target, files }) =>
    files.map(({ path, content }): PlannedFile | Problem => {
      if (!isInside(path, target)) throw new Error(`${path} does not lie in ${target}/`);
      const found = find(path);
      if (found.kind === "absent") return { path, target, action: "create", content };
      if (found.kind === "blocked")
        return report("output-unwritable", { path: `${out}/${path}`, reason: found.reason });
      if (found.text === content || hashText(found.text) === hashText(content))
        return { path, target, action: "unchanged" };
      return findForeign(out, path, found.text, written) ?? { path, target, action: "change", content };
    }),
  );
}

function planDeletes({ outputs }: Wanted, { out, find, written }: Folder): (PlannedFile | Problem)[] {
  return outputs.flatMap(({ target, files }) => {
    const kept = new Set(files.map(({ path }) => path));
    const gone = [...written.keys()].filter((path) => !kept.has(path) && isInside(path, target));
    return gone.flatMap((path): (PlannedFile | Problem)[] => {
      const found = find(path);
      // The new stamp does not list it: it would never be deleted.
      if (found.kind === "blocked" && found.isUnknown)
        return [report("output-unwritable", { path: `${out}/${path}`, reason: found.reason })];
      if (found.kind !== "file") return [];
      return [findForeign(out, path, found.text, written) ?? { path, target, action: "delete" }];
    });
  });
}

/** Nothing is written outside the folder of a target, and nothing deleted: anybody can write a stamp. */
const isInside = (path: string, target: string): boolean => path.startsWith(`${target}/`) && isInFolder(path);

/** Whether a path leads to a file below the folder. */
export const isInFolder = (path: string): boolean =>
  posix.normalize(path) === path && !/^\.\.(\/|$)|^\/|\\|\/$/.test(path);

/** Reports a file that must not be overwritten or deleted: it is not exactly what the tool wrote there. */
function findForeign(
  out: string,
  path: string,
  text: string,
  written: Folder["written"],
): Problem | undefined {
  const ours = written.get(path);
  if (!ours) return report("foreign-file", { path: `${out}/${path}` });
  return ours.includes(hashText(text)) ? undefined : report("edited-file", { path: `${out}/${path}` });
}

function planStamp({ settings, tool, outputs }: Wanted, before: Stamp, find: Look["find"]): PlannedFile {
  const entries = outputs.map(({ target, reads = [], files }) => [
    target,
    {
      ...keepRead(settings, reads),
      tool,
      files: Object.fromEntries(files.map(({ path, content }) => [path, hashText(content)])),
    },
  ]);
  const content = formatStamp({
    targets: { ...before.targets, ...(Object.fromEntries(entries) as Stamp["targets"]) },
  });
  const found = find(stampName);
  const action =
    found.kind !== "file" ? "create" : hashText(found.text) === hashText(content) ? "unchanged" : "change";
  return { path: stampName, target: "", action, content };
}
