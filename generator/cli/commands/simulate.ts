import { report } from "../../problem/catalogue.js";
import { playAtNewTill } from "../../scenario/play/play-at-new-till.js";
import type { ScenarioResult, StepResult } from "../../scenario/play/result.js";
import { createScenarioReader, type ScenarioReader } from "../../scenario/read/read-scenarios.js";
import { formatResults } from "../../scenario/report/format-results.js";
import { toJunit } from "../../scenario/report/junit.js";
import { resultsToJson, toTrace } from "../../scenario/report/to-json.js";
import { quoteForShell, showInvisible } from "../../text/quote.js";
import type { Till, TillOptions } from "../../till/api/till.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../json/results.js";
import type { Args } from "../options/commands.js";
import { getOption } from "../options/options.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { formatScenarioList, scenarioListToJson } from "../report/scenario-list.js";
import { readCall, type Job } from "../scenario-call.js";
import { listBuiltIn, readFiles } from "../scenario-files.js";
import { createStarter } from "../start-tills.js";
import type { Surroundings } from "../surroundings.js";
import type { Terminal } from "../terminal/terminal.js";
import { untilInterrupted } from "../until-interrupted.js";
import { writeReport } from "../write-report.js";

/** `simulate`: plays scenarios at tills on this machine, and says what did not come as expected. */
export async function simulate(
  args: Args<"simulate">,
  { terminal, environment, memo }: Surroundings,
): Promise<Ending> {
  terminal.progress("reading the contract");
  const { contract, startTill } = createStarter(memo);
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
    results.push(await playAtNewTill(scenario, { ...options, signal, tell: progress }, startTill));
    if (signal.aborted) return undefined;
  }
  return results;
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
    : successEnding(formatResults(results) + formatRepetition(results, args));
  return results.some(({ outcome }) => outcome === "failed") ? { ...ending, code: 1 } : ending;
}

/** The call that plays the first scenario again in which the receiver failed, up to that step: a lone event may not make it fail. */
function formatRepetition(results: readonly ScenarioResult[], args: Args<"simulate">): string {
  const [found] = results.flatMap(({ file, release, steps }) =>
    steps
      .filter(({ outcome, exchanges }) => outcome === "failed" && exchanges.some(isCrash))
      .flatMap(({ position }) => (position ? { place: `${file}:${position.line}`, release } : [])),
  );
  if (!found) return "";
  const { url = "", set, clock, subscription, secretEnv, timeout } = args;
  const options = (
    [
      ["url", url],
      ["release", found.release],
      ...set.map((value) => ["set", value] as const),
      ...Object.entries({ clock, subscription, "secret-env": secretEnv, timeout }),
    ] as const
  ).filter(([name, value]) => value !== usual[name]);
  const words = options.flatMap(([name, value]) => [`--${name}`, quoteForShell(value)]);
  const call = ["mplus-codegen simulate", quoteForShell(found.place), ...words].join(" ");
  return `\nTo play it again up to this step: ${showInvisible(call)}\n`;
}

const isCrash = ({ verdict }: StepResult["exchanges"][number]): boolean =>
  verdict.kind === "failed" && verdict.status >= 500;

const usual: Readonly<Record<string, unknown>> = {
  clock: getOption("clock").default,
  subscription: getOption("subscription").default,
  "secret-env": getOption("secretEnv").default,
  timeout: getOption("timeout").default,
};
