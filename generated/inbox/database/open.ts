// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../../receiver/api/log.js";
import type { Connection } from "../connection.js";
import { findPasswords } from "./find-passwords.js";
import { openFolder } from "./pglite.js";
import { openPostgres } from "./postgres.js";

/**
 * Opens the database of an inbox, and creates what is missing in it: at a URL of PostgreSQL, or else in a folder.
 * @throws Error whose message never shows a password.
 */
export const openDatabase = (database: string, schema: string, log: Log): Promise<Connection> =>
  isPostgres(database)
    ? openPostgres(database, schema, log).catch((error: unknown) => {
        throw hidePassword(error, database);
      })
    : openFolder(database, schema, log);

/** Whether a text is the URL of a PostgreSQL. */
export const isPostgres = (database: string): boolean => /^postgres(ql)?:/i.test(database);

/** Some messages, such as that of a URL that cannot be parsed, have the URL in them. */
function hidePassword(error: unknown, url: string): unknown {
  const text = error instanceof Error ? `${error.message} ${JSON.stringify(error)} ${error.stack ?? ""}` : "";
  const isShown = [url, ...findPasswords(url)].some((secret) => text.includes(secret));
  return isShown ? new Error("The URL of the inbox's database cannot be used; it is not shown here.") : error;
}
