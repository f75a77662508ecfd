import { entry, type Entry } from "./problem.js";
import { listWords } from "../text/words.js";
import { quote } from "../text/quote.js";

/** What can be wrong with a call, with the folder that it writes to, or with the inbox that it looks into. */
export const callProblems = {
  // The call
  usage: entry<{ message: string; hint: string | undefined }>({
    message: ({ message }) => message,
    hint: ({ hint }) => hint,
  }),
  "not-watched": entry<{ reason: string }>({
    message: ({ reason }) => `Not everything can be watched: ${reason}.`,
    hint: () => "With CHOKIDAR_USEPOLLING=1 in the environment, files are looked at again and again instead.",
  }),
  "unknown-target": entry<{ target: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ target }) => `There is no target ${quote(target)}.`,
    hint: ({ known, suggestion }) =>
      suggestion === undefined
        ? `The targets are ${known.join(", ")}.`
        : `Did you mean ${quote(suggestion)}? The targets are ${known.join(", ")}.`,
  }),
  "own-target-unusable": entry<{ name: string; reason: string }>({
    message: ({ name, reason }) => `The target ${quote(name)} of yours cannot be used: ${reason}.`,
  }),
  "own-target-failed": entry<{ name: string; reason: string }>({
    message: ({ name, reason }) => `The target ${quote(name)} of yours failed: ${reason}`,
    hint: () => "Nothing was written.",
  }),
  "config-unreadable": entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `${path} cannot be read: ${reason}.`,
  }),
  "config-invalid": entry<{ detail: string; hint: string | undefined }>({
    message: ({ detail }) => detail,
    hint: ({ hint }) => hint,
  }),
  "web-crypto-on-node": entry<{ target: string; others: readonly string[] }>({
    message: ({ target }) =>
      `${target} runs on node and signs with node's own crypto: --crypto web is not for it.`,
    hint: ({ others }) => `Leave --crypto out; web is for ${listWords(others, "and")}.`,
  }),
  "no-language": entry<{ target: string; known: readonly string[] }>({
    message: ({ target }) => `${target} is written in one of several languages, and none is named.`,
    hint: ({ known }) => `Add --language: it is one of ${listWords(known, "or")}.`,
  }),
  "unknown-framework": entry<{ name: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ name }) => `There is no framework ${quote(name)} to make a project for.`,
    hint: ({ known, suggestion }) =>
      suggestion === undefined
        ? `The frameworks are ${known.join(", ")}.`
        : `Did you mean ${quote(suggestion)}? The frameworks are ${known.join(", ")}.`,
  }),
  "platform-target": entry<{ target: string; platforms: string }>({
    message: ({ target, platforms }) =>
      `${target} runs on ${platforms}, whose own tools make the project; init does not.`,
    hint: ({ target }) =>
      `Add the handler to yours: mplus-codegen --target ${target} (in the README: "${target}").`,
  }),
  "unknown-event": entry<{ event: string; known: readonly string[]; suggestion: string | undefined }>({
    message: ({ event }) => `There is no event ${quote(event)}.`,
    hint: ({ known, suggestion }) =>
      suggestion === undefined ? `The events are ${known.join(", ")}.` : `Did you mean ${quote(suggestion)}?`,
  }),
  "event-not-in-fleet": entry<{ event: string; reason: string }>({
    message: ({ event, reason }) => `No shop of the fleet sends the event ${event} (${reason}).`,
    hint: () => "Name other events, or widen the range with --min-version or --max-version.",
  }),
  "malformed-release": entry<{ option: string; value: string }>({
    message: ({ option, value }) => `${option} ${quote(value)} is not a release.`,
    hint: () => "A release is a number of up to three parts: 48, 59.3 or 59.3.2.",
  }),
  "malformed-range": entry<{ value: string }>({
    message: ({ value }) => `${quote(value)} is neither a release nor a range of releases.`,
    hint: () => "A release is 48, 59.3 or 59.3.2; a range is 48..59, 48.. or ..59; a list is 48,59.",
  }),
  "malformed-versions": entry<{ value: string }>({
    message: ({ value }) => `--versions ${quote(value)} is not a list of releases.`,
    hint: () => "A list has commas and no spaces between releases of up to three parts: 48,59.3.2.",
  }),
  "unknown-path": entry<{ path: string; suggestion: string | undefined; isProduct: boolean }>({
    message: ({ path }) => `The spec has no event, property or type ${quote(path)}.`,
    hint: ({ suggestion, isProduct }) => {
      if (isProduct)
        return "It is a product. Explain an event to see which products send it, or an answer to see which take it.";
      return suggestion === undefined
        ? "A path begins at the root of a request or an answer: form.fields[].separator."
        : `Did you mean ${quote(suggestion)}?`;
    },
  }),
  "release-exists": entry<{ release: string }>({
    message: ({ release }) => `releases.json already lists v${release}.`,
    hint: () => "Edit its summary or date there.",
  }),
  "no-checkout": entry<object>({
    message: () => "There is no spec to edit here.",
    hint: () => "Run this in a checkout of the spec, or name its folder with --spec.",
  }),
  "installed-spec": entry<{ path: string }>({
    message: ({ path }) => `${path} belongs to an installed package: the next install would undo the edit.`,
    hint: () => "Run this in a checkout of the spec, or name its folder with --spec.",
  }),
  "empty-range": entry<{ min: string; max: string }>({
    message: ({ min, max }) => `The range is empty: --min-version ${min} is later than --max-version ${max}.`,
  }),
  "ahead-of-spec": entry<{ release: string; known: string }>({
    severity: "warning",
    message: ({ release, known }) =>
      `v${release} is later than the last release that the spec knows (${known}): what it added is not in the output.`,
  }),
  "stops-short": entry<{ release: string; later: readonly string[]; isList: boolean }>({
    severity: "warning",
    message: ({ release, later }) =>
      `v${release} is the first release of that number; ${later.join(", ")} came later and ${later.length > 1 ? "are" : "is"} not included.`,
    hint: ({ later, isList }) =>
      isList
        ? `Where a shop runs ${later.length > 1 ? "one of them" : "it"}, list that too.`
        : `To include ${later.length > 1 ? "them" : "it"}, say ${later.at(-1) ?? ""}.`,
  }),
  "no-event": entry<{ range: string }>({
    message: ({ range }) => `No shop of ${range} has any event.`,
    hint: () => "Widen the range with --min-version or --max-version.",
  }),
  "no-safe-response": entry<{ event: string; reason: string }>({
    severity: "warning",
    message: ({ event, reason }) =>
      `${event} is left out: no answer to it works in every shop of the fleet (${reason}).`,
    hint: () => "Choose fewer releases, for example with a later --min-version, or use --responses gated.",
  }),
  "int64-in-one-shape": entry<{ property: string }>({
    message: ({ property }) =>
      `${property} became another object, and one of the two objects has a 64-bit integer where the other has a number.`,
    hint: () => "Use --int64 number, or --responses safe.",
  }),

  "unknown-source": entry<object>({
    message: () => "No reader knows what this is.",
    hint: () =>
      "Read are pages and release notes as Markdown, HTML or text, a WSDL or XML Schema, and recorded requests as JSON, NDJSON or HAR.",
  }),
  "source-passed-over": entry<{ path: string }>({
    severity: "warning",
    message: ({ path }) =>
      `${path} was not read: of a folder, regular files are whose names end as those of sources.`,
    hint: () => "Name the file itself to have it read.",
  }),

  // The output folder
  "foreign-file": entry<{ path: string }>({
    message: ({ path }) =>
      `${path} is in the way: mplus-codegen did not write it, so it is left alone and nothing was written.`,
    hint: () => "Move it, or choose another folder with --out.",
  }),
  "edited-file": entry<{ path: string }>({
    message: ({ path }) => `${path} was changed by hand since it was generated, so nothing was written.`,
    hint: () => "Move your changes elsewhere and delete the file; then run this again.",
  }),
  "folder-of-others": entry<{ path: string; name: string }>({
    message: ({ path, name }) =>
      `${path} holds files that mplus-codegen did not write (${quote(name)}, for one), so nothing was written.`,
    hint: () => "Choose a new or an empty folder with --out; generated files need a folder of their own.",
  }),
  "spec-overlap": entry<Record<"out" | "verb" | "spec" | "option", string>>({
    message: ({ out, verb, spec }) => `${out} ${verb} ${spec}, so nothing was written.`,
    hint: ({ option }) => `Choose a folder apart from the spec with ${option}.`,
  }),
  "folder-locked": entry<{ path: string; pid: number; host: string; lock: string }>({
    message: ({ path, pid, host }) =>
      `Another run of mplus-codegen is writing to ${path} (process ${pid} on ${quote(host)}), so this one wrote nothing.`,
    hint: ({ lock }) =>
      `Run this again when it has ended; if there is no such process, delete ${lock} first.`,
  }),
  "folder-in-use": entry<{ path: string; name: string }>({
    message: ({ path, name }) =>
      `${path} holds files that mplus-codegen did not write (${quote(name)}, for one), so nothing was written: generated files need a folder of their own.`,
    hint: () => "Move them, or name another folder for the project with --dir.",
  }),
  "package-json-unusable": entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `Nothing can be added to ${path}: ${reason}. So nothing was written.`,
    hint: () => "Mend it, or name a new folder with --dir.",
  }),
  "module-conflict": entry<{ asked: string; found: string; type: string | undefined }>({
    message: ({ asked, found, type }) =>
      `package.json has ${type === undefined ? "no type" : `the type ${quote(type)}`}, which means ${found}: --module ${asked} does not go with it, so nothing was written.`,
    hint: () => "Leave --module out, or change the type first.",
  }),
  "output-unwritable": entry<{ path: string; reason: string }>({
    message: ({ path, reason }) => `${path} cannot be written: ${reason}.`,
  }),
  "stamp-unreadable": entry<{ path: string }>({
    message: ({ path }) =>
      `${path} is not a stamp that mplus-codegen wrote, so it cannot tell which files are its own.`,
    hint: () => "Delete the generated folder and run this again.",
  }),
  "other-range": entry<Record<"existing" | "asked" | "targets" | "joining" | "command", string>>({
    message: ({ existing, asked, targets }) =>
      `This folder holds ${targets} for ${existing}; all targets of a folder need the same settings, and this run, for ${asked}, does not generate them all again.`,
    hint: ({ joining, command }) =>
      `To add to it with its own settings: ${joining}. To generate all of it again: ${command}`,
  }),

  // An inbox. No message has a URL: it may hold a password.
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
