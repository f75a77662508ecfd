import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, realpath, rename, rm, rmdir, symlink, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import { hostname, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Locks a folder, because two processes in it would destroy its data. Returns the function that releases the lock.
 *
 * The lock is a folder that contains one socket, on which its owner listens. Within one kernel, the socket closes
 * only when its owner ends, even across namespaces or while the owner is suspended. The socket's name identifies the
 * owner and is never reused, so removing a stale socket cannot remove a live one. A folder cannot be renamed over a
 * folder that is not empty.
 * @throws Error with the reason. Its code is `INBOX_IN_USE` if another process has the lock.
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
      // If another process was faster, the next try finds its lock.
      if (tries === 100) throw failed;
    }
  } catch (error: unknown) {
    server?.close();
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "INBOX_IN_USE") throw error;
    const reason = code === "ENOENT" ? "does not exist" : `cannot be locked: ${message}`;
    throw new Error(`The inbox folder ${folder} ${reason}`, { cause: error });
  }
}

/** Windows has no sockets in folders. Its named pipes also end with their process. */
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
  Object.assign(
    new Error(`The inbox in ${folder} is in use by ${who}. Only one process at a time can open it.`),
    { code: "INBOX_IN_USE" },
  );

/**
 * Removes a stale lock. Anything that it cannot remove makes the rename fail.
 * @throws Error if a process has the lock.
 */
async function removeIfLeft(path: string): Promise<void> {
  for (const name of await readdir(path).catch(() => [])) {
    if (await isHeld(join(path, name))) {
      const [pid = "", host = ""] = name.replace(/\.\w+$/, "").split("@");
      throw createInUse(dirname(path), `process ${pid} on ${host}`);
    }
    await unlink(join(path, name)).catch(() => undefined);
  }
}

const isHeld = (path: string): Promise<boolean> =>
  withShortPath(
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

const listen = (path: string): Promise<Server> =>
  new Promise((done, fail) => {
    const server = createServer((socket) => socket.destroy());
    server.on("error", fail).listen(path, () => done(server.unref()));
  });

/** A socket's path is limited to about a hundred bytes. A link shortens a longer path. */
async function withShortPath<T>(path: string, run: (path: string) => Promise<T>): Promise<T> {
  if (Buffer.byteLength(path) <= 100) return run(path);
  const link = join(tmpdir(), `mplus-${randomBytes(4).toString("hex")}`);
  await symlink(resolve(dirname(path)), link);
  return run(join(link, basename(path))).finally(() => unlink(link));
}
