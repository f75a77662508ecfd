import { isDeepStrictEqual } from "node:util";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { plain } from "../../pages/blocks/text.js";
import { bullets, codeBlock, nestedBullets } from "../../pages/blocks/builders.js";
import { getOwn, type JsonObject } from "../../base/json.js";
import { findProduct } from "../../contract/examples/shop-samples.js";
import { listConsequences, type Consequences } from "../../till/engine/consequences.js";
import { printExchange } from "../../till/report/exchange-blocks.js";
import { listRemarks, reportExchange, type ReportContext } from "../../till/report/exchange-report.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, Scenario } from "../../till/scenario/scenario.js";
import { truncate } from "../../base/text/quote.js";
import { formatCurl } from "../../till/engine/format-curl.js";
import { maskSecret } from "../../till/engine/signature.js";
import type { Exchange } from "../../till/engine/till-types.js";
import type { Args } from "../options/commands.js";
import { readReceiver, readReleases } from "../inputs/receiver.js";
import { loadTill } from "../inputs/till-contract.js";
import { throwUsageProblem } from "../call-error.js";
import type { CommandResult } from "../command-result.js";
import type { CommandContext } from "../terminal/terminal.js";
import { makeParts } from "./send/event-parts.js";

export async function send(
  args: Args<"send">,
  { environment }: CommandContext,
): Promise<CommandResult<SendJson>> {
  const { deadline, ...receiver } = readReceiver(args, environment);
  const { contract, startTill } = loadTill(args.additions);
  // Nothing is sent if any release has a problem.
  const requests = readReleases(args.release).map((release) => ({
    release,
    parts: makeParts(args, release, contract),
  }));
  const sent: SentReport[] = [];
  const calls: string[] = [];
  const notSent: NotSent[] = [];
  for (const { release, parts } of requests) {
    const options = {
      ...receiver,
      release,
      product: args.product ?? findProduct(args.event, contract.model)?.id,
      fetch: args.curl ? sendNothing : undefined,
    };
    const result = await playAtNewTill(createScenario(args.event, parts, deadline), options, {
      contract,
      startTill,
    });
    const [step] = result.steps;
    const [exchange] = step?.exchanges ?? [];
    if (exchange) {
      calls.push(formatCurl(exchange, args.secretEnv));
      const till = { subscription: receiver.subscription, release: result.release };
      const context = { contract, secret: receiver.secret, till, complaint: step?.complaint };
      sent.push(hideSecret(describeSent(exchange, result, context), receiver.secret));
    } else
      notSent.push({ release: result.release, reason: result.reason ?? step?.failures[0]?.message ?? "" });
  }
  if (sent.length === 0) throwUsageProblem(notSent[0]?.reason ?? "");
  if (!args.curl)
    return {
      report: () => [...sent.flatMap(printSent), ...reportNotSent(notSent)],
      json: () => ({ events: sent.map(({ json }) => json), notSent }),
      fails: sent.some(({ json }) => !json.taken),
    };
  return {
    report: () => calls.join("\n"),
    json: () => ({ calls, notSent }),
    note: () => printForTerminal(reportNotSent(notSent)),
  };
}

/** The sent events in order, or with `--curl` the commands that would send them. */
export type SendJson = (
  { readonly events: readonly SentReport["json"][] } | { readonly calls: readonly string[] }
) & {
  readonly notSent: readonly NotSent[];
};

interface NotSent {
  readonly release: string;
  readonly reason: string;
}

/** A till only judges answers to blocking events. */
const createScenario = (event: string, parts: JsonObject, answerDeadline: number): Scenario => ({
  name: "sending",
  file: "send",
  values: {},
  isCut: true,
  events: { [event]: { blocking: true } },
  settings: { answerDeadline },
  steps: [{ title: event, action: { kind: "event", event, parts } }],
});

/** With `--curl`, this replaces the network. */
const sendNothing = (): Promise<Response> => Promise.reject(new Error("Nothing is sent."));

type SentReport = ReturnType<typeof describeSent>;

function describeSent(
  exchange: Exchange,
  { release, session, pending }: ScenarioResult,
  context: ReportContext,
) {
  const { event, at, url, request, reply, result, verdict, unused, notes } = exchange;
  const report = reportExchange(exchange, context);
  const before = { sessionId: session.sessionId, ...Object(request["session"]) } as JsonObject;
  const isSame = (name: string, value: unknown): boolean =>
    isDeepStrictEqual(value, getOwn(before, name)) ||
    (!Object.hasOwn(before, name) && emptyParts.includes(JSON.stringify(value)));
  const changed = Object.fromEntries(Object.entries(session).filter(([name, value]) => !isSame(name, value)));
  const next = pending.map((each) => ({ event: each.event, after: each.at - at }));
  const json = {
    event,
    /** In milliseconds since the till started, like `at` of pending events. */
    at,
    url,
    release,
    status: reply?.status ?? null,
    /** In milliseconds. */
    duration: result?.duration ?? 0,
    answer: reply?.body ?? null,
    taken: verdict.kind === "taken",
    says: report.outcome.says,
    /** What the report prints below the exchange. */
    remarks: listRemarks(report),
    complaint: context.complaint ?? null,
    verdict,
    unused,
    notes,
    /** The parts of the sale that the answer changed. */
    effects: changed,
    pending,
  };
  return { json, report, consequences: { changed, next } as Consequences };
}

const hideSecret = (sent: SentReport, secret: string): SentReport =>
  JSON.parse(maskSecret(JSON.stringify(sent), secret)) as SentReport;

/** As JSON. A request may omit a property of a new sale that has one of these values. */
const emptyParts: readonly string[] = ["[]", "{}", "false"];

function printSent({ json, report, consequences }: SentReport): readonly ReportBlock[] {
  const answer = truncate((json.answer ?? "").trimEnd(), maxShown);
  const does = json.taken ? listConsequences(json.event, consequences) : [];
  return [
    ...printExchange({ report, more: [`POST ${json.url}`] }),
    ...(answer === "" ? [] : [codeBlock("json", answer)]),
    ...(does.length === 0
      ? []
      : nestedBullets([{ text: plain("What the till does:"), items: does.map(plain) }])),
  ];
}

/** In characters. Longer answers are cut. */
const maxShown = 2000;

const reportNotSent = (unsent: readonly NotSent[]): readonly ReportBlock[] =>
  bullets(unsent.map(({ release, reason }) => plain(`Not sent by a v${release} till: ${reason}`)));
