import { usualOptions } from "../../config.js";
import { languages } from "../../targets/language.js";
import { colorModes } from "../terminal/colors.js";

/** What a value names: where there are no `choices`, completion offers what there is of it. */
export type Naming =
  /** `releases`: with commas between. */
  "target" | "event" | "release" | "releases" | "product" | "framework" | "scenario" | "file" | "folder";

/** One option of the command line. */
export interface Option {
  readonly alias?: string;
  /**
   * A `list` may be repeated, and each time it is given it may hold several values with commas between. `texts` may be
   * repeated, and each is taken as it is.
   */
  readonly type: "string" | "boolean" | "list" | "texts";
  readonly choices?: readonly string[];
  readonly names?: Naming;
  readonly default?: string | readonly string[];
  readonly required?: true;
  readonly nonEmpty?: true;
  readonly describe: string;
}

/** Every option, each once: types, help, parser and suggestions follow from this table and that of the commands. */
export const options = {
  target: {
    alias: "t",
    type: "list",
    names: "target",
    describe: "What to generate (see `targets`); repeat it or separate with commas",
  },
  "min-version": {
    type: "string",
    names: "release",
    describe: "The oldest release that any of your shops runs [default: no lower limit]",
  },
  "max-version": {
    type: "string",
    names: "release",
    describe: "The newest release that any of your shops runs [default: the newest in the spec]",
  },
  versions: {
    type: "string",
    names: "releases",
    describe: "The releases that your shops run, as a list instead of a range: 48,56",
  },
  out: {
    alias: "o",
    type: "string",
    names: "folder",
    default: usualOptions.out,
    nonEmpty: true,
    describe: "The folder to write to, outside the spec; target T is written to <out>/T",
  },
  spec: {
    type: "string",
    names: "folder",
    describe: "A spec folder to use instead of the built-in one; symbolic links in it are refused",
  },
  responses: {
    type: "string",
    choices: ["safe", "gated"],
    default: usualOptions.responses,
    describe: "Answers: only what every shop takes, or also what some take, checked for each shop",
  },
  int64: {
    type: "string",
    choices: ["number", "bigint"],
    default: usualOptions.int64,
    describe: "The type of 64-bit integers; as a number, those beyond 2^53 - 1 are refused",
  },
  "import-extension": {
    type: "string",
    choices: ["js", "ts", "none"],
    default: usualOptions.importExtension,
    describe: "The file extension of relative imports in the output",
  },
  crypto: {
    type: "string",
    choices: ["node", "web"],
    default: usualOptions.crypto,
    describe: "What to sign with: node:crypto, or web crypto on platforms without it",
  },
  language: {
    type: "string",
    choices: languages,
    describe: "What the target models is written in, which needs one",
  },
  config: {
    alias: "c",
    type: "string",
    names: "file",
    nonEmpty: true,
    describe: "The file of the config [default: mplus-codegen.config.* or package.json, where there is one]",
  },
  check: { type: "boolean", describe: "Write nothing; exit 1 and list what differs" },
  "dry-run": { type: "boolean", describe: "Write nothing; print what would be done" },
  watch: { alias: "w", type: "boolean", describe: "Go on: generate again whenever what it reads changes" },
  patch: { type: "boolean", describe: "Print what differs as a patch, which `git apply` takes" },
  json: { type: "boolean", describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  "spec-from": {
    type: "string",
    names: "folder",
    describe: "A folder with an older state of the spec to compare with; --spec is the newer one",
  },
  markdown: { type: "boolean", describe: "Print the result as Markdown" },
  sarif: { type: "boolean", describe: "Print the result as SARIF 2.1.0, for code scanning" },
  "fail-on": {
    type: "string",
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is this serious or more",
  },
  summary: { type: "string", required: true, describe: "What the release changed, in one sentence" },
  date: { type: "string", describe: "The day of the release: 2027-01-31" },
  dir: {
    type: "string",
    names: "folder",
    nonEmpty: true,
    describe: "The folder of the project, new or not, outside the spec [default: mplus-<framework>]",
  },
  "package-manager": {
    type: "string",
    choices: ["npm", "pnpm", "yarn"],
    describe:
      "What installs its packages [default: as packageManager in its package.json, else its lockfile says, else what started this program, else npm]",
  },
  module: {
    type: "string",
    choices: ["esm", "commonjs"],
    describe: "The kind of its modules [default: as its package.json says; esm where there is none]",
  },
  events: {
    type: "list",
    names: "event",
    describe: "The events to start with; repeat it or separate with commas [default: as the spec says]",
  },
  url: {
    type: "string",
    describe: "The endpoint URL of the subscription; a till appends / and the name of the event",
  },
  subscription: { type: "string", default: "shop-12", describe: "The Subscription ID" },
  "secret-env": {
    type: "string",
    default: "MPLUS_SECRET",
    describe: "The environment variable that holds the secret key of the subscription",
  },
  set: {
    type: "texts",
    describe: "name=value: a part of the event, or a value of the scenario; may be repeated",
  },
  file: { type: "string", names: "file", describe: "A file with the body to send, byte for byte" },
  release: {
    type: "list",
    names: "release",
    describe: "The release that the till runs; may be repeated [default: the newest known]",
  },
  product: {
    type: "string",
    names: "product",
    default: "pos",
    describe: "The program of the till, by its id in the spec",
  },
  repeat: { type: "string", default: "1", describe: "How many events to send, each in a sale of its own" },
  deadline: {
    type: "string",
    default: "10",
    describe: "How long to wait for an answer, in seconds; how long a till does is not known",
  },
  curl: { type: "boolean", describe: "Send nothing; print the call for curl and openssl" },
  clock: {
    type: "string",
    choices: ["virtual", "real"],
    default: "virtual",
    describe: "virtual: the till's waiting takes no time; real: for a receiver that needs some to get on",
  },
  seed: {
    type: "string",
    describe: "A whole number that decides what is made up: the same one makes the same [default of mock: 1]",
  },
  side: {
    type: "string",
    choices: ["request", "response"],
    default: "request",
    describe: "What to make up: what a shop sends, or an answer that every shop takes",
  },
  size: {
    type: "string",
    choices: ["rich", "smallest"],
    default: "rich",
    describe: "All there is but what is deprecated, or what is required and no more",
  },
  junit: { type: "string", names: "file", describe: "A file to write the result to as JUnit's XML" },
  trace: {
    type: "string",
    names: "file",
    describe: "A file to write every request and answer to, as JSON lines",
  },
  "from-trace": {
    type: "string",
    names: "file",
    describe: "Play nothing; print a scenario that does what this trace has",
  },
  list: { type: "boolean", describe: "Play nothing; list the built-in scenarios" },
  schema: { type: "boolean", describe: "Play nothing; print the JSON Schema of scenarios, for editors" },
  database: {
    type: "string",
    names: "folder",
    nonEmpty: true,
    describe:
      "The database of the inbox: a URL of PostgreSQL, or a folder [default: the environment variable DATABASE_URL]",
  },
  "database-schema": {
    type: "string",
    default: "mplus_inbox",
    describe: "The schema in the database, as createInbox has it",
  },
  dead: { type: "boolean", describe: "With list: only events whose attempts are used up" },
  event: { type: "string", names: "event", describe: "With list: only events of this name" },
  limit: { type: "string", default: "100", describe: "With list: how many events to show at most" },
  all: { type: "boolean", describe: "With retry: all events whose attempts are used up" },
  color: {
    type: "string",
    choices: colorModes,
    default: "auto",
    describe: "When to use colours; auto: on a terminal, unless NO_COLOR is set",
  },
  help: { alias: "h", type: "boolean", describe: "Print what a command is called with" },
  version: { type: "boolean", describe: "Print the version, and how far the spec is known" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** An option by its name, as a row of the table. */
export const getOption = (name: OptionName): Option => options[name];

/** An option and its name, found by its name or its letter, both without dashes. */
export const findOption = (word: string): readonly [name: string, option: Option] | undefined =>
  Object.entries<Option>(options).find(([name, { alias }]) => name === word || alias === word);

/** What an option or a command is for, without what holds where an option is left out. */
export const describeBriefly = ({ describe }: Pick<Option, "describe">): string =>
  describe.split(" [default: ", 1).join("");
