import { formatOption, outputOptions, toFlag, type Option } from "../../base/options.js";

/** Every option, each once, by its name in code: types, help, parser and suggestions follow from this table and that of the commands. */
export const options = {
  ...outputOptions,
  config: {
    alias: "c",
    describe: "The file of the config [default: mplus-codegen.config.* or package.json, where there is one]",
  },
  check: { type: "boolean", describe: "Write nothing; exit 1 and list what differs" },
  watch: { alias: "w", type: "boolean", describe: "Go on: generate again whenever what it reads changes" },
  patch: { type: "boolean", describe: "Print what differs as a patch, which `git apply` takes" },
  json: { type: "boolean", describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  specFrom: {
    describe: "A folder with an older state of the spec to compare with; --spec is the newer one",
  },
  markdown: { type: "boolean", describe: "Print the result as Markdown" },
  failOn: {
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is this serious or more",
  },
  summary: { required: true, describe: "What the release changed, in one sentence" },
  date: { describe: "The day of the release: 2027-01-31" },
  dir: {
    describe: "The folder of the project, new or not, outside the spec [default: mplus-<framework>]",
  },
  packageManager: {
    choices: ["npm", "pnpm", "yarn"],
    describe:
      "What installs its packages [default: as packageManager in its package.json, else its lockfile says, else what started this program, else npm]",
  },
  module: {
    choices: ["esm", "commonjs"],
    describe: "The kind of its modules [default: as its package.json says; esm where there is none]",
  },
  events: {
    type: "list",
    names: "event",
    describe: "The events to start with; repeat it or separate with commas [default: as the spec says]",
  },
  url: { describe: "The endpoint URL of the subscription; a till appends / and the name of the event" },
  subscription: { default: "shop-12", describe: "The Subscription ID" },
  secretEnv: {
    default: "MPLUS_SECRET",
    describe: "The environment variable that holds the secret key of the subscription",
  },
  set: {
    type: "texts",
    describe: "name=value: a part of the event, or a value of the scenario; may be repeated",
  },
  file: { describe: "A file with the body to send, byte for byte" },
  release: {
    type: "list",
    names: "release",
    describe: "The release that the till runs; may be repeated [default: the newest known]",
  },
  product: { names: "product", default: "pos", describe: "The program of the till, by its id in the spec" },
  deadline: {
    default: "10",
    describe: "How long to wait for an answer, in seconds; how long a till does is not known",
  },
  port: { default: "4000", describe: "The port of the page, on this machine alone; 0: any that is free" },
  curl: { type: "boolean", describe: "Send nothing; print the call for curl and openssl" },
  clock: {
    choices: ["virtual", "real"],
    default: "virtual",
    describe: "virtual: the till's waiting takes no time; real: for a receiver that needs some to get on",
  },
  for: {
    default: "60s",
    describe: "How long to go on: 90s, 5m or 1h",
  },
  seed: {
    describe:
      "A whole number that decides what is made up: the same one makes the same [default of mock: 1; else another one each time]",
  },
  side: {
    choices: ["request", "response"],
    default: "request",
    describe: "What to make up: what a shop sends, or an answer that every shop takes",
  },
  size: {
    choices: ["rich", "smallest"],
    default: "rich",
    describe: "All there is but what is deprecated, or what is required and no more",
  },
  junit: { describe: "A file to write the result to as JUnit's XML" },
  timeout: {
    default: "60",
    describe: "How long a scenario may take, in seconds of real time, before it ends as failed",
  },
  database: {
    describe:
      "The database of the inbox: a URL of PostgreSQL, or a folder [default: the environment variable DATABASE_URL]",
  },
  databaseSchema: { default: "mplus_inbox", describe: "The schema in the database, as createInbox has it" },
  dead: { type: "boolean", describe: "With list: only events whose attempts are used up" },
  limit: { default: "100", describe: "With list: how many events to show at most" },
  all: { type: "boolean", describe: "With retry: all events whose attempts are used up" },
  help: { alias: "h", type: "boolean", describe: "Print what a command is called with" },
  version: { type: "boolean", describe: "Print the version, and how far the spec is known" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** An option by its name, as a row of the table. */
export const getOption = (name: OptionName): Option => options[name];

/** The option that takes the next word of a call as its value; undefined if this word is none. */
export const findValueOption = (word = ""): Option | undefined =>
  Object.entries<Option>(options).find(
    ([name, { alias, type }]) => type !== "boolean" && [`--${toFlag(name)}`, `-${alias}`].includes(word),
  )?.[1];

/** Options as they are typed in a call, without those that have their default value. */
export const formatOptions = <Name extends OptionName>(
  names: readonly Name[],
  args: Readonly<Record<Name, string | readonly string[] | undefined>>,
): string =>
  names
    .flatMap((name) => {
      const values = [args[name]].flat();
      return formatOption(
        name,
        values.filter((value) => value !== getOption(name).default),
      );
    })
    .join(" ");
