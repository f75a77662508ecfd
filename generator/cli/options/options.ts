import { formatOption, outputOptions, type Option } from "../../base/options.js";

/** Every option by its name in code: types, help, parser and suggestions follow from this table and that of the commands. */
export const options = {
  ...outputOptions,
  config: { alias: "c", describe: "The config file [default: mplus-codegen.config.* or package.json]" },
  check: { type: "boolean", describe: "Write nothing; exit 1 and list what differs" },
  force: { type: "boolean", describe: "Overwrite generated files that were changed by hand" },
  watch: { alias: "w", type: "boolean", describe: "Watch the inputs and regenerate on every change" },
  patch: { type: "boolean", describe: "Print the differences as a patch for `git apply`" },
  json: { type: "boolean", describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  specFrom: { describe: "The folder of an older spec to compare with; --spec is the newer one" },
  markdown: { type: "boolean", describe: "Print the result as Markdown" },
  failOn: {
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is at least this serious",
  },
  summary: { required: true, describe: "The changes of the release in one sentence" },
  date: { describe: "The date of the release: 2027-01-31" },
  dir: {
    describe: "The project folder [default: here, where the framework is in use, else mplus-<framework>]",
  },
  packageManager: { choices: ["npm", "pnpm", "yarn"], describe: "The package manager [default: detected]" },
  events: {
    type: "list",
    names: "event",
    describe: "The events to start with, as a list [default: as in the spec]",
  },
  url: { describe: "The endpoint URL of the subscription; the till appends / and the event name" },
  subscription: { describe: "The Subscription ID [default: shop-12]" },
  secretEnv: {
    default: "MPLUS_SECRET",
    describe: "The environment variable or .env entry with the secret key",
  },
  set: { type: "texts", describe: "name=value: a part of the event or a value of the scenario; repeatable" },
  release: {
    type: "list",
    names: "release",
    describe: "The release of the till; repeatable [default: newest]",
  },
  product: { names: "product", default: "pos", describe: "The product, by its id in the spec" },
  deadline: {
    default: "10",
    describe: "Seconds to wait for an answer; the timeout of a real till is unknown",
  },
  port: {
    default: "4000",
    describe: "The port on this machine; 0: any free one. With listen the page has the next one",
  },
  forward: { required: true, describe: "The endpoint URL of your server, to which requests go on" },
  record: { describe: "Append the exchanges to this file: customers' data, as JSON lines" },
  redact: { type: "boolean", describe: "Replace names, card numbers and texts in what is recorded" },
  only: { type: "list", names: "event", describe: "Send only these events" },
  renew: { type: "boolean", describe: "Send new counters and times, so that nothing counts as a repeat" },
  compare: { type: "boolean", describe: "Exit 1 if an answer differs from the recorded one" },
  curl: { type: "boolean", describe: "Print the request as a curl and openssl command; send nothing" },
  clock: {
    choices: ["virtual", "real"],
    default: "virtual",
    describe: "virtual: skip the waiting of the till; real: wait, for receivers that work between requests",
  },
  for: { default: "60s", describe: "How long to explore: 90s, 5m or 1h" },
  seed: { describe: "A whole number; the same seed makes the same data [default: 1 for mock, else random]" },
  side: {
    choices: ["request", "response"],
    default: "request",
    describe: "Print a request or an answer that every shop accepts",
  },
  size: {
    choices: ["rich", "smallest"],
    default: "rich",
    describe: "rich: everything except deprecated parts; smallest: required parts only",
  },
  junit: { describe: "Write the result to this file as JUnit XML" },
  timeout: { default: "60", describe: "Seconds of real time after which a scenario fails" },
  database: { describe: "A PostgreSQL URL or a folder [default: the environment variable DATABASE_URL]" },
  databaseSchema: { default: "mplus_inbox", describe: "The database schema that createInbox uses" },
  dead: { type: "boolean", describe: "With list: only events that have no attempts left" },
  limit: { default: "100", describe: "With list: the maximum number of events to show" },
  all: { type: "boolean", describe: "With retry: all events that have no attempts left" },
  help: { alias: "h", type: "boolean", describe: "Show help" },
  version: { type: "boolean", describe: "Show the version and the newest release in the spec" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** An option by its name, as a row of the table. */
export const getOption = (name: OptionName): Option => options[name];

/** Options as they are typed in a call, without those that have their default value. */
export const formatOptions = <Name extends OptionName>(
  names: readonly Name[],
  args: Readonly<Record<Name, unknown>>,
): string =>
  names
    .flatMap((name) => (args[name] === getOption(name).default ? [] : formatOption(name, args[name])))
    .join(" ");
