// Debian's PostgreSQL in a temporary folder, removed when the example ends.
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Postgres {
  readonly url: string;
  /** Runs a statement. Returns one line per row, with columns separated by `|`. */
  query(text: string): string[];
  /** Stops the server as a crash would. */
  crash(): void;
  start(): void;
  remove(): void;
}

export function createPostgres(port: number): Postgres {
  const folder = mkdtempSync(join(tmpdir(), "fleet-"));
  const data = join(folder, "data");
  // PostgreSQL refuses to run as root, so use the package's own user.
  if (isRoot) execFileSync("chown", ["postgres", folder]);
  chmodSync(folder, 0o755);
  run("initdb", "--pgdata", data, "--auth", "trust", "--username", "postgres");
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const control = (...args: string[]): string => run("pg_ctl", "--pgdata", data, "--wait", ...args);
  const crash = (): void => void control("--mode", "immediate", "stop");
  const start = (): void =>
    void control("--options", `-p ${port} -k ${folder}`, "--log", join(folder, "log"), "start");
  start();
  return {
    url,
    query: (text) => run("psql", "-AtX", url, "-c", text).split("\n").filter(Boolean),
    crash,
    start,
    remove() {
      if (existsSync(join(data, "postmaster.pid"))) crash();
      rmSync(folder, { recursive: true });
    },
  };
}

const isRoot = process.getuid?.() === 0;

function run(program: string, ...args: string[]): string {
  const command = [join(findPrograms(), program), ...args];
  const [first = "", ...rest] = isRoot ? ["runuser", "-u", "postgres", "--", ...command] : command;
  return execFileSync(first, rest, {
    encoding: "utf8",
    cwd: tmpdir(),
    maxBuffer: 2 ** 28,
    // Inherited output would keep a pipe open while the server runs.
    stdio: ["ignore", program === "psql" ? "pipe" : "ignore", "pipe"],
  }) as string;
}

function findPrograms(): string {
  const home = "/usr/lib/postgresql";
  const newest = existsSync(home) && readdirSync(home).sort((a, b) => Number(b) - Number(a))[0];
  if (!newest) throw new Error("It needs PostgreSQL: apt-get install postgresql");
  return join(home, newest, "bin");
}
