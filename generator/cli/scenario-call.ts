import { lstatSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { report } from "../problem/catalogue.js";
import { failure, type Outcome, type Problem, success } from "../problem/problem.js";
import type { NewTillOptions } from "../scenario/play/play-at-new-till.js";
import type { ScenarioReader } from "../scenario/read/read-scenarios.js";
import type { Scenario } from "../scenario/scenario.js";
import { overrideValues } from "../scenario/values/references.js";
import { quote } from "../text/quote.js";
import { suggest } from "../text/words.js";
import { parseRelease } from "../time/release.js";
import type { Args } from "./options/commands.js";
import { checkSeconds, checkSeed, readReceiver, type Receiver } from "./receiver.js";
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
    ...(args.junit === undefined
      ? []
      : checkReport(args.junit, scenarios.ok ? scenarios.value.map(({ file }) => file) : [])),
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
  reportUsage(
    "Say which scenarios to play.",
    "Name files, or built-in ones: mplus-codegen simulate lists those.",
  );

const reportUsage = (message: string, hint?: string): Problem => report("usage", { message, hint });

/** What is wrong with where the report of --junit is to go: it takes the place of an earlier report, and of nothing else. */
function checkReport(path: string, scenarios: readonly string[]): readonly Problem[] {
  const scenario = scenarios.find((file) => identify(file) === identify(path));
  const victim = findIrregular(path) ?? (scenario === undefined ? undefined : `the scenario ${scenario}`);
  return victim === undefined ? [] : [report("report-overwrites", { option: "--junit", path, victim })];
}

function findIrregular(path: string): string | undefined {
  const status = attempt(() => lstatSync(path));
  if (!status || status.isFile()) return undefined;
  if (status.isDirectory()) return "a folder";
  return status.isSymbolicLink() ? "a link" : "what is no regular file";
}

/** The file itself, whatever it is called; where there is none yet, its place. */
function identify(path: string): string {
  const status = attempt(() => statSync(path, { bigint: true }));
  if (status) return `${status.dev} ${status.ino}`;
  return join(attempt(() => realpathSync(dirname(path))) ?? resolve(dirname(path)), basename(path));
}

/** Undefined where there is nothing, or nothing that can be reached: the writer tells of that. */
function attempt<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
