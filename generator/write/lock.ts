import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { getErrorCode } from "../problem/system-error.js";
import { attempt, isLinkUnsupported, isNotFound } from "./file-system.js";
import type { Location } from "./location.js";
import { createTemporaryName, getLockPath } from "./temporary.js";

/** The process that has a lock. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  /** Different for every lock. */
  readonly token: string;
}

/** The lock, or the run that has it. */
export type LockResult =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly owner: Owner; readonly path: string };

/** Takes the lock of an output folder, also from a run that was killed while it had it. */
export function takeLock(location: Location): LockResult {
  const path = getLockPath(location);
  const own = { pid: process.pid, host: hostname(), token: randomBytes(4).toString("hex") };
  const claim = join(location.workFolder, createTemporaryName(location.prefix, "claim"));
  writeFileSync(claim, formatOwner(own), { flag: "wx" });
  try {
    const owner = take(path, own, claim);
    return owner ? { ok: false, owner, path } : { ok: true, release: () => release(path, own) };
  } finally {
    attempt(() => unlinkSync(claim));
  }
}

/**
 * Takes a lock; returns its owner if that is alive. If several runs find the lock of a dead one, only one of them may
 * remove it, or the second would remove the new lock of the first. The right to remove it is a lock of its own, named
 * after the token of the dead one.
 */
function take(path: string, own: Owner, claim: string): Owner | undefined {
  for (;;) {
    if (create(path, own, claim)) return undefined;
    const owner = readOwner(path);
    if (owner === undefined) continue;
    if (isInUse(owner, path)) return owner;
    const right = `${path}.${owner.token}`;
    const other = take(right, own, claim);
    if (other) return other;
    if (readOwner(path)?.token === owner.token) unlinkSync(path);
    attempt(() => unlinkSync(right));
  }
}

/** Creates a lock as a second name of the claim, so that nobody reads one that is half written. */
function create(path: string, own: Owner, claim: string): boolean {
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return false;
    if (!isLinkUnsupported(error)) throw error;
  }
  try {
    writeFileSync(path, formatOwner(own), { flag: "wx" });
    return true;
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") return false;
    throw error;
  }
}

const formatOwner = ({ pid, host, token }: Owner): string => `${pid} ${token} ${host}\n`;

/** Returns the owner of a lock; undefined if there is no lock any more. */
function readOwner(path: string): Owner | undefined {
  try {
    const [, pid, token, host] = /^(\d+) ([0-9a-f]{8}) (.*)\n$/.exec(readFileSync(path, "utf8")) ?? [];
    if (pid === undefined || token === undefined || host === undefined) return unreadable;
    return { pid: Number(pid), token, host };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** The owner of a lock that is half written, where a file cannot have two names, or of one that was damaged. */
const unreadable: Owner = { pid: 0, host: "", token: "00000000" };

const minute = 60_000;

/** Whether the owner is alive. The processes of another machine are unknown: there the lock's age decides. */
function isInUse({ pid, host }: Owner, path: string): boolean {
  if (host === hostname()) return isAlive(pid);
  try {
    return Date.now() - statSync(path).mtimeMs < (pid === 0 ? minute / 6 : 10 * minute);
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

/** Whether another process has this id. Our own id was that of an earlier run, in a container that was restarted. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return getErrorCode(error) === "EPERM";
  }
}

function release(path: string, own: Owner): void {
  attempt(() => {
    if (readOwner(path)?.token === own.token) unlinkSync(path);
  });
}
