/** A row of the table, in yargs' words. */
export interface OptionRow {
  readonly alias?: string;
  readonly type?: "string" | "boolean";
  readonly array?: true;
  readonly choices?: readonly string[];
  readonly default?: string | boolean | readonly string[];
  readonly requiresArg?: true;
  readonly demandOption?: true;
  readonly describe: string;
}

/** The options of `generate`: one table for the help, the checks and what arrives at the command. */
export const generateOptions = {
  target: {
    alias: "t",
    type: "string",
    array: true,
    requiresArg: true,
    describe: "What to generate; repeat it or separate with commas (see `targets`)",
  },
  "min-version": {
    type: "string",
    requiresArg: true,
    describe: "The oldest release that one of your shops runs; left out: all there ever were",
  },
  "max-version": {
    type: "string",
    requiresArg: true,
    describe: "The newest release; left out: the newest that the spec knows",
  },
  versions: {
    type: "string",
    requiresArg: true,
    describe: "Or all releases that your shops run, where there are gaps: 48,56,59.3.2",
  },
  out: {
    alias: "o",
    type: "string",
    default: "generated",
    requiresArg: true,
    describe: "The folder to write to, apart from the spec; target T lands in <out>/T",
  },
  spec: {
    type: "string",
    requiresArg: true,
    describe: "Another spec folder than the one that comes with the tool; links in it are refused",
  },
  responses: {
    choices: ["safe", "gated"],
    default: "safe",
    describe: "Answers: what every shop takes, or what some take, checked for the shop that asks",
  },
  int64: {
    choices: ["number", "bigint", "string"],
    default: "number",
    describe: "64-bit integers: as numbers, which refuses those beyond 2^53 - 1, or in a type that holds all",
  },
  "import-extension": {
    choices: ["js", "ts", "none"],
    default: "js",
    describe: "How the relative imports in the output end",
  },
  crypto: {
    choices: ["node", "web"],
    default: "node",
    describe: "What signs: node's own crypto, or the web's, for platforms that have no other",
  },
  check: { type: "boolean", default: false, describe: "Write nothing; exit 1 and list what differs" },
  "dry-run": { type: "boolean", default: false, describe: "Write nothing; say what would be done" },
  json: { type: "boolean", default: false, describe: "Print the result as JSON" },
  quiet: { alias: "q", type: "boolean", default: false, describe: "Print problems only" },
} as const satisfies Record<string, OptionRow>;

/** What yargs makes of the table. */
export interface GenerateArguments {
  readonly target?: readonly string[] | undefined;
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
  readonly versions?: string | undefined;
  readonly out: string;
  readonly spec?: string | undefined;
  readonly responses: "safe" | "gated";
  readonly int64: "number" | "bigint" | "string";
  readonly importExtension: "js" | "ts" | "none";
  readonly crypto: "node" | "web";
  readonly check: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The options that commands which only read the spec share. */
export const readOptions = {
  spec: generateOptions.spec,
  json: generateOptions.json,
} as const satisfies Record<string, OptionRow>;

export interface ReadArguments {
  readonly spec?: string | undefined;
  readonly json: boolean;
}

export interface VersionsArguments extends ReadArguments {
  readonly range?: string | undefined;
}

/** The options of `diff`. */
export const diffOptions = {
  ...readOptions,
  "spec-from": {
    type: "string",
    requiresArg: true,
    describe: "Compare with another state of the spec, in this folder; --spec is the newer one",
  },
  markdown: { type: "boolean", default: false, describe: "Print the result as Markdown" },
  github: { type: "boolean", default: false, describe: "Print annotations for a GitHub workflow" },
  "fail-on": {
    choices: ["breaking", "handle", "safe", "docs"],
    requiresArg: true,
    describe: "Exit 1 if a change is as grave as this, or graver",
  },
} as const satisfies Record<string, OptionRow>;

export interface DiffArguments extends ReadArguments {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly specFrom?: string | undefined;
  readonly markdown: boolean;
  readonly github: boolean;
  readonly failOn?: "breaking" | "handle" | "safe" | "docs" | undefined;
}

/** The options of `explain`. */
export const explainOptions = {
  ...readOptions,
  "min-version": generateOptions["min-version"],
  "max-version": generateOptions["max-version"],
  versions: generateOptions.versions,
} as const satisfies Record<string, OptionRow>;

export interface ExplainArguments extends ReadArguments {
  readonly path: string;
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
  readonly versions?: string | undefined;
}

/** The options of `release`. */
export const releaseOptions = {
  ...readOptions,
  summary: {
    type: "string",
    requiresArg: true,
    demandOption: true,
    describe: "What it brought, in one sentence",
  },
  date: { type: "string", requiresArg: true, describe: "The day on which it came out: 2027-01-31" },
} as const satisfies Record<string, OptionRow>;

export interface ReleaseArguments extends ReadArguments {
  readonly number: string;
  readonly summary: string;
  readonly date?: string | undefined;
}

/** The options of `init`. */
export const initOptions = {
  dir: {
    type: "string",
    requiresArg: true,
    describe: "The folder to make, apart from the spec; it must be new or empty [default: mplus-<framework>]",
  },
  events: {
    type: "string",
    array: true,
    requiresArg: true,
    describe:
      "The events to begin with; repeat it or separate with commas [default: those that the spec names]",
  },
  "min-version": generateOptions["min-version"],
  "max-version": generateOptions["max-version"],
  versions: generateOptions.versions,
  responses: generateOptions.responses,
  ...readOptions,
} as const satisfies Record<string, OptionRow>;

export interface InitArguments extends ReadArguments {
  readonly framework: string;
  readonly dir?: string | undefined;
  readonly events?: readonly string[] | undefined;
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
  readonly versions?: string | undefined;
  readonly responses: "safe" | "gated";
}
