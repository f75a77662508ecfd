import { existsSync } from "node:fs";
import { join } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { toVisibleLine } from "../../text/invisible.js";
import { quote } from "../../text/quote.js";
import type { Connection } from "../../../templates/inbox/connection.js";
import type * as Listing from "../../../templates/inbox/listing.js";
import type * as Operate from "../../../templates/inbox/operate.js";
import type { Args } from "../options/args.js";

/** What can be done with an inbox: the code that is emitted for its owner, which needs pg-boss. */
type Operations = typeof Operate & typeof Listing;

/** An inbox that is open. */
export interface OpenInbox extends Operations {
  readonly connection: Connection;
}

/** The packages that an inbox needs: those who have none do without them. */
const packages = { "pg-boss": "12.35", "@electric-sql/pglite": "0.5" } as const;

/** Opens the inbox that the options name: to look into it, so that nothing is made where there is none. */
export async function openInbox(
  { database: given, databaseSchema: schema }: Pick<Args<"inbox">, "database" | "databaseSchema">,
  environment: NodeJS.ProcessEnv,
): Promise<Outcome<OpenInbox>> {
  const database = given ?? environment["DATABASE_URL"] ?? "";
  const misuse = findMisuse(database, schema);
  if (misuse) return failure([misuse]);
  const place = { database, schema };
  const { findPasswords } = await import("../../../templates/inbox/database/find-passwords.js");
  try {
    const { openToOperate } = await import("../../../templates/inbox/operate-open.js");
    const operations = await import("../../../templates/inbox/operate.js");
    const listing = await import("../../../templates/inbox/listing.js");
    return success({ ...listing, ...operations, connection: await openToOperate(place) });
  } catch (error) {
    return failure([explain(error, { ...place, secrets: [database, ...findPasswords(database)] })]);
  }
}

function findMisuse(database: string, schema: string): Problem | undefined {
  if (database === "") return report("no-database", {});
  if (!/^[a-z_][a-z0-9_]{0,40}$/.test(schema))
    return report("usage", {
      message: `--database-schema ${quote(schema)} is not the name of a schema.`,
      hint: "It has small letters, digits and _, and at most 41 of them.",
    });
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 22 || (major === 22 && minor < 12))
    return report("old-node", { version: process.versions.node });
  if (isUrl(database)) return undefined;
  if (/^[a-z0-9+.-]+:\/\//i.test(database))
    return report("usage", {
      message: "This is a URL of something else than PostgreSQL.",
      hint: "It begins with postgres:// or postgresql://; what is none is a folder.",
    });
  // PGlite would make a new database there.
  return existsSync(join(database, "data", "PG_VERSION"))
    ? undefined
    : report("no-inbox", { where: quote(database), schema });
}

const isUrl = (database: string): boolean => /^postgres(?:ql)?:\/\//i.test(database);

interface Place {
  readonly database: string;
  readonly schema: string;
  /** What no message may show. */
  readonly secrets: readonly string[];
}

/** What an error of a library means. Its message is shown only without what the URL has of secrets. */
function explain(error: unknown, { database, schema, secrets }: Place): Problem {
  const { code, message } = describe(error);
  const missing = Object.entries(packages).find(([name]) => message.includes(`'${name}'`));
  if (code === "ERR_MODULE_NOT_FOUND" && missing)
    return report("package-missing", { name: missing[0], version: missing[1] });
  if (message === "pg-boss is not installed")
    return report("no-inbox", { where: isUrl(database) ? "this database" : quote(database), schema });
  if (message === "pg-boss database requires migrations") return report("inbox-version", {});
  if (message.includes(" is in use by "))
    return report("inbox-in-use", { reason: toVisibleLine(message).replace(/\.$/, "") });
  return report("database-unreachable", { reason: withoutSecrets(message || code, secrets) });
}

/** Of several addresses that were tried, the error of the first. */
function describe(error: unknown): { readonly code: string; readonly message: string } {
  const first: unknown = error instanceof AggregateError ? (error.errors[0] ?? error) : error;
  const code = first instanceof Error && "code" in first ? String(first.code) : "";
  return { code, message: first instanceof Error ? first.message : String(first) };
}

/** The message, without the URL and the passwords in it. */
function withoutSecrets(message: string, secrets: readonly string[]): string {
  return secrets
    .reduce((text, secret) => text.replaceAll(secret, "***"), toVisibleLine(message))
    .replace(/\.$/, "");
}
