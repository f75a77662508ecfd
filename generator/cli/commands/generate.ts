import { join } from "node:path";
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
import { uniqueProblems, type Outcome, type Problem } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import { findConfig, readOutputs } from "../inputs/config.js";
import type { Args } from "../options/commands.js";
import { CallError, requireSuccess, throwUsageProblem } from "../call-error.js";
import { renderProblems, renderResult, renderText } from "../command-result.js";
import type { RenderedResult, CommandResult, WithWarnings } from "../command-result.js";
import { hasChanges, reportSummary, summaryToJson, type OutputSummary } from "./generate/summary.js";
import { checkOverlap } from "../inputs/spec-folder.js";
import { formatProblems } from "../terminal/problem-text.js";
import { untilInterrupted, type CommandContext, type Terminal } from "../terminal/terminal.js";

/** Reads all inputs and generates everything before it writes. With --watch, repeats that on every change. */
export async function generate(
  args: Args<"generate">,
  { terminal }: CommandContext,
): Promise<CommandResult<GenerateJson> | RenderedResult> {
  const [other] = (["check", "json"] as const).filter((name) => args[name]);
  if (!args.watch) return generateOutputs(await readOutputs(args), args, terminal);
  if (other !== undefined)
    throwUsageProblem(`--watch cannot be combined with --${other}.`, "Remove one of them.");
  return watchOutputs(args, terminal);
}

/** A failed run prints its problems and writes nothing. */
async function watchOutputs(args: Args<"generate">, terminal: Terminal): Promise<RenderedResult> {
  const { createWatcher, formatStart } = await import("./generate/watch.js");
  const config = args.config ?? findConfig();
  if (config === undefined) await readOutputs(args);
  if (config === undefined && (args.spec ?? args.additions) === undefined)
    throwUsageProblem("There is nothing to watch.", "Use --watch with a config, --spec or --additions.");
  const run = async (watch: (...paths: readonly string[]) => Promise<void>): Promise<RenderedResult> => {
    try {
      if (config !== undefined) await watch(config);
      const outputs = await readOutputs(args);
      await watch(...outputs.flatMap(({ spec, additions }) => [spec ?? [], additions ?? []].flat()));
      return renderResult(await generateOutputs(outputs, args, terminal), false, terminal);
    } catch (error) {
      if (error instanceof CallError) return renderProblems(error.problems, false);
      throw error;
    }
  };
  await untilInterrupted(async (signal) => {
    const watcher = createWatcher(signal, (problem) => terminal.print("", formatProblems([problem])));
    for (let isFirst = true; !signal.aborted; isFirst = false) {
      const { stdout, stderr } = await run(watcher.add);
      terminal.print(isFirst ? stdout + formatStart(watcher.paths) : stdout, stderr);
      await watcher.waitForChange();
    }
    await watcher.close();
  });
  return renderText("");
}

/** A config can define several outputs. */
export interface GenerateJson extends WithWarnings {
  readonly outputs: readonly ReturnType<typeof summaryToJson>[];
}

/** Writes only if every folder seems writable. */
async function generateOutputs(
  outputs: readonly Output[],
  { check, force, quiet }: Args<"generate">,
  terminal: Terminal,
): Promise<CommandResult<GenerateJson>> {
  const specs = new Map<string, Outcome<CheckedSpec>>();
  const generated: GeneratedOutput[] = [];
  const found: Problem[] = [];
  for (const output of outputs) {
    const { spec: folder, additions } = output;
    checkOutput(output);
    const key = JSON.stringify([folder, additions]);
    const spec = requireSuccess(getOrCreate(specs, key, () => loadSpec(folder, additions)));
    const { value, warnings } = requireSuccess(
      await generateOutput(output, spec.value, (target, emitting) =>
        announceSlow(target, emitting, terminal),
      ),
    );
    generated.push(value);
    found.push(...spec.warnings, ...warnings);
  }
  const summarize = async (toPlan: typeof planFolder | typeof writeFolder): Promise<OutputSummary[]> => {
    const summaries: OutputSummary[] = [];
    for (const one of generated) {
      const { value: plan, warnings } = requireSuccess(await toPlan(one, force));
      found.push(...warnings);
      const { out, generation, pick } = one;
      const mode = check ? "check" : "written";
      summaries.push({ mode, out: trimSlash(out), view: generation.view, plan, pick });
    }
    return summaries;
  };
  // Writing a single folder includes planning it.
  const planned = check || generated.length > 1 ? await summarize(planFolder) : [];
  const summaries = check ? planned : await summarize(writeFolder);
  const fails = check && summaries.some(hasChanges);
  const shown = summaries.filter((summary) => !quiet || (check && hasChanges(summary)));
  const hint = fails ? toParagraph("To update the files, run the same command without --check.") : [];
  const warnings = uniqueProblems(found);
  return {
    report: () => [...shown.flatMap(reportSummary), ...hint],
    json: () => ({ outputs: summaries.map(summaryToJson), warnings }),
    warnings,
    fails,
  };
}

/** A custom target may wait for something that never happens. Only the user can know. */
function announceSlow(target: string, emitting: Promise<unknown>, { print }: Terminal): void {
  const line = `mplus-codegen: The target "${target}" is still running after ten seconds.\n`;
  const timer = setTimeout(() => print("", line), 10_000).unref();
  const stop = (): void => clearTimeout(timer);
  emitting.then(stop, stop);
}

/** Problems of the command line come before problems of a spec. */
function checkOutput(output: Output): void {
  const { target, crypto, language, out, spec, additions } = withDefaults(output);
  const selected = requireSuccess(selectTargets(target, { crypto, language })).value;
  const written = [out, ...selected.map(({ name }) => join(out, name))];
  requireSuccess(checkOverlap("--out", written, spec));
  if (additions !== undefined) requireSuccess(checkOverlap("--out", written, additions));
}

const trimSlash = (path: string): string => (path.length > 1 ? join(path).replace(/(?!^)[/\\]$/, "") : path);
