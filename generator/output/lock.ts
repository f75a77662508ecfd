import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { report } from "../base/problem/catalogue.js";
import { failure, getErrorCode, type Outcome } from "../base/problem/problem.js";
import { findFile } from "./folder.js";

/** The file in an output folder that names the run that writes there: its process and its machine. */
export const lockName = ".mplus-codegen-lock";

/** Does a task while no other run writes to a folder. */
export async function withLock<T>(out: string, task: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const lock = join(out, lockName);
  if (!takeLock(lock) && !(removeStaleLock(out) && takeLock(lock))) {
    const { pid, host } = readOwner(out);
    return failure([report("folder-locked", { pid: pid || "unknown", host, path: out, lock })]);
  }
  try {
    return await task();
  } finally {
    rmSync(lock, { force: true });
  }
}

/** Makes a lock; false if there is one. */
function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return false;
    // A full disk may leave it empty.
    rmSync(lock, { force: true });
    throw error;
  }
}

/** In milliseconds. No run takes ten minutes. A lock without a name is from a run that was killed as it made the lock. */
const [maxAge, maxAgeUnnamed] = [600_000, 1000];

/** Removes the lock of a run that was killed; false if it may be writing still. */
function removeStaleLock(out: string): boolean {
  const lock = join(out, lockName);
  const { pid, host } = readOwner(out);
  const age = Date.now() - (lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const isGone = host === hostname() && !isAlive(pid);
  const isStale = isGone || age > (pid > 0 ? maxAge : maxAgeUnnamed);
  if (isStale) rmSync(lock, { force: true });
  return isStale;
}

/** The process that a lock names: 0 where it names none. Throws where something else is in the place of the lock. */
function readOwner(out: string): { readonly pid: number; readonly host: string } {
  const found = findFile(out, lockName);
  if (found.kind === "blocked") throw new Error(`${lockName}: ${found.reason}`);
  const text = found.kind === "file" ? found.text : "";
  const [, pid = 0, host = "unknown"] = /^(\d+) (.+)\n$/.exec(text) ?? [];
  return { pid: Number(pid), host };
}

/** Whether another process has this id. Our own id was that of an earlier run, in a container that was restarted. */
function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return getErrorCode(error) === "EPERM";
  }
}
