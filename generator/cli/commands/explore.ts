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
import { formatGiven } from "../options/options.js";
import { readReceiver, readSeed } from "../receiver.js";
import { ensure, joinOutcomes, need, type Told } from "../report/ending.js";
import type { Result } from "../results.js";
import { listBuiltIn, readSources } from "../scenarios.js";
import { untilInterrupted, type Surroundings } from "../terminal.js";

/** `explore`: takes random walks at tills on this machine, and shows by small scenarios what a receiver may not answer. */
export async function explore(args: Args<"explore">, around: Surroundings): Promise<Told<Result<"explore">>> {
  around.terminal.progress("reading the contract");
  const read = readOptions(args, around);
  const explored = await untilInterrupted(async (signal): Promise<Explored> => {
    const options = { ...read, till: { ...read.till, signal } };
    const { seed } = options;
    const silence = await findSilence(options);
    if (silence.length > 0) return { seed, stopped: silence };
    const exploration = await exploreReceiver(options);
    const { events, lacking } = exploration;
    const isNobody = events.size > 0 && [...events.keys()].every((event) => lacking.includes(event));
    return isNobody ? { seed, stopped: [describeNobody] } : { seed, ...exploration };
  });
  return {
    report: () => formatExploration(explored, args),
    json: () => explorationToJson(explored),
    fails: "stopped" in explored || explored.found.length > 0,
  };
}

const describeNobody = "The receiver says of each event that it does not have it: is the URL right?";

/** What the call asks for. */
function readOptions(args: Args<"explore">, { terminal, environment }: Surroundings): ExploreOptions {
  const [contract, reader] = [readTillContract(), getScenarioReader()];
  const scenario = args.scenario.length > 0 ? args.scenario : listBuiltIn();
  const { value } = need(
    joinOutcomes([
      readReceiver(args, environment),
      readTime(args.for),
      readSources({ ...args, scenario }, reader),
      readSeed(args.seed),
    ]),
  );
  const [{ deadline, ...where }, time, sources, seed = Math.floor(Math.random() * 1e9)] = value;
  const isUsual = args.product === contract.model.products[0]?.id;
  return {
    contract,
    reader,
    time,
    seed,
    startTill: startOwnTill,
    progress: terminal.progress,
    till: {
      ...where,
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
async function findSilence({
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
type Explored = { readonly seed: number } & (ExploreResult | { readonly stopped: readonly string[] });

/** What was found, as YAML that `simulate` reads: scenarios, and all else in comments. */
function formatExploration(explored: Explored, args: Args<"explore">): string {
  const where = formatGiven(["url", "subscription", "secretEnv"], args);
  if ("stopped" in explored) {
    const lines = [...explored.stopped, "Nothing was explored. To look closer:"];
    return formatComment(lines, `mplus-codegen doctor ${where}`);
  }
  const { found } = explored;
  const lines = describeExploration(explored);
  if (found.length === 0) return formatComment([...lines, "Nothing failed."]);
  const count = found.length === 1 ? "1 failure" : `${found.length} failures`;
  const again = `mplus-codegen simulate found.yaml ${where}`;
  const head = formatComment([...lines, `${count}. Save this as found.yaml to play it again:`], again);
  return [head, ...found.map(formatFound)].join("---\n");
}

function describeExploration({ seed, walks, events, lacking }: ExploreResult & Explored): readonly string[] {
  const rows = listEvents(events);
  const requests = rows.reduce((sum, { sent }) => sum + sent, 0);
  const refused = rows.filter(({ notTaken }) => notTaken > 0).map((row) => `${row.event} ${row.notTaken}`);
  return [
    `Seed ${seed}: ${walks} walks, ${requests} requests.`,
    `Sent: ${rows.map(({ event, sent }) => `${event} ${sent}`).join(", ")}.`,
    ...(refused.length > 0 ? [`Not taken, which a receiver may say: ${refused.join(", ")}.`] : []),
    ...(lacking.length > 0 ? [`The receiver says that it does not have: ${lacking.join(", ")}.`] : []),
  ];
}

function formatFound({ yaml, messages, reply }: FoundFlaw): string {
  const said = reply
    ? [`The answer, with status ${reply.status}: ${toVisibleLine(reply.body.slice(0, 200)) || "no body"}`]
    : [];
  const flaky =
    "When this was played again, it did not fail: the receiver remembers something, or depends on time.";
  return `${formatComment(messages.length > 0 ? [...messages, ...said] : [flaky])}${yaml}`;
}

/** Lines of a comment; a call is not broken, as it is copied. */
const formatComment = (lines: readonly string[], call?: string): string =>
  [...lines.flatMap((line) => wrapText(line, 110)), ...(call === undefined ? [] : [`  ${call}`])]
    .map((line) => `# ${showInvisible(line)}\n`)
    .join("");

/** The events, the most frequent first. */
const listEvents = (events: ExploreResult["events"]) =>
  [...events].map(([event, counts]) => ({ event, ...counts })).sort((a, b) => b.sent - a.sent);

/** The same for a program. */
const explorationToJson = (explored: Explored) =>
  "stopped" in explored
    ? explored
    : {
        seed: explored.seed,
        walks: explored.walks,
        events: listEvents(explored.events),
        lacking: explored.lacking,
        failures: explored.found.map(({ flaw, yaml, messages, reply }) => ({
          name: flaw,
          scenario: yaml,
          messages,
          failsAgain: messages.length > 0,
          answer: reply?.body ?? null,
        })),
      };
