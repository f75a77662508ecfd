import { listWords } from "../text/words.js";
import { didYouMean, type ListParams, type CatalogueEntry } from "./problem.js";

/** The files that a problem is about. */
export interface PathsParams {
  readonly paths: readonly string[];
}

/** One file by its path, or several by their number and the first of their paths. */
const describeFiles = (paths: readonly string[]): string =>
  paths.length < 2
    ? paths.join("")
    : `${paths.length} files (${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ", …" : ""})`;

/** The problems of a call, and of the folder, the inbox or the scenario that it names. */
export const callProblems = {
  // The call
  usage: ["{message}", "{hint?}"],
  "not-watched": [
    "Not everything can be watched: {reason}.",
    "With CHOKIDAR_USEPOLLING=1 in the environment, files are looked at again and again instead.",
  ],
  "unknown-target": [
    'There is no target "{target}".',
    `${didYouMean} The targets are {known}.`,
    "The targets are {known}.",
  ],
  "own-target-unusable": ['The target "{name}" of yours cannot be used: {reason}.'],
  "own-target-failed": ['The target "{name}" of yours failed: {reason}', "Nothing was written."],
  "config-unreadable": ["{path} cannot be read: {reason}."],
  "config-invalid": ["{detail}", "{hint?}"],
  "web-crypto-on-node": [
    "{target} runs on node and signs with node's own crypto: --crypto web is not for it.",
    ({ others }: ListParams<"others">) => `Leave --crypto out; web is for ${listWords(others, "and")}.`,
  ],
  "no-language": [
    "{target} is written in one of several languages, and none is named.",
    ({ known }: ListParams<"known">) => `Add --language: it is one of ${listWords(known, "or")}.`,
  ],
  "unknown-framework": [
    'There is no framework "{name}" to make a project for.',
    `${didYouMean} The frameworks are {known}.`,
    "The frameworks are {known}.",
  ],
  "platform-target": [
    "{target} runs on {platforms}, whose own tools make the project; init does not.",
    'Add the handler to yours: mplus-codegen --target {target} (in the README: "{target}").',
  ],
  "unknown-event": ['There is no event "{event}".', didYouMean, "The events are {known}."],
  "event-not-in-fleet": [
    "No shop of the fleet sends the event {event} ({reason}).",
    "Name other events, or widen the range with --min-version or --max-version.",
  ],
  "malformed-release": [
    '{option} "{value}" is not a release.',
    "A release is a number of up to three parts: 48, 59.3 or 59.3.2.",
  ],
  "malformed-range": [
    '"{value}" is neither a release nor a range of releases.',
    "A release is 48, 59.3 or 59.3.2; a range is 48..59, 48.. or ..59; a list is 48,59.",
  ],
  "malformed-versions": [
    '--versions "{value}" is not a list of releases.',
    "A list has commas and no spaces between releases of up to three parts: 48,59.3.2.",
  ],
  "unknown-path": [
    'The spec has no event, property or type "{path}".',
    ({ isProduct }: { isProduct: boolean }) =>
      isProduct
        ? "It is a product. Explain an event to see which products send it, or an answer to see which take it."
        : undefined,
    didYouMean,
    '"{value}" is a value of {holder?}: explain that.',
    "A path begins at the root of a request or an answer: form.fields[].separator.",
  ],
  "release-exists": ["releases.json already lists v{release}.", "Edit its summary or date there."],
  "no-checkout": [
    "There is no spec to edit here.",
    "Run this in a checkout of the spec, or name its folder with --spec.",
  ],
  "installed-spec": [
    "{path} belongs to an installed package: the next install would undo the edit.",
    "Run this in a checkout of the spec, or name its folder with --spec.",
  ],
  "empty-range": ["The range is empty: it begins with {min}, which is later than its end, {max}."],
  "no-event": ["No shop of {range} has any event.", "Widen the range with --min-version or --max-version."],

  "unknown-source": [
    "No reader knows what this is.",
    "Read are pages and release notes as Markdown, HTML or text, a WSDL or XML Schema, and traces of the receiver as NDJSON.",
  ],

  // The output folder
  "foreign-files": [
    ({ paths }: PathsParams) =>
      `${describeFiles(paths)} ${paths.length > 1 ? "are" : "is"} in the way: mplus-codegen did not write ${paths.length > 1 ? "them" : "it"}, so nothing was written.`,
    ({ paths }: PathsParams) =>
      `Move ${paths.length > 1 ? "them" : "it"}, or choose another folder with --out, or with --dir for a project.`,
  ],
  "edited-files": [
    ({ paths }: PathsParams) =>
      `${describeFiles(paths)} ${paths.length > 1 ? "were" : "was"} changed by hand after generation, so nothing was written.`,
    "Run the same command with --force to discard these changes.",
  ],
  "prettier-config": [
    "The prettier config for {path} cannot be used, so nothing was written: {reason}.",
    "Fix the config; files are formatted as it says.",
  ],
  "folder-of-others": [
    '{path} holds files that mplus-codegen did not write ("{name}", for one), so nothing was written.',
    "Choose a new or an empty folder with --out, or with --dir for a project; generated files need a folder of their own.",
  ],
  "spec-overlap": [
    "{out} overlaps {spec}, so nothing was written.",
    "Choose a folder apart from the spec with {option}.",
  ],
  "folder-locked": [
    'Another run of mplus-codegen is writing to {path} (process {pid} on "{host}"), so this one wrote nothing.',
    "Run this again when it has ended; if there is no such process, delete {lock} first.",
  ],
  "package-json-unusable": [
    "Nothing can be added to {path}: it is not a JSON object. So nothing was written.",
    "Mend it, or name a new folder with --dir.",
  ],
  "output-unwritable": ["{path} cannot be written: {reason}."],
  "stamp-unreadable": [
    "{path} is not a stamp that mplus-codegen wrote, so it cannot tell which files are its own.",
    "Restore it from version control; or delete it together with the generated files, and run this again.",
  ],
  "other-range": [
    "This folder holds {targets} for {existing}; all targets of a folder need the same settings, and this run, for {asked}, does not generate them all again.",
    "To add to it with its own settings: {joining}. To generate all of it again: {command}",
  ],

  // An inbox. No message has a URL: it may hold a password.
  "no-database": [
    "Say which database the inbox is in.",
    "Give its URL or its folder with --database, or the URL in the environment variable DATABASE_URL.",
  ],
  "old-node": [
    "An inbox needs Node 22.12 or later, and this is {version}.",
    "Run this with a later Node; the rest of mplus-codegen works with 20, too.",
  ],
  "package-missing": [
    "The package {name} is not installed beside mplus-codegen.",
    "Install it: npm install {name}@{version}",
  ],
  "database-unreachable": [
    "The database cannot be opened: {reason}.",
    "Look at its host, port, user, password and name, and whether it runs.",
  ],
  "database-failed": [
    "The database failed: {reason}.",
    "Some events may be done, and others not; mplus-codegen inbox list shows how it is now.",
  ],
  "no-inbox": [
    "There is no inbox in the schema {schema} of {where}.",
    "Name the database that createInbox has, and its schema with --database-schema; the first event makes the inbox.",
  ],
  "inbox-version": [
    "The inbox belongs to another version of pg-boss than the one that is installed here.",
    "Install the version that your workers use; they update the inbox when they start.",
  ],
  "inbox-in-use": [
    "{reason}.",
    "Stop that process first, or call the functions of the inbox in it: list(), show(), retry() and drop().",
  ],
  "unknown-stored-event": [
    'There is no event "{id}" in the inbox.',
    "mplus-codegen inbox list shows the ids. Of an event that it does not list, give the whole id.",
  ],
  "ambiguous-stored-event": [
    'Several ids begin with "{id}".',
    ({ found }: ListParams<"found">) => `Give more of it: ${listWords(found, "or")}.`,
  ],

  // A scenario
  interrupted: ["interrupted; there is no result, and no report was written."],
  "unknown-scenario": [
    'There is no file "{name}", and no built-in scenario of that name.',
    didYouMean,
    ({ known }: ListParams<"known">) =>
      known.length === 0 ? undefined : `The built-in scenarios are ${listWords(known, "and")}.`,
  ],
  "scenario-too-long": ["This has more than {limit} characters, and a scenario needs far fewer."],
  "scenario-syntax": ["This is not the YAML of a scenario: {detail}."],
  "scenario-empty": [
    "No scenario is in here.",
    "A scenario has `steps:`, and a step is an event or what a user does at the till.",
  ],
  "scenario-key": [
    'There is no "{key}" here.',
    didYouMean,
    ({ known }: ListParams<"known">) => {
      if (known.length > 12) return undefined;
      return known.length === 0 ? "Nothing can stand here." : `There is ${listWords(known, "and")}.`;
    },
  ],
  "scenario-value": [
    "This has to be {expected}.",
    ({ isUnquoted }: { isUnquoted: boolean }) => (isUnquoted ? "Put it in quotes." : undefined),
  ],
  "scenario-lacks": ['"{key}" is missing here.'],
  "scenario-step": [
    ({ actions }: ListParams<"actions">) =>
      actions.length === 0
        ? "This step does nothing."
        : `This step does ${listWords(actions, "and")}, and a step does one thing.`,
    ({ actions }: ListParams<"actions">) =>
      actions.length === 0
        ? "It needs the name of an event, or choose, fill, scan, cancel or wait."
        : "Make a step of each.",
  ],
  "scenario-fault": ['A fault is of a request, and "{action}" is no event.', "Name the event instead."],
  "scenario-name": [
    'Nothing here is called "{name}".',
    didYouMean,
    "Names come from `values`, and from `as` of an earlier step; $${ is ${ as it stands.",
  ],
  "unknown-value": [
    '--set names "{name}", which no scenario of this call has among its values.',
    didYouMean,
    ({ known }: ListParams<"known">) =>
      known.length === 0 ? "They have no values." : `The values are ${listWords(known, "and")}.`,
  ],
  "report-overwrites": [
    "{option} {path} would overwrite what is no earlier report, so nothing was played.",
    "Name a file for it alone.",
  ],
} as const satisfies Record<string, CatalogueEntry>;
