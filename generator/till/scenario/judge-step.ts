import type { Complaint } from "../doctor/diagnose.js";
import { getOwn, isArray, isObject, parseJson, type Json, type JsonObject } from "../../base/json.js";
import type { Exchange, PendingEvent, TillSession, Verdict } from "../engine/till-types.js";
import { findOutcome, formatFinding, outcomes } from "../report/exchange-report.js";
import { listFindings } from "../report/findings.js";
import { formatDuration, type Difference, type Failure, type ScenarioStep } from "./scenario.js";

/** With all references filled in. */
type Expectation = Pick<ScenarioStep, "expect" | "exactly">;

interface StepRecord {
  /** Undefined if nothing was sent. */
  readonly exchange: Exchange | undefined;
  readonly exchanges: readonly Exchange[];
  readonly session: TillSession;
  readonly pending: readonly PendingEvent[];
  /** The last exchange in this step or before. */
  readonly latest: Exchange | undefined;
  /** During the step. Undefined if unknown. */
  readonly log: readonly string[] | undefined;
}

/** Includes failures of implicit expectations. `complaint` says what is wrong with the server. */
export function judgeStep(
  { expect = {}, exactly }: Expectation,
  seen: StepRecord,
  complaint?: Complaint,
): readonly Failure[] {
  const wanted = findExpectedVerdict(expect);
  const answer = Object.fromEntries(Object.entries(expect).filter(([name]) => !specialKeys.includes(name)));
  const { exchange, session, log } = seen;
  const sale = expect["session"] ?? null;
  const others = seen.exchanges
    .filter((each) => each !== exchange)
    .flatMap((each) => judgeExchange(each, undefined, complaint));
  const ofSale = toFailures(
    "The sale at the till is not what was expected.",
    isObject(sale) ? findLacking(sale, session as unknown as Json, "session") : [],
  );
  if (!exchange) {
    const isNeeded = wanted !== undefined || exactly !== undefined || Object.keys(answer).length > 0;
    return [...others, ...(isNeeded ? [toFailure(explainSilentTill(seen))] : []), ...ofSale];
  }
  const misjudged = judgeExchange(exchange, wanted, complaint);
  // Any differences in the answer or the sale follow from these failures.
  if (misjudged.length > 0) return [...others, ...misjudged];
  const { log: text } = expect;
  const isLogged = typeof text !== "string" || !log || log.some((line) => line.includes(text));
  return [
    ...others,
    ...explainUnread(exchange, [...judgeAnswerParts(exchange, answer, exactly), ...ofSale]),
    ...(isLogged
      ? []
      : toFailures("The receiver did not log this.", [{ path: "log", expected: text, seen: log }])),
  ];
}

/** All other keys are properties of the answer. */
const specialKeys: readonly string[] = ["session", "log", "refused", "failed", "silent"];

/** The properties that the answer must have. */
export const listExpectedAnswers = ({ expect, exactly }: Expectation): string[] =>
  [expect, exactly]
    .flatMap((each) => Object.entries(each ?? {}))
    .flatMap(([name, value]) => (specialKeys.includes(name) || value === null ? [] : name));

/** Also for a rejected answer. Undefined if it is not a JSON object. */
export function readAnswer({ verdict, reply }: Exchange): JsonObject | undefined {
  if (verdict.kind === "taken") return verdict.answer;
  const value = parseJson(reply?.body ?? "");
  return isObject(value) ? value : undefined;
}

/** Any verdict but acceptance: part of its reason or its code, or a status. */
interface ExpectedVerdict {
  readonly kind: Exclude<Verdict["kind"], "taken">;
  readonly detail: string | number;
}

/** Undefined if the answer should be accepted. */
export function findExpectedVerdict(expect: JsonObject): ExpectedVerdict | undefined {
  const kind = (["refused", "silent", "failed"] as const).find((each) => expect[each] !== undefined);
  return kind && { kind, detail: expect[kind] as string | number };
}

function isMet({ kind, detail }: ExpectedVerdict, verdict: Verdict): boolean {
  if (verdict.kind !== kind) return false;
  if (!("findings" in verdict)) return verdict.status === detail;
  return verdict.findings.some(({ code, message }) => code === detail || message.includes(`${detail}`));
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
  const seen = describeOutcome(exchange, complaint);
  const addition = report ? " The till reported this to the receiver in an error request." : "";
  const failure = wanted
    ? toFailure(`${event}: not what was expected.`, [{ path: "", expected: describeExpected(wanted), seen }])
    : toFailure(`${event} ${seen}${addition}`);
  return explainUnread(exchange, [failure]);
}

/** In words that follow the event's name, such as `rejected by the till: …`. */
function describeOutcome(exchange: Exchange, complaint: Complaint | undefined): string {
  const { status } = exchange.reply ?? {};
  const causes = [
    ...(status === undefined || status === 200 ? [] : [`status ${status}`]),
    ...listFindings(exchange, complaint).map(formatFinding),
  ];
  const { word } = outcomes[findOutcome(exchange)];
  return causes.length === 0 ? word : `${word}: ${causes.join(", ")}`;
}

function describeExpected({ kind, detail }: ExpectedVerdict): string {
  const cause = kind === "failed" ? `status ${detail}` : detail;
  return `${outcomes[kind].word}: ${cause}`;
}

function judgeAnswerParts(exchange: Exchange, part: JsonObject, whole: Json | undefined): readonly Failure[] {
  const answer = readAnswer(exchange);
  const lacking = Object.keys(part).length > 0 ? findLacking(part, answer) : [];
  const different = whole === undefined ? [] : findDifferences(whole, answer);
  return [
    ...toFailures(`${exchange.event}: the answer is not what was expected.`, lacking),
    ...toFailures(`${exchange.event}: the answer is not exactly what was expected.`, different),
  ];
}

const toFailures = (message: string, differences: readonly Difference[]): readonly Failure[] =>
  differences.length === 0 ? [] : [toFailure(message, differences)];

export const toFailure = (message: string, differences: readonly Difference[] = []): Failure => ({
  message,
  differences,
});

function explainSilentTill({ pending, latest }: StepRecord): string {
  const nothing = "The till sent no request, so there is no answer";
  const next = pending.toSorted((a, b) => a.at - b.at)[0];
  if (!next) return `${nothing}. It has nothing to send by itself.`;
  const due = latest ? ` ${formatDuration(next.at - latest.at)} after its last request` : "";
  return `${nothing}. It will send ${next.event}${due}: wait until then.`;
}

/** Explains that the till ignored the answer because the event is not blocking. */
function explainUnread(
  { event, verdict, reply }: Exchange,
  failures: readonly Failure[],
): readonly Failure[] {
  const [first, ...others] = failures;
  const isEmpty = verdict.kind === "taken" && Object.keys(verdict.answer).length === 0;
  if (!first || !isEmpty || ["", "{}"].includes((reply?.body ?? "").replaceAll(/\s/g, ""))) return failures;
  const why = `The till ignores the answer to an event that is not blocking; \`events: { ${event}: { blocking: true } }\` in the scenario makes it blocking.`;
  return [{ ...first, message: `${first.message} ${why}` }, ...others];
}

/**
 * Finds where a value lacks an expected part. An object needs at least the expected properties, and null means
 * absent. An array needs matching items in this order, with any others in between. Everything else must be equal.
 */
export function findLacking(part: Json, seen: Json | undefined, path = ""): readonly Difference[] {
  if (isArray(part) && isArray(seen)) return findLackingItems(part, seen, path);
  if (isObject(part) && isObject(seen))
    return Object.entries(part).flatMap(([key, value]) =>
      findLacking(value, getOwn(seen, key), inside(path, key)),
    );
  return part === (seen ?? null) ? [] : [{ path, expected: part, seen }];
}

/** Takes the first match for each item. If any assignment works, the first matches work, too. */
function findLackingItems(part: readonly Json[], seen: readonly Json[], path: string): readonly Difference[] {
  let next = 0;
  for (const item of part) {
    const found = seen.findIndex((each, index) => index >= next && findLacking(item, each).length === 0);
    // If only one item is left to compare, report its differences.
    if (found === -1)
      return seen.length - next === 1 && isObject(item)
        ? findLacking(item, seen[next], `${path}[${next}]`)
        : [{ path: `${path}[…]`, expected: item, seen: seen.slice(next) }];
    next = found + 1;
  }
  return [];
}

export function findDifferences(
  expected: Json | undefined,
  seen: Json | undefined,
  path = "",
): readonly Difference[] {
  const isList = isArray(expected) && isArray(seen);
  if (!isList && !(isObject(expected) && isObject(seen)))
    return expected === seen ? [] : [{ path, expected, seen }];
  const keys = new Set([...Object.keys(expected), ...Object.keys(seen)]);
  const [one, other] = [expected, seen] as Readonly<Record<string, Json>>[];
  return [...keys].flatMap((key) =>
    findDifferences(one?.[key], other?.[key], isList ? `${path}[${key}]` : inside(path, key)),
  );
}

const inside = (path: string, key: string): string => (path === "" ? key : `${path}.${key}`);
