import { report } from "../../problem/catalogue.js";
import type { ScenarioResult } from "../../scenario/play/result.js";
import { createScenarioReader, type ScenarioReader } from "../../scenario/read/read-scenarios.js";
import { formatResults } from "../../scenario/report/format-results.js";
import { toJunit } from "../../scenario/report/junit.js";
import { resultsToJson } from "../../scenario/report/to-json.js";
import { playAtNewTill } from "../../scenario/play/play-at-new-till.js";
import { fromTrace } from "../../scenario/trace/from-trace.js";
import { readTrace } from "../../scenario/trace/read-trace.js";
import { toTrace } from "../../scenario/trace/to-trace.js";
import type { Till, TillOptions } from "../../till/api/till.js";
import type { TillContract } from "../../till/running/contract.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { formatScenarioList, scenarioListToJson } from "../report/scenario-list.js";
import { formatSendAdvice } from "../report/send-advice.js";
import { readCall, readFiles, type Job } from "../scenario-call.js";
import { listBuiltIn, readTraceFile } from "../scenario-files.js";
import { createStarter } from "../start-tills.js";
import { untilInterrupted } from "../until-interrupted.js";
import { writeReport } from "../write-report.js";
import type { Surroundings } from "../surroundings.js";
import type { Terminal } from "../terminal/terminal.js";

/** `simulate`: plays scenarios at tills on this machine, and says what did not come as expected. */
export async function simulate(
  args: Args<"simulate">,
  { terminal, environment, memo }: Surroundings,
): Promise<Ending> {
  terminal.progress("reading the contract");
  const { contract, startTill } = createStarter(memo);
  if (args.fromTrace !== undefined) return printFromTrace(args.fromTrace, contract, args.json);
  const reader = memo.keep("scenario reader", contract, () => createScenarioReader(contract, memo));
  if (args.schema) return jsonEnding(reader.schema);
  if (args.list) return list(reader, args, terminal);
  const call = readCall(args, reader, environment);
  if (!call.ok) return problemEnding(call.problems, args.json);
  try {
    const results = await untilInterrupted((signal) => play(call.value, { startTill, signal, ...terminal }));
    return results ? toEnding(results, args) : problemEnding([report("interrupted", {})], args.json);
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([report("usage", { message: error.message, hint: undefined })], args.json);
  }
}

interface Play extends Pick<Terminal, "progress"> {
  readonly startTill: (options: TillOptions) => Till;
  readonly signal: AbortSignal;
}

/** Plays one after the other: each is a shop of its own. Undefined: it was interrupted, and half a result is none. */
async function play(
  jobs: readonly Job[],
  { startTill, signal, progress }: Play,
): Promise<readonly ScenarioResult[] | undefined> {
  const results: ScenarioResult[] = [];
  for (const { scenario, options } of jobs) {
    progress(`playing ${scenario.name}`);
    results.push(await playAtNewTill(scenario, { ...options, signal }, startTill));
    if (signal.aborted) return undefined;
  }
  return results;
}

function printFromTrace(file: string, contract: TillContract, json: boolean): Ending {
  const text = readTraceFile(file);
  const entries = text.ok ? readTrace(text.value, contract.model) : text;
  if (!entries.ok) return problemEnding(entries.problems, json);
  const scenario = fromTrace(entries.value, contract);
  return json ? jsonEnding({ scenario } satisfies Result<"simulate">) : successEnding(scenario);
}

function list(reader: ScenarioReader, { json }: Args<"simulate">, terminal: Terminal): Ending {
  const ids = listBuiltIn();
  const read = readFiles(ids, reader);
  if (!read.ok) return problemEnding(read.problems, json);
  const listed = read.value.map((scenario, index) => ({ id: ids[index] ?? scenario.name, scenario }));
  return json ? jsonEnding(scenarioListToJson(listed)) : successEnding(formatScenarioList(listed, terminal));
}

function toEnding(results: readonly ScenarioResult[], args: Args<"simulate">): Ending {
  const { json, junit, trace } = args;
  const problems = [
    ...(junit === undefined ? [] : writeReport(junit, toJunit(results))),
    ...(trace === undefined ? [] : writeReport(trace, toTrace(results))),
  ];
  if (problems.length > 0) return problemEnding(problems, json);
  const ending = json
    ? jsonEnding(resultsToJson(results) satisfies Result<"simulate">)
    : successEnding(formatResults(results) + formatSendAdvice(results, args));
  return results.some(({ outcome }) => outcome === "failed") ? { ...ending, code: 1 } : ending;
}
