import type { SentEvent } from "../../doctor/send-event.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import type { Result } from "../json/results.js";
import type { Finding } from "../../till/api/till.js";

/** One event: what came back, what a till does with it, and what to change. */
export function formatSent(sent: SentEvent): string {
  const { exchange, glimpse, release } = sent;
  const told = [
    `${exchange.event} to ${glimpse.sent.url}, as a till of v${release} sends it`,
    ...exchange.leftOut.map(({ path, message }) => `  without ${path}: ${message}`),
    describeReply(sent),
    "",
    ...formatBody(exchange.reply?.body ?? ""),
  ];
  return `${[...told.map(showInvisible), ...describeOutcome(sent)].join("\n")}\n`;
}

const describeReply = ({ glimpse: { result } }: SentEvent): string =>
  result.kind === "reply"
    ? `Status ${result.status}, in ${result.duration} ms`
    : `No answer, after ${result.duration} ms`;

/** In characters: more of a body helps nobody. */
const longest = 2000;

function formatBody(body: string): readonly string[] {
  if (body.trim() === "") return [];
  const lines = body.slice(0, longest).trimEnd().split(/\r?\n/);
  return [...lines, ...(body.length > longest ? ["…"] : []), ""];
}

function describeOutcome({ isTaken, complaint, effects, pending, exchange }: SentEvent): readonly string[] {
  const advice = complaint
    ? [complaint.message, `What to change: ${complaint.change}`].map(showInvisible)
    : [];
  if (!isTaken)
    return [
      paint("error", "A till cannot use it."),
      ...advice,
      ...describeFindings(exchange.verdict).map(showInvisible),
    ];
  const parts = Object.entries(effects).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  const next = pending.map(
    ({ event, at }) =>
      `  then ${event}${event === exchange.event ? " again" : ""}, ${at - exchange.at} ms later`,
  );
  return [
    ...exchange.unused.map(({ path, message }) => showInvisible(`Not used, ${path}: ${message}`)),
    `${paint("good", "As far as is known, a till takes this answer")}${parts.length + next.length > 0 ? ". Then:" : ", and has nothing to do."}`,
    ...[...parts, ...next].map(showInvisible),
    ...(complaint ? ["", paint("warning", "Another till may mind:"), ...advice] : []),
  ];
}

/** All that is wrong, where that is more than one thing. */
function describeFindings(verdict: SentEvent["exchange"]["verdict"]): readonly string[] {
  const findings: readonly Finding[] = "findings" in verdict ? verdict.findings : [];
  if (findings.length < 2) return [];
  return ["All of it:", ...findings.map(({ path = "", message }) => `  ${path} ${message}`)];
}

/** Many events: how many went which way, and how long answers took. */
export function formatSummary(sent: readonly SentEvent[]): string {
  const groups = new Map<string, number>();
  for (const each of sent) {
    const outcome = paint(each.isTaken ? "good" : "error", describeShortly(each));
    const words = `v${each.release}, ${describeStatus(each)}: ${outcome}`;
    groups.set(words, (groups.get(words) ?? 0) + 1);
  }
  const lines = [
    showInvisible(
      `${sent.length} events to ${sent[0]?.glimpse.sent.url ?? ""}, one after another, each in a sale of its own`,
    ),
    ...[...groups].map(([words, count]) => `  ${count} × ${words}`),
    describeDurations(sent.map(({ glimpse }) => glimpse.result.duration)),
  ];
  return `${lines.join("\n")}\n`;
}

const describeStatus = ({ glimpse: { result } }: SentEvent): string =>
  result.kind === "reply" ? `status ${result.status}` : "no answer";

const describeShortly = ({ isTaken, complaint }: SentEvent): string =>
  isTaken ? "taken" : (complaint?.message ?? "a till cannot use it");

function describeDurations(durations: readonly number[]): string {
  const sorted = durations.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor((sorted.length - 1) * part)] ?? 0;
  return `It took ${at(0)} ms at least, ${at(0.5)} ms in the middle, ${at(1)} ms at most.`;
}

/** An event that a till of a release does not send. */
export interface UnsentEvent {
  readonly release: string;
  readonly reason: string;
}

/** Which releases had nothing to send, a line each. */
export const formatUnsent = (unsent: readonly UnsentEvent[]): string =>
  unsent
    .map(({ release, reason }) => `Not sent by a till of v${release}: ${showInvisible(reason)}\n`)
    .join("");

/** The same for programs. */
export const sentToJson = (sent: readonly SentEvent[], notSent: readonly UnsentEvent[]): Result<"send"> => ({
  events: sent.map(toJson),
  notSent,
});

const toJson = ({ exchange, glimpse, release, isTaken, complaint, effects, pending }: SentEvent) => ({
  event: exchange.event,
  url: glimpse.sent.url,
  release,
  status: glimpse.result.kind === "reply" ? glimpse.result.status : null,
  duration: glimpse.result.duration,
  answer: exchange.reply?.body ?? null,
  taken: isTaken,
  complaint: complaint ?? null,
  verdict: exchange.verdict,
  leftOut: exchange.leftOut,
  unused: exchange.unused,
  effects,
  pending,
});
