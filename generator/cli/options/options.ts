/** One option of the command line. */
export interface Option {
  readonly alias?: string;
  /**
   * A `list` may be repeated, and each time it is given it may hold several values with commas between. `texts` may be
   * repeated, and each is taken as it is.
   */
  readonly type: "string" | "boolean" | "list" | "texts";
  readonly choices?: readonly string[];
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
    describe: "What to generate (see `targets`); repeat it or separate with commas",
  },
  "min-version": {
    type: "string",
    describe: "The oldest release that any of your shops runs [default: no lower limit]",
  },
  "max-version": {
    type: "string",
    describe: "The newest release that any of your shops runs [default: the newest in the spec]",
  },
  versions: {
    type: "string",
    describe: "The releases that your shops run, as a list instead of a range: 48,56",
  },
  out: {
    alias: "o",
    type: "string",
    default: "generated",
    nonEmpty: true,
    describe: "The folder to write to, outside the spec; target T is written to <out>/T",
  },
  spec: {
    type: "string",
    describe: "A spec folder to use instead of the built-in one; symbolic links in it are refused",
  },
  responses: {
    type: "string",
    choices: ["safe", "gated"],
    default: "safe",
    describe: "Answers: only what every shop takes, or also what some take, checked for each shop",
  },
  int64: {
    type: "string",
    choices: ["number", "bigint", "string"],
    default: "number",
    describe: "The type of 64-bit integers; as a number, those beyond 2^53 - 1 are refused",
  },
  "import-extension": {
    type: "string",
    choices: ["js", "ts", "none"],
    default: "js",
    describe: "The file extension of relative imports in the output",
  },
  crypto: {
    type: "string",
    choices: ["node", "web"],
    default: "node",
    describe: "What to sign with: node:crypto, or web crypto on platforms without it",
  },
  check: { type: "boolean", describe: "Write nothing; exit 1 and list what differs" },
  "dry-run": { type: "boolean", describe: "Write nothing; print what would be done" },
  json: { type: "boolean", describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  "spec-from": {
    type: "string",
    describe: "A folder with an older state of the spec to compare with; --spec is the newer one",
  },
  markdown: { type: "boolean", describe: "Print the result as Markdown" },
  github: { type: "boolean", describe: "Print annotations for a GitHub workflow" },
  "fail-on": {
    type: "string",
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is this serious or more",
  },
  summary: { type: "string", required: true, describe: "What the release changed, in one sentence" },
  date: { type: "string", describe: "The day of the release: 2027-01-31" },
  dir: {
    type: "string",
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
  file: { type: "string", describe: "A file with the body to send, byte for byte" },
  release: {
    type: "list",
    describe: "The release that the till runs; may be repeated [default: the newest known]",
  },
  product: { type: "string", default: "pos", describe: "The program of the till, by its id in the spec" },
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
  seed: { type: "string", describe: "A whole number to make all ids of, so that a run has the same ones" },
  junit: { type: "string", describe: "A file to write the result to as JUnit's XML" },
  trace: { type: "string", describe: "A file to write every request and answer to, as JSON lines" },
  "from-trace": {
    type: "string",
    describe: "Play nothing; print a scenario that does what this trace has",
  },
  list: { type: "boolean", describe: "Play nothing; list the built-in scenarios" },
  schema: { type: "boolean", describe: "Play nothing; print the JSON Schema of scenarios, for editors" },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** An option by its name, as a row of the table. */
export const getOption = (name: OptionName): Option => options[name];
