import { randomBytes } from "node:crypto";
import { linkSync, readFileSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { codeOf, isAbsence, type Place } from "./place.js";
import { lockPath, nameTrace } from "./traces.js";

/** Who holds a lock. */
export interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Tells this lock from all others that were ever made. */
  readonly token: string;
}

/** A lock that was taken, or who has it. */
export type Taken =
  | { readonly ok: true; readonly release: () => void }
  | { readonly ok: false; readonly holder: Holder; readonly path: string };

/** Takes the lock of a place, also from a run that died with it. */
export function takeLock(place: Place): Taken {
  const path = lockPath(place);
  const own = { pid: process.pid, host: hostname(), token: randomBytes(4).toString("hex") };
  const claim = join(place.desk, nameTrace(place.prefix, "claim"));
  writeFileSync(claim, formatHolder(own), { flag: "wx" });
  try {
    const holder = take(path, own, claim);
    return holder ? { ok: false, holder, path } : { ok: true, release: () => release(path, own) };
  } finally {
    remove(claim);
  }
}

/**
 * Takes one lock, or says who has it. Of several that find a dead one's lock only one may remove it, or the
 * second would remove the lock of the first: that right is a lock as well, named for the one it ends.
 */
function take(path: string, own: Holder, claim: string): Holder | undefined {
  for (;;) {
    if (create(path, own, claim)) return undefined;
    const holder = readHolder(path);
    if (holder === undefined) continue;
    if (isHeld(holder, path)) return holder;
    const right = `${path}.${holder.token}`;
    const other = take(right, own, claim);
    if (other) return other;
    if (readHolder(path)?.token === holder.token) unlinkSync(path);
    remove(right);
  }
}

/** Makes a lock that nobody ever sees half written: it is a second name of the claim. */
function create(path: string, own: Holder, claim: string): boolean {
  try {
    linkSync(claim, path);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    if (!hasNoLinks(error)) throw error;
  }
  try {
    writeFileSync(path, formatHolder(own), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Whether a failure says that a file cannot have a second name here. */
export const hasNoLinks = (error: unknown): boolean =>
  ["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK", "EINVAL", "UNKNOWN"].includes(codeOf(error));

const formatHolder = ({ pid, host, token }: Holder): string => `${pid} ${token} ${host}\n`;

/** Who holds a lock; nobody, if it is gone. */
function readHolder(path: string): Holder | undefined {
  try {
    const [, pid, token, host] = /^(\d+) ([0-9a-f]{8}) (.*)\n$/.exec(readFileSync(path, "utf8")) ?? [];
    if (pid === undefined || token === undefined || host === undefined) return unreadable;
    return { pid: Number(pid), token, host };
  } catch (error) {
    if (isAbsence(error)) return undefined;
    throw error;
  }
}

/** A lock that is being written, where a file cannot have two names, or one that somebody spoilt. */
const unreadable: Holder = { pid: 0, host: "", token: "00000000" };

const minute = 60_000;

/** Whether a lock is still somebody's. Of another machine's processes only the time tells anything. */
function isHeld({ pid, host }: Holder, path: string): boolean {
  if (host === hostname()) return isAlive(pid);
  try {
    return Date.now() - statSync(path).mtimeMs < (pid === 0 ? minute / 6 : 10 * minute);
  } catch (error) {
    if (isAbsence(error)) return false;
    throw error;
  }
}

/** Whether another process has this number. One of ours was an earlier run's, in a container that began anew. */
export function isAlive(pid: number): boolean {
  if (pid === process.pid || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

function release(path: string, own: Holder): void {
  try {
    if (readHolder(path)?.token === own.token) unlinkSync(path);
  } catch {
    // The next run finds that its holder is dead.
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // The next run sweeps it.
  }
}
