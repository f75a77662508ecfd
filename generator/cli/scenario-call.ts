import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import type { ScenarioReader } from "../scenario/read/read-scenarios.js";
import type { NewTillOptions } from "../scenario/play/play-at-new-till.js";
import type { Scenario } from "../scenario/scenario.js";
import { overrideValues } from "../scenario/values/references.js";
import { quote } from "../text/quote.js";
import { suggest } from "../text/words.js";
import { parseRelease } from "../time/release.js";
import { checkReports } from "./check-reports.js";
import { checkSeed } from "./check-seed.js";
import type { Args } from "./options/commands.js";
import { checkSeconds, readReceiver, type Receiver } from "./receiver.js";
import { readFiles } from "./scenario-files.js";

/** One scenario to play at one release. */
export interface Job {
  readonly scenario: Scenario;
  readonly options: Omit<NewTillOptions, "signal">;
}

/** What a call of `simulate` is to play, or everything that is wrong with it. */
export function readCall(
  args: Args<"simulate">,
  reader: ScenarioReader,
  environment: NodeJS.ProcessEnv,
): Outcome<readonly Job[]> {
  const receiver = readReceiver(args, environment);
  const scenarios = readFiles(args.scenario, reader);
  const given = readValues(args.set);
  const problems = [
    ...[receiver, scenarios, given].flatMap((outcome) => (outcome.ok ? [] : outcome.problems)),
    ...(args.scenario.length === 0 ? [reportMissingFile()] : []),
    ...checkReleases(args.release),
    ...checkSeed(args.seed),
    ...checkSeconds("--timeout", args.timeout),
    ...checkReports(args, scenarios.ok ? scenarios.value.map(({ file }) => file) : []),
    ...(scenarios.ok && given.ok ? checkValues(scenarios.value, given.value) : []),
  ];
  if (problems.length > 0 || !receiver.ok || !scenarios.ok || !given.ok) return failure(problems);
  const { value: values } = given;
  return success(scenarios.value.flatMap((scenario) => listJobs(scenario, args, receiver.value, values)));
}

const listJobs = (
  scenario: Scenario,
  { release, clock, seed, timeout }: Args<"simulate">,
  { url, subscription, secret }: Receiver,
  given: ReadonlyMap<string, string>,
): readonly Job[] =>
  (release.length > 0 ? release : [undefined]).map((each) => ({
    scenario,
    options: {
      url,
      subscription,
      secret,
      clock,
      release: each,
      timeout: Number(timeout) * 1000,
      seed: seed === undefined ? undefined : Number(seed),
      values: overrideValues(scenario.values, given),
    },
  }));

function readValues(settings: readonly string[]): Outcome<ReadonlyMap<string, string>> {
  const wrong = settings.filter((setting) => !/^[^=]+=/.test(setting));
  if (wrong.length > 0)
    return failure(
      wrong.map((setting) =>
        reportUsage(`--set ${quote(setting)} is not name=value.`, "For example: --set card=LOYAL-42"),
      ),
    );
  return success(new Map(settings.map((setting) => toPair(setting))));
}

function toPair(setting: string): readonly [string, string] {
  const end = setting.indexOf("=");
  return [setting.slice(0, end), setting.slice(end + 1)];
}

function checkValues(scenarios: readonly Scenario[], given: ReadonlyMap<string, string>): readonly Problem[] {
  const known = [...new Set(scenarios.flatMap(({ values }) => Object.keys(values)))];
  return [...given.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => report("unknown-value", { name, known, suggestion: suggest(name, known) }));
}

const checkReleases = (releases: readonly string[]): readonly Problem[] =>
  releases
    .filter((release) => parseRelease(release) === undefined)
    .map((value) => report("malformed-release", { option: "--release", value }));

const reportMissingFile = (): Problem =>
  reportUsage("Say which scenarios to play.", "Name files, or built-in ones; --list shows those.");

const reportUsage = (message: string, hint?: string): Problem => report("usage", { message, hint });
