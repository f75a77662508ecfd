import { join, resolve } from "node:path";
import { printForTerminal } from "../../blocks/terminal.js";
import { toParagraph } from "../../blocks/write.js";
import { settleOutput, type Output } from "../../config.js";
import { generateOutput, planFolder, writeFolder, type Generated } from "../../output/output.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../../problem/problem.js";
import { loadSpec } from "../../package/load-spec.js";
import type { CheckedSpec } from "../../spec/checked-spec.js";
import { selectTargets } from "../../generate.js";
import { lockName } from "../../write/lock.js";
import { listDue, type Plan } from "../../write/plan.js";
import { candidates, type LoadedConfig } from "../config.js";
import { readOutputs } from "../read-outputs.js";
import type { Args, Given } from "../options/commands.js";
import {
  jsonEnding,
  problemEnding,
  successEnding,
  type Ending,
  type ExitCode,
  type Print,
} from "../report/ending.js";
import { reportSummary, summariesToJson, type Summary } from "../report/summary.js";
import type { Round } from "../report/watch-text.js";
import { findOverlap } from "../spec-folder.js";
import {
  noTerminal,
  untilInterrupted,
  type Progress,
  type Surroundings,
  type Terminal,
} from "../terminal.js";

/** `generate`: reads the config and the specs, generates everything, and only then writes; once, or again and again. */
export async function generate(
  args: Args<"generate">,
  { terminal }: Surroundings,
  given: Given,
): Promise<Ending> {
  const misuse = findMisuse(args);
  if (misuse) return problemEnding([misuse], args.json);
  const { outputs, config } = await readOutputs(args, given);
  if (args.watch && (outputs.ok || config)) return watchEnding(args, given);
  const generated = outputs.ok ? await generateOutputs(outputs.value, terminal.progress) : outputs;
  if (!generated.ok) return problemEnding(generated.problems, args.json);
  terminal.progress("comparing with what is there, and writing");
  const summaries = carryOut(generated.value, args.check ? "check" : "written");
  if (!summaries.ok) return problemEnding(summaries.problems, args.json);
  const ending = toEnding({ args, summaries: summaries.value, warnings: generated.warnings }, terminal);
  if (summaries.value.some(isDue) || config?.isCode) return ending;
  const inputs = listInputs(outputs.ok ? outputs.value : [], config);
  return { ...ending, settled: { inputs, outputs: listOutputs(summaries.value) } };
}

/** Goes on until it is interrupted. The folders themselves stay where they are: other programs may watch them, too. */
function watchEnding(args: Args<"generate">, given: Given): Ending {
  const build = async (): Promise<Round> => {
    const { outputs, config } = await readOutputs(args, given);
    const generated = outputs.ok ? await generateOutputs(outputs.value, noTerminal.progress) : outputs;
    const written = generated.ok ? carryOut(generated.value, "written") : generated;
    const outcome = written.ok && generated.ok ? success(written.value, generated.warnings) : written;
    return { outcome, inputs: listInputs(outputs.ok ? outputs.value : [], config) };
  };
  const goOn = async (print: Print): Promise<ExitCode> => {
    const { watch } = await import("../watch.js");
    await untilInterrupted((signal) => watch({ build, print, quiet: args.quiet, signal }));
    return 0;
  };
  return { ...successEnding(""), goOn };
}

/** Generates all outputs, and reads each spec once. */
async function generateOutputs(
  outputs: readonly Output[],
  tell: Progress,
): Promise<Outcome<readonly Generated[]>> {
  const specs = new Map<string | undefined, Outcome<CheckedSpec>>();
  const readSpec = (folder: string | undefined) => {
    tell("reading the spec");
    const spec = specs.get(folder) ?? loadSpec(folder);
    specs.set(folder, spec);
    return spec;
  };
  const results = await Promise.all(outputs.map((output) => generateOne(output, readSpec, tell)));
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) return failure(eachOnce(problems));
  const values = results.flatMap((result) => (result.ok ? result.value : []));
  return success(values, eachOnce(results.flatMap((result) => (result.ok ? result.warnings : []))));
}

async function generateOne(
  output: Output,
  readSpec: (folder: string | undefined) => Outcome<CheckedSpec>,
  tell: Progress,
): Promise<Outcome<Generated>> {
  const { target, crypto, language, out, spec: folder } = settleOutput(output);
  // What the call itself says is wrong with it comes before what is wrong with a spec.
  const selected = selectTargets(target, { crypto, language });
  if (!selected.ok) return selected;
  const overlap = findOverlap({ option: "--out", out, spec: folder });
  if (overlap) return failure([overlap]);
  const spec = readSpec(folder);
  if (!spec.ok) return spec;
  const generated = await generateOutput(output, spec.value, { tell });
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
  const [other] = (["check", "json"] as const).filter((name) => args[name]);
  if (!args.watch || other === undefined) return undefined;
  return report("usage", {
    message: `--watch writes again and again, and tells people of it: it does not go with --${other}.`,
    hint: "Leave one of them out.",
  });
}

const isDue = ({ plan }: Summary): boolean => listDue(plan).length > 0;

/** A run that went well. */
interface Run {
  readonly args: Args<"generate">;
  readonly summaries: readonly Summary[];
  readonly warnings: readonly Problem[];
}

function toEnding({ args, summaries, warnings }: Run, terminal: Terminal): Ending {
  const { check, json, quiet } = args;
  const shown = summaries.filter((summary) => !quiet || (check && isDue(summary)));
  const isChanged = summaries.some(isDue);
  const differs = check && isChanged;
  const hint = differs ? toParagraph("Run the same command without --check to bring it up to date.") : [];
  // Where nothing is due, the same text is printed again wherever the same call is made.
  const room = isChanged ? terminal : {};
  const ending = json
    ? jsonEnding(summariesToJson(summaries, warnings))
    : successEnding(printForTerminal([...shown.flatMap(reportSummary), ...hint], room), warnings);
  return differs ? { ...ending, code: 1 } : ending;
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
