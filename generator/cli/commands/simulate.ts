import { hasContent, plain, styled, text } from "../../pages/blocks/text.js";
import { codeBlock, nestedBullets } from "../../pages/blocks/builders.js";
import { report } from "../../base/problem/catalogue.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult } from "../../till/scenario/scenario.js";
import { reportResults, resultsToJson } from "../../till/scenario/report-results.js";
import { toReferenceText } from "../../till/scenario/references.js";
import type { Args } from "../options/commands.js";
import { readReceiver, readReleases, readSeconds, readSeed } from "../inputs/receiver.js";
import { loadTill } from "../inputs/till-contract.js";
import { throwProblems } from "../call-error.js";
import { listBuiltInScenarios, readScenarioFiles, readScenarios } from "../inputs/scenarios.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

export async function simulate(args: Args<"simulate">, { environment, terminal }: CommandContext) {
  const { clock } = args;
  if (args.scenario.length === 0 && args.url === undefined) return listScenarios();
  const { deadline: _, ...receiver } = readReceiver(args, environment);
  const loaded = loadTill(args.additions);
  const { scenarios } = readScenarios(args, loaded.getReader());
  const releases = readReleases(args.release);
  const [seed, timeout] = [readSeed(args.seed), readSeconds("--timeout", args.timeout)];
  const options = { ...receiver, clock, timeout, seed };
  terminal.announce(
    `Running ${scenarios.length} scenario${scenarios.length === 1 ? "" : "s"}. Press Ctrl-C to stop.`,
  );
  const results = await untilInterrupted(async (signal) => {
    const results: ScenarioResult[] = [];
    // One after another, because each is a shop of its own.
    for (const scenario of scenarios)
      for (const release of releases) {
        results.push(await playAtNewTill(scenario, { ...options, release, signal }, loaded));
        // Do not report a partial result.
        if (signal.aborted) throwProblems(report("interrupted", {}));
      }
    return results;
  });
  return {
    report: () => reportResults(results),
    json: () => resultsToJson(results),
    fails: results.some(({ outcome }) => outcome === "failed"),
  };
}

export type SimulateJson = ReturnType<Awaited<ReturnType<typeof simulate>>["json"]>;

function listScenarios() {
  const ids = listBuiltInScenarios();
  const scenarios = readScenarioFiles(ids, loadTill(undefined).getReader()).map(
    ({ name, description, needs, values }, i) => {
      return { id: ids[i] ?? name, name, description, needs, values };
    },
  );
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
