import { join, resolve } from "node:path";
import { toParagraph } from "../../pages/blocks/builders.js";
import { withDefaults, type Output } from "../../output/config.js";
import { selectTargets } from "../../output/generate.js";
import {
  generateOutput,
  planFolder,
  writeFolder,
  type GeneratedOutput,
} from "../../output/generate-output.js";
import { getOrCreate } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { success, type Outcome } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import type { Plan } from "../../output/plan.js";
import { configPaths, readOutputs, type RequestedOutputs } from "../inputs/config.js";
import type { Args } from "../options/commands.js";
import { joinOutcomes, requireSuccess, throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult, type CommandResult, type WithWarnings } from "../command-result.js";
import { hasChanges, reportSummary, summaryToJson, type OutputSummary } from "./generate/summary.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import { untilInterrupted, type CommandContext, type Terminal } from "../terminal/terminal.js";
import type { BuildResult } from "./generate/watch.js";

/** Reads all inputs and generates everything before it writes. With --watch, repeats that on every change. */
export async function generate(
  args: Args<"generate">,
  { terminal }: CommandContext,
): Promise<CommandResult<GenerateJson> | RenderedResult> {
  const { check, quiet } = args;
  const [other] = (["check", "json"] as const).filter((name) => args[name]);
  if (args.watch && other !== undefined)
    throwUsageProblem(`--watch cannot be combined with --${other}.`, "Remove one of them.");
  const requested = await readOutputs(args);
  if (args.watch && (requested.outputs.ok || requested.files.length > 0)) return watchOutputs(args, terminal);
  const { outcome } = await buildOutputs(requested, args);
  const { value: summaries, warnings } = requireSuccess(outcome);
  const fails = check && summaries.some(hasChanges);
  const shown = summaries.filter((summary) => !quiet || (check && hasChanges(summary)));
  const hint = fails ? toParagraph("To update the files, run the same command without --check.") : [];
  return {
    report: () => [...shown.flatMap(reportSummary), ...hint],
    json: () => ({ outputs: summaries.map(summaryToJson), warnings }),
    warnings,
    fails,
  };
}

/** A config can define several outputs. */
export interface GenerateJson extends WithWarnings {
  readonly outputs: readonly ReturnType<typeof summaryToJson>[];
}

async function watchOutputs(args: Args<"generate">, { print }: Terminal): Promise<RenderedResult> {
  const { watch } = await import("./generate/watch.js");
  const build = async () => buildOutputs(await readOutputs(args), args);
  await untilInterrupted((signal) => watch({ build, print, quiet: args.quiet, signal }));
  return renderText("");
}

type BuildOptions = Pick<Args<"generate">, "check" | "force">;

async function buildOutputs(
  { outputs, files }: RequestedOutputs,
  options: BuildOptions,
): Promise<BuildResult> {
  const generated = outputs.ok ? await generateOutputs(outputs.value) : outputs;
  const done = generated.ok ? await applyOutputs(generated.value, options) : generated;
  // Includes config files that do not exist, because adding one must start a run.
  const specs = outputs.ok ? outputs.value.flatMap(({ spec }) => spec ?? []) : [];
  return {
    outcome: done.ok && generated.ok ? success(done.value, generated.warnings) : done,
    inputs: [...configPaths, ...files, ...specs].map((path) => resolve(path)),
  };
}

async function generateOutputs(outputs: readonly Output[]): Promise<Outcome<readonly GeneratedOutput[]>> {
  const specs = new Map<string | undefined, Outcome<CheckedSpec>>();
  const readSpec = (folder: string | undefined) => getOrCreate(specs, folder, () => loadSpec(folder));
  return joinOutcomes(await Promise.all(outputs.map((output) => generateOne(output, readSpec))));
}

async function generateOne(
  output: Output,
  readSpec: (folder: string | undefined) => Outcome<CheckedSpec>,
): Promise<Outcome<GeneratedOutput>> {
  const { target, crypto, language, out, spec: folder } = withDefaults(output);
  // Problems of the command line come before problems of a spec.
  const selected = selectTargets(target, { crypto, language });
  if (!selected.ok) return selected;
  const written = [out, ...selected.value.map(({ name }) => join(out, name))];
  const apart = checkOverlap("--out", written, folder);
  const spec = apart.ok ? readSpec(folder) : apart;
  if (!spec.ok) return spec;
  const generated = await generateOutput(output, spec.value);
  return generated.ok ? success(generated.value, [...spec.warnings, ...generated.warnings]) : generated;
}

/** Writes only if every folder seems writable. */
async function applyOutputs(
  generated: readonly GeneratedOutput[],
  { check, force }: BuildOptions,
): Promise<Outcome<readonly OutputSummary[]>> {
  const mode = check ? "check" : "written";
  const summarize = async (
    one: GeneratedOutput,
    planned: Outcome<Plan> | Promise<Outcome<Plan>>,
  ): Promise<Outcome<OutputSummary>> => {
    const plan = await planned;
    if (!plan.ok) return plan;
    const { out, generation, pick } = one;
    return success({ mode, out: trimSlash(out), view: generation.view, plan: plan.value, pick });
  };
  const act = async (toPlan: typeof planFolder | typeof writeFolder) =>
    joinOutcomes(await Promise.all(generated.map((one) => summarize(one, toPlan(one, force)))));
  // Writing a single folder includes planning it.
  if (!check && generated.length === 1) return act(writeFolder);
  const planned = await act(planFolder);
  return check || !planned.ok ? planned : act(writeFolder);
}

const trimSlash = (path: string): string => (path.length > 1 ? join(path).replace(/(?!^)[/\\]$/, "") : path);
