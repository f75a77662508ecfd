// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { readFileSync } from "node:fs";
import { link, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { randomUUID } from "node:crypto";

/** Who holds a lock: a process by its number and the time it started, as numbers come again (1, in a container). */
interface Holder {
  readonly host: string;
  readonly pid: number;
  readonly started: string;
}

/** In milliseconds: how often a lock is touched, and when one of another machine holds no more. */
const [touched, stale] = [5000, 20_000];

/**
 * Takes the lock of a folder: two processes in one folder would destroy what is in it. A killed process's lock does not hold.
 * @throws Error that names the process that has it, with the code `INBOX_IN_USE`.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const path = join(folder, "lock");
  const own: Holder = { host: hostname(), pid: process.pid, started: findStart(process.pid) };
  const text = JSON.stringify(own);
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text);
  try {
    while (!(await claim(draft, path))) await removeIfLeft(path, folder, draft);
  } finally {
    await rm(draft, { force: true });
  }
  const stop = await keepTouching(path, text);
  return {
    async release() {
      await stop();
      // Another machine may have taken it, if this one slept.
      if ((await readOrNone(path)) === text) await rm(path, { force: true });
    },
  };
}

/** By its handle: a touch that is late makes no new lock, and touches nobody else's. Returns what ends it. */
async function keepTouching(path: string, text: string): Promise<() => Promise<void>> {
  const file = await open(path, "r+").catch(async (error: unknown) => {
    await rm(path, { force: true });
    throw error;
  });
  const touch = (): void => void file.write(text, 0).catch(() => undefined);
  const timer = setInterval(touch, touched).unref();
  return async () => {
    clearInterval(timer);
    await file.close().catch(() => undefined);
  };
}

/** A link appears whole or not at all, and never over another. */
async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

/** Removes a lock whose process is gone. @throws Error if it is not. */
async function removeIfLeft(path: string, folder: string, draft: string): Promise<void> {
  const text = await readOrNone(path);
  if (text === undefined) return;
  const holder = parseHolder(text);
  if (await isHeld(holder, path, draft))
    throw Object.assign(new Error(describe(folder, holder)), { code: "INBOX_IN_USE" });
  const aside = `${path}.${randomUUID()}`;
  await rename(path, aside).catch(ignoreMissing);
  // Another process may have put its own lock there meanwhile: that one goes back.
  const moved = (await readOrNone(aside)) ?? text;
  if (moved !== text) await link(aside, path).catch(() => undefined);
  await rm(aside, { force: true });
}

/** What is in a file; undefined if it is not there. Any other failure would come again for ever. */
const readOrNone = (path: string): Promise<string | undefined> =>
  readFile(path, "utf8").catch((error: unknown) => ignoreMissing(error));

function ignoreMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
}

function parseHolder(text: string): Holder | undefined {
  try {
    return JSON.parse(text) as Holder;
  } catch {
    return undefined;
  }
}

/**
 * A process of this machine is asked for. Of any other, the time of the last touch tells, as the file system has it, of which
 * two machines may have one: the draft was written just now. A time to come is one of a clock that was wrong.
 */
async function isHeld(holder: Holder | undefined, path: string, draft: string): Promise<boolean> {
  if (holder?.host === hostname()) {
    if (!isRunning(holder.pid)) return false;
    const started = findStart(holder.pid);
    // Where the system does not tell, another process may have the number by now.
    if (started !== "") return started === holder.started;
  }
  const [locked, now] = await Promise.all(
    [path, draft].map((each) =>
      stat(each)
        .then(({ mtimeMs }) => mtimeMs)
        .catch(() => undefined),
    ),
  );
  return locked !== undefined && now !== undefined && Math.abs(now - locked) < stale;
}

function describe(folder: string, holder: Holder | undefined): string {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
  const inUse = `The inbox in ${folder} is in use by ${who}: one process at a time can have it.`;
  if (holder?.host === hostname()) return inUse;
  return `${inUse} If that one is gone, wait ${stale / 1000} seconds: then its lock, the file ${join(folder, "lock")}, holds no more.`;
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** When a process started, where the system tells: the boot, and the 22nd field of its stat, in ticks since then. */
function findStart(pid: number): string {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19] ?? ""}`;
  } catch {
    return "";
  }
}
