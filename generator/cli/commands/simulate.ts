import { lstatSync } from "node:fs";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { plain, styled, text } from "../../pages/blocks/text.js";
import { codeBlock, nestedBullets, toParagraph } from "../../pages/blocks/write.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, StepResult, Scenario } from "../../till/scenario/scenario.js";
import { getScenarioReader, type ScenarioReader } from "../../till/scenario/read-scenarios.js";
import { toJunit, reportResults, resultsToJson } from "../../till/scenario/report-results.js";
import { toReferenceText } from "../../till/scenario/references.js";
import { quoteForShell } from "../../base/text/quote.js";
import { startOwnTill } from "../../till/engine/start-till.js";
import { readNamedFile, writeNamedFile } from "../named-files.js";
import type { Args } from "../options/commands.js";
import { formatGiven } from "../options/options.js";
import { readReceiver, readSeconds, readSeed } from "../receiver.js";
import { joinOutcomes, need, refuse, type Told } from "../report/ending.js";
import { listBuiltIn, readFiles, readSources } from "../scenarios.js";
import { untilInterrupted, type Surroundings } from "../terminal.js";

/** `simulate`: plays scenarios at tills on this machine, and says what did not come as expected. */
export async function simulate(args: Args<"simulate">, around: Surroundings): Promise<Told> {
  const { terminal, environment } = around;
  const { junit, clock } = args;
  terminal.progress("reading the contract");
  const reader = getScenarioReader();
  if (args.scenario.length === 0 && args.url === undefined) return list(reader);
  const { value } = need(
    joinOutcomes([
      readReceiver(args, environment),
      readSources(args, reader),
      readSeed(args.seed),
      readSeconds("--timeout", args.timeout),
      checkReport(junit),
    ]),
  );
  const [{ deadline: _, ...where }, sources, seed, timeout] = value;
  const options = { ...where, clock, timeout, seed, tell: terminal.progress };
  const releases = args.release.length > 0 ? args.release : [undefined];
  const results = await untilInterrupted(async (signal) => {
    const played: ScenarioResult[] = [];
    // One after the other: each is a shop of its own.
    for (const { scenario, values } of sources)
      for (const release of releases) {
        played.push(await playAtNewTill(scenario, { ...options, release, values, signal }, startOwnTill));
        // Half a result is none.
        if (signal.aborted) refuse(report("interrupted", {}));
      }
    return played;
  });
  if (junit !== undefined) writeNamedFile(junit, toJunit(results));
  return {
    report: () => [...reportResults(results), ...describeRepetition(results, args)],
    json: () => resultsToJson(results),
    fails: results.some(({ outcome }) => outcome === "failed"),
  };
}

/** Where the report of --junit is to go: it takes the place of an earlier report, and of nothing else. */
function checkReport(path: string | undefined): Outcome<string | undefined> {
  const victim = path && findVictim(path);
  return path && victim
    ? failure([report("report-overwrites", { option: "--junit", path, victim })])
    : success(path);
}

/** In bytes: no report is nearly as long. */
const maxReportLength = 2 ** 26;

function findVictim(path: string): string | undefined {
  try {
    const status = lstatSync(path);
    if (status.isDirectory()) return "a folder";
    if (status.isSymbolicLink()) return "a link";
    if (!status.isFile()) return "what is no regular file";
    const start = new TextDecoder().decode(readNamedFile(path, maxReportLength)?.subarray(0, 100));
    return status.size === 0 || start.startsWith("<?xml") ? undefined : "a file that is no report";
  } catch {
    // There is nothing, or nothing that can be reached: the writer tells of that.
    return undefined;
  }
}

/** The built-in scenarios. */
function list(reader: ScenarioReader): Told {
  const ids = listBuiltIn();
  const listed = need(readFiles(ids, reader)).value.map((scenario, i) => ({
    id: ids[i] ?? scenario.name,
    scenario,
  }));
  return {
    report: () => [...listed.flatMap(describeScenario), howToPlay],
    json: () => ({ scenarios: listed.map(scenarioToJson) }),
  };
}

/** A built-in scenario, for a program. */
export const scenarioToJson = ({ id, scenario: { name, description, needs, values } }: ListedScenario) => ({
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
  const names = ["url", "release", "set", "clock", "subscription", "secretEnv", "timeout"] as const;
  const options = formatGiven(names, { ...args, release: [found.release] });
  const call = `mplus-codegen simulate ${quoteForShell(found.place)} ${options}`;
  return [...toParagraph("To play it again up to this step:"), codeBlock("sh", call)];
}

const isCrash = ({ verdict }: StepResult["exchanges"][number]): boolean =>
  verdict.kind === "failed" && verdict.status >= 500;
