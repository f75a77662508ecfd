import { lstatSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { report } from "../base/problem/catalogue.js";
import { failure, getErrorCode, type Outcome } from "../base/problem/problem.js";
import { findFile } from "./folder.js";

/** Names the process and the machine of the run that is writing in the output folder. */
export const lockName = ".mplus-codegen-lock";

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

function takeLock(lock: string): boolean {
  try {
    writeFileSync(lock, `${process.pid} ${hostname()}\n`, { flag: "wx" });
    return true;
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return false;
    // A full disk may have left it empty.
    rmSync(lock, { force: true });
    throw error;
  }
}

/**
 * In milliseconds. No run takes ten minutes. A lock without an owner belongs to a run that was killed while creating
 * it.
 */
const [maxAge, maxAgeUnnamed] = [600_000, 1000];

/** Removes the lock of a killed run; false if that run may still be writing. */
function removeStaleLock(out: string): boolean {
  const lock = join(out, lockName);
  const { pid, host } = readOwner(out);
  const age = Date.now() - (lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs ?? 0);
  const isGone = host === hostname() && !isAlive(pid);
  const isStale = isGone || age > (pid > 0 ? maxAge : maxAgeUnnamed);
  if (isStale) rmSync(lock, { force: true });
  return isStale;
}

/**
 * Returns process id 0 if the lock does not contain one.
 * @throws Error if the lock's path is not a file
 */
function readOwner(out: string): { readonly pid: number; readonly host: string } {
  const found = findFile(out, lockName);
  if (found.kind === "blocked") throw new Error(`${lockName}: ${found.reason}`);
  const text = found.kind === "file" ? found.text : "";
  const [, pid = 0, host = "unknown"] = /^(\d+) (.+)\n$/.exec(text) ?? [];
  return { pid: Number(pid), host };
}

/** Our own id does not count: after a restart of a container, an earlier run may have had it. */
function isAlive(pid: number): boolean {
  try {
    return pid !== process.pid && process.kill(pid, 0);
  } catch (error) {
    return getErrorCode(error) === "EPERM";
  }
}
