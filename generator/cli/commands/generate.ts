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
import { onceFor } from "../../base/once.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { success, type Outcome } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import { lockName } from "../../output/lock.js";
import type { Plan } from "../../output/plan.js";
import { candidates, readOutputs, type AskedOutputs } from "../config.js";
import type { Args, Given } from "../options/commands.js";
import {
  joinOutcomes,
  need,
  refuseCall,
  successEnding,
  type Ending,
  type ExitCode,
  type Print,
  type Told,
} from "../report/ending.js";
import type { Result } from "../results.js";
import { isDue, reportSummary, summaryToJson, type Summary } from "../report/summary.js";
import { checkOverlap } from "../spec-folder.js";
import { noTerminal, untilInterrupted, type Progress, type Surroundings } from "../terminal.js";
import type { Round } from "../watch.js";

/** `generate`: reads the config and the specs, generates everything, and only then writes; once, or again and again. */
export async function generate(
  args: Args<"generate">,
  { terminal }: Surroundings,
  given: Given,
): Promise<Told<Result<"generate">> | Ending> {
  const { check, quiet } = args;
  const [other] = (["check", "json"] as const).filter((name) => args[name]);
  if (args.watch && other !== undefined)
    refuseCall(
      `--watch writes again and again, and tells people of it: it does not go with --${other}.`,
      "Leave one of them out.",
    );
  const asked = await readOutputs(args, given);
  if (args.watch && (asked.outputs.ok || asked.config)) return watchEnding(args, given);
  const { outcome, inputs } = await build(asked, check ? "check" : "written", terminal.progress);
  const { value: summaries, warnings } = need(outcome);
  const isChanged = summaries.some(isDue);
  const fails = check && isChanged;
  const shown = summaries.filter((summary) => !quiet || (check && isDue(summary)));
  const hint = fails ? toParagraph("Run the same command without --check to bring it up to date.") : [];
  return {
    report: () => [...shown.flatMap(reportSummary), ...hint],
    json: () => ({ outputs: summaries.map(summaryToJson), warnings }),
    warnings,
    fails,
    settled: isChanged || asked.config?.isCode ? undefined : { inputs, outputs: listOutputs(summaries) },
  };
}

/** Goes on until it is interrupted. The folders themselves stay where they are: other programs may watch them, too. */
function watchEnding(args: Args<"generate">, given: Given): Ending {
  const buildAgain = async () => build(await readOutputs(args, given), "written", noTerminal.progress);
  const goOn = async (print: Print): Promise<ExitCode> => {
    const { watch } = await import("../watch.js");
    await untilInterrupted((signal) => watch({ build: buildAgain, print, quiet: args.quiet, signal }));
    return 0;
  };
  return { ...successEnding(""), goOn };
}

/** Generates what is asked for, and writes or compares it. */
async function build(
  { outputs, config }: AskedOutputs,
  mode: Summary["mode"],
  tell: Progress,
): Promise<Round> {
  const generated = outputs.ok ? await generateOutputs(outputs.value, tell) : outputs;
  tell("comparing with what is there, and writing");
  const done = generated.ok ? carryOut(generated.value, mode) : generated;
  // Where there is no config, one that is added is a reason to run again.
  const specs = outputs.ok ? outputs.value.flatMap(({ spec }) => spec ?? []) : [];
  return {
    outcome: done.ok && generated.ok ? success(done.value, generated.warnings) : done,
    inputs: [...candidates, ...(config?.files ?? []), ...specs].map((path) => resolve(path)),
  };
}

/** Generates all outputs, and reads each spec once. */
async function generateOutputs(
  outputs: readonly Output[],
  tell: Progress,
): Promise<Outcome<readonly GeneratedOutput[]>> {
  const specs = new Map<string | undefined, Outcome<CheckedSpec>>();
  const readSpec = (folder: string | undefined) => {
    tell("reading the spec");
    return onceFor(specs, folder, () => loadSpec(folder));
  };
  return joinOutcomes(await Promise.all(outputs.map((output) => generateOne(output, readSpec, tell))));
}

async function generateOne(
  output: Output,
  readSpec: (folder: string | undefined) => Outcome<CheckedSpec>,
  tell: Progress,
): Promise<Outcome<GeneratedOutput>> {
  const { target, crypto, language, out, spec: folder } = withDefaults(output);
  // What the call itself says is wrong with it comes before what is wrong with a spec.
  const selected = selectTargets(target, { crypto, language });
  if (!selected.ok) return selected;
  const written = [out, ...selected.value.map(({ name }) => join(out, name))];
  const apart = checkOverlap("--out", written, folder);
  const spec = apart.ok ? readSpec(folder) : apart;
  if (!spec.ok) return spec;
  const generated = await generateOutput(output, spec.value, { onProgress: tell });
  return generated.ok ? success(generated.value, [...spec.warnings, ...generated.warnings]) : generated;
}

/** Writes nothing unless every folder can be written as far as one can see. */
function carryOut(generated: readonly GeneratedOutput[], mode: Summary["mode"]): Outcome<readonly Summary[]> {
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
const listOutputs = (summaries: readonly Summary[]): readonly string[] =>
  summaries.flatMap(({ out, plan }) =>
    [...plan.files, plan.stamp, { path: lockName }].map(({ path }) => resolve(out, path)),
  );

/** `join` leaves one at most. */
const trimSlash = (path: string): string => (path.length > 1 ? join(path).replace(/(?!^)[/\\]$/, "") : path);
