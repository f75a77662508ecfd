import { setTimeout as sleep } from "node:timers/promises";
import { toParagraph } from "../../pages/blocks/builders.js";
import { defined } from "../../contract/read/values.js";
import { formatDuration, formatValue, type Difference } from "../../till/scenario/scenario.js";
import { printExchange } from "../../till/report/exchange-blocks.js";
import {
  hold,
  listRemarks,
  patience,
  reportExchange,
  type ExchangeReport,
} from "../../till/report/exchange-report.js";
import { compareAnswers } from "../../till/traffic/compare.js";
import { createObserver } from "../../till/traffic/observe.js";
import {
  getLeastDuration,
  planReplay,
  sendAsPlanned,
  type PlannedRequest,
} from "../../till/traffic/plan-replay.js";
import { createRenewal } from "../../till/traffic/renew.js";
import { createResend } from "../../till/traffic/resend.js";
import type { SeenExchange } from "../../till/engine/seen-exchange.js";
import { throwUsageProblem } from "../call-error.js";
import { defaultSubscription, readReceiver, readShopReleases } from "../inputs/receiver.js";
import { readRecordingFile, type RecordedRequest } from "../inputs/recording-file.js";
import { loadTill } from "../inputs/till-contract.js";
import type { Args } from "../options/commands.js";
import { untilInterrupted, type CommandContext } from "../terminal/terminal.js";
import { saveScenarios } from "./replay/save-scenarios.js";
import { reportCodes } from "./replay/report-codes.js";

export function replay(args: Args<"replay">, context: CommandContext) {
  if (args.listCodes) return reportCodes(chooseRecords(args), loadTill(args.additions).contract);
  if (args.saveScenario !== undefined) return saveScenarios(args.saveScenario, chooseRecords(args), args);
  return resendRecords(args, context);
}

async function resendRecords(args: Args<"replay">, { environment, terminal }: CommandContext) {
  const { url, secret, deadline } = readReceiver(args, environment);
  const findRelease = readShopReleases(args.release);
  const records = chooseRecords(args);
  const { contract } = loadTill(args.additions);
  const observe = createObserver({ contract, secret, findRelease });
  const renew = args.renew
    ? createRenewal(contract.model, Date.now())
    : (_: string, request: string) => request;
  const plan = planReplay(
    records.map(({ record }) => record),
    contract.model,
  );
  terminal.announce(`Sending ${records.length} requests${describePace(plan)}. Press Ctrl-C to stop.`);
  const all = await untilInterrupted((signal) => {
    const resend = createResend({ url, secret, deadline, observe, signal });
    let isSilent = false;
    return sendAsPlanned(plan, {
      // If nobody answers the first request, nobody will answer the others.
      isOver: () => signal.aborted || isSilent,
      now: () => performance.now(),
      sleep: (time) => sleep(time, undefined, { signal }).catch(() => undefined),
      send: async (index): Promise<Replayed | undefined> => {
        const { record, request } = defined(records[index], "the plan is made of these");
        const subscription = args.subscription ?? record.subscription ?? defaultSubscription;
        const seen = await resend({ event: record.event, subscription, body: renew(record.event, request) });
        if (signal.aborted) return undefined;
        isSilent ||= index === 0 && !seen.reply;
        const differences = args.compare ? compareAnswers(record, seen) : [];
        return { seen, report: reportExchange(seen, { contract, secret }), differences };
      },
    });
  });
  const replayed = all.filter((each) => each !== undefined);
  const untaken = replayed.filter(({ seen }) => seen.verdict.kind !== "taken");
  // With --compare, an answer that was already wrong in the recording does not fail.
  const failed = args.compare ? replayed.filter(({ differences }) => differences.length > 0) : untaken;
  const left = records.length - replayed.length;
  const slow = replayed.filter(({ report }) => report.facts.isSlow).length;
  const counts = [
    `Sent: ${replayed.length}.`,
    `Accepted by a till: ${replayed.length - untaken.length}.`,
    ...(args.compare ? [`Answered as recorded: ${replayed.length - failed.length}.`] : []),
    ...(slow > 0
      ? [`Slower than ${patience / 1000} s, or ${(patience + hold) / 1000} s for a poll: ${slow}.`]
      : []),
    ...(left > 0 ? [`Not sent: ${left}.`] : []),
  ];
  return {
    report: () => [
      ...failed.flatMap(({ seen: { at }, report, differences }) =>
        printExchange({ report, at, more: differences.map(describeDifference) }),
      ),
      ...toParagraph(counts.join(" ")),
    ],
    json: () => ({ exchanges: replayed.map(replayedToJson), notSent: left }),
    fails: failed.length > 0 || left > 0,
  };
}

export type ReplayJson = ReturnType<Awaited<ReturnType<typeof replay>>["json"]>;

function describePace(plan: readonly PlannedRequest[]): string {
  const least = getLeastDuration(plan);
  return least < patience
    ? ""
    : `, which takes ${formatDuration(Math.ceil(least / 1000) * 1000)}: payments and polls keep their recorded pace`;
}

interface Replayed {
  readonly seen: SeenExchange;
  readonly report: ExchangeReport;
  readonly differences: readonly Difference[];
}

const replayedToJson = ({ seen: { result, ...seen }, report, differences }: Replayed) => ({
  ...seen,
  duration: result?.duration ?? 0,
  slow: report.facts.isSlow,
  says: report.outcome.says,
  /** What the report prints below the exchange. */
  remarks: listRemarks(report),
  differences,
});

const describeDifference = ({ path, expected, seen }: Difference): string =>
  `${path}: recorded ${formatValue(expected, maxValue)}, now ${formatValue(seen, maxValue)}`;

/** In characters. */
const maxValue = 80;

/** In the order of their times. Checks every line before any request is sent. */
function chooseRecords({ file, only }: Args<"replay">): readonly RecordedRequest[] {
  const records = readRecordingFile(file);
  const events = [...new Set(records.map(({ record }) => record.event))];
  const wanted = records.filter(({ record }) => only.length === 0 || only.includes(record.event));
  if (wanted.length === 0)
    throwUsageProblem(`${file} has no matching requests.`, `It contains: ${events.join(", ") || "nothing"}.`);
  return wanted.toSorted((a, b) => (a.record.at ?? 0) - (b.record.at ?? 0));
}
