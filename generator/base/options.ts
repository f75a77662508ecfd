import { quoteForShell } from "./text/quote.js";

/** The kind of thing that a value names. Without `choices`, completion offers all things of that kind. */
export type NamedSubject =
  /** `releases`: with commas between. */
  "target" | "event" | "release" | "releases" | "product" | "framework" | "scenario";

/** One option. Its flag, its place in help, config and stamp, and its type in the API follow from this row. */
export interface Option {
  readonly alias?: string;
  /**
   * Left out: one text. A `list` may be repeated, and each time it is given it may hold several values with commas between.
   * `texts` may be repeated, and each is taken as it is.
   */
  readonly type?: "boolean" | "list" | "texts";
  readonly choices?: readonly string[];
  readonly names?: NamedSubject;
  readonly default?: string;
  readonly required?: true;
  /** A short imperative or noun, without a full stop. */
  readonly describe: string;
  /** Set where files come out differently: the stamp has it always, or only where it is not as usual. */
  readonly stamp?: "always" | "unusual";
  /** Set where only some targets read it; only those record it. */
  readonly onlyRead?: true;
  /** How a sentence tells of its value, for which the percent sign stands. Left out: the sentence is made of it itself. */
  readonly inWords?: string;
}

/** The options of one folder of output, by their names in a config; `minVersion` is `--min-version` in a call. */
export const outputOptions = {
  target: {
    alias: "t",
    type: "list",
    names: "target",
    describe: "What to generate; repeat it or separate with commas",
  },
  minVersion: {
    names: "release",
    describe: "The oldest release that your shops run [default: no lower limit]",
    stamp: "unusual",
  },
  maxVersion: {
    names: "release",
    describe: "The newest release that your shops run [default: the newest in the spec]",
    stamp: "unusual",
  },
  versions: {
    names: "releases",
    describe: "The releases of your shops as a list instead of a range: 48,56",
    stamp: "unusual",
  },
  out: {
    alias: "o",
    default: "generated",
    describe: "The output folder, outside the spec; target T is written to <out>/T",
  },
  spec: { describe: "Another spec folder, without links; only lint checks its examples" },
  responses: {
    choices: ["safe", "gated"],
    default: "safe",
    describe: "safe: answers that every shop accepts; gated: more, checked for each shop",
    stamp: "always",
  },
  importExtension: {
    choices: ["js", "ts", "none"],
    default: "js",
    describe: "The file extension of relative imports [default: fits the project, else js]",
    stamp: "always",
  },
  crypto: {
    choices: ["node", "web"],
    default: "node",
    describe: "Sign with node:crypto, or with web crypto on platforms without it",
    stamp: "unusual",
    inWords: "for % crypto",
  },
  language: {
    choices: ["csharp", "java", "php", "python"],
    describe: "The language of the target models, which requires it",
    stamp: "unusual",
    onlyRead: true,
    inWords: "in %",
  },
} as const satisfies Readonly<Record<string, Option>>;

/** The value of an option that is not left out. */
type OptionValue<Row> = Row extends { type: "boolean" }
  ? boolean
  : Row extends { type: "list" | "texts" }
    ? readonly string[]
    : Row extends { choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** The values of all options, with defaults for those that were left out. */
export type ResolvedOptions<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends
    { type: "boolean" | "list" | "texts" } | { default: string } | { required: true }
    ? OptionValue<Rows[Name]>
    : OptionValue<Rows[Name]> | undefined;
};

/** The options of an output as a user gives them: each may be left out. */
export type OutputOptions = {
  readonly [Name in keyof typeof outputOptions]?: OptionValue<(typeof outputOptions)[Name]> | undefined;
};

/** The value of an option, or its default if it was left out. */
export const applyDefault = ({ type, default: usual }: Option, value: unknown): unknown =>
  value ?? (type === "boolean" ? false : type === undefined ? usual : []);

/** The options that only some targets read, and only those record. */
export type TargetSpecificOption = {
  [Name in keyof OutputOptions]-?: (typeof outputOptions)[Name] extends { onlyRead: true } ? Name : never;
}[keyof OutputOptions];

/** The options by which files come out differently, as a target gets them. */
export type TargetOptions = Omit<ResolvedOptions<typeof outputOptions>, "target" | "out" | "spec">;

/** The name of an option as one types it, without dashes: `dryRun`, `dry-run`. */
export const toFlag = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** An option with its value as one types it in a shell: a list once for each item, a switch that is off not at all. */
export const formatOption = (name: string, value: unknown): string[] =>
  [value].flat().flatMap((each: unknown) => {
    const flag = `--${toFlag(name)}`;
    if (typeof each !== "string") return each === true ? [flag] : [];
    const word = quoteForShell(each);
    return [word.startsWith("-") ? `${flag}=${word}` : `${flag} ${word}`];
  });

/** Whether a text can be the name of a target, which is a folder in the output and a word in calls. */
export const isTargetName = (name: string): boolean => /^[a-z][a-z0-9-]*$/.test(name);
