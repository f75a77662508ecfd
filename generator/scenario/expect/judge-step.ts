import type { Exchange, PendingEvent, TillSession } from "../../till/api/till.js";
import type { Json, JsonObject } from "../../json.js";
import type { Failure } from "../play/result.js";
import { findDifferences, findLacking, type Difference } from "./compare.js";
import { explainSilentTill, explainUnreadAnswer } from "./explain.js";
import { judgeVerdict, readAnswer, type ExpectedVerdict } from "./judge-verdict.js";

/** What is expected of a step, with all references filled in. */
export interface Expectation {
  readonly expect?: JsonObject | undefined;
  readonly exactly?: Json | undefined;
}

/** What came of a step. */
export interface Seen {
  /** What the step is about; undefined if nothing was sent. */
  readonly exchange: Exchange | undefined;
  /** What the till sent besides. */
  readonly others: readonly Exchange[];
  readonly session: TillSession;
  /** What the till would send next by itself. */
  readonly pending: readonly PendingEvent[];
  /** What the till sent last, in this step or before. */
  readonly latest: Exchange | undefined;
  /** What the receiver logged meanwhile; undefined where that is not known. */
  readonly log: readonly string[] | undefined;
}

/** Everything that is not as it should be: what is expected, and what is held without being written. */
export function judgeStep(expectation: Expectation, seen: Seen): readonly Failure[] {
  const { session, log, verdict, answer } = splitExpectation(expectation.expect ?? {});
  const others = seen.others.flatMap((exchange) => judgeExchange(exchange, {}));
  const isAboutAnswer = [answer, verdict].some((part) => Object.keys(part).length > 0);
  if (!seen.exchange) {
    const nothing = { message: explainSilentTill(seen), differences: [] };
    const isNeeded = isAboutAnswer || expectation.exactly !== undefined;
    return [...others, ...(isNeeded ? [nothing] : []), ...judgeSession(session, seen)];
  }
  const misjudged = judgeExchange(seen.exchange, verdict);
  // What is in an answer that is not taken, and what became of the sale, follows from that.
  if (misjudged.length > 0) return [...others, ...misjudged];
  return [
    ...others,
    ...explainUnreadAnswer(seen.exchange, [
      ...judgeAnswer(seen.exchange, answer, expectation.exactly),
      ...judgeSession(session, seen),
    ]),
    ...judgeLog(log, seen),
  ];
}

/** What can never be held here; a sentence for each. */
export const listUnheld = ({ expect }: Expectation, { log }: Pick<Seen, "log">): readonly string[] =>
  expect?.["log"] !== undefined && log === undefined
    ? ["What the receiver logs is not held: it does not run in this process."]
    : [];

/** Apart from these, what is expected is a part of the answer. */
function splitExpectation({ session, log, refused, failed, silent, ...answer }: JsonObject) {
  const verdict = { refused, failed, silent };
  const named = Object.entries(verdict).filter(([, value]) => value !== undefined);
  return { session, log, answer, verdict: Object.fromEntries(named) as ExpectedVerdict };
}

function judgeExchange(exchange: Exchange, expected: ExpectedVerdict): readonly Failure[] {
  const misjudged = explainUnreadAnswer(exchange, judgeVerdict(exchange, expected));
  const { event, report, verdict } = exchange;
  if (misjudged.length > 0 || !report || verdict.kind === "refused") return misjudged;
  return [{ message: `${event}: The till sent an error request.`, differences: [] }];
}

function judgeAnswer(exchange: Exchange, part: JsonObject, whole: Json | undefined): readonly Failure[] {
  const answer = readAnswer(exchange);
  const lacking = Object.keys(part).length > 0 ? findLacking(part, answer) : [];
  const different = whole === undefined ? [] : findDifferences(whole, answer);
  return [
    ...toFailures(`${exchange.event}: the answer is not what was expected.`, lacking),
    ...toFailures(`${exchange.event}: the answer is not exactly what was expected.`, different),
  ];
}

function judgeSession(part: Json | undefined, { session }: Seen): readonly Failure[] {
  if (part === undefined) return [];
  const lacking = findLacking(part, session as unknown as Json, "session");
  return toFailures("The sale at the till is not what was expected.", lacking);
}

function judgeLog(text: Json | undefined, { log }: Seen): readonly Failure[] {
  if (typeof text !== "string" || log === undefined || log.some((line) => line.includes(text))) return [];
  return toFailures("The receiver did not log this.", [{ path: "log", expected: text, seen: [...log] }]);
}

const toFailures = (message: string, differences: readonly Difference[]): readonly Failure[] =>
  differences.length === 0 ? [] : [{ message, differences }];
