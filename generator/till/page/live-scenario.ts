import type { JsonObject } from "../../base/json.js";
import { quote, toShownText } from "../../base/text/quote.js";
import { misuse } from "../engine/till-error.js";
import type { Problem } from "../../base/problem/problem.js";
import { formatValue } from "../scenario/scenario.js";
import type { Failure, Scenario, ScenarioResult, StepResult } from "../scenario/scenario.js";
import type { ScenarioText } from "../scenario/read-scenarios.js";
import { enqueue, isPlaying, replaceTill, runAtTill, type LiveTill } from "./live-till.js";

/**
 * Opens a scenario (by `name`, or as the `text` of a `file`), another one of the same file (`at`), plays the `next`
 * step or `all`, or closes the scenario (`close`).
 * @throws TillError if this is not possible
 */
export function changeScenario(liveTill: LiveTill, changes: JsonObject): Promise<void> {
  const { next, all, close, at } = changes;
  if (close === true) return closeScenario(liveTill);
  if (next === true) return enqueue(liveTill, () => playStep(liveTill));
  if (all === true) return playAll(liveTill);
  const { scenarios = [] } = liveTill.scenario ?? {};
  if (typeof at === "number") return openScenarioAt(liveTill, scenarios, at);
  return openScenarioAt(liveTill, readScenarios(liveTill, changes), 0);
}

function readScenarios(liveTill: LiveTill, source: JsonObject): readonly Scenario[] {
  const { file, text } = findText(liveTill, source);
  const read = liveTill.reader.readText({ file, text });
  if (read.ok) return read.value;
  const lines = read.problems.slice(0, maxProblems).map((problem) => formatProblem(problem, file));
  throw misuse(toShownText(lines.join("\n")));
}

const maxProblems = 10;

function findText({ scenarios }: LiveTill, { name, file, text }: JsonObject): ScenarioText {
  const builtIn = typeof name === "string" ? scenarios?.get(name) : undefined;
  if (builtIn) return builtIn;
  if (typeof file === "string" && typeof text === "string") return { file, text };
  throw misuse(typeof name === "string" ? `There is no scenario ${quote(name)}.` : "Choose a scenario.");
}

function formatProblem({ message, hint, position }: Problem, file: string): string {
  const place = position ? `${file}:${position.line}:${position.column}` : file;
  return `${place}: ${message}${hint === undefined ? "" : ` ${hint}`}`;
}

function openScenarioAt(liveTill: LiveTill, scenarios: readonly Scenario[], at: number): Promise<void> {
  const scenario = scenarios[at];
  if (!scenario) throw misuse("Choose a scenario.");
  const before = liveTill.scenario?.before ?? {
    release: liveTill.run.till.release,
    product: liveTill.run.setUp.product.id,
  };
  return stopAndDo(liveTill, async () => {
    await replaceTill(liveTill, {}, scenario);
    liveTill.scenario = { scenarios, at, before, result: undefined };
  });
}

async function closeScenario(liveTill: LiveTill): Promise<void> {
  const { before } = liveTill.scenario ?? {};
  if (before) await stopAndDo(liveTill, () => replaceTill(liveTill, before));
}

/** A step may take long, so do not wait for its end. */
async function stopAndDo(liveTill: LiveTill, job: () => Promise<void>): Promise<void> {
  if (isPlaying(liveTill.run)) await liveTill.run.player?.close();
  await enqueue(liveTill, job);
}

async function playAll(liveTill: LiveTill): Promise<void> {
  const { run } = liveTill;
  do await enqueue(liveTill, () => playStep(liveTill));
  while (liveTill.run === run && isPlaying(run));
}

async function playStep(liveTill: LiveTill): Promise<void> {
  const { scenario, run } = liveTill;
  const { player } = run;
  if (!scenario || !player || player.isOver) throw misuse("The scenario is over.");
  const step = scenario.scenarios[scenario.at]?.steps[player.results.length];
  const isWait = step?.action.kind === "wait";
  await runAtTill(liveTill, isWait, async () => (await player.next())?.exchanges.at(-1));
  if (!isPlaying(liveTill.run)) liveTill.scenario = { ...scenario, result: await player.finish() };
}

/** Undefined without a scenario. */
export function describeScenario({ scenario, run }: LiveTill) {
  const chosen = scenario?.scenarios[scenario.at];
  if (!scenario || !chosen) return undefined;
  const { result } = scenario;
  const results = run.player?.results ?? [];
  return {
    file: toShownText(chosen.file),
    name: toShownText(chosen.name),
    about: toShownText((chosen.description ?? "").trim()),
    // After a failure, a hint says so.
    needs: result?.outcome === "failed" ? "" : toShownText((chosen.needs ?? "").trim()),
    names: scenario.scenarios.slice(0, maxShown).map(({ name }) => toShownText(name)),
    at: scenario.at,
    steps: chosen.steps.slice(0, maxShown).map(({ title }, at) => describeStep(title, results[at])),
    outcome: result?.outcome ?? "",
    says: result ? listRemarks(result).map(toShownText) : [],
  };
}

const maxShown = 300;

const describeStep = (title: string, result: StepResult | undefined) => ({
  title: toShownText(title),
  outcome: result?.outcome ?? "",
  failures: (result?.failures ?? []).slice(0, maxProblems).map(describeFailure),
  says: (result?.notes ?? []).slice(0, maxProblems).map(toShownText),
});

const describeFailure = ({ message, differences }: Failure) => ({
  message: toShownText(message),
  differences: differences.slice(0, maxProblems).map(({ path, expected, seen }) => ({
    path: toShownText(path),
    expected: formatValue(expected),
    seen: formatValue(seen),
  })),
});

/** The reason why it was not played, what is open at the end, and hints. */
const listRemarks = ({ reason, failures, notes, hints }: ScenarioResult): readonly string[] => [
  ...(reason === undefined ? [] : [reason]),
  ...failures.map(({ message }) => message),
  ...notes,
  ...hints,
];
