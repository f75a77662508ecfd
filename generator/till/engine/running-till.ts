import { setImmediate, setTimeout } from "node:timers/promises";
import { getAt, getOwn, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { EventModel } from "../../contract/model/model.js";
import { joinPointer, splitPointer } from "../../contract/read/pointer.js";
import { listChangeEvents, type PendingOrder, type TillPlans } from "./flows.js";
import { judgeAnswer, refuseAnswer, type SentEvent } from "./judge-answer.js";
import type { Exchange, Fault, Finding, Report, TillOptions, Verdict } from "./till-types.js";
import { fitToRelease, makeEventRequest, type EventOrder } from "./request.js";
import { readTillOptions, type TillContract, type TillSetUp } from "./till-set-up.js";
import { findDifferentEffect } from "./effects.js";
import { noEffect, toReply, useAnswer, type AnswerOutcome } from "./use-answer.js";
import { openSale, questionKinds, type Question, type Sales } from "./sale.js";
import { deliver, makeNewer, openCallback, signBody, type Callback, type Endpoint } from "./deliver.js";
import { maxTimeout, type PostResult } from "./post.js";

export interface RunningTill extends TillPlans {
  readonly setUp: TillSetUp;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  readonly ending: AbortController;
  readonly transcript: Exchange[];
  readonly onExchange: TillOptions["onExchange"];
  sales: Sales;
  counter: number;
  openQuestion: OpenQuestion | undefined;
  /** Held by a fault until the next request has been sent. */
  heldBack: readonly (() => Promise<Exchange>)[];
  callback: Callback | undefined;
  calledBack: number | undefined;
  /** True if the receiver has called since the last answer. */
  hasNews: boolean;
}

export interface OpenQuestion extends Question {
  readonly event: EventModel;
  readonly request: JsonObject;
}

/**
 * Creates a till without starting it.
 * @throws TillError if an option is invalid
 */
export function createRunningTill(contract: TillContract, options: TillOptions): RunningTill {
  const { url, subscription, secret, fetch, signal: given, onExchange } = options;
  const setUp = readTillOptions(options, contract);
  const clock = createClock(options.clock ?? "real");
  const ending = new AbortController();
  const { signal } = ending;
  signal.addEventListener("abort", () => clock.wake());
  const end = (): void => ending.abort(given?.reason);
  // Unlike AbortSignal.any() in Node 20, a listener keeps the signal of a timeout in memory.
  given?.addEventListener("abort", end, { signal });
  if (given?.aborted) end();
  const line = { url, subscription, secret, fetch, deadline: setUp.settings.answerDeadline, signal };
  return {
    setUp,
    endpoint: line,
    clock,
    ending,
    onExchange,
    transcript: [],
    flowProgress: [],
    pending: [],
    heldBack: [],
    sales: { current: openSale(setUp.makeId()) },
    counter: 0,
    hasNews: false,
    openQuestion: undefined,
    callback: undefined,
    calledBack: undefined,
  };
}

/** In milliseconds since the till's start. Advances only while someone waits. */
type Clock = ReturnType<typeof createClock>;

/**
 * Time passes at once (`virtual`) or in real time (`real`). Both show the same times: an event happens at its due
 * time, however long the wait really took. Timers and signals get a turn even if no time passes.
 */
function createClock(kind: "real" | "virtual") {
  let time = 0;
  const [started, wall] = [performance.now(), Date.now()];
  let waker = new AbortController();
  return {
    now: () => time,
    /** With a real clock, it advances even if nobody waits. */
    today: () => (kind === "real" ? Date.now() : wall + time),
    /** False if `wake` ended the wait early, in which case the time stays as it was. */
    until: async (moment: number): Promise<boolean> => {
      const { signal } = waker;
      const left = kind === "real" ? moment - (performance.now() - started) : 0;
      const sleep =
        left > 0 ? setTimeout(Math.min(left, maxTimeout), 0, { signal }) : setImmediate(0, { signal });
      await sleep.catch(() => undefined);
      if (!signal.aborted) time = Math.max(time, moment);
      return !signal.aborted;
    },
    wake: (): void => {
      waker.abort();
      waker = new AbortController();
    },
  };
}

export async function sendOrder(till: RunningTill, given: EventOrder, fault?: Fault): Promise<Exchange> {
  const order = await withCallback(till, given);
  const { setUp, endpoint, clock, sales: before } = till;
  const { event } = order;
  const [at, counter] = [clock.now(), till.counter + 1];
  const timestamp = new Date(clock.today()).toISOString().replace("Z", "+00:00");
  const { sales, leftOut, ...made } = makeEventRequest(order, before, { counter, timestamp }, setUp);
  const pending = dropEnded(till.pending, before, sales);
  Object.assign(till, { sales, pending, counter, openQuestion: undefined } satisfies Partial<RunningTill>);
  const request = fault === "newer" ? makeNewer(made.request) : made.request;
  const sent = signBody(event.name, JSON.stringify(request), endpoint);
  const begun = { event: event.name, at, ...sent, request, leftOut };
  const finish = async (): Promise<Exchange> => {
    const outcome = await deliverOrder(till, { event, request, sent }, fault);
    const { verdict } = outcome;
    const isUndone = verdict.kind !== "taken" && setUp.settings.afterFailure === "undo";
    // Undo nothing if the sales have changed since a late request.
    if (isUndone && till.sales === sales) till.sales = before;
    const report = verdict.kind === "refused" && (await sendReport(till, begun, verdict.findings));
    const finished = { ...begun, ...outcome, ...(report && { report }) };
    till.transcript.push(finished);
    till.onExchange?.(finished);
    return finished;
  };
  if (fault === "late") {
    till.heldBack = [...till.heldBack, finish];
    return { ...begun, ...noEffect };
  }
  const finished = await finish();
  await releaseHeldBack(till);
  return finished;
}

export async function releaseHeldBack(till: RunningTill): Promise<void> {
  const { heldBack } = till;
  till.heldBack = [];
  for (const finish of heldBack) await finish();
}

/** Adds the callback address if the request has a property for it and the till's settings allow it. */
async function withCallback(till: RunningTill, order: EventOrder): Promise<EventOrder> {
  const { existence, model, settings, snapshot, release } = till.setUp;
  const { request, ownObjects } = order.event;
  const calls = model.flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const paths = calls.map(({ address }) => splitPointer(address));
  const path = paths.find(([object = ""]) => ownObjects.includes(object));
  if (!settings.callback || !path || order.isAgain || getAt(order.parts, path) !== undefined) return order;
  till.callback ??= await openCallback(() => onCallback(till));
  const { url } = till.callback;
  if (till.endpoint.signal.aborted) await till.callback.close();
  const { leftOut } = fitToRelease(snapshot.object(request), putAt({}, path, url), { release, existence });
  if (leftOut.length === 0) till.calledBack ??= 0;
  return { ...order, parts: putAt(order.parts, path, url) };
}

/** Polls at once, even if the next poll is planned for later. */
function onCallback(till: RunningTill): void {
  till.pending = hasten(till.pending, till);
  till.hasNews = true;
  till.calledBack = (till.calledBack ?? 0) + 1;
  till.clock.wake();
}

const hasten = (pending: readonly PendingOrder[], { clock }: RunningTill): readonly PendingOrder[] =>
  pending.map((each) => (each.canEnd ? { ...each, at: clock.now() } : each));

function dropEnded(pending: readonly PendingOrder[], before: Sales, after: Sales): readonly PendingOrder[] {
  const isOver = after.current.ended || after.current.sessionId !== before.current.sessionId;
  const isAboutSale = ({ order }: PendingOrder) =>
    order.event.request.properties.some(({ name }) => name === "session");
  return isOver ? pending.filter((each) => !isAboutSale(each)) : pending;
}

/** Repeats the request after a failure if the settings say so. */
async function deliverOrder(
  till: RunningTill,
  attempt: SentEvent,
  fault: Fault | undefined,
  again = till.setUp.settings.repeatAfterFailure,
): Promise<AnswerOutcome & Pick<Exchange, "reply" | "result">> {
  const { setUp, endpoint } = till;
  const judgeResult = (each: PostResult) => judgeAnswer(attempt, each, endpoint.secret, setUp);
  const first = fault === "twice" ? await deliver(attempt.sent, endpoint) : undefined;
  const result = await deliver(attempt.sent, endpoint, fault);
  const came = { result, ...toReply(result), ...noEffect };
  if (fault === "gone") return came;
  const judged = judgeResult(result);
  const verdict = first ? judgeRepeated(judgeResult(first), judged) : judged;
  if (verdict.kind === "taken") return { ...came, ...processAnswer(till, attempt, verdict.answer) };
  const isOver = verdict.kind === "refused" || again === 0 || endpoint.signal.aborted;
  return isOver ? { ...came, verdict } : deliverOrder(till, attempt, fault, again - 1);
}

/** The second answer counts, and must have the same effect as the first. */
function judgeRepeated(first: Verdict, second: Verdict): Verdict {
  if (first.kind !== "taken" || second.kind !== "taken") return second;
  const path = findDifferentEffect(first.answer, second.answer);
  if (!path) return second;
  const message = `The same request was sent twice, and the answers differ in \`${path.join(".")}\`, which takes effect twice.`;
  return refuseAnswer({ code: "answered-twice", message, path: joinPointer("", ...path) });
}

function processAnswer(till: RunningTill, { event, request }: SentEvent, answer: JsonObject): AnswerOutcome {
  const { setUp, clock, sales, flowProgress } = till;
  const moment = { flowProgress, pending: till.pending, sale: sales.current, now: clock.now() };
  const used = useAnswer(moment, { event, request, answer }, setUp);
  if (!("sale" in used)) return used;
  const { sale, progress, ...outcome } = used;
  const pending = till.hasNews ? hasten(progress.pending, till) : progress.pending;
  const planned = [...pending, ...listChangeEvents(sales.current, sale, setUp, clock.now())];
  const kind = questionKinds.find((each) => getOwn(answer, each) !== undefined);
  Object.assign(till, {
    sales: { ...sales, current: sale },
    openQuestion: kind && { kind, content: answer[kind] as Json, event, request },
    flowProgress: progress.flowProgress,
    // Each added line may be reported, and each answer to a report may add more lines.
    pending: planned.slice(0, maxPending),
    hasNews: false,
  } satisfies Partial<RunningTill>);
  return outcome;
}

const maxPending = 1000;

async function sendReport(
  { setUp, endpoint }: RunningTill,
  { event, request: original }: Pick<Exchange, "event" | "request">,
  [finding]: readonly Finding[],
): Promise<Report> {
  const known = setUp.model.errorCodes?.values.map(({ value }) => value) ?? [];
  const code = finding && known.includes(finding.code) ? finding.code : "INVALID_DATA";
  const { event: info = {}, sender = {} } = original;
  const repeated = setUp.settings.reportRepeatsEvent && { event: info, sender };
  const request = { ...repeated, error: { code, message: finding?.message ?? "" }, original };
  const result = await deliver(signBody(event, JSON.stringify(request), endpoint), endpoint);
  return { request, status: result.kind === "reply" ? result.status : undefined };
}
