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
import { lockName } from "../../output/lock.js";
import type { Plan } from "../../output/plan.js";
import { configPaths, readOutputs, type RequestedOutputs } from "../inputs/config.js";
import type { Args, ExplicitOptions } from "../options/commands.js";
import { joinOutcomes, requireSuccess, throwUsageProblem } from "../call-error.js";
import {
  renderText,
  type RenderedResult,
  type ExitCode,
  type Print,
  type CommandResult,
  type WithWarnings,
} from "../command-result.js";
import { hasChanges, reportSummary, summaryToJson, type OutputSummary } from "./generate/summary.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import { noTerminal, untilInterrupted, type Progress, type CommandContext } from "../terminal/terminal.js";
import type { BuildResult } from "./generate/watch.js";

/** `generate`: reads the config and the specs, generates everything, and only then writes; once, or again and again. */
export async function generate(
  args: Args<"generate">,
  { terminal }: CommandContext,
  explicit: ExplicitOptions,
): Promise<CommandResult<GenerateJson> | RenderedResult> {
  const { check, quiet } = args;
  const [other] = (["check", "json"] as const).filter((name) => args[name]);
  if (args.watch && other !== undefined)
    throwUsageProblem(
      `--watch writes again and again, and tells people of it: it does not go with --${other}.`,
      "Leave one of them out.",
    );
  const requested = await readOutputs(args, explicit);
  if (args.watch && (requested.outputs.ok || requested.config)) return watchOutputs(args, explicit);
  const { outcome, inputs } = await buildOutputs(requested, check ? "check" : "written", terminal.progress);
  const { value: summaries, warnings } = requireSuccess(outcome);
  const isChanged = summaries.some(hasChanges);
  const fails = check && isChanged;
  const shown = summaries.filter((summary) => !quiet || (check && hasChanges(summary)));
  const hint = fails ? toParagraph("Run the same command without --check to bring it up to date.") : [];
  return {
    report: () => [...shown.flatMap(reportSummary), ...hint],
    json: () => ({ outputs: summaries.map(summaryToJson), warnings }),
    warnings,
    fails,
    settled:
      isChanged || requested.config?.isCode ? undefined : { inputs, outputs: listOutputPaths(summaries) },
  };
}

/** There is more than one output where a config says so. */
export interface GenerateJson extends WithWarnings {
  readonly outputs: readonly ReturnType<typeof summaryToJson>[];
}

/** Goes on until it is interrupted. The folders themselves stay where they are: other programs may watch them, too. */
function watchOutputs(args: Args<"generate">, explicit: ExplicitOptions): RenderedResult {
  const buildAgain = async () =>
    buildOutputs(await readOutputs(args, explicit), "written", noTerminal.progress);
  const goOn = async (print: Print): Promise<ExitCode> => {
    const { watch } = await import("./generate/watch.js");
    await untilInterrupted((signal) => watch({ build: buildAgain, print, quiet: args.quiet, signal }));
    return 0;
  };
  return { ...renderText(""), goOn };
}

/** Generates the requested outputs, and writes them or compares them. */
async function buildOutputs(
  { outputs, config }: RequestedOutputs,
  mode: OutputSummary["mode"],
  progress: Progress,
): Promise<BuildResult> {
  const generated = outputs.ok ? await generateOutputs(outputs.value, progress) : outputs;
  progress("comparing with what is there, and writing");
  const done = generated.ok ? applyOutputs(generated.value, mode) : generated;
  // Where there is no config, one that is added is a reason to run again.
  const specs = outputs.ok ? outputs.value.flatMap(({ spec }) => spec ?? []) : [];
  return {
    outcome: done.ok && generated.ok ? success(done.value, generated.warnings) : done,
    inputs: [...configPaths, ...(config?.files ?? []), ...specs].map((path) => resolve(path)),
  };
}

/** Generates all outputs, and reads each spec once. */
async function generateOutputs(
  outputs: readonly Output[],
  progress: Progress,
): Promise<Outcome<readonly GeneratedOutput[]>> {
  const specs = new Map<string | undefined, Outcome<CheckedSpec>>();
  const readSpec = (folder: string | undefined) => {
    progress("reading the spec");
    return getOrCreate(specs, folder, () => loadSpec(folder));
  };
  return joinOutcomes(await Promise.all(outputs.map((output) => generateOne(output, readSpec, progress))));
}

async function generateOne(
  output: Output,
  readSpec: (folder: string | undefined) => Outcome<CheckedSpec>,
  progress: Progress,
): Promise<Outcome<GeneratedOutput>> {
  const { target, crypto, language, out, spec: folder } = withDefaults(output);
  // What the call itself says is wrong with it comes before what is wrong with a spec.
  const selected = selectTargets(target, { crypto, language });
  if (!selected.ok) return selected;
  const written = [out, ...selected.value.map(({ name }) => join(out, name))];
  const apart = checkOverlap("--out", written, folder);
  const spec = apart.ok ? readSpec(folder) : apart;
  if (!spec.ok) return spec;
  const generated = await generateOutput(output, spec.value, { onProgress: progress });
  return generated.ok ? success(generated.value, [...spec.warnings, ...generated.warnings]) : generated;
}

/** Writes nothing unless every folder can be written as far as one can see. */
function applyOutputs(
  generated: readonly GeneratedOutput[],
  mode: OutputSummary["mode"],
): Outcome<readonly OutputSummary[]> {
  const act = (plan: (one: GeneratedOutput) => Outcome<Plan>) =>
    joinOutcomes(
      generated.map((one) => {
        const planned = plan(one);
        const { out, generation } = one;
        return planned.ok
          ? success({ mode, out: trimSlash(out), view: generation.view, plan: planned.value })
          : planned;
      }),
    );
  if (mode === "check") return act(planFolder);
  const planned = generated.length === 1 ? success([]) : act(planFolder);
  return planned.ok ? act(writeFolder) : planned;
}

/** What is as it should be; a lock says that somebody writes, or was killed. */
const listOutputPaths = (summaries: readonly OutputSummary[]): readonly string[] =>
  summaries.flatMap(({ out, plan }) =>
    [...plan.files, plan.stamp, { path: lockName }].map(({ path }) => resolve(out, path)),
  );

/** `join` leaves one at most. */
const trimSlash = (path: string): string => (path.length > 1 ? join(path).replace(/(?!^)[/\\]$/, "") : path);
