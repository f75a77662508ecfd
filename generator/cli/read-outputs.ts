import { isAbsolute, join, resolve } from "node:path";
import type { Output } from "../config.js";
import { outputOptions } from "../options.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import { targets, type TargetName } from "../targets/all.js";
import { listWords } from "../text/words.js";
import type { Args, Given } from "./options/commands.js";
import { isWithin } from "./spec-folder.js";
import { findConfig, loadConfig, type LoadedConfig } from "./config.js";

/** What a call asks for, and the config that it has from, if there is one. */
export interface AskedOutputs {
  readonly outputs: Outcome<readonly Output[]>;
  readonly config?: LoadedConfig;
}

/** Reads the config that a call names, or the one of the working folder, and lists the outputs that are asked for. */
export async function readOutputs(args: Args<"generate">, given: Given): Promise<AskedOutputs> {
  const found = args.config === undefined ? findConfig() : success(args.config);
  if (!found.ok) return { outputs: found };
  if (found.value === undefined) return { outputs: listOutput(args) };
  const config = await loadConfig(found.value);
  return { outputs: listOutputs(args, given, config), config };
}

/** The one output of the options, where there is no config. */
const listOutput = (args: Args<"generate">): Outcome<readonly Output[]> =>
  args.target.length > 0
    ? success([{ ...args, target: asTargets(args) }])
    : complain(
        "Say what to generate with --target.",
        `The targets are ${targets.map(({ name }) => name).join(", ")}; for example: mplus-codegen --target express --min-version 48`,
      );

/** Whether there is a target of a name is checked where it is selected. */
const asTargets = ({ target }: Args<"generate">) => target as readonly TargetName[];

/** The outputs of the config that are asked for, under the options that were given. */
function listOutputs(
  args: Args<"generate">,
  given: Given,
  { config, folder }: LoadedConfig,
): Outcome<readonly Output[]> {
  if (!config.ok) return config;
  const outputs = config.value.outputs.map((output) => placeIn(folder, output));
  const chosen = given.has("out") ? chooseFolder(outputs, args.out) : success(outputs);
  if (!chosen.ok) return chosen;
  const won = listGiven(args, given, outputs);
  const asked = chosen.value.map((output) => ({ ...output, ...won }));
  const [one, other] = findClash(asked) ?? [];
  return one === undefined || other === undefined
    ? success(asked)
    : complain(
        `Two outputs of the config cannot be written to ${one} and ${other}.`,
        "Each output needs a folder of its own, and none inside of another.",
      );
}

/** With paths that are relative to the working folder, as those of options are. */
function placeIn(folder: string, output: Output): PlacedOutput {
  const place = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  const { out = outputOptions.out.default, spec } = output;
  return { ...output, out: place(out), ...(spec !== undefined && { spec: place(spec) }) };
}

type PlacedOutput = Output & { readonly out: string };

/** Of several outputs, `--out` names one; a single one it moves. */
function chooseFolder(outputs: readonly PlacedOutput[], out: string): Outcome<readonly PlacedOutput[]> {
  const [only, ...others] = outputs;
  if (only && others.length === 0) return success([{ ...only, out }]);
  const named = outputs.filter((output) => resolve(output.out) === resolve(out));
  const folders = outputs.map((output) => output.out);
  return named.length > 0
    ? success(named)
    : complain(
        `No output of the config is written to ${out}.`,
        `Of several outputs, --out names the one to generate: ${listWords(folders, "or")}.`,
      );
}

/** What was given in the call wins. A list of releases and a range exclude one another. */
function listGiven(
  args: Args<"generate">,
  given: Given,
  outputs: readonly Output[],
): Partial<Omit<Output, "out">> {
  const own = outputs.flatMap(({ target }) => target.filter((item) => typeof item === "object"));
  // A name may be that of a target of the user's own.
  const target = asTargets(args).map((name) => own.find((item) => item.name === name) ?? name);
  const won = Object.entries({ ...args, target }).filter(([name]) => given.has(name) && name !== "out");
  return {
    ...(given.has("versions") && { minVersion: undefined, maxVersion: undefined }),
    ...((given.has("minVersion") || given.has("maxVersion")) && { versions: undefined }),
    ...Object.fromEntries(won),
  };
}

/** Two folders of which one would be written over or into the other. */
const findClash = (outputs: readonly PlacedOutput[]): readonly string[] | undefined =>
  outputs
    .flatMap(({ out }, index) => outputs.slice(index + 1).map((other) => [out, other.out] as const))
    .find(([one, other]) => isWithin(one, other) || isWithin(other, one));

const complain = (message: string, hint: string): Outcome<never> =>
  failure([report("usage", { message, hint })]);
