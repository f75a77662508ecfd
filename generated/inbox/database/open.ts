// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Connection, Opening } from "../connection.js";
import { findKind } from "./find-kind.js";
import { findPasswords } from "./find-passwords.js";
import { openFolder } from "./pglite.js";
import { openPostgres } from "./postgres.js";

/**
 * Opens the database of an inbox, and creates what is missing in it, unless it is only looked into: at a URL of PostgreSQL, or
 * else in a folder.
 * @throws Error whose message never shows a password. Its `code` is `INBOX_IN_USE` if another process has the folder, and
 * `INBOX_NEEDS_PGLITE` if PGlite is not installed.
 */
export const openDatabase = (opening: Opening): Promise<Connection> =>
  findKind(opening.database) === "postgres"
    ? openPostgres(opening).catch((error: unknown) => {
        throw hidePassword(error, opening.database);
      })
    : openFolder(opening);

/** Some messages, such as that of a URL that cannot be parsed, have the URL in them. */
function hidePassword(error: unknown, url: string): unknown {
  const all = error instanceof AggregateError ? [error, ...(error.errors as unknown[])] : [error];
  const text = all.map(describe).join(" ");
  const isShown = [url, ...findPasswords(url)].some((secret) => text.includes(secret));
  return isShown ? new Error("The URL of the inbox's database cannot be used; it is not shown here.") : error;
}

const describe = (error: unknown): string =>
  error instanceof Error ? `${error.message} ${JSON.stringify(error)} ${error.stack ?? ""}` : String(error);
