import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Connection } from "../../../templates/copied/inbox/connection.js";
import type { UpHealth } from "../../../templates/copied/inbox/health.js";
import type * as Jobs from "../../../templates/copied/inbox/jobs.js";
import type { InboxSettings } from "../../../templates/copied/inbox/options.js";
import { report } from "../../base/problem/catalogue.js";
import { getErrorCode, type Problem } from "../../base/problem/problem.js";
import { toVisibleLine, quote } from "../../base/text/quote.js";
import type { Args } from "../options/commands.js";
import { throwProblems, throwUsageProblem, CallError } from "../call-error.js";

/** Includes the emitted code that its owner runs, which needs pg-boss. */
export interface OpenInbox
  extends
    Pick<Connection, "boss" | "transact" | "close">,
    Pick<typeof Jobs, "queue" | "readJob" | "changeJob" | "isOne"> {
  readonly readHealth: () => Promise<UpHealth>;
}

/**
 * Does not create an inbox.
 * @throws CallError
 */
export async function openInbox(
  { database: databaseOption, databaseSchema: schema }: Args<"inbox">,
  environment: NodeJS.ProcessEnv,
): Promise<OpenInbox> {
  const database = databaseOption ?? environment["DATABASE_URL"] ?? "";
  if (database === "") throwProblems(report("no-database", {}));
  const { findKind, readOptions } = await import("../../../templates/copied/inbox/options.js");
  let settings: InboxSettings;
  let isFolder: boolean;
  try {
    settings = readOptions({ database, schema, log: silentLog, deadline: noHandlers });
    isFolder = findKind(database) === "folder";
  } catch (error) {
    throwUsageProblem(
      `Invalid --database, DATABASE_URL or --database-schema: ${describeError(error).message}`,
    );
  }
  checkNode();
  const noInbox = report("no-inbox", { where: isFolder ? quote(database) : "this database", schema });
  // PGlite would create a database there.
  if (isFolder && !existsSync(join(database, "data", "PG_VERSION"))) throwProblems(noInbox);
  try {
    const { openDatabase } = await import("../../../templates/copied/inbox/database.js");
    const connection = await openDatabase({ ...settings, look: true });
    return await withJobs(connection);
  } catch (error) {
    return throwProblems(explainOpenError(error, noInbox));
  }
}

const ignore = (): void => undefined;

/** A failing call reveals the database's problems. */
const silentLog = { debug: ignore, info: ignore, warn: ignore, error: ignore };

/** In milliseconds: the least deadline. */
const noHandlers = 1;

export async function withJobs(connection: Connection): Promise<OpenInbox> {
  const jobs = await import("../../../templates/copied/inbox/jobs.js");
  const { readHealth } = await import("../../../templates/copied/inbox/health.js");
  return { ...connection, ...jobs, readHealth: () => readHealth(connection) };
}

function checkNode(): void {
  const { node: version } = process.versions;
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12)) throwProblems(report("old-node", { version }));
}

/** Recognizes errors of the inbox by code, and errors of pg-boss, which has no codes, by message. */
function explainOpenError(error: unknown, noInbox: Problem): Problem {
  const { code, message, reason } = describeError(error);
  if (code === "INBOX_IN_USE") return report("inbox-in-use", { reason });
  if (code === "INBOX_NEEDS_PGLITE")
    return report("package-missing", { name: "@electric-sql/pglite", version: "0.5" });
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes("'pg-boss'"))
    return report("package-missing", { name: "pg-boss", version: "12.35" });
  if (/^pg-boss is not installed|^Queue \S+ does not exist/.test(message)) return noInbox;
  if (code === "INBOX_VERSION") return report("inbox-version", {});
  return report("database-unreachable", { reason });
}

/** Rethrows a CallError or a bug of this program. */
export function explainDatabaseError(error: unknown): Problem {
  if ([CallError, TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind)) throw error;
  return report("database-failed", { reason: describeError(error).reason });
}

function describeError(error: unknown): Readonly<Record<"code" | "message" | "reason", string>> {
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const code = getErrorCode(first);
  const message = first instanceof Error ? first.message : String(first);
  return { code, message, reason: toVisibleLine(message || code).replace(/\.$/, "") };
}
