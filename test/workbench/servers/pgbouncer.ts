import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { signalGroup, startProgram, waitUntilListening } from "../run.js";
import { removeFolder } from "../folders.js";
import { isNothingSkipped } from "../tools.js";
import { findFreePort } from "./free-port.js";
import { noPostgres } from "./postgres.js";

/** Debian's package uses a folder that only root has in PATH. */
const program = "/usr/sbin/pgbouncer";

export const noPgBouncer =
  noPostgres ??
  (existsSync(program) || isNothingSkipped
    ? undefined
    : "skipped: it needs PgBouncer (apt-get install pgbouncer)");

/** Starts PgBouncer with default settings in front of a PostgreSQL, until the test ends. Returns its URL. */
export async function startPgBouncer(database: string, mode: "session" | "transaction"): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "mplus-pgbouncer-"));
  const { hostname, port: behind, username, pathname } = new URL(database);
  const port = await findFreePort();
  const settings = `[databases]
* = host=${hostname} port=${behind} user=${username}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
auth_type = any
pool_mode = ${mode}
unix_socket_dir =
`;
  writeFileSync(join(folder, "pgbouncer.ini"), settings);
  // PgBouncer does not run as root.
  const user = process.getuid?.() === 0 ? ["--user", "postgres"] : [];
  const server = startProgram(folder, [program, ...user, "pgbouncer.ini"]);
  onTestFinished(async () => {
    signalGroup(server.child, "SIGKILL");
    await server.ended;
    removeFolder(folder);
  });
  await waitUntilListening(server, port);
  return `postgres://${username}@127.0.0.1:${port}${pathname}`;
}
