import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { isNothingSkipped } from "../tools.js";
import { findFreePort } from "./free-port.js";
import { removeFolder } from "../folders.js";

export interface PostgresServer {
  readonly url: string;
  /** The folder of its socket. The data are in `data` below it. */
  readonly folder: string;
  /** Stops it immediately, as a crash does. */
  crash(): void;
  start(how?: Start): void;
  isRunning(): boolean;
  /** Also removes its data. */
  remove(): void;
}

export interface Start {
  /** The offset of its clock, in libfaketime's format: `-2s`, `-1h`. */
  readonly clock?: string;
}

/**
 * Folders with PostgreSQL programs: Debian's, newest first, and those in `MPLUS_POSTGRES_BINS`, separated by
 * colons.
 */
export const postgresBins: readonly string[] = findBins();

export const noPostgres =
  postgresBins.length > 0 || isNothingSkipped
    ? undefined
    : "skipped: it needs PostgreSQL (apt-get install postgresql)";

const clockLibrary = findClockLibrary();

export const noFaketime =
  noPostgres ??
  (clockLibrary !== undefined || isNothingSkipped
    ? undefined
    : "skipped: it needs libfaketime (apt-get install faketime)");

/**
 * Creates a database cluster in a new folder in `parent`, and starts it on a free port. `settings` are for
 * postgresql.conf. It does not wait for the disk, which may stall on a busy machine: data survive a crash of its
 * programs, but not of the machine. `bin` is one of {@link postgresBins}.
 */
export async function createPostgres(
  settings: readonly string[] = [],
  parent = tmpdir(),
  bin = postgresBins[0] ?? "",
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(parent, "mplus-postgres-"));
  const data = join(folder, "data");
  // PostgreSQL does not run as root. Debian's package creates a user for it.
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o755);
  const run = (program: string, ...args: readonly string[]): void => runWith([], join(bin, program), ...args);
  run("initdb", "--no-sync", "--pgdata", data, "--auth", "trust", "--username", "postgres");
  const port = await findFreePort();
  const set = [...unsynced, ...settings].map((each) => `-c ${each}`);
  const options = [`-p ${port}`, `-k ${folder}`, ...set].join(" ");
  const starting = ["--pgdata", data, "--options", options, "--log", join(folder, "log"), "--wait", "start"];
  const start = ({ clock }: Start = {}): void => runWith(setClock(clock), join(bin, "pg_ctl"), ...starting);
  const crash = (): void => run("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop");
  const isRunning = (): boolean => existsSync(join(data, "postmaster.pid"));
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    folder,
    crash,
    start,
    isRunning,
    remove() {
      if (isRunning()) crash();
      removeFolder(folder);
    },
  };
}

export async function query(url: string, ...statements: readonly string[]): Promise<readonly object[]> {
  const client = new Client({ connectionString: url });
  // A statement may end its own connection. It then fails.
  client.on("error", () => undefined);
  await client.connect();
  try {
    let rows: readonly object[] = [];
    for (const statement of statements) ({ rows } = await client.query<object>(statement));
    return rows;
  } finally {
    await client.end();
  }
}

const unsynced = ["fsync=off", "full_page_writes=off"];

const isRoot = process.getuid?.() === 0;

/** Variables that set the clock of a program and its children. Monotonic clocks are not affected. */
const setClock = (clock?: string): readonly string[] =>
  clock === undefined
    ? []
    : [`LD_PRELOAD=${clockLibrary ?? ""}`, `FAKETIME=${clock}`, "DONT_FAKE_MONOTONIC=1", "NO_FAKE_STAT=1"];

function runWith(variables: readonly string[], program: string, ...args: readonly string[]): void {
  const command = ["env", ...variables, program, ...args];
  if (isRoot) command.unshift("runuser", "-u", "postgres", "--");
  const [first = "", ...rest] = command;
  execFileSync(first, rest, {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: tmpdir(),
    env: { ...process.env, PGCTLTIMEOUT: "600" },
  });
}

function findBins(): string[] {
  const home = "/usr/lib/postgresql";
  const versions = existsSync(home) ? readdirSync(home).sort((a, b) => Number(b) - Number(a)) : [];
  const others = (process.env["MPLUS_POSTGRES_BINS"] ?? "").split(":").filter((bin) => bin !== "");
  return [...versions.map((version) => join(home, version, "bin")), ...others];
}

function findClockLibrary(): string | undefined {
  const home = "/usr/lib";
  const paths = existsSync(home)
    ? readdirSync(home).map((name) => join(home, name, "faketime/libfaketime.so.1"))
    : [];
  return paths.find((path) => existsSync(path));
}
