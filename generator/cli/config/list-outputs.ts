import { isAbsolute, join, relative, resolve, sep } from "node:path";
import type { Output } from "../../config.js";
import { outputOptions } from "../../options.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { targets, type TargetName } from "../../targets/all.js";
import { listWords } from "../../text/words.js";
import type { Args, Given } from "../options/args.js";
import type { LoadedConfig } from "./load-config.js";

/** The outputs that a call asks for: those of the config, under the options that were given; or the one of the options. */
export function listOutputs(
  args: Args<"generate">,
  given: Given,
  loaded?: LoadedConfig,
): Outcome<readonly Output[]> {
  if (!loaded)
    return args.target.length > 0
      ? success([{ ...args, target: asTargets(args) }])
      : failure([reportMissingTarget()]);
  const { config, folder } = loaded;
  if (!config.ok) return config;
  const outputs = config.value.outputs.map((output) => placeIn(folder, output));
  const chosen = chooseFolder(outputs, args, given);
  if (!chosen.ok) return chosen;
  const own = outputs.flatMap(({ target }) => target.filter((item) => typeof item === "object"));
  const asked = chosen.value.map((output) => override(output, args, given, own));
  const clash = findClash(asked);
  return clash ? failure([clash]) : success(asked);
}

/** Whether there is a target of a name is checked where it is selected. */
const asTargets = ({ target }: Args<"generate">) => target as readonly TargetName[];

/** With paths that are relative to the working folder, as those of options are. */
const placeIn = (folder: string, output: Output): Output => {
  const place = (path: string) => (isAbsolute(path) ? path : join(folder, path));
  const { out = outputOptions.out.default, spec } = output;
  return {
    ...output,
    out: place(out),
    ...(spec !== undefined && { spec: place(spec) }),
  };
};

/** Of several outputs, `--out` names one; a single one it moves. */
function chooseFolder(
  outputs: readonly Output[],
  { out }: Args<"generate">,
  given: Given,
): Outcome<readonly Output[]> {
  if (!given.has("out")) return success(outputs);
  const [only, ...others] = outputs;
  if (only && others.length === 0) return success([{ ...only, out }]);
  const named = outputs.filter((output) => resolve(output.out ?? "") === resolve(out));
  return named.length > 0 ? success(named) : failure([reportOtherFolder(out, outputs)]);
}

/** The options that say of which releases the fleet is. A list and a range exclude one another. */
const fleetOptions = ["minVersion", "maxVersion", "versions"] as const;

/** What was given in the call wins. A name may be that of a target of the user's own. */
function override(output: Output, args: Args<"generate">, given: Given, own: Output["target"]): Output {
  const isOther = (name: (typeof fleetOptions)[number]) =>
    given.has("versions")
      ? name !== "versions"
      : name === "versions" && fleetOptions.some((it) => given.has(it));
  const kept = Object.entries(output).filter(
    ([name]) => !fleetOptions.some((it) => it === name && isOther(it)),
  );
  const won = Object.entries(args).filter(([name]) => given.has(name) && name !== "out");
  const target = asTargets(args).map(
    (name) => own.find((item) => typeof item === "object" && item.name === name) ?? name,
  );
  return {
    ...(Object.fromEntries([...kept, ...won]) as unknown as Output),
    ...(given.has("target") && { target }),
  };
}

/** Reports two outputs of which one would be written over or into the other. */
function findClash(outputs: readonly Output[]): Problem | undefined {
  const folders = outputs.map(({ out = "" }) => out);
  const [first, second] =
    folders.flatMap((one, index) =>
      folders.slice(index + 1).flatMap((other) => (isApart(one, other) ? [] : [[one, other]])),
    )[0] ?? [];
  if (first === undefined || second === undefined) return undefined;
  return report("usage", {
    message: `Two outputs of the config cannot be written to ${first} and ${second}.`,
    hint: "Each output needs a folder of its own, and none inside of another.",
  });
}

const isApart = (one: string, other: string): boolean =>
  [relative(one, other), relative(other, one)].every(
    (path) => isAbsolute(path) || path === ".." || path.startsWith(`..${sep}`),
  );

const reportMissingTarget = (): Problem =>
  report("usage", {
    message: "Say what to generate with --target.",
    hint: `The targets are ${targets.map(({ name }) => name).join(", ")}; for example: mplus-codegen --target express --min-version 48`,
  });

const reportOtherFolder = (out: string, outputs: readonly Output[]): Problem =>
  report("usage", {
    message: `No output of the config is written to ${out}.`,
    hint: `Of several outputs, --out names the one to generate: ${listWords(
      outputs.map((output) => output.out ?? ""),
      "or",
    )}.`,
  });
