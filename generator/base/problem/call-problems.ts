import { quote } from "../text/quote.js";
import { listWords } from "../text/words.js";
import { didYouMean, type ListParams, type CatalogueEntry } from "./problem.js";

export interface PathsParams {
  readonly paths: readonly string[];
}

const describeFiles = (paths: readonly string[]): string =>
  paths.length < 2
    ? paths.join("")
    : `${paths.length} files (${paths.slice(0, 3).join(", ")}${paths.length > 3 ? ", …" : ""})`;

const nameSome = (names: readonly string[]): readonly string[] =>
  names.length > 5 ? [...names.slice(0, 5).map(quote), "another"] : names.map(quote);

export const callProblems = {
  // The call
  usage: ["{message}", "{hint?}"],
  "not-watched": [
    "Some inputs cannot be watched: {reason}.",
    "Set CHOKIDAR_USEPOLLING=1 in the environment to poll for changes instead.",
  ],
  "unknown-target": [
    'Unknown target "{target}".',
    `${didYouMean} The targets are {known}.`,
    "The targets are {known}.",
  ],
  "own-target-unusable": ['Your target "{name}" cannot be used: {reason}.'],
  "own-target-failed": ['Your target "{name}" failed: {reason}.', "Nothing was written."],
  "config-unreadable": ["{path} cannot be read: {reason}."],
  "config-invalid": ["{detail}", "{hint?}"],
  "web-crypto-on-node": [
    "{target} runs on Node.js and signs with node:crypto; it does not support --crypto web.",
    ({ others }: ListParams<"others">) => `Omit --crypto; web is for ${listWords(others, "and")}.`,
  ],
  "no-language": [
    "{target} needs to know which language to generate.",
    ({ known }: ListParams<"known">) => `Add --language with ${listWords(known, "or")}.`,
  ],
  "unknown-framework": [
    'Unknown framework "{name}".',
    `${didYouMean} The frameworks are {known}.`,
    "The frameworks are {known}.",
  ],
  "unknown-event": ['Unknown event "{event}".', didYouMean, "The events are {known}."],
  "event-not-in-fleet": [
    "None of your shops sends the event {event} ({reason}).",
    "Choose other events, or widen the range with --min-version or --max-version.",
  ],
  "malformed-release": [
    '{option} "{value}" is not a release.',
    "A release has up to three numbers: 48, 59.3 or 59.3.2.",
  ],
  "malformed-range": [
    '"{value}" is not a release or a range of releases.',
    "Write a release as 48, 59.3 or 59.3.2, a range as 48..59, 48.. or ..59, and a list as 48,59.",
  ],
  "malformed-versions": [
    '--versions "{value}" is not a list of releases.',
    "Separate releases with commas, without spaces: 48,59.3.2.",
  ],
  "unknown-path": [
    'The spec has no event, property, type, value or error code "{path}".',
    ({ isProduct }: { isProduct: boolean }) =>
      isProduct
        ? "It is a product. Explain an event to see which products send it, or an answer to see which accept it."
        : undefined,
    ({ partial }: { partial: readonly string[] | undefined }) =>
      partial && `Did you mean ${listWords(nameSome(partial), "or")}?`,
    didYouMean,
    ({ isCode }: { isCode: boolean }) =>
      isCode ? "It may be a receiver's own error code. Ask whoever runs the receiver." : undefined,
    '"{value}" is a value of {holder?}; explain that instead.',
    "A path starts at the root of a request or an answer: form.fields[].separator.",
  ],
  "release-exists": ["releases.json already lists v{release}.", "Edit its summary or date there."],
  "no-checkout": [
    "There is no spec to edit here.",
    "Run this in a checkout of the spec, or pass its folder with --spec.",
  ],
  "installed-spec": [
    "{path} belongs to an installed package; the next install would undo the edit.",
    "Run this in a checkout of the spec, or pass its folder with --spec.",
  ],
  "empty-range": ["The range is empty: its start, {min}, is later than its end, {max}."],
  "no-event": [
    "The releases {range} have no events.",
    "Widen the range with --min-version or --max-version.",
  ],

  "unknown-source": [
    "The kind of this source is unknown.",
    "Use pages or release notes as Markdown, HTML or text, a WSDL or XML Schema, or traces of the receiver as NDJSON.",
  ],

  // The output folder
  "foreign-files": [
    ({ paths }: PathsParams) =>
      `mplus-codegen did not write ${describeFiles(paths)} and does not overwrite ${paths.length > 1 ? "them" : "it"}; nothing was written.`,
    ({ paths }: PathsParams) =>
      `Move ${paths.length > 1 ? "them" : "it"}, or choose another folder with --out (for a project, --dir).`,
  ],
  "edited-files": [
    ({ paths }: PathsParams) =>
      `${describeFiles(paths)} ${paths.length > 1 ? "were" : "was"} edited after generation; nothing was written.`,
    "Run the same command with --force to discard the edits.",
  ],
  "prettier-config": [
    "The prettier config {path} cannot be used; nothing was written.",
    "Generated files are formatted with it. To see what is wrong, run: npx prettier --check {quoted}",
  ],
  "folder-of-others": [
    '{path} contains files that mplus-codegen did not write, such as "{name}"; nothing was written.',
    "Choose a new or empty folder with --out (for a project, --dir). Generated files need their own folder.",
  ],
  "spec-overlap": [
    "{out} overlaps {spec}; nothing was written.",
    "Choose a folder outside the spec with {option}.",
  ],
  "folder-locked": [
    'Another run of mplus-codegen is writing to {path} (process {pid} on "{host}"), so this run wrote nothing.',
    "Run this again when that run has finished. If there is no such process, delete {lock} first.",
  ],
  "package-json-unusable": [
    "{path} is not a JSON object, so nothing can be added to it; nothing was written.",
    "Fix it, or choose a new folder with --dir.",
  ],
  "output-unwritable": ["{path} cannot be written: {reason}."],
  "stamp-unreadable": [
    "{path} is not a valid stamp, so mplus-codegen cannot recognize its own files.",
    "Restore it from version control, or delete it together with the generated files and run this again.",
  ],
  "other-range": [
    "This folder contains {targets} for {existing}. All targets in a folder need the same settings, but this run would regenerate only some of them, for {asked}.",
    "To keep the folder's settings: {joining}. To regenerate everything: {command}",
  ],

  // An inbox. Its messages never show the URL, which may contain a password.
  "no-database": [
    "The inbox needs a database, and none was given.",
    "Pass its URL or folder with --database, or its URL in the environment variable DATABASE_URL.",
  ],
  "old-node": [
    "The inbox needs Node 22.12 or later; this is {version}.",
    "Run this with a later Node. The rest of mplus-codegen also works with Node 20.",
  ],
  "package-missing": [
    "The package {name} is not installed next to mplus-codegen.",
    "Install it: npm install {name}@{version}",
  ],
  "database-unreachable": [
    "The database cannot be opened: {reason}.",
    "Check its host, port, user, password and name, and that it is running.",
  ],
  "database-failed": [
    "The database failed: {reason}.",
    "It may have changed some of the events and not others. Run mplus-codegen inbox list to check.",
  ],
  "no-inbox": [
    "There is no inbox in the schema {schema} of {where}.",
    "Name the database that createInbox uses, and its schema with --database-schema. The first event creates the inbox.",
  ],
  "inbox-version": [
    "The inbox belongs to a different version of pg-boss than the one installed here.",
    "Install the version that your workers use. They update the inbox when they start.",
  ],
  "inbox-in-use": [
    "{reason}.",
    "Stop that process first, or call list(), show(), retry() and drop() of the inbox inside it.",
  ],
  "unknown-stored-event": [
    'The inbox has no event "{id}".',
    "Run mplus-codegen inbox list to see the ids. For an event that it does not list, use the whole id.",
  ],
  "ambiguous-stored-event": [
    'Several ids start with "{id}".',
    ({ found }: ListParams<"found">) => `Use more of the id: ${listWords(found, "or")}.`,
  ],

  // A scenario
  interrupted: ["interrupted; there is no result."],
  "unknown-scenario": [
    'There is no file or built-in scenario "{name}".',
    didYouMean,
    ({ known }: ListParams<"known">) =>
      known.length === 0 ? undefined : `The built-in scenarios are ${listWords(known, "and")}.`,
  ],
  "scenario-too-long": ["This is longer than {limit} characters; a scenario needs far fewer."],
  "scenario-syntax": ["This is not valid YAML for a scenario: {detail}."],
  "scenario-empty": [
    "There is no scenario here.",
    "A scenario has `steps:`. Each step is an event or a user's action at the till.",
  ],
  "scenario-key": [
    'Unknown key "{key}".',
    didYouMean,
    ({ known }: ListParams<"known">) => {
      if (known.length > 12) return undefined;
      return known.length === 0 ? "No keys are allowed here." : `The keys are ${listWords(known, "and")}.`;
    },
  ],
  "scenario-value": [
    "This must be {expected}.",
    ({ isUnquoted }: { isUnquoted: boolean }) => (isUnquoted ? "Put it in quotes." : undefined),
  ],
  "scenario-lacks": ['"{key}" is missing.'],
  "scenario-step": [
    ({ actions }: ListParams<"actions">) =>
      actions.length === 0
        ? "This step does nothing."
        : `This step does ${listWords(actions, "and")}; a step does one thing.`,
    ({ actions }: ListParams<"actions">) =>
      actions.length === 0
        ? "Add the name of an event, or choose, fill, scan, cancel or wait."
        : "Split it into one step for each.",
  ],
  "scenario-fault": [
    'A fault applies to a request, but "{action}" is not an event.',
    "Name the event instead.",
  ],
  "scenario-name": [
    'Unknown name "{name}".',
    didYouMean,
    "Names come from `values` and from `as` of an earlier step. Write $${ for a literal ${.",
  ],
  "unknown-value": [
    '--set sets "{name}", which is neither a value of these scenarios nor a setting of the till.',
    didYouMean,
    ({ known }: ListParams<"known">) =>
      known.length === 0 ? "These scenarios have no values." : `The values are ${listWords(known, "and")}.`,
  ],
} as const satisfies Record<string, CatalogueEntry>;
