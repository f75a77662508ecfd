import type { TargetName } from "./targets/all.js";
import type { Language } from "./targets/language.js";
import type { OwnTarget } from "./targets/own-target.js";

/** What to generate: the options of the command line, with their names in camelCase. What is left out is as there. */
export interface GenerateOptions {
  /** Names of targets, and targets of your own. */
  readonly target: readonly (TargetName | OwnTarget)[];
  /** The oldest release that any of your shops runs: `"48"`. Left out: no lower limit. */
  readonly minVersion?: string | undefined;
  /** The newest release that any of your shops runs. Left out: the newest in the spec. */
  readonly maxVersion?: string | undefined;
  /** The releases that your shops run, as a list instead of a range: `"48,56"`. */
  readonly versions?: string | undefined;
  /** Answers: only what every shop takes, or also what some take, checked for each shop. Left out: `"safe"`. */
  readonly responses?: "safe" | "gated" | undefined;
  /** The type of 64-bit integers; as a number, those beyond 2^53 - 1 are refused. Left out: `"number"`. */
  readonly int64?: "number" | "bigint" | undefined;
  /** The file extension of relative imports in the output. Left out: `"js"`. */
  readonly importExtension?: "js" | "ts" | "none" | undefined;
  /** What to sign with: node:crypto, or web crypto on platforms without it. Left out: `"node"`. */
  readonly crypto?: "node" | "web" | undefined;
  /** The language of the target `models`, which needs one. */
  readonly language?: Language | undefined;
}

/** One folder of output. Paths are relative to the file of the config. */
export interface Output extends GenerateOptions {
  /** The folder to write to, outside the spec. Left out: `"generated"`. */
  readonly out?: string | undefined;
  /** A spec folder to use instead of the built-in one. */
  readonly spec?: string | undefined;
}

/** What `mplus-codegen` generates when it is called in the folder of the config. Options of the call win. */
export interface Config {
  /** Each in a folder of its own: one for each fleet, for example. */
  readonly outputs: readonly Output[];
}

/** Types a config, and does nothing else. */
export const defineConfig = (config: Config): Config => config;

/** What the options mean that are left out. */
export const usualOptions = {
  out: "generated",
  responses: "safe",
  int64: "number",
  importExtension: "js",
  crypto: "node",
} as const;
