import {
  exploreReceiver,
  type ExploreResult,
  type ExploreOptions,
  type FoundFlaw,
} from "../../till/explore/explore.js";
import { isUnknownEvent } from "../../till/explore/walk.js";
import type { Outcome } from "../../base/problem/problem.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import { getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { quote, showInvisible, toVisibleLine } from "../../base/text/quote.js";
import { wrapText } from "../../base/text/words.js";
import { readTillContract, startOwnTill } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { formatOptions } from "../options/options.js";
import { readReceiver, readSeed } from "../inputs/receiver.js";
import { ensure, joinOutcomes, requireSuccess } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import { listBuiltInScenarios, readScenarios } from "../inputs/scenarios.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

/** `explore`: takes random walks at tills on this machine, and shows by small scenarios what a receiver may not answer. */
export async function explore(
  args: Args<"explore">,
  context: CommandContext,
): Promise<CommandResult<ExploreJson>> {
  context.terminal.progress("reading the contract");
  const read = readExploreOptions(args, context);
  const outcome = await untilInterrupted(async (signal): Promise<ExploreOutcome> => {
    const options = { ...read, till: { ...read.till, signal } };
    const { seed } = options;
    const silence = await findFirstFailure(options);
    if (silence.length > 0) return { seed, stopped: silence };
    const exploration = await exploreReceiver(options);
    const { events, lacking } = exploration;
    const lacksAllEvents = events.size > 0 && [...events.keys()].every((event) => lacking.includes(event));
    return lacksAllEvents ? { seed, stopped: [noReceiverMessage] } : { seed, ...exploration };
  });
  return {
    report: () => formatExploration(outcome, args),
    json: () => explorationToJson(outcome),
    fails: "stopped" in outcome || outcome.found.length > 0,
  };
}

export type ExploreJson = ExplorationJson | StoppedExploration;

/** What was found. */
interface ExplorationJson {
  /** What decided the walks. */
  readonly seed: number;
  readonly walks: number;
  /** The events that were sent, the most frequent first, and how often the receiver did not take each, and said so in the vendor's format. */
  readonly events: readonly { readonly event: string; readonly sent: number; readonly notTaken: number }[];
  /** The events that the receiver says it does not have. */
  readonly lacking: readonly string[];
  /** What a receiver may not answer. */
  readonly failures: readonly {
    /** What went wrong, in a few words. The same for the same failure. */
    readonly name: string;
    /** What shows it: a scenario, in YAML. */
    readonly scenario: string;
    /** What went wrong when the scenario was played again, in sentences. */
    readonly messages: readonly string[];
    /** Whether the scenario failed in the same way when it was played again. */
    readonly failsAgain: boolean;
    /** The body of the answer; null if there was none, or it is not the answer that is wrong. */
    readonly answer: string | null;
  }[];
}

/** Why the first event failed, in sentences: nothing was explored. */
interface StoppedExploration {
  readonly seed: number;
  readonly stopped: readonly string[];
}

const noReceiverMessage = "The receiver says of each event that it does not have it: is the URL right?";

/** What the call asks for. */
function readExploreOptions(
  args: Args<"explore">,
  { terminal, environment }: CommandContext,
): ExploreOptions {
  const [contract, reader] = [readTillContract(), getScenarioReader()];
  const scenario = args.scenario.length > 0 ? args.scenario : listBuiltInScenarios();
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      readTime(args.for),
      readScenarios({ ...args, scenario }, reader),
      readSeed(args.seed),
    ]),
  );
  const [{ deadline, ...receiver }, time, sources, seed = Math.floor(Math.random() * 1e9)] = value;
  const isUsual = args.product === contract.model.products[0]?.id;
  return {
    contract,
    reader,
    time,
    seed,
    startTill: startOwnTill,
    progress: terminal.progress,
    till: {
      ...receiver,
      product: isUsual ? undefined : args.product,
      settings: deadline === defaultDeadline ? {} : { answerDeadline: deadline },
    },
    sources: sources.map((each) => ({
      scenario: each.scenario,
      values: { ...each.scenario.values, ...each.values },
    })),
    releases: args.release.length > 0 ? args.release : [undefined],
  };
}

/** In milliseconds: the till's own, which no scenario need say. */
const defaultDeadline = 10_000;

/** In milliseconds. */
function readTime(text: string): Outcome<number> {
  const [, count = "", unit = ""] = /^(\d+)([smh])$/.exec(text) ?? [];
  const time = Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
  const isRight = time > 0 && time <= 24 * 3_600_000;
  return ensure(time, isRight, `--for ${quote(text)} is not a time of up to a day: 90s, 5m or 1h.`);
}

/** Sends one plain event: where that fails, nothing else need be tried. Why, in sentences; none: somebody answers. */
async function findFirstFailure({
  sources,
  contract,
  reader,
  till,
  startTill,
}: ExploreOptions): Promise<readonly string[]> {
  const steps = sources.flatMap(({ scenario }) => scenario.steps);
  const [event = contract.model.startWith[0] ?? ""] = steps.flatMap(({ action }) =>
    action.kind === "event" ? action.event : [],
  );
  const read = reader.readValue({ steps: [{ [event]: null }] }, "");
  if (!read.ok) return [];
  const result = await playAtNewTill(read.value, { ...till, clock: "virtual" }, startTill);
  const failed = result.steps.filter(
    ({ outcome, exchanges }) => outcome === "failed" && !exchanges.every(isUnknownEvent),
  );
  return failed.flatMap(({ failures }) => failures.map(({ message }) => message));
}

/** What came of a call, or why nothing did. */
type ExploreOutcome = { readonly seed: number } & (ExploreResult | { readonly stopped: readonly string[] });

/** What was found, as YAML that `simulate` reads: scenarios, and all else in comments. */
function formatExploration(outcome: ExploreOutcome, args: Args<"explore">): string {
  const where = formatOptions(["url", "subscription", "secretEnv"], args);
  if ("stopped" in outcome) {
    const lines = [...outcome.stopped, "Nothing was explored. To look closer:"];
    return formatComment(lines, `mplus-codegen doctor ${where}`);
  }
  const { found } = outcome;
  const lines = describeExploration(outcome);
  if (found.length === 0) return formatComment([...lines, "Nothing failed."]);
  const count = found.length === 1 ? "1 failure" : `${found.length} failures`;
  const again = `mplus-codegen simulate found.yaml ${where}`;
  const head = formatComment([...lines, `${count}. Save this as found.yaml to play it again:`], again);
  return [head, ...found.map(formatFailure)].join("---\n");
}

function describeExploration({
  seed,
  walks,
  events,
  lacking,
}: ExploreResult & ExploreOutcome): readonly string[] {
  const rows = listEventCounts(events);
  const requests = rows.reduce((sum, { sent }) => sum + sent, 0);
  const refused = rows.filter(({ notTaken }) => notTaken > 0).map((row) => `${row.event} ${row.notTaken}`);
  return [
    `Seed ${seed}: ${walks} walks, ${requests} requests.`,
    `Sent: ${rows.map(({ event, sent }) => `${event} ${sent}`).join(", ")}.`,
    ...(refused.length > 0 ? [`Not taken, which a receiver may say: ${refused.join(", ")}.`] : []),
    ...(lacking.length > 0 ? [`The receiver says that it does not have: ${lacking.join(", ")}.`] : []),
  ];
}

function formatFailure({ yaml, messages, reply }: FoundFlaw): string {
  const answerLines = reply
    ? [`The answer, with status ${reply.status}: ${toVisibleLine(reply.body.slice(0, 200)) || "no body"}`]
    : [];
  const flaky =
    "When this was played again, it did not fail: the receiver remembers something, or depends on time.";
  return `${formatComment(messages.length > 0 ? [...messages, ...answerLines] : [flaky])}${yaml}`;
}

/** Lines of a comment; a call is not broken, as it is copied. */
const formatComment = (lines: readonly string[], call?: string): string =>
  [...lines.flatMap((line) => wrapText(line, 110)), ...(call === undefined ? [] : [`  ${call}`])]
    .map((line) => `# ${showInvisible(line)}\n`)
    .join("");

/** The events, the most frequent first. */
const listEventCounts = (events: ExploreResult["events"]) =>
  [...events].map(([event, counts]) => ({ event, ...counts })).sort((a, b) => b.sent - a.sent);

/** The same for a program. */
const explorationToJson = (outcome: ExploreOutcome) =>
  "stopped" in outcome
    ? outcome
    : {
        seed: outcome.seed,
        walks: outcome.walks,
        events: listEventCounts(outcome.events),
        lacking: outcome.lacking,
        failures: outcome.found.map(({ flaw, yaml, messages, reply }) => ({
          name: flaw,
          scenario: yaml,
          messages,
          failsAgain: messages.length > 0,
          answer: reply?.body ?? null,
        })),
      };
