import { exploreReceiver, type ExploreOptions, type ExploreResult } from "../../till/explore/explore.js";
import { isUnknownEvent } from "../../till/explore/walk.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import { parseDuration } from "../../till/scenario/scenario.js";
import { quote, showInvisible, toVisibleLine, truncate } from "../../base/text/quote.js";
import { wrapText } from "../../base/text/words.js";
import type { Args } from "../options/commands.js";
import { formatOptions } from "../options/options.js";
import { readReceiver, readReleases, readSeed } from "../inputs/receiver.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { listBuiltInScenarios, readScenarios } from "../inputs/scenarios.js";
import { loadTill } from "../inputs/till-contract.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

export async function explore(args: Args<"explore">, context: CommandContext) {
  const read = readExploreOptions(args, context);
  context.terminal.announce(`Exploring for ${read.time / 1000} s. Press Ctrl-C to stop.`);
  const outcome = await untilInterrupted((signal) =>
    exploreOnce({ ...read, till: { ...read.till, signal } }),
  );
  return {
    report: () => formatExploration(outcome, args),
    json: () => outcome,
    fails: "stopped" in outcome || outcome.failures.length > 0,
  };
}

export type ExploreJson = Awaited<ReturnType<typeof exploreOnce>>;

function readExploreOptions(args: Args<"explore">, { environment }: CommandContext): ExploreOptions {
  const scenario = args.scenario.length > 0 ? args.scenario : listBuiltInScenarios();
  const time = parseDuration(args.for) ?? 0;
  if (time < 1000 || time > 24 * 3_600_000)
    throwUsageProblem(`--for ${quote(args.for)} is not a time from 1s to 24h, such as 90s, 5m or 1h.`);
  const { deadline, ...receiver } = readReceiver(args, environment);
  const { contract, startTill, getReader } = loadTill(args.additions);
  const reader = getReader();
  const { scenarios, settings } = readScenarios({ ...args, scenario }, reader);
  return {
    contract,
    reader,
    time,
    seed: readSeed(args.seed) ?? Math.floor(Math.random() * 1e9),
    startTill,
    till: {
      ...receiver,
      product: args.product,
      // A reported scenario omits defaults.
      settings: { ...settings, ...(deadline !== defaultDeadline && { answerDeadline: deadline }) },
    },
    sources: scenarios.map((each) => ({ scenario: each, values: each.values })),
    releases: readReleases(args.release),
  };
}

/** The till's default, in milliseconds. */
const defaultDeadline = 10_000;

async function exploreOnce(options: ExploreOptions) {
  const { seed } = options;
  const silence = await findFirstFailure(options);
  if (silence.length > 0) return { seed, stopped: silence };
  const { walks, events, lacking, open, found } = await exploreReceiver(options);
  if (events.size > 0 && [...events.keys()].every((event) => lacking.includes(event)))
    return { seed, stopped: ["The receiver says that it handles none of these events. Is the URL right?"] };
  return {
    seed,
    walks,
    /** Sent events, most frequent first. Counts how often the receiver rejected each in the vendor's format. */
    events: [...events].map(([event, counts]) => ({ event, ...counts })).sort((a, b) => b.sent - a.sent),
    /** Events that the receiver says it does not handle. */
    lacking,
    /** Payments and polls that no answer had ended when a walk ended. `sent` is the largest number of one walk. */
    open,
    failures: found.map(({ flaw, yaml, messages, reply }) => ({
      /** The same for every case of the same failure. */
      name: flaw,
      /** In YAML. Reproduces the failure. */
      scenario: yaml,
      /** The problems of a rerun, in sentences. Empty if it did not fail again. */
      messages,
      failsAgain: messages.length > 0,
      /** Null if there was no answer, or if the answer is not the problem. */
      status: reply?.status ?? null,
      answer: reply?.body ?? null,
    })),
  };
}

/**
 * Sends one plain event, because nothing else can work if that fails. Returns the reasons for a failure, or none
 * if a receiver answers.
 */
async function findFirstFailure({ contract, reader, till, startTill }: ExploreOptions) {
  const read = reader.readValue({ steps: [{ [contract.model.startWith[0] ?? ""]: null }] }, "");
  const { steps } = await playAtNewTill(
    requireSuccess(read).value,
    { ...till, clock: "virtual" },
    { contract, startTill },
  );
  return steps
    .filter(({ outcome, exchanges }) => outcome === "failed" && !exchanges.every(isUnknownEvent))
    .flatMap(({ failures }) => failures.map(({ message }) => message));
}

/** Formats YAML that `simulate` reads. Everything but the scenarios is in comments. */
export function formatExploration(
  outcome: ExploreJson,
  args: Pick<Args<"explore">, "url" | "subscription" | "secretEnv">,
): string {
  const where = formatOptions(["url", "subscription", "secretEnv"], args);
  if ("stopped" in outcome) {
    const lines = [...outcome.stopped, "Nothing was explored. To find out more, run:"];
    return formatComment(lines, `mplus-codegen doctor ${where}`);
  }
  const { seed, walks, events, lacking, open, failures } = outcome;
  const lines = [
    `Seed ${seed}: ${walks} walks.`,
    `Sent: ${events.map(({ event, sent }) => `${event} ${sent}`).join(", ")}.`,
    ...events.flatMap((row) =>
      row.notTaken > 0 ? `Rejected in the vendor's format: ${row.event} ${row.notTaken}.` : [],
    ),
    ...(lacking.length > 0 ? [`Not handled by the receiver: ${lacking.join(", ")}.`] : []),
    ...open.map(describeOpen),
  ];
  const none = open.some(({ isAnswered }) => isAnswered)
    ? "No failures, but not every payment and poll came to an end."
    : "No failures.";
  if (failures.length === 0) return formatComment([...lines, none]);
  const again = `mplus-codegen simulate found.yaml ${where}`;
  const count = `Failures: ${failures.length}. To rerun them, save this as found.yaml and run:`;
  const scenarios = failures.map(({ scenario, messages, status, answer, failsAgain }) => {
    const body = toVisibleLine(truncate(answer ?? "", 200)) || "no body";
    const reply = status === null ? [] : [`Answer with status ${status}: ${body}`];
    return `${formatComment(failsAgain ? [...messages, ...reply] : [didNotRepeat])}${scenario}`;
  });
  return [formatComment([...lines, count], again), ...scenarios].join("---\n");
}

function describeOpen({ kind, event, walks, sent, isAnswered }: ExploreResult["open"][number]): string {
  const where = `A ${kind} was still open at the end of ${formatCount(walks, "walk")}`;
  if (sent === 0) return `${where}, before the first ${event}. Explore longer with --for.`;
  const often = `${where}: ${event} was sent up to ${formatCount(sent, "time")}`;
  return isAnswered
    ? `${often}, and no answer ended it. Explore longer with --for, or check what the receiver answers to ${event}.`
    : `${often}, and every answer was empty. Ignore this if your shops do not send it.`;
}

const formatCount = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;

const didNotRepeat = "This did not fail when it was run again. The receiver keeps state or depends on time.";

/** Wraps the comment but not the command, because users copy it. */
const formatComment = (lines: readonly string[], call?: string): string =>
  [...lines.flatMap((line) => wrapText(line, 110)), ...(call === undefined ? [] : [`  ${call}`])]
    .map((line) => `# ${showInvisible(line)}\n`)
    .join("");
