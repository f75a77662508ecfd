import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm, rmdir, stat, symlink, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { hostname, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Takes the lock of a folder: two processes in one folder would destroy what is in it. Returns what releases it.
 *
 * The lock is a folder with one socket in it, on which its holder listens: in one kernel, only the holder's end can end that, whatever
 * its namespace, and also while it is suspended. The socket's name, which says who the holder is, never comes again, so that who removes
 * one that was left removes no other; and no folder can be renamed over one that has something in it.
 * @throws Error that says why not, with the code `INBOX_IN_USE` if another process has the lock.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  if (process.platform === "win32") return lockPipe(folder);
  const id = randomBytes(4).toString("hex");
  const name = `${process.pid}@${hostname()
    .replace(/[^\w.-]/g, "")
    .slice(0, 24)}.${id}`;
  const [path, draft] = [join(folder, "lock"), join(folder, `lock.${id}`)];
  let server: Server | undefined;
  const release = async (): Promise<void> => {
    server?.close();
    await rm(join(path, name), { force: true });
    await rmdir(path).catch(() => undefined);
  };
  try {
    await mkdir(draft);
    server = await withShortPath(join(draft, name), listen);
    for (let tries = 1; ; tries += 1) {
      await removeIfLeft(path);
      const failed = await rename(draft, path).catch((error: unknown) => error as Error);
      if (!failed) return release;
      // If another process was faster, its lock is found next.
      if (tries === 100) throw failed;
    }
  } catch (error: unknown) {
    server?.close();
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "INBOX_IN_USE") throw error;
    const reason = code === "ENOENT" ? "is not there" : `cannot be locked: ${message}`;
    throw new Error(`The folder ${folder} of the inbox ${reason}`, { cause: error });
  }
}

/** Windows has no sockets in folders, but named pipes, which end with their process as well. */
async function lockPipe(folder: string): Promise<() => Promise<void>> {
  const hash = createHash("sha256").update((await realpath(folder)).toLowerCase());
  try {
    const server = await listen(`\\\\.\\pipe\\mplus-inbox-${hash.digest("hex")}`);
    return () => new Promise((done) => server.close(() => done()));
  } catch (error: unknown) {
    throw (error as NodeJS.ErrnoException).code === "EADDRINUSE"
      ? createInUse(folder, "another process")
      : error;
  }
}

const createInUse = (folder: string, who: string): Error =>
  Object.assign(new Error(`The inbox in ${folder} is in use by ${who}: one process at a time can have it.`), {
    code: "INBOX_IN_USE",
  });

/** @throws Error if there is a lock that somebody holds. What cannot be removed shows when the draft does not take its place. */
async function removeIfLeft(path: string): Promise<void> {
  for (const name of await readdir(path).catch(() => [])) {
    if (await isHeld(join(path, name))) {
      const [pid, host] = name.replace(/\.\w+$/, "").split("@");
      const former = "a former version (if it is gone, wait 20 seconds)";
      const who = host === undefined ? former : `process ${pid} on ${host}`;
      throw createInUse(dirname(path), who);
    }
    await unlink(join(path, name)).catch(() => undefined);
  }
}

/** Whether a process listens. A former version has a file in place of a socket, which it touches every five seconds. */
async function isHeld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isFile()) return Date.now() - found.mtimeMs < 20_000;
  return withShortPath(
    path,
    (short) =>
      new Promise((done) => {
        const socket = connect(short, () => {
          socket.destroy();
          done(true);
        });
        socket.on("error", ({ code }: NodeJS.ErrnoException) =>
          done(code !== "ECONNREFUSED" && code !== "ENOENT"),
        );
      }),
  );
}

const listen = (path: string): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.on("error", fail).listen(path, () => done(server.unref()));
  });

/** Calls something with the path of a socket, which may have some hundred bytes: a longer one goes by a link. */
async function withShortPath<T>(path: string, use: (path: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(path) <= 100) return use(path);
  const link = join(tmpdir(), `mplus-${randomBytes(4).toString("hex")}`);
  await symlink(resolve(dirname(path)), link);
  return use(join(link, basename(path))).finally(() => unlink(link));
}
