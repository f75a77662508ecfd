import { outputOptions, applyDefault, type OutputOptions, type ResolvedOptions } from "../base/options.js";
import type { TargetName } from "../targets/all.js";
import type { OwnTarget } from "../targets/own-target.js";

/** One folder of output: the options of the command line, with their names in camelCase. Paths are relative to the file of the config. What is left out is as there. */
export interface Output<Name extends string = TargetName> extends Omit<OutputOptions, "target"> {
  /** Names of targets, and targets of your own. */
  readonly target: readonly (Name | OwnTarget)[];
}

/** What to generate. */
export type GenerateOptions<Name extends string = TargetName> = Omit<Output<Name>, "out" | "spec">;

/** What `mplus-codegen` generates when it is called in the folder of the config. Options of the call win. */
export interface Config {
  /** Each in a folder of its own: one for each fleet, for example. */
  readonly outputs: readonly Output[];
}

/** Types a config, and does nothing else. */
export const defineConfig = (config: Config): Config => config;

/** The options of an output, with the usual value of each that was left out. */
export const withDefaults = <Name extends string>(
  output: Output<Name>,
): Omit<ResolvedOptions<typeof outputOptions>, "target"> & Pick<Output<Name>, "target"> =>
  Object.fromEntries(
    Object.entries(outputOptions).map(([name, row]) => [
      name,
      applyDefault(row, output[name as keyof typeof outputOptions]),
    ]),
  ) as never;
