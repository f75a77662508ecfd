import { join, relative, resolve, sep } from "node:path";
import { settleOutput, type Output } from "../../config.js";
import { planFolder, writeFolder, type Generated } from "../../output/output.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import type { CheckedSpec } from "../../spec/checked-spec.js";
import { selectTargets } from "../../generate.js";
import { findFile } from "../../write/folder.js";
import { lockName } from "../../write/lock.js";
import { listDue, type Plan } from "../../write/plan.js";
import { candidates, type LoadedConfig } from "../config/load-config.js";
import { createOutputsReader, readOutputs } from "../config/read-outputs.js";
import type { Args, Given } from "../options/commands.js";
import type { ChangedFile } from "../patch.js";
import {
  jsonEnding,
  problemEnding,
  successEnding,
  type Ending,
  type ExitCode,
  type Print,
} from "../report/ending.js";
import { formatSummary, summariesToJson, type Summary } from "../report/summary.js";
import { findOverlap } from "../spec-folder/overlap.js";
import type { Surroundings } from "../surroundings.js";
import { untilInterrupted } from "../until-interrupted.js";
import type { Round } from "../watch/round.js";
import { watch } from "../watch/watch.js";
import { createWorkshop, type Workshop } from "../workshop.js";

/** `generate`: reads the config and the specs, generates everything, and only then writes; once, or again and again. */
export async function generate(
  args: Args<"generate">,
  { terminal: { progress }, memo }: Surroundings,
  given: Given,
): Promise<Ending> {
  const misuse = findMisuse(args);
  if (misuse) return problemEnding([misuse], args.json);
  const { outputs, config } = await readOutputs(args, given);
  if (args.watch && (outputs.ok || config)) return watchEnding(args, given);
  const generated = outputs.ok
    ? await generateOutputs(outputs.value, createWorkshop(progress, memo))
    : outputs;
  if (!generated.ok) return problemEnding(generated.problems, args.json);
  progress("comparing with what is there, and writing");
  const summaries = carryOut(generated.value, args.check ? "check" : args.dryRun ? "dry-run" : "written");
  if (!summaries.ok) return problemEnding(summaries.problems, args.json);
  const shown = args.patch ? await addPatches(summaries.value) : summaries.value;
  const run = { args, summaries: shown, warnings: generated.warnings };
  const ending = toEnding(run);
  if (summaries.value.some(isDue) || config?.isCode || args.patch) return ending;
  const inputs = listInputs(outputs.ok ? outputs.value : [], config);
  return { ...ending, settled: { inputs, outputs: listOutputs(summaries.value) } };
}

/** Goes on until it is interrupted. The folders themselves stay where they are: other programs may watch them, too. */
function watchEnding(args: Args<"generate">, given: Given): Ending {
  const workshop = createWorkshop();
  const read = createOutputsReader(args, given);
  const build = async (): Promise<Round> => {
    const { outputs, config } = await read();
    const generated = outputs.ok ? await generateOutputs(outputs.value, workshop) : outputs;
    const written = generated.ok ? carryOut(generated.value, "written") : generated;
    workshop.endBuild();
    const outcome = written.ok && generated.ok ? success(written.value, generated.warnings) : written;
    return { outcome, inputs: listInputs(outputs.ok ? outputs.value : [], config) };
  };
  const goOn = async (print: Print): Promise<ExitCode> => {
    await untilInterrupted((signal) => watch({ build, print, quiet: args.quiet, signal }));
    return 0;
  };
  return { ...successEnding(""), goOn };
}

/** A run that went well. */
interface Run {
  readonly args: Args<"generate">;
  readonly summaries: readonly Summary[];
  readonly warnings: readonly Problem[];
}

/** Generates all outputs, and reads each spec once. */
async function generateOutputs(
  outputs: readonly Output[],
  workshop: Workshop,
): Promise<Outcome<readonly Generated[]>> {
  const specs = new Map<string | undefined, Outcome<CheckedSpec>>();
  const loadSpec = (folder: string | undefined) => {
    const spec = specs.get(folder) ?? workshop.loadSpec(folder);
    specs.set(folder, spec);
    return spec;
  };
  const results = await Promise.all(outputs.map((output) => generateOne(output, { ...workshop, loadSpec })));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return failure(eachOnce(problems));
  const values = results.flatMap((result) => (result.ok ? result.value : []));
  return success(values, eachOnce(results.flatMap((result) => (result.ok ? result.warnings : []))));
}

async function generateOne(output: Output, workshop: Workshop): Promise<Outcome<Generated>> {
  const { target, crypto, language, out, spec: folder } = settleOutput(output);
  // What the call itself says is wrong with it comes before what is wrong with a spec.
  const selected = selectTargets(target, { crypto, language });
  if (!selected.ok) return selected;
  const overlap = findOverlap({ option: "--out", out, spec: folder });
  if (overlap) return failure([overlap]);
  const spec = workshop.loadSpec(folder);
  if (!spec.ok) return spec;
  const generated = await workshop.generate(output, spec.value);
  return generated.ok ? success(generated.value, [...spec.warnings, ...generated.warnings]) : generated;
}

/** Two outputs can be wrong for the same reason. */
const eachOnce = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/** Writes nothing unless every folder can be written as far as one can see. */
function carryOut(generated: readonly Generated[], mode: Summary["mode"]): Outcome<readonly Summary[]> {
  const isWritten = mode === "written";
  const planned = isWritten && generated.length === 1 ? success([]) : collect(generated, planFolder, mode);
  return isWritten && planned.ok ? collect(generated, writeFolder, mode) : planned;
}

function collect(
  generated: readonly Generated[],
  plan: (generated: Generated) => Outcome<Plan>,
  mode: Summary["mode"],
): Outcome<readonly Summary[]> {
  const plans = generated.map((one) => [one, plan(one)] as const);
  const problems = plans.flatMap(([, planned]) => (planned.ok ? [] : planned.problems));
  if (problems.length > 0) return failure(problems);
  return success(
    plans.flatMap(([{ out, generation }, planned]) =>
      planned.ok ? { mode, out: trimSlash(out), view: generation.view, plan: planned.value } : [],
    ),
  );
}

/** What of the call makes no sense by itself. */
function findMisuse(args: Args<"generate">): Problem | undefined {
  const { patch, check, dryRun, watch: goesOn } = args;
  const complain = (message: string) => report("usage", { message, hint: undefined });
  if (patch && !check && !dryRun)
    return complain("--patch prints what --dry-run or --check finds: give one of them, too.");
  const [other] = (["check", "dryRun", "json"] as const).filter((name) => args[name]);
  return goesOn && other !== undefined ? reportMisplacedWatch(other) : undefined;
}

/** Adds what is due line by line, under names as one has them in the working folder. */
async function addPatches(summaries: readonly Summary[]): Promise<readonly Summary[]> {
  const { makePatch } = await import("../patch.js");
  return summaries.map((summary) => ({ ...summary, patch: makePatch(listChanged(summary)) }));
}

/** All that is due, the stamp last, as it is in the output folder now and as it will be. */
function listChanged({ out, plan }: Summary): readonly ChangedFile[] {
  const folder = resolve(out);
  return listDue(plan).map(({ path, content }) => {
    const found = findFile(folder, path);
    const before = found.kind === "file" ? found.text : undefined;
    return { path, name: relative("", join(folder, path)).replaceAll(sep, "/"), before, after: content };
  });
}

const reportMisplacedWatch = (other: "check" | "dryRun" | "json"): Problem =>
  report("usage", {
    message: `--watch writes again and again, and tells people of it: it does not go with --${other === "dryRun" ? "dry-run" : other}.`,
    hint: "Leave one of them out.",
  });

const isDue = ({ plan }: Summary): boolean => listDue(plan).length > 0;

function toEnding({ args, summaries, warnings }: Run): Ending {
  const differs = args.check && summaries.some(isDue);
  const hint = differs && !args.patch ? "Run the same command without --check to bring it up to date.\n" : "";
  const ending = args.json
    ? jsonEnding(summariesToJson(summaries, warnings))
    : successEnding(format(summaries, args) + hint, warnings);
  return differs ? { ...ending, code: 1 } : ending;
}

function format(summaries: readonly Summary[], { quiet, check, patch }: Args<"generate">): string {
  const shown = summaries.filter((summary) => !quiet || (check && isDue(summary)));
  if (patch) return shown.map((summary) => summary.patch?.text ?? "").join("");
  return shown.map(formatSummary).join("\n");
}

/** What is as it should be; a lock says that somebody writes, or was killed. */
const listOutputs = (summaries: readonly Summary[]): readonly string[] =>
  summaries.flatMap(({ out, plan }) =>
    [...plan.files, plan.stamp, { path: lockName }].map(({ path }) => resolve(out, path)),
  );

/** What was read, besides what comes with the package. Where there is no config, one that is added is a reason to run again. */
const listInputs = (outputs: readonly Output[], config: LoadedConfig | undefined): readonly string[] =>
  [...candidates, ...(config?.files ?? []), ...outputs.flatMap(({ spec }) => spec ?? [])].map((path) =>
    resolve(path),
  );

/** `join` leaves one at most. */
const trimSlash = (path: string): string => (path.length > 1 ? join(path).replace(/(?!^)[/\\]$/, "") : path);
