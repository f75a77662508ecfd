import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { listNames } from "./file-system.js";
import { insidePrefix, type Location } from "./location.js";

/**
 * The temporary files and folders of a run, which stay if it is killed, by the end of their names:
 *
 * | `new`   | the new tree, to be swapped in                                      | in the work folder   |
 * | `old`   | the old tree, swapped out; the only one until `new` is in its place | in the work folder   |
 * | `moves` | files that are moved one by one, and their journal                  | in the output folder |
 * | `claim` | a lock that is not taken yet                                        | in the work folder   |
 * | `lock`  | the lock                                                            | in the work folder   |
 */
export type TemporaryKind = "new" | "old" | "moves" | "claim" | "lock";

/** A temporary file or folder that was found. */
export interface Temporary {
  readonly kind: TemporaryKind;
  readonly path: string;
  /** The process that made it; 0 for a lock, which names its process inside. */
  readonly pid: number;
}

/** Creates a name that no other run uses. */
export const createTemporaryName = (prefix: string, kind: Exclude<TemporaryKind, "lock">): string =>
  `${prefix}${process.pid}-${randomBytes(4).toString("hex")}-${kind}`;

/** Returns the path of the lock of an output folder. */
export const getLockPath = ({ workFolder, prefix }: Location): string => join(workFolder, `${prefix}lock`);

/** Finds everything temporary of an output folder, whichever run made it. */
export const findTemporaries = ({ out, workFolder, prefix }: Location): Temporary[] => [
  ...findIn(workFolder, prefix),
  ...(workFolder === out ? [] : findIn(out, insidePrefix)),
];

const findIn = (folder: string, prefix: string): Temporary[] =>
  listNames(folder).flatMap((name) => {
    const parsed = parseName(name, prefix);
    return parsed ? [{ ...parsed, path: join(folder, name) }] : [];
  });

function parseName(name: string, prefix: string): Omit<Temporary, "path"> | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const rest = name.slice(prefix.length);
  if (/^lock(\.[0-9a-f]{8})*$/.test(rest)) return { kind: "lock", pid: 0 };
  const [, pid, kind] = /^(\d+)-[0-9a-f]{8}-(new|old|moves|claim)$/.exec(rest) ?? [];
  return kind === undefined ? undefined : { kind: kind as TemporaryKind, pid: Number(pid) };
}

/** Whether a name in an output folder is that of something temporary of ours. */
const isTemporaryName = (name: string): boolean => parseName(name, insidePrefix) !== undefined;

/** Lists the names in an output folder without our temporary ones. */
export const listOtherNames = (out: string): string[] =>
  listNames(out).filter((name) => !isTemporaryName(name));
