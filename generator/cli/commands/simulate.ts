import type { ReportBlock } from "../../blocks/block.js";
import { printForTerminal } from "../../blocks/terminal.js";
import { plain, styled, text } from "../../blocks/text.js";
import { codeBlock, nestedBullets, toParagraph } from "../../blocks/write.js";
import { report } from "../../problem/catalogue.js";
import { playAtNewTill } from "../../scenario/play/play-at-new-till.js";
import type { ScenarioResult, StepResult } from "../../scenario/play/result.js";
import { getScenarioReader, type ScenarioReader } from "../../scenario/read/read-scenarios.js";
import { reportResults } from "../../scenario/report/report-results.js";
import { toJunit } from "../../scenario/report/junit.js";
import { resultsToJson } from "../../scenario/report/to-json.js";
import type { Scenario } from "../../scenario/scenario.js";
import { toText } from "../../scenario/values/references.js";
import { quoteForShell } from "../../text/quote.js";
import { startOwnTill } from "../../till/running/start.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { getOption } from "../options/options.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { readCall, type Job } from "../scenario-call.js";
import { listBuiltIn, readFiles } from "../scenario-files.js";
import { type Surroundings, type Terminal, untilInterrupted } from "../terminal.js";
import { writeNamedFile } from "../named-files.js";

/** `simulate`: plays scenarios at tills on this machine, and says what did not come as expected. */
export async function simulate(
  args: Args<"simulate">,
  { terminal, environment }: Surroundings,
): Promise<Ending> {
  terminal.progress("reading the contract");
  const reader = getScenarioReader();
  if (args.scenario.length === 0 && args.url === undefined) return list(reader, args, terminal);
  const call = readCall(args, reader, environment);
  if (!call.ok) return problemEnding(call.problems, args.json);
  try {
    const results = await untilInterrupted((signal) => play(call.value, { signal, ...terminal }));
    return results
      ? toEnding(results, args, terminal)
      : problemEnding([report("interrupted", {})], args.json);
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([report("usage", { message: error.message, hint: undefined })], args.json);
  }
}

interface Play extends Pick<Terminal, "progress"> {
  readonly signal: AbortSignal;
}

/** Plays one after the other: each is a shop of its own. Undefined: it was interrupted, and half a result is none. */
async function play(
  jobs: readonly Job[],
  { signal, progress }: Play,
): Promise<readonly ScenarioResult[] | undefined> {
  const results: ScenarioResult[] = [];
  for (const { scenario, options } of jobs) {
    results.push(await playAtNewTill(scenario, { ...options, signal, tell: progress }, startOwnTill));
    if (signal.aborted) return undefined;
  }
  return results;
}

function list(reader: ScenarioReader, { json }: Args<"simulate">, terminal: Terminal): Ending {
  const ids = listBuiltIn();
  const read = readFiles(ids, reader);
  if (!read.ok) return problemEnding(read.problems, json);
  const listed = read.value.map((scenario, index) => ({ id: ids[index] ?? scenario.name, scenario }));
  return json
    ? jsonEnding({
        scenarios: listed.map(({ id, scenario: { name, description, needs, values } }) => ({
          ...{ id, name, description, needs, values },
        })),
      } satisfies Result<"simulate">)
    : successEnding(printForTerminal([...listed.flatMap(describeScenario), howToPlay], terminal));
}

const howToPlay = codeBlock(
  "sh",
  "mplus-codegen simulate loyalty --url http://localhost:3000/mplus",
  "To play one",
);

interface ListedScenario {
  /** What it is called on the command line. */
  readonly id: string;
  readonly scenario: Scenario;
}

/** A scenario with what it shows and needs, and what can be set. */
function describeScenario({ id, scenario }: ListedScenario): readonly ReportBlock[] {
  const { name, description = "", needs = "", values } = scenario;
  const lines = [
    description,
    needs === "" ? "" : `Needs: ${needs}`,
    ...Object.entries(values).map(([key, value]) => `--set ${key}=${toText(value)}`),
  ].filter((line) => line !== "");
  return nestedBullets([{ text: text`${styled("name", id)}: ${name}`, items: lines.map(plain) }]);
}

function toEnding(results: readonly ScenarioResult[], args: Args<"simulate">, terminal: Terminal): Ending {
  const { json, junit } = args;
  const problems = junit === undefined ? [] : writeNamedFile(junit, toJunit(results));
  if (problems.length > 0) return problemEnding(problems, json);
  const ending = json
    ? jsonEnding(resultsToJson(results) satisfies Result<"simulate">)
    : successEnding(
        printForTerminal([...reportResults(results), ...describeRepetition(results, args)], terminal),
      );
  return results.some(({ outcome }) => outcome === "failed") ? { ...ending, code: 1 } : ending;
}

/** The call that plays the first scenario again in which the receiver failed, up to that step: a lone event may not make it fail. */
function describeRepetition(
  results: readonly ScenarioResult[],
  args: Args<"simulate">,
): readonly ReportBlock[] {
  const [found] = results.flatMap(({ file, release, steps }) =>
    steps
      .filter(({ outcome, exchanges }) => outcome === "failed" && exchanges.some(isCrash))
      .flatMap(({ position }) => (position ? { place: `${file}:${position.line}`, release } : [])),
  );
  if (!found) return [];
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
  return [...toParagraph("To play it again up to this step:"), codeBlock("sh", call)];
}

const isCrash = ({ verdict }: StepResult["exchanges"][number]): boolean =>
  verdict.kind === "failed" && verdict.status >= 500;

const usual: Readonly<Record<string, unknown>> = {
  clock: getOption("clock").default,
  subscription: getOption("subscription").default,
  "secret-env": getOption("secretEnv").default,
  timeout: getOption("timeout").default,
};
