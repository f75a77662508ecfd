import { quoteForShell } from "./text/quote.js";

/** One option. Its flag, its API type, and its place in help, config and stamp come from this row. */
export interface Option {
  readonly alias?: string;
  /**
   * Default: one text. A `list` may be repeated, and each value may contain several items separated by commas.
   * `texts` may be repeated, and each is used as it is.
   */
  readonly type?: "boolean" | "list" | "texts";
  readonly choices?: readonly string[];
  /** A stamp may contain only such a text. */
  readonly names?: "release" | "releases" | "folder";
  readonly default?: string;
  readonly required?: true;
  /** An imperative or a noun phrase, without a full stop. */
  readonly describe: string;
  /**
   * Set if the value changes the generated files. The stamp records it always, or only if it differs from the
   * default.
   */
  readonly stamp?: "always" | "unusual";
  /** Set if only some targets read the option. Only these targets record it. */
  readonly onlyRead?: true;
  /** The phrase for a sentence, with `%` for the value. Default: the option itself. */
  readonly inWords?: string;
}

/**
 * The options of one output folder, by their names in a config: `minVersion` is `--min-version` on the command line.
 */
export const outputOptions = {
  target: {
    alias: "t",
    type: "list",
    describe: "Targets to generate, repeatable or comma-separated",
  },
  minVersion: {
    names: "release",
    describe: "Oldest release your shops run [default: no lower limit]",
    stamp: "unusual",
  },
  maxVersion: {
    names: "release",
    describe: "Newest release your shops run [default: newest in the spec]",
    stamp: "unusual",
  },
  versions: {
    names: "releases",
    describe: "Releases your shops run, as a list instead of a range: 48,56",
    stamp: "unusual",
  },
  out: {
    alias: "o",
    default: "generated",
    describe: "Output folder, outside the spec; target T goes to <out>/T",
  },
  spec: { describe: "Another spec folder, without symlinks; only lint checks its examples" },
  additions: {
    names: "folder",
    describe: "Folder with parts of your own that the spec lacks",
    stamp: "unusual",
    inWords: "with the additions in %",
  },
  responses: {
    choices: ["safe", "gated"],
    default: "safe",
    describe: "safe: answers that every shop accepts; gated: more, checked per shop",
    stamp: "always",
  },
  importExtension: {
    choices: ["js", "ts", "none"],
    default: "js",
    describe: "File extension of relative imports [default: detected, else js]",
    stamp: "always",
  },
  crypto: {
    choices: ["node", "web"],
    default: "node",
    describe: "node: sign with node:crypto; web: with Web Crypto, for platforms without it",
    stamp: "unusual",
    inWords: "for % crypto",
  },
  language: {
    choices: ["csharp", "java", "php", "python"],
    describe: "Language of the models target, which requires it",
    stamp: "unusual",
    onlyRead: true,
    inWords: "in %",
  },
} as const satisfies Readonly<Record<string, Option>>;

type OptionValue<Row> = Row extends { type: "boolean" }
  ? boolean
  : Row extends { type: "list" | "texts" }
    ? readonly string[]
    : Row extends { choices: readonly (infer Choice)[] }
      ? Choice
      : string;

export type ResolvedOptions<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends
    { type: "boolean" | "list" | "texts" } | { default: string } | { required: true }
    ? OptionValue<Rows[Name]>
    : OptionValue<Rows[Name]> | undefined;
};

/** The options of an output as a user gives them. All are optional. */
export type OutputOptions = {
  readonly [Name in keyof typeof outputOptions]?: OptionValue<(typeof outputOptions)[Name]> | undefined;
};

export const applyDefault = ({ type, default: usual }: Option, value: unknown): unknown =>
  value ?? (type === "boolean" ? false : type === undefined ? usual : []);

export type TargetSpecificOption = {
  [Name in keyof OutputOptions]-?: (typeof outputOptions)[Name] extends { onlyRead: true } ? Name : never;
}[keyof OutputOptions];

/** The options that change the generated files, as a target receives them. */
export type TargetOptions = Omit<ResolvedOptions<typeof outputOptions>, "target" | "out" | "spec">;

/** The name of an option on the command line, without dashes: `dryRun` becomes `dry-run`. */
export const toFlag = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The option with its value, quoted for a shell. A list repeats the option, and a switch that is off is left out. */
export const formatOption = (name: string, value: unknown): string[] =>
  [value].flat().flatMap((each: unknown) => {
    const flag = `--${toFlag(name)}`;
    if (typeof each !== "string") return each === true ? [flag] : [];
    const word = quoteForShell(each);
    return [word.startsWith("-") ? `${flag}=${word}` : `${flag} ${word}`];
  });

/** A target's name becomes a folder in the output, an argument, and a key of objects. */
export const isTargetName = (name: string): boolean =>
  /^[a-z][a-z0-9-]{0,99}$/.test(name) && !(name in Object.prototype);
