import type { ScenarioResult } from "../../scenario/play/result.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import type { Exchange } from "../../till/api/till.js";
import type { Result } from "../json/results.js";

/** One event: the answer, what a till does with it, and what to change. */
export function formatSent(result: ScenarioResult): string {
  const { exchange, duration } = getSent(result);
  const { event, url, leftOut, reply } = exchange;
  const told = [
    `${event} to ${url}, as a till of v${result.release} sends it`,
    ...leftOut.map(({ path, message }) => `  without ${path}: ${message}`),
    reply ? `Status ${reply.status}, in ${duration} ms` : `No answer, after ${duration} ms`,
    "",
    ...formatBody(reply?.body ?? ""),
  ];
  return `${[...told.map(showInvisible), ...describeOutcome(result)].join("\n")}\n`;
}

function getSent({ steps, session }: ScenarioResult) {
  const [step] = steps;
  const [exchange] = step?.exchanges ?? [];
  if (!exchange) throw new Error("The till sent nothing.");
  return {
    exchange,
    complaint: step?.complaint,
    duration: exchange.result?.duration ?? 0,
    effects: listEffects(session),
  };
}

/** The parts of a sale that are not as they are in a new one. */
const listEffects = (session: ScenarioResult["session"]): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(session).filter(
      ([name, value]) => name !== "sessionId" && !["[]", "{}", "false"].includes(JSON.stringify(value)),
    ),
  );

/** In characters: more of a body helps nobody. */
const maxShown = 2000;

function formatBody(body: string): readonly string[] {
  if (body.trim() === "") return [];
  const lines = body.slice(0, maxShown).trimEnd().split(/\r?\n/);
  return [...lines, ...(body.length > maxShown ? ["…"] : []), ""];
}

function describeOutcome(result: ScenarioResult): readonly string[] {
  const { exchange, complaint, effects } = getSent(result);
  const advice = complaint
    ? [complaint.message, `What to change: ${complaint.change}`].map(showInvisible)
    : [];
  if (exchange.verdict.kind !== "taken")
    return [paint("error", "A till cannot use it."), ...advice, ...describeFindings(exchange)];
  const parts = Object.entries(effects).map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  const next = result.pending.map(
    ({ event, at }) =>
      `  then ${event}${event === exchange.event ? " again" : ""}, ${at - exchange.at} ms later`,
  );
  return [
    ...exchange.unused.map(({ path, message }) => showInvisible(`Not used, ${path}: ${message}`)),
    ...exchange.notes.map(({ message }) => showInvisible(`Note: ${message}`)),
    `${paint("good", "As far as is known, a till takes this answer")}${parts.length + next.length > 0 ? ". Then:" : ", and has nothing to do."}`,
    ...[...parts, ...next].map(showInvisible),
    ...(complaint ? ["", paint("warning", "Another till may mind:"), ...advice] : []),
  ];
}

/** All that is wrong, where that is more than one thing. */
function describeFindings({ verdict }: Exchange): readonly string[] {
  const findings = "findings" in verdict ? verdict.findings : [];
  if (findings.length < 2) return [];
  return ["All of it:", ...findings.map(({ path = "", message }) => showInvisible(`  ${path} ${message}`))];
}

/** An event that a till of a release does not send. */
interface UnsentEvent {
  readonly release: string;
  readonly reason: string;
}

/** Which releases had nothing to send, a line each. */
export const formatUnsent = (unsent: readonly UnsentEvent[]): string =>
  unsent
    .map(({ release, reason }) => `Not sent by a till of v${release}: ${showInvisible(reason)}\n`)
    .join("");

/** The same for programs. */
export const sentToJson = (
  results: readonly ScenarioResult[],
  notSent: readonly UnsentEvent[],
): Result<"send"> => ({
  events: results.map((result) => {
    const { exchange, complaint = null, duration, effects } = getSent(result);
    const { event, url, reply, verdict, leftOut, unused, notes } = exchange;
    return {
      ...{ event, url, release: result.release, status: reply?.status ?? null, duration },
      ...{ answer: reply?.body ?? null, taken: verdict.kind === "taken", complaint, verdict },
      ...{ leftOut, unused, notes, effects, pending: result.pending },
    };
  }),
  notSent,
});
