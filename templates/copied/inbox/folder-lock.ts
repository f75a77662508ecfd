import { randomUUID } from "node:crypto";
import { existsSync, readFileSync, readlinkSync, renameSync, writeFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";

/**
 * Who has a lock: a process by its number and the time it started, as numbers come again (1, in a container). `place` is where
 * the number means this process; a lock of a former version does not say it.
 */
type Holder = Readonly<Record<"host" | "place" | "started", string | undefined> & { pid: number }>;

/** A lock that this process has. */
export interface FolderLock {
  /** Whether it was neither taken nor removed: looks at the file, so that it may be asked often. It may call `onLost`. */
  isOurs(): boolean;
  release(): Promise<void>;
}

/** In milliseconds: how often a lock is touched, and when one holds no more whose process cannot be looked up. */
const [touched, stale] = [5000, 20_000];

/**
 * Takes the lock of a folder: two processes in one folder would destroy what is in it. A killed process's lock does not hold.
 * `onLost` is called once: when this process finds that its lock was taken, as it was suspended, or removed. From then on it
 * must not even close what is in the folder, as that writes.
 *
 * The lock is a folder with one file in it, of a name that never comes again. So who removes a file that was left removes no
 * other; and no folder can be renamed over one that has a file.
 * @throws Error that says why not, with the code `INBOX_IN_USE` if another process has the lock.
 */
export async function lockFolder(folder: string, onLost: (error: Error) => void): Promise<FolderLock> {
  const [path, name] = [join(folder, "lock"), randomUUID()];
  const draft = `${path}.${name}`;
  const own: Holder = { host: hostname(), place: findPlace(), pid: process.pid, started: await findStart() };
  try {
    await mkdir(draft);
    for (let tries = 1; ; tries += 1) {
      await writeFile(join(draft, name), JSON.stringify(own));
      await removeIfLeft(path, join(draft, name));
      const failed = await rename(draft, path).catch((error: unknown) => error as Error);
      if (!failed) return keepTouching(join(path, name), JSON.stringify(own), onLost);
      // If another process was faster, its lock is found next.
      if (tries === 100) throw failed;
    }
  } catch (error) {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "INBOX_IN_USE") throw error;
    const reason = code === "ENOENT" ? "is not there" : `cannot be written to: ${message}`;
    throw new Error(`The folder ${folder} of the inbox ${reason}`, { cause: error });
  }
}

/**
 * A process is looked up where its number means it. Of any other, the time of the last touch tells, as the file system has it,
 * of which two machines may have one: the draft was written just now. A time to come is one of a clock that was wrong.
 * @throws Error if there is a lock that holds. What cannot be removed shows when the draft does not take its place.
 */
async function removeIfLeft(path: string, draft: string): Promise<void> {
  const now = await stat(draft);
  // A lock of a former version is itself a file.
  for (const name of await readdir(path).catch(() => [""])) {
    const file = join(path, name);
    const holder = await readFile(file, "utf8")
      .then((text) => JSON.parse(text) as Holder)
      .catch(() => undefined);
    const last = await stat(file).catch(() => undefined);
    if (!last?.isFile()) continue;
    const isHere = holder?.place === findPlace();
    const started = isHere ? await findStart(holder.pid) : undefined;
    if (started === undefined ? Math.abs(now.mtimeMs - last.mtimeMs) < stale : started === holder?.started) {
      const who = holder ? `process ${holder.pid} on ${holder.host}` : "another process";
      const inUse = `The inbox in ${dirname(path)} is in use by ${who}: one process at a time can have it.`;
      const wait = ` If that one is gone, wait ${stale / 1000} seconds: then its lock, ${path}, holds no more.`;
      throw Object.assign(new Error(isHere ? inUse : inUse + wait), { code: "INBOX_IN_USE" });
    }
    await unlink(file).catch(() => undefined);
  }
  // Windows renames over no folder.
  await rmdir(path).catch(() => undefined);
}

function keepTouching(first: string, text: string, onLost: (error: Error) => void): FolderLock {
  const path = dirname(first);
  let [file, renamed, isOurs] = [first, performance.now(), true];
  const touch = (): boolean => {
    try {
      // Makes no file.
      writeFileSync(file, text, { flag: "r+" });
      // Who found the touch before too long ago cannot remove the file by its new name.
      const next = join(path, randomUUID());
      renameSync(file, next);
      [file, renamed] = [next, performance.now()];
    } catch {
      if (!isOurs || (existsSync(file) && performance.now() - renamed < stale - touched)) return isOurs;
      isOurs = false;
      onLost(new Error(`The lock ${path} is this process's no more: it was taken or removed.`));
    }
    return isOurs;
  };
  const timer = setInterval(touch, touched).unref();
  return {
    isOurs: () => (performance.now() - renamed < touched || touch()) && existsSync(file),
    async release() {
      clearInterval(timer);
      isOurs = false;
      await rm(file, { force: true });
      await rmdir(path).catch(() => undefined);
    },
  };
}

/** In a boot of a machine and a namespace of processes there; where that cannot be told, nowhere else. */
function findPlace(): string {
  try {
    const boot = readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
    // A /proc may be that of another namespace.
    const isOwn = readlinkSync("/proc/self") === String(process.pid);
    return isOwn ? `${boot} ${readlinkSync("/proc/self/ns/pid")}` : randomUUID();
  } catch {
    return ["darwin", "win32"].includes(process.platform) ? hostname() : randomUUID();
  }
}

/** When a process started, in ticks since the boot; undefined where the system does not tell. A zombie was killed, too. */
const findStart = (pid = process.pid): Promise<string | undefined> =>
  readFile(`/proc/${pid}/stat`, "utf8")
    .then((text) => text.slice(text.lastIndexOf(") ") + 2).split(" "))
    .then(([state, ...fields]) => (state === "Z" ? "ended" : fields[18]))
    .catch(() => void process.kill(pid, 0))
    .catch((error: unknown) => ((error as NodeJS.ErrnoException).code === "ESRCH" ? "ended" : undefined));
