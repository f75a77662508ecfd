import { formatOption, outputOptions, type Option } from "../../base/options.js";

/** By their names in code. Types, help, parser and suggestions derive from this table and the table of commands. */
export const options = {
  ...outputOptions,
  config: { alias: "c", describe: "Config file [default: mplus-codegen.config.* or package.json]" },
  check: { type: "boolean", describe: "Write nothing; list the differences and exit 1 if there are any" },
  force: { type: "boolean", describe: "Overwrite generated files that were edited by hand" },
  watch: {
    alias: "w",
    type: "boolean",
    describe: "Watch the config, the spec and the additions, and regenerate on every change",
  },
  json: { type: "boolean", describe: "Print JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  specFrom: { describe: "Folder of the older spec; --spec is the newer one" },
  markdown: { type: "boolean", describe: "Print Markdown" },
  failOn: {
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is at least this severe",
  },
  summary: { required: true, describe: "One-sentence summary of the release" },
  date: { describe: "Release date, such as 2027-01-31" },
  dir: {
    describe: "Project folder [default: the current one if it uses the framework, else mplus-<framework>]",
  },
  packageManager: { choices: ["npm", "pnpm", "yarn"], describe: "Package manager [default: detected]" },
  events: {
    type: "list",
    describe: "Events to start with, comma-separated [default: set by the spec]",
  },
  event: { required: true, describe: "Event that the request or the answer belongs to" },
  inbox: { type: "boolean", describe: "Next only: store events until a worker has handled them" },
  url: { describe: "Endpoint URL of the subscription; the till appends /<event>" },
  subscription: { describe: "Subscription ID [default: shop-12]" },
  secretEnv: {
    default: "MPLUS_SECRET",
    describe: "Environment variable or .env entry with the secret key",
  },
  otherSubscription: { describe: "Subscription ID of a second shop; doctor keeps the two apart" },
  otherSecretEnv: {
    default: "MPLUS_OTHER_SECRET",
    describe: "Environment variable or .env entry with the second shop's secret key",
  },
  set: {
    type: "texts",
    describe: "name=value: an event property, a scenario value or a setting of the till; repeatable",
  },
  release: {
    type: "list",
    describe: "Release of the till; repeatable [default: newest]",
  },
  product: { describe: "Product id in the spec [default: pos, if it sends the event]" },
  deadline: {
    default: "10",
    describe: "Seconds to wait for an answer; a real till's timeout is unknown",
  },
  port: { default: "4000", describe: "Local port; 0 picks a free one" },
  forward: { required: true, describe: "Endpoint URL of your server, which receives the requests" },
  record: { describe: "Append exchanges to this file as JSON Lines, customer data included" },
  redact: { type: "boolean", describe: "Replace customers' texts and numbers in the recording" },
  showValues: { type: "boolean", describe: "Name few short values that repeat; they may be customer data" },
  only: { type: "list", describe: "Send only these events" },
  renew: { type: "boolean", describe: "Send new counters and times, so that no request counts as a repeat" },
  saveScenario: { describe: "Send nothing; write each recorded sale as a scenario to this new file" },
  compare: { type: "boolean", describe: "Exit 1 if an answer differs from the recorded one" },
  listCodes: {
    type: "boolean",
    describe: "Send nothing; list the recorded codes and numbers that your server may have to know",
  },
  curl: { type: "boolean", describe: "Print curl and openssl commands instead of sending" },
  clock: {
    choices: ["virtual", "real"],
    default: "virtual",
    describe: "virtual: skip the till's waits; real: wait, for receivers that do work between requests",
  },
  for: { default: "60s", describe: "Time to explore, such as 90s, 5m or 1h" },
  seed: { describe: "Whole number; the same seed gives the same data [default: 1 for mock, else random]" },
  side: {
    choices: ["request", "response"],
    describe: "Print a request, or an answer that every shop accepts [default: request]",
  },
  size: {
    choices: ["rich", "smallest"],
    default: "rich",
    describe: "rich: as a shop could send it; smallest: required parts only",
  },
  full: { type: "boolean", describe: "Print every part that the release may send, not a real sale" },
  timeout: { default: "60", describe: "Fail a scenario after this many seconds of real time" },
  database: { describe: "PostgreSQL URL, or a folder: ./inbox [default: the DATABASE_URL variable]" },
  databaseSchema: { default: "mplus_inbox", describe: "Database schema that createInbox uses" },
  dead: { type: "boolean", describe: "With list: only events with no attempts left" },
  limit: { default: "100", describe: "With list: maximum number of events" },
  all: { type: "boolean", describe: "With retry: all events with no attempts left" },
  help: { alias: "h", type: "boolean", describe: "Show help" },
  version: { type: "boolean", describe: "Show the version and the newest release in the spec" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

export const getOption = (name: OptionName): Option => options[name];

/** Formats options as typed on the command line. Omits those that have their default value. */
export const formatOptions = <Name extends OptionName>(
  names: readonly Name[],
  args: Readonly<Record<Name, unknown>>,
): string =>
  names
    .flatMap((name) => (args[name] === getOption(name).default ? [] : formatOption(name, args[name])))
    .join(" ");
