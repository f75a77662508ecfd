import type { Complaint } from "../../doctor/diagnose.js";
import { isObject, parseJson, type Json, type JsonObject } from "../../json.js";
import { quote } from "../../text/quote.js";
import type { Exchange, Finding, PendingEvent, TillSession, Verdict } from "../../till/api/till.js";
import type { Failure } from "../play/result.js";
import { formatDuration } from "../read/duration.js";
import { findDifferences, findLacking, type Difference } from "./compare.js";

/** The expectation of a step, with all references filled in. */
export interface Expectation {
  readonly expect?: JsonObject | undefined;
  readonly exactly?: Json | undefined;
}

/** What happened in a step. */
export interface Seen {
  /** What the step is about; undefined if nothing was sent. */
  readonly exchange: Exchange | undefined;
  /** All that the till sent in the step. */
  readonly exchanges: readonly Exchange[];
  readonly session: TillSession;
  /** What the till would send next by itself. */
  readonly pending: readonly PendingEvent[];
  /** What the till sent last, in this step or before. */
  readonly latest: Exchange | undefined;
  /** What the receiver logged meanwhile; undefined where that is not known. */
  readonly log: readonly string[] | undefined;
}

/**
 * Everything that is not as it should be: what is expected, and what is held without being written. The complaint names what
 * is wrong with the server where an answer is not taken.
 */
export function judgeStep(
  { expect = {}, exactly }: Expectation,
  seen: Seen,
  complaint?: Complaint,
): readonly Failure[] {
  const { session, log } = expect;
  const wanted = findExpectedVerdict(expect);
  const answer = Object.fromEntries(Object.entries(expect).filter(([name]) => !heldNames.includes(name)));
  const { exchange } = seen;
  const others = seen.exchanges
    .filter((each) => each !== exchange)
    .flatMap((each) => judgeExchange(each, undefined, complaint));
  if (!exchange) {
    const isNeeded = wanted !== undefined || exactly !== undefined || Object.keys(answer).length > 0;
    return [
      ...others,
      ...(isNeeded ? [toFailure(explainSilentTill(seen))] : []),
      ...judgeSession(session, seen),
    ];
  }
  const misjudged = judgeExchange(exchange, wanted, complaint);
  // What is in an answer that is not taken, and what became of the sale, follows from that.
  if (misjudged.length > 0) return [...others, ...misjudged];
  return [
    ...others,
    ...explainUnread(exchange, [...judgeAnswer(exchange, answer, exactly), ...judgeSession(session, seen)]),
    ...judgeLog(log, seen),
  ];
}

/** All else that is expected is a part of the answer. */
const heldNames: readonly string[] = ["session", "log", "refused", "failed", "silent"];

/** The expectations that cannot be held here; a sentence for each. */
export const listUnheld = ({ expect }: Expectation, { log }: Pick<Seen, "log">): readonly string[] =>
  expect?.["log"] !== undefined && log === undefined
    ? ["What the receiver logs is not held: it does not run in this process."]
    : [];

/** The body of an answer, whatever the verdict on it; undefined if it is no JSON object. */
export function readAnswer({ verdict, reply }: Exchange): JsonObject | undefined {
  if (verdict.kind === "taken") return verdict.answer;
  const value = parseJson(reply?.body ?? "");
  return isObject(value) ? value : undefined;
}

/** A verdict other than that the till takes the answer: a part of its reason or its code, or a status. */
interface ExpectedVerdict {
  readonly kind: keyof typeof verdictSentences;
  readonly said: string | number;
}

const verdictSentences = {
  refused: (said: string | number) => `The till refuses the answer: ${said}`,
  silent: (said: string | number) => `No answer comes: ${said}`,
  failed: (said: string | number) => `The receiver fails with status ${said}.`,
} as const;

/** Whether another verdict is expected than that the till takes the answer. */
export const isBadExpected = ({ expect = {} }: Expectation): boolean =>
  findExpectedVerdict(expect) !== undefined;

function findExpectedVerdict(expect: JsonObject): ExpectedVerdict | undefined {
  const kind = (["refused", "silent", "failed"] as const).find((each) => expect[each] !== undefined);
  return kind && { kind, said: expect[kind] as string | number };
}

function isMet({ kind, said }: ExpectedVerdict, verdict: Verdict): boolean {
  if (verdict.kind !== kind) return false;
  if (!("findings" in verdict)) return verdict.status === said;
  return verdict.findings.some(({ code, message }) => code === said || message.includes(`${said}`));
}

function judgeExchange(
  exchange: Exchange,
  wanted: ExpectedVerdict | undefined,
  complaint: Complaint | undefined,
): readonly Failure[] {
  const { event, report, verdict } = exchange;
  if (wanted ? isMet(wanted, verdict) : verdict.kind === "taken")
    return report && verdict.kind !== "refused"
      ? [toFailure(`${event}: The till sent an error request.`)]
      : [];
  const seen = describeVerdict(verdict, complaint);
  const told = report ? " It told the receiver so with an error request." : "";
  return explainUnread(exchange, [
    wanted
      ? toFailure(`${event}: not what was expected.`, [
          { path: "", expected: verdictSentences[wanted.kind](wanted.said), seen },
        ])
      : toFailure(`${event}: ${seen}${told}`),
  ]);
}

/** A verdict in a sentence: that of the complaint where the server says nothing in the format of a receiver. */
function describeVerdict(verdict: Verdict, complaint: Complaint | undefined): string {
  switch (verdict.kind) {
    case "taken":
      return "The till took the answer.";
    case "refused":
      return `The till refuses the answer: ${describeFindings(verdict.findings)}`;
    case "silent":
      return describeFindings(verdict.findings);
    case "failed": {
      const { status, error } = verdict;
      if (error) return `The receiver failed with status ${status}: ${error.code}, ${quote(error.message)}`;
      return complaint?.message ?? `The receiver failed with status ${status}.`;
    }
  }
}

const describeFindings = (findings: readonly Finding[]): string =>
  findings.map(({ message, path }) => (path ? `${path}: ${message}` : message)).join(" ");

function judgeAnswer(exchange: Exchange, part: JsonObject, whole: Json | undefined): readonly Failure[] {
  const answer = readAnswer(exchange);
  const lacking = Object.keys(part).length > 0 ? findLacking(part, answer) : [];
  const different = whole === undefined ? [] : findDifferences(whole, answer);
  return [
    ...toFailures(`${exchange.event}: the answer is not what was expected.`, lacking),
    ...toFailures(`${exchange.event}: the answer is not exactly what was expected.`, different),
  ];
}

const judgeSession = (part: Json | undefined, { session }: Seen): readonly Failure[] =>
  part === undefined
    ? []
    : toFailures(
        "The sale at the till is not what was expected.",
        findLacking(part, session as unknown as Json, "session"),
      );

const judgeLog = (text: Json | undefined, { log }: Seen): readonly Failure[] =>
  typeof text !== "string" || log === undefined || log.some((line) => line.includes(text))
    ? []
    : [toFailure("The receiver did not log this.", [{ path: "log", expected: text, seen: [...log] }])];

const toFailures = (message: string, differences: readonly Difference[]): readonly Failure[] =>
  differences.length === 0 ? [] : [toFailure(message, differences)];

const toFailure = (message: string, differences: readonly Difference[] = []): Failure => ({
  message,
  differences,
});

/** Why there is no answer to look at: nothing was sent, and what may be sent yet. */
function explainSilentTill({ pending, latest }: Seen): string {
  const nothing = "The till sent no request that an answer could have come to";
  const next = pending.toSorted((a, b) => a.at - b.at)[0];
  if (!next) return `${nothing}. It has nothing to send by itself.`;
  const due = latest ? ` ${formatDuration(next.at - latest.at)} after its last request` : "";
  return `${nothing}. It will send ${next.event}${due}: wait until then.`;
}

/** Adds to what failed that the till did not look at the answer, if that is so: only that of a blocking event is waited for. */
function explainUnread(
  { event, verdict, reply }: Exchange,
  failures: readonly Failure[],
): readonly Failure[] {
  const [first, ...others] = failures;
  const isEmpty = verdict.kind === "taken" && Object.keys(verdict.answer).length === 0;
  if (!first || !isEmpty || ["", "{}"].includes((reply?.body ?? "").replaceAll(/\s/g, ""))) return failures;
  const why = `The till does not look at the answer of an event that is not blocking; \`events: { ${event}: { blocking: true } }\` in the scenario sets it up so.`;
  return [{ ...first, message: `${first.message} ${why}` }, ...others];
}
