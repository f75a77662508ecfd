import { setImmediate, setTimeout } from "node:timers/promises";
import { getAt, getOwn, putAt, type Json, type JsonObject } from "../../base/json.js";
import type { EventModel } from "../../contract/model/model.js";
import { joinPointer, splitPointer } from "../../contract/read/pointer.js";
import { listChangeEvents, type PendingOrder, type TillPlans } from "./flows.js";
import { judgeAnswer, refuseAnswer, type SentEvent } from "./judge-answer.js";
import type { Exchange, Fault, Finding, Report, TillOptions, Verdict } from "./till.js";
import { fitToRelease, makeEventRequest, type EventOrder } from "./request.js";
import { readTillOptions, type TillContract, type TillSetUp } from "./till-set-up.js";
import { findDifferentEffect } from "./effects.js";
import { noEffect, toReply, useAnswer, type AnswerOutcome } from "./use-answer.js";
import { openSale, questionKinds, type Question, type Sales } from "./sale.js";
import { deliver, makeNewer, openCallback, signRequest, type Callback, type Endpoint } from "./deliver.js";
import { maxTimeout, type PostResult } from "./post.js";

/** A till that runs, with its state. */
export interface RunningTill extends TillPlans {
  readonly setUp: TillSetUp;
  readonly endpoint: Endpoint;
  readonly clock: Clock;
  /** Ends everything. */
  readonly ending: AbortController;
  readonly transcript: Exchange[];
  readonly onExchange: TillOptions["onExchange"];
  sales: Sales;
  counter: number;
  openQuestion: OpenQuestion | undefined;
  /** Requests that a fault holds back until the next one was sent. */
  heldBack: readonly (() => Promise<Exchange>)[];
  callback: Callback | undefined;
  /** How often the receiver called; undefined: it has got no address. */
  calledBack: number | undefined;
  /** Whether the receiver has called back since the last answer. */
  hasNews: boolean;
}

/** A question on the screen, and the request whose answer asked it. */
export interface OpenQuestion extends Question {
  readonly event: EventModel;
  readonly request: JsonObject;
}

/**
 * A till at its beginning.
 * @throws TillError if an option is at fault
 */
export function createRunningTill(contract: TillContract, options: TillOptions): RunningTill {
  const { url, subscription, secret, fetch, signal: given, onExchange } = options;
  const setUp = readTillOptions(options, contract);
  const clock = createClock(options.clock ?? "real");
  const ending = new AbortController();
  const { signal } = ending;
  signal.addEventListener("abort", () => clock.wake());
  const end = (): void => ending.abort(given?.reason);
  // A listener keeps the signal of a time-out in memory, which AbortSignal.any() does not in Node 20.
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

/** The till's own time, in milliseconds since it was started. It only goes on while something is waited for. */
type Clock = ReturnType<typeof createClock>;

/**
 * A clock whose time passes at once (`virtual`) or as on the wall (`real`). Both show the same times: what is due at a moment
 * is done at that moment, however long it took to get there. Timers and signals have their turn even where no time passes.
 */
function createClock(kind: "real" | "virtual") {
  let time = 0;
  const [started, wall] = [performance.now(), Date.now()];
  let waker = new AbortController();
  return {
    now: () => time,
    /** The time of day. It goes on whether or not somebody waits, unless time passes at once. */
    today: () => (kind === "real" ? Date.now() : wall + time),
    /** Lets time pass up to a moment, and returns whether that has come: `wake` ends it early, and the time stays as it was. */
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

/** Does what an event reports, sends it, judges the answer and does what that says. */
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
  const sent = signRequest(event.name, request, endpoint);
  const begun = { event: event.name, at, ...sent, request, leftOut };
  const finish = async (): Promise<Exchange> => {
    const outcome = await deliverOrder(till, { event, request, sent }, fault);
    const { verdict } = outcome;
    const isUndone = verdict.kind !== "taken" && setUp.settings.afterFailure === "undo";
    // Of a late request more may have happened meanwhile, which stays.
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

/** Sends what a fault held back. */
export async function releaseHeldBack(till: RunningTill): Promise<void> {
  const { heldBack } = till;
  till.heldBack = [];
  for (const finish of heldBack) await finish();
}

/** Adds the address for calls to a request that has a place for it, if the till is set to that. */
async function withCallback(till: RunningTill, order: EventOrder): Promise<EventOrder> {
  const { model, settings, snapshot, release } = till.setUp;
  const { request, ownObjects } = order.event;
  const calls = model.flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const paths = calls.map(({ address }) => splitPointer(address));
  const path = paths.find(([object = ""]) => ownObjects.includes(object));
  if (!settings.callback || !path || order.isAgain || getAt(order.parts, path) !== undefined) return order;
  till.callback ??= await openCallback(() => onCallback(till));
  const { url } = till.callback;
  if (till.endpoint.signal.aborted) await till.callback.close();
  const { leftOut } = fitToRelease(snapshot.object(request), putAt({}, path, url), { release });
  if (leftOut.length === 0) till.calledBack ??= 0;
  return { ...order, parts: putAt(order.parts, path, url) };
}

/** After a call of the receiver: what would be asked later is asked at once, also if it is planned only after this. */
function onCallback(till: RunningTill): void {
  till.pending = hasten(till.pending, till);
  till.hasNews = true;
  till.calledBack = (till.calledBack ?? 0) + 1;
  till.clock.wake();
}

const hasten = (pending: readonly PendingOrder[], { clock }: RunningTill): readonly PendingOrder[] =>
  pending.map((each) => (each.canEnd ? { ...each, at: clock.now() } : each));

/** Nothing more comes of a sale that is over. */
function dropEnded(pending: readonly PendingOrder[], before: Sales, after: Sales): readonly PendingOrder[] {
  const isOver = after.current.ended || after.current.sessionId !== before.current.sessionId;
  const isAboutSale = ({ order }: PendingOrder) =>
    order.event.request.properties.some(({ name }) => name === "session");
  return isOver ? pending.filter((each) => !isAboutSale(each)) : pending;
}

/** Sends a request, once more if it fails and the till is set to that, and does what the answer says. */
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

/** Of a request that came twice the second answer counts, and what it does must be what the first did. */
function judgeRepeated(first: Verdict, second: Verdict): Verdict {
  if (first.kind !== "taken" || second.kind !== "taken") return second;
  const path = findDifferentEffect(first.answer, second.answer);
  if (!path) return second;
  const message = `The same request came twice, and the answers differ in \`${path.join(".")}\`: what that does is done twice.`;
  return refuseAnswer({ code: "answered-twice", message, path: joinPointer("", ...path) });
}

/** Changes the sale, opens what is to be opened, and plans what the till does next by itself. */
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
    // An answer that adds lines, each of which is reported, may add more each time.
    pending: planned.slice(0, maxPending),
    hasNews: false,
  } satisfies Partial<RunningTill>);
  return outcome;
}

const maxPending = 1000;

/** Reports to the receiver that its answer could not be used. */
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
  const result = await deliver(signRequest(event, request, endpoint), endpoint);
  return { request, status: result.kind === "reply" ? result.status : undefined };
}
