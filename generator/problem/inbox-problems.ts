import { listWords } from "../text/words.js";
import { quote } from "../text/quote.js";
import { entry, type Entry } from "./entry.js";

/** What can be wrong with an inbox, or with a call that looks into one. No message has a URL: it may hold a password. */
export const inboxProblems = {
  "no-database": entry<object>({
    message: () => "Say which database the inbox is in.",
    hint: () =>
      "Give its URL or its folder with --database, or the URL in the environment variable DATABASE_URL.",
  }),
  "old-node": entry<{ version: string }>({
    message: ({ version }) => `An inbox needs Node 22.12 or later, and this is ${version}.`,
    hint: () => "Run this with a later Node; the rest of mplus-codegen works with 20, too.",
  }),
  "package-missing": entry<{ name: string; version: string }>({
    message: ({ name }) => `The package ${name} is not installed beside mplus-codegen.`,
    hint: ({ name, version }) => `Install it: npm install ${name}@${version}`,
  }),
  "database-unreachable": entry<{ reason: string }>({
    message: ({ reason }) => `The database cannot be opened: ${reason}.`,
    hint: () => "Look at its host, port, user, password and name, and whether it runs.",
  }),
  "database-failed": entry<{ reason: string }>({
    message: ({ reason }) => `The database failed: ${reason}.`,
    hint: () =>
      "Up to the last 500 events may be left as they were; mplus-codegen inbox list shows how it is now.",
  }),
  "no-inbox": entry<{ where: string; schema: string }>({
    message: ({ where, schema }) => `There is no inbox in the schema ${schema} of ${where}.`,
    hint: () =>
      "Name the database that createInbox has, and its schema with --database-schema; the first event makes the inbox.",
  }),
  "inbox-version": entry<object>({
    message: () => "Another version of pg-boss keeps this inbox than the one that is installed here.",
    hint: () => "Install the one that your workers use; they bring the inbox to it when they start.",
  }),
  "inbox-in-use": entry<{ reason: string }>({
    message: ({ reason }) => `${reason}.`,
    hint: () =>
      "Stop that process first, or call inbox.list(), inbox.retry([id]) and inbox.drop([id]) in it.",
  }),
  "unknown-stored-event": entry<{ id: string; suggestion: string | undefined }>({
    message: ({ id }) => `There is no event ${quote(id)} in the inbox.`,
    hint: ({ suggestion }) =>
      suggestion === undefined
        ? "mplus-codegen inbox list shows the ids; the beginning of one is enough."
        : `Did you mean ${quote(suggestion)}? mplus-codegen inbox list shows the ids.`,
  }),
  "ambiguous-stored-event": entry<{ id: string; found: readonly string[] }>({
    message: ({ id }) => `Several ids begin with ${quote(id)}.`,
    hint: ({ found }) => `Give more of it: ${listWords(found, "or")}.`,
  }),
} satisfies Record<string, Entry<never>>;
