import { explore as exploreReceiver, type ExploreOptions } from "../../explore/explore.js";
import { isUnknownEvent } from "../../explore/flaw.js";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { playAtNewTill } from "../../scenario/play/play-at-new-till.js";
import { getScenarioReader } from "../../scenario/read/read-scenarios.js";
import { quote } from "../../text/quote.js";
import { readTillContract } from "../../till/running/contract.js";
import { startOwnTill } from "../../till/running/start.js";
import { TillError } from "../../till/values/error.js";
import type { Result } from "../results.js";
import type { Args } from "../options/commands.js";
import { readReceiver } from "../receiver.js";
import { jsonEnding, problemEnding, successEnding, type Ending } from "../report/ending.js";
import { explorationToJson, formatExploration, type Explored } from "../report/explore.js";
import { readCall } from "../scenario-call.js";
import { listBuiltIn } from "../scenario-files.js";
import { type Surroundings, untilInterrupted } from "../terminal.js";

/** `explore`: takes random walks at tills on this machine, and shows by small scenarios what a receiver may not answer. */
export async function explore(args: Args<"explore">, around: Surroundings): Promise<Ending> {
  const { terminal } = around;
  terminal.progress("reading the contract");
  const contract = readTillContract();
  const reader = getScenarioReader();
  const read = readOptions(args, around, {
    contract,
    startTill: startOwnTill,
    reader,
    tell: terminal.progress,
  });
  if (!read.ok) return problemEnding(read.problems, args.json);
  try {
    const explored = await untilInterrupted(async (signal): Promise<Explored> => {
      const options = { ...read.value, till: { ...read.value.till, signal } };
      const { seed } = options;
      const silence = await findSilence(options);
      if (silence.length > 0) return { seed, stopped: silence };
      const exploration = await exploreReceiver(options);
      const { events, lacking } = exploration;
      const isNobody = events.size > 0 && [...events.keys()].every((event) => lacking.includes(event));
      return isNobody ? { seed, stopped: [describeNobody] } : { seed, ...exploration };
    });
    const ending = args.json
      ? jsonEnding(explorationToJson(explored) satisfies Result<"explore">)
      : successEnding(formatExploration(explored, args));
    return "stopped" in explored || explored.found.length > 0 ? { ...ending, code: 1 } : ending;
  } catch (error) {
    if (!(error instanceof TillError)) throw error;
    return problemEnding([reportUsage(error.message)], args.json);
  }
}

const describeNobody = "The receiver says of each event that it does not have it: is the URL right?";

/** What the call asks for, or what is wrong with it. */
function readOptions(
  args: Args<"explore">,
  { environment }: Surroundings,
  tools: Pick<ExploreOptions, "contract" | "startTill" | "reader" | "tell">,
): Outcome<ExploreOptions> {
  const receiver = readReceiver(args, environment);
  const time = readTime(args.for);
  const scenario = args.scenario.length > 0 ? args.scenario : listBuiltIn();
  const asked = { ...args, scenario, clock: "virtual", junit: undefined, timeout: "60" } as const;
  const call = readCall(asked, tools.reader, environment);
  if (!receiver.ok || !time.ok || !call.ok)
    return failure([receiver, time, call].flatMap((each) => (each.ok ? [] : each.problems)));
  const { deadline, ...where } = receiver.value;
  const isUsual = args.product === tools.contract.model.products[0]?.id;
  const sources = call.value.map(({ scenario: each, options }) => ({
    scenario: each,
    values: { ...each.values, ...options.values },
  }));
  return success({
    ...tools,
    till: {
      ...where,
      product: isUsual ? undefined : args.product,
      settings: deadline === defaultDeadline ? {} : { answerDeadline: deadline },
    },
    sources: [...new Map(sources.map((each) => [each.scenario, each])).values()],
    releases: args.release.length > 0 ? args.release : [undefined],
    seed: Number(args.seed ?? Math.floor(Math.random() * 1e9)),
    time: time.value,
  });
}

/** In milliseconds: the till's own, which no scenario need say. */
const defaultDeadline = 10_000;

/** In milliseconds. */
function readTime(text: string): Outcome<number> {
  const [, count = "", unit = ""] = /^(\d+)([smh])$/.exec(text) ?? [];
  const time = Number(count) * ({ s: 1000, m: 60_000, h: 3_600_000 }[unit] ?? 0);
  return time > 0 && time <= 24 * 3_600_000
    ? success(time)
    : failure([reportUsage(`--for ${quote(text)} is not a time of up to a day: 90s, 5m or 1h.`)]);
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
  const { settings: _, ...where } = till;
  const result = await playAtNewTill(read.value, { ...where, clock: "virtual" }, startTill);
  const failed = result.steps.filter(
    ({ outcome, exchanges }) => outcome === "failed" && !exchanges.every(isUnknownEvent),
  );
  return failed.flatMap(({ failures }) => failures.map(({ message }) => message));
}

const reportUsage = (message: string) => report("usage", { message, hint: undefined });
