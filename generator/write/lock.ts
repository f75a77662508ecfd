import { randomBytes } from "node:crypto";
import { renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { basename, dirname, join } from "node:path";
import { getErrorCode } from "../problem/problem.js";
import { findFile, listNames } from "./folder.js";

/** How the names of the lock file, and of those that guard it, begin: they lie in the output folder. */
export const lockName = ".mplus-codegen-lock";

/** The hashes of what runs that have not ended write, by path. A folder that was killed in holds old files or these. */
export type Begun = Readonly<Record<string, readonly string[]>>;

/** What the lock file says: which process writes, and what. */
export interface Owner {
  /** 0: it has ended, and left some of the old files. */
  readonly pid: number;
  readonly host: string;
  /** Different for every lock. */
  readonly token: string;
  readonly begun: Begun;
}

/** The lock of an output folder, while it is ours. */
export interface Lock {
  /** What runs before had begun, and did not end. */
  readonly begun: Begun;
  /** Says what is written from now on. */
  readonly note: (hashes: Readonly<Record<string, string>>) => void;
  /** Gives the lock back; where not all was written, what it says stays for the next run. */
  readonly release: (isWhole: boolean) => void;
}

/** What runs that were killed or failed may have written into a folder; nothing where the system does not tell. */
export function readBegun(folder: string): Begun {
  try {
    return readOwner(join(folder, lockName))?.begun ?? {};
  } catch {
    return {};
  }
}

/** Takes the lock of a folder, also from a run that has ended without giving it back; or names the run that has it. */
export function takeLock(folder: string): { readonly lock: Lock } | { readonly owner: Owner } {
  const path = join(folder, lockName);
  const own: Owner = { pid: process.pid, host: hostname(), token: randomBytes(4).toString("hex"), begun: {} };
  const owner = take(path, own);
  if (owner) return { owner };
  const { begun } = readOwner(path) ?? own;
  let said: Owner = { ...own, begun };
  const say = (next: Owner): void => replace(path, (said = next));
  return {
    lock: {
      begun,
      note: (hashes) => {
        const added = Object.entries(hashes).map(([file, hash]) => [file, [...(begun[file] ?? []), hash]]);
        say({ ...said, begun: { ...begun, ...(Object.fromEntries(added) as Begun) } });
      },
      release: (isWhole) => {
        if (!isWhole) say({ ...said, pid: 0 });
        else
          for (const name of listNames(folder).filter(isLockName))
            rmSync(join(folder, name), { force: true });
      },
    },
  };
}

/** Whether a name in an output folder is that of a lock, or of what stands beside one for a moment. */
export const isLockName = (name: string): boolean =>
  name.startsWith(lockName) && /^([.-][0-9a-f]{8})*$/.test(name.slice(lockName.length));

/**
 * Takes a lock; returns its owner if that is alive. If several runs find the lock of a dead one, only one of them may
 * replace it, or the second would replace the new lock of the first. The right to do so is a lock of its own, named
 * after the token of the dead one.
 */
function take(path: string, own: Owner): Owner | undefined {
  for (;;) {
    if (create(path, own)) return undefined;
    const owner = readOwner(path);
    if (owner === undefined) continue;
    if (isInUse(owner, path)) return owner;
    const right = `${path}.${owner.token}`;
    const other = take(right, own);
    if (other) return other;
    const isSame = readOwner(path)?.token === owner.token;
    if (isSame) replace(path, { ...own, begun: owner.begun });
    rmSync(right, { force: true });
    if (isSame) return undefined;
  }
}

function create(path: string, own: Owner): boolean {
  try {
    writeFileSync(path, JSON.stringify(own), { flag: "wx" });
    return true;
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

/** In one step, so that nobody reads half of it. */
function replace(path: string, owner: Owner): void {
  // A name that nobody can foresee: a link of that name would lead the text elsewhere.
  const temporary = `${path}-${randomBytes(4).toString("hex")}`;
  writeFileSync(temporary, JSON.stringify(owner), { flag: "wx" });
  renameSync(temporary, path);
}

/** The owner of a lock; undefined if there is no lock any more. */
function readOwner(path: string): Owner | undefined {
  const found = findFile(dirname(path), basename(path));
  if (found.kind === "absent") return undefined;
  if (found.kind === "blocked") throw new Error(`${basename(path)}: ${found.reason}`);
  try {
    const { pid, host, token, begun } = JSON.parse(found.text) as Owner;
    const isWhole =
      /^[0-9a-f]{8}$/.test(token) && Object.values(begun).every((hashes) => Array.isArray(hashes));
    if (isWhole) return { pid, host, token, begun };
  } catch {
    // It is written just now, or was damaged.
  }
  return { pid: NaN, host: "", token: "00000000", begun: {} };
}

const minute = 60_000;

/**
 * Whether the owner of a lock is alive. The processes of another machine are unknown, and so is who writes a lock that
 * cannot be read: there its age decides.
 */
function isInUse({ pid, host }: Owner, path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
  if (pid === 0 || made === undefined) return false;
  const age = Date.now() - made;
  if (Number.isNaN(pid)) return age < minute / 6;
  if (host !== hostname()) return age < 10 * minute;
  // The number may be another process's since the machine was started.
  return age < uptime() * 1000 && isAlive(pid);
}

/** Whether another process has this id. Our own id was that of an earlier run, in a container that was restarted. */
function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return getErrorCode(error) === "EPERM";
  }
}
