import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isNothingSkipped } from "../tools.js";
import { findFreePort } from "./free-port.js";
import { removeFolder } from "../folders.js";

/** A PostgreSQL server of a test's own, in a folder of its own. */
export interface PostgresServer {
  /** What a program connects to. */
  readonly url: string;
  /** Stops it at once, as a crash does. */
  crash(): void;
  start(): void;
  /** Stops it, and removes its data. */
  remove(): void;
}

/** Where Debian has the programs of PostgreSQL; undefined where there are none. */
const programs = findPrograms();

/** Why what needs PostgreSQL is skipped, or undefined. */
export const noPostgres =
  programs !== undefined || isNothingSkipped
    ? undefined
    : "skipped: it needs PostgreSQL (apt-get install postgresql)";

/**
 * Makes a new database cluster, and starts it on a free port. `settings` are those of postgresql.conf. It does not wait for
 * the disk, which may stall on a busy machine: what is written survives a crash of its programs, if not of the machine.
 */
export async function createPostgres(settings: readonly string[] = []): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-postgres-"));
  const data = join(folder, "data");
  // PostgreSQL refuses to run as root; Debian's package comes with a user for it.
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o755);
  run("initdb", "--no-sync", "--pgdata", data, "--auth", "trust", "--username", "postgres");
  const port = await findFreePort();
  const set = [...unsynced, ...settings].map((each) => `-c ${each}`);
  const options = [`-p ${port}`, `-k ${folder}`, ...set].join(" ");
  const start = (): void =>
    run("pg_ctl", "--pgdata", data, "--options", options, "--log", join(folder, "log"), "--wait", "start");
  const crash = (): void => run("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop");
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash,
    start,
    remove() {
      if (existsSync(join(data, "postmaster.pid"))) crash();
      removeFolder(folder);
    },
  };
}

const unsynced = ["fsync=off", "full_page_writes=off"];

const isRoot = process.getuid?.() === 0;

function run(program: string, ...args: readonly string[]): void {
  const path = join(programs ?? "", program);
  const command = isRoot ? ["runuser", "-u", "postgres", "--", path, ...args] : [path, ...args];
  const [first = "", ...rest] = command;
  execFileSync(first, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: tmpdir(),
    env: { ...process.env, PGCTLTIMEOUT: "600" },
  });
}

function findPrograms(): string | undefined {
  const home = "/usr/lib/postgresql";
  if (!existsSync(home)) return undefined;
  const newest = readdirSync(home).sort((a, b) => Number(b) - Number(a))[0];
  return newest === undefined ? undefined : join(home, newest, "bin");
}
