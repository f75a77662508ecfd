import { isDeepStrictEqual } from "node:util";
import type { ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { hasContent, plain, styled, text, type Text } from "../../pages/blocks/text.js";
import { bullets, codeBlock, listItem, nestedBullets } from "../../pages/blocks/builders.js";
import { getOwn, type JsonObject } from "../../base/json.js";
import { findProduct } from "../../contract/examples/shop-samples.js";
import type { Complaint } from "../../till/doctor/diagnose.js";
import { playAtNewTill } from "../../till/scenario/play-at-new-till.js";
import type { ScenarioResult, Scenario } from "../../till/scenario/scenario.js";
import { truncate } from "../../base/text/quote.js";
import { formatCurl } from "../../till/engine/format-curl.js";
import { maskSecret } from "../../till/engine/signature.js";
import type { Exchange } from "../../till/engine/till.js";
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
  const sent: SentEvent[] = [];
  const calls: string[] = [];
  const notSent: NotSent[] = [];
  for (const { release, parts } of requests) {
    const options = {
      ...receiver,
      release,
      product: args.product ?? findProduct(args.event, contract.model)?.id,
      fetch: args.curl ? sendNothing : undefined,
    };
    const result = await playAtNewTill(createScenario(args.event, parts, deadline), options, startTill);
    const [step] = result.steps;
    const [exchange] = step?.exchanges ?? [];
    if (exchange) {
      calls.push(formatCurl(exchange, args.secretEnv));
      sent.push(hideSecret(toSentEvent(exchange, step?.complaint ?? null, result), receiver.secret));
    } else
      notSent.push({ release: result.release, reason: result.reason ?? step?.failures[0]?.message ?? "" });
  }
  if (sent.length === 0) throwUsageProblem(notSent[0]?.reason ?? "");
  if (!args.curl)
    return {
      report: () => [...sent.flatMap(reportSentEvent), ...reportNotSent(notSent)],
      json: () => ({ events: sent, notSent }),
      fails: sent.some(({ taken }) => !taken),
    };
  return {
    report: () => calls.join("\n"),
    json: () => ({ calls, notSent }),
    note: () => printForTerminal(reportNotSent(notSent)),
  };
}

/** The sent events in order, or with `--curl` the commands that would send them. */
export type SendJson = ({ readonly events: readonly SentEvent[] } | { readonly calls: readonly string[] }) & {
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

type SentEvent = ReturnType<typeof toSentEvent>;

function toSentEvent(
  exchange: Exchange,
  complaint: Complaint | null,
  { release, session, pending }: ScenarioResult,
) {
  const { event, at, url, request, reply, result, verdict, unused, notes } = exchange;
  const before = { sessionId: session.sessionId, ...Object(request["session"]) } as JsonObject;
  const isSame = (name: string, value: unknown): boolean =>
    isDeepStrictEqual(value, getOwn(before, name)) ||
    (!Object.hasOwn(before, name) && emptyParts.includes(JSON.stringify(value)));
  return {
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
    complaint,
    verdict,
    unused,
    notes,
    /** The parts of the sale that the answer changed. */
    effects: Object.fromEntries(Object.entries(session).filter(([name, value]) => !isSame(name, value))),
    pending,
  };
}

const hideSecret = (event: SentEvent, secret: string): SentEvent =>
  JSON.parse(maskSecret(JSON.stringify(event), secret)) as SentEvent;

/** As JSON. A request may omit a property of a new sale that has one of these values. */
const emptyParts: readonly string[] = ["[]", "{}", "false"];

function reportSentEvent(sent: SentEvent): readonly ReportBlock[] {
  const { event, url, release, status, duration, taken, complaint, verdict } = sent;
  const answer = truncate((sent.answer ?? "").trimEnd(), maxShown);
  const came = status === null ? `No answer, after ${duration} ms` : `Status ${status}, in ${duration} ms`;
  const head = {
    text: text`${styled("name", event)} to ${plain(url)}, from a v${release} till`,
    items: [],
    blocks: nestedBullets([listItem(plain(came), ...(answer === "" ? [] : [codeBlock("json", answer)]))]),
  };
  const advice = complaint ? [complaint.message, `What to change: ${complaint.change}`] : [];
  const findings = "findings" in verdict && verdict.findings.length > 1 ? verdict.findings : [];
  const entries: readonly (readonly [title: Text, lines: readonly string[]])[] = taken
    ? [
        [styled("good", "A real till should accept this answer."), listConsequences(sent)],
        [styled("warning", complaint ? "Another till may reject it:" : ""), advice],
      ]
    : [
        [styled("error", "A till cannot use this answer."), advice],
        ...findings.map(({ path = "", message }) => [plain(`${path} ${message}`), []] as const),
      ];
  const items = entries.map(([title, lines]) => ({ text: title, items: lines.map(plain) }));
  return [...nestedBullets([head]), ...nestedBullets(items.filter((item) => hasContent(item.text)))];
}

/** In characters. Longer answers are cut. */
const maxShown = 2000;

const listConsequences = ({ event, at, effects, pending, unused, notes }: SentEvent): readonly string[] => [
  ...Object.entries(effects).map(([name, value]) => `${name}: ${truncate(JSON.stringify(value), maxShown)}`),
  ...pending.map(
    (next) => `then ${next.event}${next.event === event ? " again" : ""}, ${next.at - at} ms later`,
  ),
  ...unused.map(({ path, message }) => `Ignored ${path}: ${message}`),
  ...notes.map(({ message }) => `Note: ${message}`),
];

const reportNotSent = (unsent: readonly NotSent[]): readonly ReportBlock[] =>
  bullets(unsent.map(({ release, reason }) => plain(`Not sent by a v${release} till: ${reason}`)));
