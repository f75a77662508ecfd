import { lstatSync } from "node:fs";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { codeBlock, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, StepResult, Scenario } from "../../till/scenario/scenario.js";
import { getScenarioReader, type ScenarioReader } from "../../till/scenario/read-scenarios.js";
import { toJunit, reportResults, resultsToJson } from "../../till/scenario/report-results.js";
import { toReferenceText } from "../../till/scenario/references.js";
import { quoteForShell } from "../../base/text/quote.js";
import { startOwnTill } from "../../till/engine/start-till.js";
import { readUserFile, writeUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { formatOptions } from "../options/options.js";
import { readReceiver, readSeconds, readSeed } from "../inputs/receiver.js";
import { joinOutcomes, requireSuccess, throwProblems } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import { listBuiltInScenarios, readScenarioFiles, readScenarios } from "../inputs/scenarios.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

/** `simulate`: plays scenarios at tills on this machine, and says what did not come as expected. */
export async function simulate(
  args: Args<"simulate">,
  context: CommandContext,
): Promise<CommandResult<SimulateJson>> {
  const { terminal, environment } = context;
  const { junit, clock } = args;
  terminal.progress("reading the contract");
  const reader = getScenarioReader();
  if (args.scenario.length === 0 && args.url === undefined) return listScenarios(reader);
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      readScenarios(args, reader),
      readSeed(args.seed),
      readSeconds("--timeout", args.timeout),
      checkJunitPath(junit),
    ]),
  );
  const [{ deadline: _, ...receiver }, scenarios, seed, timeout] = value;
  const options = { ...receiver, clock, timeout, seed, tell: terminal.progress };
  const releases = args.release.length > 0 ? args.release : [undefined];
  const results = await untilInterrupted(async (signal) => {
    const results: ScenarioResult[] = [];
    // One after the other: each is a shop of its own.
    for (const { scenario, values } of scenarios)
      for (const release of releases) {
        results.push(await playAtNewTill(scenario, { ...options, release, values, signal }, startOwnTill));
        // Half a result is none.
        if (signal.aborted) throwProblems(report("interrupted", {}));
      }
    return results;
  });
  if (junit !== undefined) writeUserFile(junit, toJunit(results));
  return {
    report: () => [...reportResults(results), ...describeReplay(results, args)],
    json: () => resultsToJson(results),
    fails: results.some(({ outcome }) => outcome === "failed"),
  };
}

/** The outcomes of scenarios, each with its steps and their requests; or the built-in ones, each with the name to play it by. */
export type SimulateJson =
  ReturnType<typeof resultsToJson> | { readonly scenarios: readonly ReturnType<typeof scenarioToJson>[] };

/** Where the report of --junit is to go: it takes the place of an earlier report, and of nothing else. */
function checkJunitPath(path: string | undefined): Outcome<string | undefined> {
  const victim = path && describeObstacle(path);
  return path && victim
    ? failure([report("report-overwrites", { option: "--junit", path, victim })])
    : success(path);
}

/** In bytes: no report is nearly as long. */
const maxReportLength = 2 ** 26;

function describeObstacle(path: string): string | undefined {
  try {
    const status = lstatSync(path);
    if (status.isDirectory()) return "a folder";
    if (status.isSymbolicLink()) return "a link";
    if (!status.isFile()) return "what is no regular file";
    const start = new TextDecoder().decode(readUserFile(path, maxReportLength)?.subarray(0, 100));
    return status.size === 0 || start.startsWith("<?xml") ? undefined : "a file that is no report";
  } catch {
    // There is nothing, or nothing that can be reached: the writer reports that.
    return undefined;
  }
}

/** The built-in scenarios. */
function listScenarios(reader: ScenarioReader): CommandResult<SimulateJson> {
  const ids = listBuiltInScenarios();
  const listed = requireSuccess(readScenarioFiles(ids, reader)).value.map((scenario, i) => ({
    id: ids[i] ?? scenario.name,
    scenario,
  }));
  return {
    report: () => [...listed.flatMap(describeScenario), howToPlay],
    json: () => ({ scenarios: listed.map(scenarioToJson) }),
  };
}

/** A built-in scenario, for a program. */
const scenarioToJson = ({ id, scenario: { name, description, needs, values } }: ListedScenario) => ({
  id,
  name,
  description,
  needs,
  values,
});

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
    ...Object.entries(values).map(([key, value]) => `--set ${key}=${toReferenceText(value)}`),
  ].filter((line) => line !== "");
  return nestedBullets([{ text: text`${styled("name", id)}: ${name}`, items: lines.map(plain) }]);
}

/** The call that plays the first scenario again in which the receiver failed, up to that step: a lone event may not make it fail. */
function describeReplay(results: readonly ScenarioResult[], args: Args<"simulate">): readonly ReportBlock[] {
  const [found] = results.flatMap(({ file, release, steps }) =>
    steps
      .filter(({ outcome, exchanges }) => outcome === "failed" && exchanges.some(isCrash))
      .flatMap(({ position }) => (position ? { place: `${file}:${position.line}`, release } : [])),
  );
  if (!found) return [];
  const names = ["url", "release", "set", "clock", "subscription", "secretEnv", "timeout"] as const;
  const options = formatOptions(names, { ...args, release: [found.release] });
  const call = `mplus-codegen simulate ${quoteForShell(found.place)} ${options}`;
  return [...toParagraph("To play it again up to this step:"), codeBlock("sh", call)];
}

const isCrash = ({ verdict }: StepResult["exchanges"][number]): boolean =>
  verdict.kind === "failed" && verdict.status >= 500;
