/** One option of the command line. */
export interface Option {
  readonly alias?: string;
  /** A `list` may be repeated, and each time it is given it may hold several values with commas between. */
  readonly type: "string" | "boolean" | "list";
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
    describe: "What to generate; repeat it or separate with commas (see `targets`)",
  },
  "min-version": {
    type: "string",
    describe: "The oldest release that one of your shops runs; left out: all there ever were",
  },
  "max-version": {
    type: "string",
    describe: "The newest release; left out: the newest that the spec knows",
  },
  versions: {
    type: "string",
    describe: "Or all releases that your shops run, where there are gaps: 48,56,59.3.2",
  },
  out: {
    alias: "o",
    type: "string",
    default: "generated",
    nonEmpty: true,
    describe: "The folder to write to, apart from the spec; target T lands in <out>/T",
  },
  spec: {
    type: "string",
    describe: "Another spec folder than the one that comes with the tool; links in it are refused",
  },
  responses: {
    type: "string",
    choices: ["safe", "gated"],
    default: "safe",
    describe: "Answers: what every shop takes, or what some take, checked for the shop that asks",
  },
  int64: {
    type: "string",
    choices: ["number", "bigint", "string"],
    default: "number",
    describe: "64-bit integers: as numbers, which refuses those beyond 2^53 - 1, or in a type that holds all",
  },
  "import-extension": {
    type: "string",
    choices: ["js", "ts", "none"],
    default: "js",
    describe: "How the relative imports in the output end",
  },
  crypto: {
    type: "string",
    choices: ["node", "web"],
    default: "node",
    describe: "What signs: node's own crypto, or the web's, for platforms that have no other",
  },
  check: { type: "boolean", describe: "Write nothing; exit 1 and list what differs" },
  "dry-run": { type: "boolean", describe: "Write nothing; say what would be done" },
  json: { type: "boolean", describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", describe: "Print problems only" },
  "spec-from": {
    type: "string",
    describe: "Compare with another state of the spec, in this folder; --spec is the newer one",
  },
  markdown: { type: "boolean", describe: "Print the result as Markdown" },
  github: { type: "boolean", describe: "Print annotations for a GitHub workflow" },
  "fail-on": {
    type: "string",
    choices: ["breaking", "handle", "safe", "docs"],
    describe: "Exit 1 if a change is as grave as this, or graver",
  },
  summary: { type: "string", required: true, describe: "What it brought, in one sentence" },
  date: { type: "string", describe: "The day on which it came out: 2027-01-31" },
  dir: {
    type: "string",
    nonEmpty: true,
    describe: "The folder to make, apart from the spec; it must be new or empty [default: mplus-<framework>]",
  },
  events: {
    type: "list",
    describe:
      "The events to begin with; repeat it or separate with commas [default: those that the spec names]",
  },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** An option by its name, as a row of the table. */
export const getOption = (name: OptionName): Option => options[name];
