import { randomBytes } from "node:crypto";
import { closeSync, lstatSync, openSync, rmSync, writeFileSync } from "node:fs";
import { hostname, uptime } from "node:os";
import { basename, dirname, join } from "node:path";
import { getErrorCode } from "../base/problem/problem.js";
import { findFile, listFolderNames } from "./folder.js";

/** How the names of the lock file, and of those that guard it, begin: they lie in the output folder. */
export const lockName = ".mplus-codegen-lock";

/** Whether a name in an output folder is that of a lock, or of one that guards it. */
export const isLockName = (name: string): boolean => /^\.mplus-codegen-lock(\.[0-9a-f]{8})*$/.test(name);

/** The content of a lock file: the process that writes. */
interface LockOwner {
  readonly pid: number;
  /** Different for every lock. */
  readonly token: string;
  readonly host: string;
}

/**
 * Takes a lock, also from a run that ended without giving it back; returns its owner if that is alive. If several runs
 * find the lock of a dead one, only one of them may remove it, or the second would remove the new lock of the first. The
 * right to do so is a lock of its own, named after the token of the dead one. Locks that cannot be read have one token:
 * who has the right looks once more whether the lock is in use.
 */
export function takeLock(path: string): LockOwner | undefined {
  while (!createLock(path)) {
    const owner = readOwner(path);
    if (owner === undefined) continue;
    if (isInUse(owner, path)) return owner;
    const right = `${path}.${owner.token}`;
    const other = takeLock(right);
    if (other) return other;
    const still = readOwner(path);
    if (still?.token === owner.token && !isInUse(still, path)) rmSync(path, { force: true });
    rmSync(right, { force: true });
  }
  return undefined;
}

/** Releases the lock of a folder. */
export function releaseLock(folder: string): void {
  for (const name of listFolderNames(folder).filter(isLockName)) rmSync(join(folder, name), { force: true });
}

/** Makes a lock; false if there is one. */
function createLock(path: string): boolean {
  const file = openNewFile(path);
  if (file === undefined) return false;
  try {
    writeFileSync(file, `${process.pid} ${randomBytes(4).toString("hex")} ${hostname()}\n`);
    return true;
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

function openNewFile(path: string): number | undefined {
  try {
    return openSync(path, "wx");
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return undefined;
    throw error;
  }
}

/** The owner of a lock; undefined if there is no lock any more. */
function readOwner(path: string): LockOwner | undefined {
  const found = findFile(dirname(path), basename(path));
  if (found.kind === "absent") return undefined;
  if (found.kind === "blocked") throw new Error(`${basename(path)}: ${found.reason}`);
  // It says something else while it is written, and where it was damaged.
  const fields = /^([1-9]\d*) ([0-9a-f]{8}) (.*)\n$/.exec(found.text) ?? [];
  const [, pid = "unknown", token = "00000000", host = "unknown"] = fields;
  return { pid: Number(pid), token, host };
}

const minute = 60_000;

/**
 * Whether the owner of a lock is alive. The processes of another machine are unknown, and so is who writes a lock that
 * cannot be read: there its age decides.
 */
function isInUse({ pid, host }: LockOwner, path: string): boolean {
  const age = Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  if (Number.isNaN(pid)) return age < minute / 6;
  if (host !== hostname()) return age < 10 * minute;
  // The number may be another process's since the machine was started.
  return age < uptime() * 1000 && isAlive(pid);
}

/** Whether another process has this id. Our own id was that of an earlier run, in a container that was restarted. */
function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return getErrorCode(error) === "EPERM";
  }
}
