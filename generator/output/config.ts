import { outputOptions, applyDefault, type OutputOptions, type ResolvedOptions } from "../base/options.js";
import type { TargetName } from "../targets/all.js";
import type { OwnTarget } from "../targets/own-target.js";

/**
 * One output folder: the options of the command line in camelCase, with the same defaults. Paths are relative to the
 * config file.
 */
export interface Output<Name extends string = TargetName> extends Omit<OutputOptions, "target"> {
  /** Names of targets, or your own targets. */
  readonly target: readonly (Name | OwnTarget)[];
}

/** The options of `generate`. */
export type GenerateOptions<Name extends string = TargetName> = Omit<Output<Name>, "out" | "spec">;

/** The outputs that `mplus-codegen` generates in the folder of the config. Options on the command line override it. */
export interface Config {
  /** Each has its own folder: for example, one per fleet. */
  readonly outputs: readonly Output[];
}

/** Types a config; does nothing else. */
export const defineConfig = (config: Config): Config => config;

export const withDefaults = <Name extends string>(
  output: Output<Name>,
): Omit<ResolvedOptions<typeof outputOptions>, "target"> & Pick<Output<Name>, "target"> =>
  Object.fromEntries(
    Object.entries(outputOptions).map(([name, row]) => [
      name,
      applyDefault(row, output[name as keyof typeof outputOptions]),
    ]),
  ) as never;
