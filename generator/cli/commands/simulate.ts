import { lstatSync } from "node:fs";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { hasContent, plain, styled, text } from "../../pages/blocks/text.js";
import { codeBlock, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, StepResult } from "../../till/scenario/scenario.js";
import { toJunit, reportResults, resultsToJson } from "../../till/scenario/report-results.js";
import { toReferenceText } from "../../till/scenario/references.js";
import { quoteForShell } from "../../base/text/quote.js";
import { startOwnTill } from "../../till/engine/start-till.js";
import { readUserFile, writeUserFile } from "../inputs/user-files.js";
import type { Args } from "../options/commands.js";
import { formatOptions } from "../options/options.js";
import { readReceiver, readReleases, readSeconds, readSeed } from "../inputs/receiver.js";
import { joinOutcomes, requireSuccess, throwProblems } from "../call-error.js";
import { listBuiltInScenarios, readScenarioFiles, readScenarios } from "../inputs/scenarios.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

export async function simulate(args: Args<"simulate">, { environment, terminal }: CommandContext) {
  const { junit, clock } = args;
  if (args.scenario.length === 0 && args.url === undefined) return listScenarios();
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      readScenarios(args),
      readReleases(args.release),
      readSeed(args.seed),
      readSeconds("--timeout", args.timeout),
      checkJunitPath(junit),
    ]),
  );
  const [{ deadline: _, ...receiver }, scenarios, releases, seed, timeout] = value;
  const options = { ...receiver, clock, timeout, seed };
  terminal.announce(
    `Running ${scenarios.length} scenario${scenarios.length === 1 ? "" : "s"}. Press Ctrl-C to stop.`,
  );
  const results = await untilInterrupted(async (signal) => {
    const results: ScenarioResult[] = [];
    // One after another, because each is a shop of its own.
    for (const scenario of scenarios)
      for (const release of releases) {
        results.push(await playAtNewTill(scenario, { ...options, release, signal }, startOwnTill));
        // Do not report a partial result.
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

export type SimulateJson = ReturnType<Awaited<ReturnType<typeof simulate>>["json"]>;

/** The file may replace an earlier report but nothing else. */
function checkJunitPath(path: string | undefined): Outcome<string | undefined> {
  return path === undefined || isReplaceable(path)
    ? success(path)
    : failure([report("report-overwrites", { option: "--junit", path })]);
}

function isReplaceable(path: string): boolean {
  try {
    const bytes = lstatSync(path).isFile() ? readUserFile(path, maxReportLength) : undefined;
    return bytes !== undefined && /^(?:<\?xml|$)/.test(new TextDecoder().decode(bytes.subarray(0, 100)));
  } catch {
    // The path is free or unreachable. The writer reports the latter.
    return true;
  }
}

/** In bytes. No report is nearly as long. */
const maxReportLength = 2 ** 26;

function readBuiltInScenarios() {
  const ids = listBuiltInScenarios();
  const read = requireSuccess(readScenarioFiles(ids)).value;
  return read.map(({ name, description, needs, values }, i) => {
    return { id: ids[i] ?? name, name, description, needs, values };
  });
}

function listScenarios() {
  const scenarios = readBuiltInScenarios();
  const items = scenarios.map(({ id, name, description = "", needs, values }) => {
    const settings = Object.entries(values).map(([key, value]) => `--set ${key}=${toReferenceText(value)}`);
    const lines = [description, needs === undefined ? "" : `Needs: ${needs}`, ...settings];
    return { text: text`${styled("name", id)}: ${name}`, items: lines.map(plain).filter(hasContent) };
  });
  const example = "mplus-codegen simulate loyalty --url http://localhost:3000/mplus";
  return {
    report: () => [...nestedBullets(items), codeBlock("sh", example, "To run one")],
    json: () => ({ scenarios }),
  };
}

/**
 * Reruns the first scenario in which the receiver crashed, up to the failed step. The event alone might not crash
 * the receiver.
 */
function describeReplay(results: readonly ScenarioResult[], args: Args<"simulate">): readonly ReportBlock[] {
  for (const { file, release, steps } of results) {
    const failed = steps.find(({ outcome, exchanges }) => outcome === "failed" && exchanges.some(isCrash));
    if (!failed?.position) continue;
    const names = ["url", "release", "set", "clock", "subscription", "secretEnv", "timeout"] as const;
    const options = formatOptions(names, { ...args, release: [release] });
    const call = `mplus-codegen simulate ${quoteForShell(`${file}:${failed.position.line}`)} ${options}`;
    return [...toParagraph("To rerun it up to this step:"), codeBlock("sh", call)];
  }
  return [];
}

const isCrash = ({ verdict }: StepResult["exchanges"][number]): boolean =>
  verdict.kind === "failed" && verdict.status >= 500;
