import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Connection } from "../../../templates/copied/inbox/connection.js";
import type * as Events from "../../../templates/copied/inbox/events.js";
import { report } from "../../base/problem/catalogue.js";
import { getErrorCode, type Problem } from "../../base/problem/problem.js";
import { toVisibleLine, quote } from "../../base/text/quote.js";
import type { Args } from "../options/commands.js";
import { throwProblems, throwUsageProblem, CallError } from "../call-error.js";

/** An inbox that is open, and what can be done with it: the code that is emitted for its owner, which needs pg-boss. */
export type OpenInbox = typeof Events & { readonly connection: Connection };

/**
 * Opens the inbox that the options name: to look into it, so that nothing is made where there is none.
 * @throws CallError
 */
export async function openInbox(
  { action, database: databaseOption, databaseSchema: schema }: Args<"inbox">,
  environment: NodeJS.ProcessEnv,
): Promise<OpenInbox> {
  const database = databaseOption ?? environment["DATABASE_URL"] ?? "";
  const { findKind } = await import("../../../templates/copied/inbox/options.js");
  const location = { database, schema, kind: findKind(database) };
  checkLocation(location);
  try {
    const { openDatabase } = await import("../../../templates/copied/inbox/open.js");
    const look = action === "list" || action === "show" ? "copy" : "in place";
    const connection = await openDatabase({ database, schema, look });
    return { ...(await import("../../../templates/copied/inbox/events.js")), connection };
  } catch (error) {
    return throwProblems(explainOpenError(error, location));
  }
}

interface InboxLocation {
  readonly database: string;
  readonly schema: string;
  readonly kind: "postgres" | "folder" | undefined;
}

/** Ends the call where the place or this Node cannot be used. */
function checkLocation({ database, schema, kind }: InboxLocation): void {
  if (database === "") throwProblems(report("no-database", {}));
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema))
    throwUsageProblem(
      `--database-schema ${quote(schema)} is not the name of a schema.`,
      "It has small letters, digits and _, and at most 41 of them.",
    );
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12))
    throwProblems(report("old-node", { version: process.versions.node }));
  if (kind === undefined)
    throwUsageProblem(
      "The database is neither a URL of PostgreSQL nor a folder; it is not shown here.",
      "A URL begins with postgres:// or postgresql://, without quotes or spaces around it.",
    );
  // PGlite would make a new database there.
  if (kind === "folder" && !existsSync(join(database, "data", "PG_VERSION")))
    throwProblems(report("no-inbox", { where: quote(database), schema }));
}

/** What an error means: of the inbox, by its code; of pg-boss, which has none, by its text. */
function explainOpenError(error: unknown, { database, schema, kind }: InboxLocation): Problem {
  const { code, message, reason } = describeError(error);
  if (code === "INBOX_IN_USE") return report("inbox-in-use", { reason });
  if (code === "INBOX_NEEDS_PGLITE")
    return report("package-missing", { name: "@electric-sql/pglite", version: "0.5" });
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes("'pg-boss'"))
    return report("package-missing", { name: "pg-boss", version: "12.35" });
  if (message === "pg-boss is not installed")
    return report("no-inbox", { where: kind === "postgres" ? "this database" : quote(database), schema });
  if (message === "pg-boss database requires migrations") return report("inbox-version", {});
  return report("database-unreachable", { reason });
}

/** What an error means of a database that was open. A CallError and a fault of this program are rethrown. */
export function explainDatabaseError(error: unknown): Problem {
  if ([CallError, TypeError, RangeError, ReferenceError].some((kind) => error instanceof kind)) throw error;
  return report("database-failed", { reason: describeError(error).reason });
}

/** Of several addresses that were tried, the error of the first; its reason is for a sentence. */
function describeError(error: unknown): Readonly<Record<"code" | "message" | "reason", string>> {
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const code = getErrorCode(first);
  const message = first instanceof Error ? first.message : String(first);
  return { code, message, reason: toVisibleLine(message || code).replace(/\.$/, "") };
}
