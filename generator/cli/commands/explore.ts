import { exploreReceiver, type ExploreOptions } from "../../till/explore/explore.js";
import { isUnknownEvent } from "../../till/explore/walk.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import { getScenarioReader } from "../../till/scenario/read-scenarios.js";
import { parseDuration } from "../../till/scenario/scenario.js";
import { quote, showInvisible, toVisibleLine } from "../../base/text/quote.js";
import { wrapText } from "../../base/text/words.js";
import { readTillContract, startOwnTill } from "../../till/engine/start-till.js";
import type { Args } from "../options/commands.js";
import { formatOptions } from "../options/options.js";
import { readReceiver, readReleases, readSeed } from "../inputs/receiver.js";
import { ensure, joinOutcomes, requireSuccess } from "../call-error.js";
import { listBuiltInScenarios, readScenarios } from "../inputs/scenarios.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";

/** `explore`: takes random walks at tills on this machine, and shows what fails as small scenarios. */
export async function explore(args: Args<"explore">, context: CommandContext) {
  const read = readExploreOptions(args, context);
  context.terminal.announce(`Exploring for ${read.time / 1000} s. Ctrl-C ends it.`);
  const outcome = await untilInterrupted((signal) =>
    exploreOnce({ ...read, till: { ...read.till, signal } }),
  );
  return {
    report: () => formatExploration(outcome, args),
    json: () => outcome,
    fails: "stopped" in outcome || outcome.failures.length > 0,
  };
}

/** What a receiver may not answer, found by walks; or why nothing was explored. */
export type ExploreJson = Awaited<ReturnType<typeof exploreOnce>>;

function readExploreOptions(args: Args<"explore">, { environment }: CommandContext): ExploreOptions {
  const contract = readTillContract();
  const scenario = args.scenario.length > 0 ? args.scenario : listBuiltInScenarios();
  const time = parseDuration(args.for) ?? 0;
  const isRight = time >= 1000 && time <= 24 * 3_600_000;
  const { value } = requireSuccess(
    joinOutcomes([
      readReceiver(args, environment),
      ensure(time, isRight, `--for ${quote(args.for)} is not a time of up to a day: 90s, 5m or 1h.`),
      readScenarios({ ...args, scenario }),
      readReleases(args.release),
      readSeed(args.seed),
    ]),
  );
  const [{ deadline, ...receiver }, , scenarios, releases, seed = Math.floor(Math.random() * 1e9)] = value;
  // A scenario that is found does not mention what is the default.
  const isUsual = args.product === contract.model.products[0]?.id;
  return {
    contract,
    reader: getScenarioReader(),
    time,
    seed,
    startTill: startOwnTill,
    till: {
      ...receiver,
      product: isUsual ? undefined : args.product,
      settings: deadline === defaultDeadline ? {} : { answerDeadline: deadline },
    },
    sources: scenarios.map((each) => ({ scenario: each, values: each.values })),
    releases,
  };
}

/** In milliseconds: the till's own. */
const defaultDeadline = 10_000;

async function exploreOnce(options: ExploreOptions) {
  const { seed } = options;
  const silence = await findFirstFailure(options);
  if (silence.length > 0) return { seed, stopped: silence };
  const { walks, events, lacking, found } = await exploreReceiver(options);
  if (events.size > 0 && [...events.keys()].every((event) => lacking.includes(event)))
    return { seed, stopped: ["The receiver says of each event that it does not have it: is the URL right?"] };
  return {
    /** Decides the walks. */
    seed,
    walks,
    /** The events that were sent, the most frequent first, and how often the receiver refused each in the vendor's format. */
    events: [...events].map(([event, counts]) => ({ event, ...counts })).sort((a, b) => b.sent - a.sent),
    /** The events that the receiver says it does not have. */
    lacking,
    failures: found.map(({ flaw, yaml, messages, reply }) => ({
      /** What went wrong, in a few words. The same for the same failure. */
      name: flaw,
      /** A scenario that shows it, in YAML. */
      scenario: yaml,
      /** What went wrong when the scenario was played again, in sentences; none if it did not fail again. */
      messages,
      failsAgain: messages.length > 0,
      /** The status and the body of the answer; null if there was none, or it is not the answer that is wrong. */
      status: reply?.status ?? null,
      answer: reply?.body ?? null,
    })),
  };
}

/** Sends one plain event: if that fails, nothing else need be tried. Returns why, in sentences; none if somebody answers. */
async function findFirstFailure({ contract, reader, till, startTill }: ExploreOptions) {
  const read = reader.readValue({ steps: [{ [contract.model.startWith[0] ?? ""]: null }] }, "");
  const { steps } = await playAtNewTill(requireSuccess(read).value, { ...till, clock: "virtual" }, startTill);
  return steps
    .filter(({ outcome, exchanges }) => outcome === "failed" && !exchanges.every(isUnknownEvent))
    .flatMap(({ failures }) => failures.map(({ message }) => message));
}

/** What was found, as YAML that `simulate` reads: scenarios, and everything else in comments. */
function formatExploration(outcome: ExploreJson, args: Args<"explore">): string {
  const where = formatOptions(["url", "subscription", "secretEnv"], args);
  if ("stopped" in outcome) {
    const lines = [...outcome.stopped, "Nothing was explored. To look closer:"];
    return formatComment(lines, `mplus-codegen doctor ${where}`);
  }
  const { seed, walks, events, lacking, failures } = outcome;
  const lines = [
    `Seed ${seed}: ${walks} walks.`,
    `Sent: ${events.map(({ event, sent }) => `${event} ${sent}`).join(", ")}.`,
    ...events.flatMap((row) =>
      row.notTaken > 0 ? `Refused in the vendor's format: ${row.event} ${row.notTaken}.` : [],
    ),
    ...(lacking.length > 0 ? [`The receiver does not have: ${lacking.join(", ")}.`] : []),
  ];
  if (failures.length === 0) return formatComment([...lines, "Nothing failed."]);
  const again = `mplus-codegen simulate found.yaml ${where}`;
  const count = `Failures: ${failures.length}. Save this as found.yaml to play it again:`;
  const scenarios = failures.map(({ scenario, messages, status, answer, failsAgain }) => {
    const body = toVisibleLine((answer ?? "").slice(0, 200)) || "no body";
    const reply = status === null ? [] : [`The answer, with status ${status}: ${body}`];
    return `${formatComment(failsAgain ? [...messages, ...reply] : [didNotRepeat])}${scenario}`;
  });
  return [formatComment([...lines, count], again), ...scenarios].join("---\n");
}

const didNotRepeat =
  "When this was played again, it did not fail: the receiver remembers something, or depends on time.";

/** Lines of a comment; a call is not broken, as it is copied. */
const formatComment = (lines: readonly string[], call?: string): string =>
  [...lines.flatMap((line) => wrapText(line, 110)), ...(call === undefined ? [] : [`  ${call}`])]
    .map((line) => `# ${showInvisible(line)}\n`)
    .join("");
