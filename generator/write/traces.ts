import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { codeOf, insidePrefix, type Place } from "./place.js";

/**
 * What a run leaves if it is killed, by the end of its name:
 *
 * | `new`   | the tree that was to be swapped in                                  | beside the output folder |
 * | `old`   | the tree that was swapped out; the only one, until `new` is in place | beside the output folder |
 * | `moves` | files to be moved one by one, and a journal                         | in the output folder     |
 * | `claim` | a lock that was not taken yet                                       | beside the lock          |
 * | `lock`  | the lock                                                            | on the desk              |
 */
export type TraceKind = "new" | "old" | "moves" | "claim" | "lock";

/** A thing of ours that lies about. */
export interface Trace {
  readonly kind: TraceKind;
  readonly path: string;
  /** The process that made it; a lock names it inside. */
  readonly pid: number;
}

/** A name for a thing of this run. */
export const nameTrace = (prefix: string, kind: Exclude<TraceKind, "lock">): string =>
  `${prefix}${process.pid}-${randomBytes(4).toString("hex")}-${kind}`;

/** Where the lock of a place lies. */
export const lockPath = ({ desk, prefix }: Place): string => join(desk, `${prefix}lock`);

/** Everything of ours that lies in a place and beside it, whoever made it. */
export const findTraces = ({ out, desk, prefix }: Place): Trace[] => [
  ...tracesIn(desk, prefix),
  ...(desk === out ? [] : tracesIn(out, insidePrefix)),
];

function tracesIn(folder: string, prefix: string): Trace[] {
  return namesIn(folder).flatMap((name): Trace[] => {
    const parsed = parseName(name, prefix);
    return parsed ? [{ ...parsed, path: join(folder, name) }] : [];
  });
}

function parseName(name: string, prefix: string): Omit<Trace, "path"> | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const rest = name.slice(prefix.length);
  if (/^lock(\.[0-9a-f]{8})*$/.test(rest)) return { kind: "lock", pid: 0 };
  const [, pid, kind] = /^(\d+)-[0-9a-f]{8}-(new|old|moves|claim)$/.exec(rest) ?? [];
  return kind === undefined ? undefined : { kind: kind as TraceKind, pid: Number(pid) };
}

/** The names in an output folder that are not ours. */
export const othersIn = (out: string): string[] => namesIn(out).filter((name) => !isOurs(name));

/** Whether a name in an output folder is that of a thing we put there for the time of a run. */
export const isOurs = (name: string): boolean => parseName(name, insidePrefix) !== undefined;

/** The names in a folder; none where there is no folder, or none that may be listed. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (["ENOENT", "ENOTDIR", "EACCES", "EPERM"].includes(codeOf(error))) return [];
    throw error;
  }
}
