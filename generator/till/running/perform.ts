import type { Exchange, Fault, Finding, LeftOut, Reply, Report, Verdict } from "../api/till.js";
import { openCallback } from "../wire/callback.js";
import { findCarried, findContradictions, isSettledBy, listSteps, type Turn } from "../answer/course.js";
import { deliver, describeSilence, makeNewer, toSent, type Sent } from "../wire/deliver.js";
import { listFired } from "../answer/fired.js";
import { getAt, getOwn, putAt, type JsonObject } from "../../json.js";
import { judge, refuse } from "../answer/judge.js";
import { findDifferentEffect, obey, questionKinds } from "../sale/obey.js";
import type { PostResult } from "../wire/post.js";
import type { Pending } from "../answer/plans.js";
import { proceed } from "../answer/proceed.js";
import { keepKnown } from "../request/known.js";
import { makeRequest, type Order } from "../request/request.js";
import type { Sales } from "../sale/sale.js";
import { changeState, type Asked, type Runtime, type TillState } from "./runtime.js";
import { joinPointer, splitPointer } from "../../spec/pointer.js";

/** Does what an event tells of, sends it, judges the answer and does what that says. */
export async function perform(runtime: Runtime, order: Order, fault?: Fault): Promise<Exchange> {
  const whole = await withCallback(runtime, withCarried(runtime, order));
  const { sales: before, counter } = runtime.state;
  const made = makeRequest(whole, before, whenNow(runtime), runtime.setUp);
  const { pending } = dropEnded(runtime.state, before, made.sales);
  changeState(runtime, { sales: made.sales, counter: counter + 1, asked: undefined, pending });
  const request = fault === "newer" ? makeNewer(made.request) : made.request;
  const sent = toSent(order.event.name, request, runtime.line);
  const exchange = {
    event: order.event.name,
    at: runtime.clock.now(),
    ...sent,
    request,
    leftOut: made.leftOut,
  };
  const untouched: Exchange = { ...exchange, verdict: { kind: "taken", answer: {} }, unused: [] };
  const finish = async (): Promise<Exchange> => {
    const {
      result,
      verdict,
      unused = [],
    } = await exchangeBodies(runtime, { order: whole, request, sent, fault });
    if (verdict.kind !== "taken" && runtime.setUp.settings.afterFailure === "undo")
      changeState(runtime, { sales: before });
    const report =
      verdict.kind === "refused" ? await sendReport(runtime, whole, request, verdict.findings) : undefined;
    const reply = toReply(result);
    return record(runtime, {
      ...exchange,
      ...(reply && { reply }),
      verdict,
      unused,
      ...(report && { report }),
    });
  };
  if (fault !== "late") {
    const finished = await finish();
    await releaseHeldBack(runtime);
    return finished;
  }
  changeState(runtime, { heldBack: [...runtime.state.heldBack, finish] });
  return untouched;
}

function toReply(result: PostResult): Reply | undefined {
  if (result.kind === "none") return undefined;
  const { status, headers, body } = result;
  return { status, headers, body: Buffer.from(body).toString() };
}

/** Nothing more comes of a sale that is over. */
function dropEnded(
  { pending }: TillState,
  { current: before }: Sales,
  { current: after }: Sales,
): Pick<TillState, "pending"> {
  const isOver = after.ended || after.sessionId !== before.sessionId;
  const isAboutSale = ({ order }: Pending) =>
    order.event.request.properties.some(({ name }) => name === "session");
  return { pending: isOver ? pending.filter((each) => !isAboutSale(each)) : pending };
}

/** Sends what a fault held back. */
export async function releaseHeldBack(runtime: Runtime): Promise<void> {
  const { heldBack } = runtime.state;
  changeState(runtime, { heldBack: [] });
  for (const finish of heldBack) await finish();
}

function record(runtime: Runtime, exchange: Exchange): Exchange {
  runtime.transcript.push(exchange);
  return exchange;
}

const whenNow = ({ started, clock, state: { counter } }: Runtime) => ({
  counter: counter + 1,
  timestamp: new Date(started + clock.now()).toISOString().replace("Z", "+00:00"),
});

const withCarried = ({ state }: Runtime, order: Order): Order =>
  order.isAgain
    ? order
    : { ...order, carried: { ...order.carried, ...findCarried(order.event, state.courses) } };

/** A request that can tell where to call the till back does so, if the till is set to it. */
async function withCallback(runtime: Runtime, order: Order): Promise<Order> {
  const { setUp } = runtime;
  const calls = setUp.model.flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const path = calls
    .map(({ address }) => splitPointer(address))
    .find(([object = ""]) => order.event.ownObjects.includes(object));
  if (!path || order.isAgain || !setUp.settings.callback || getAt(order.carried, path) !== undefined)
    return order;
  const callback = runtime.state.callback ?? (await openCallback(() => hurry(runtime)));
  const tree = setUp.snapshot.object(order.event.request);
  const isKnown = keepKnown(tree, putAt({}, path, callback.url), setUp.release, []).leftOut.length === 0;
  changeState(runtime, { callback, ...(isKnown && { calledBack: runtime.state.calledBack ?? 0 }) });
  return { ...order, carried: putAt(order.carried, path, callback.url) };
}

/** There is news: what would be asked later is asked at once, also if it is planned only after this. */
function hurry(runtime: Runtime): void {
  const { pending, calledBack = 0 } = runtime.state;
  changeState(runtime, {
    pending: pending.map((each) => hasten(each, runtime)),
    hasNews: true,
    calledBack: calledBack + 1,
  });
  runtime.news.dispatchEvent(new Event("news"));
}

const hasten = (pending: Pending, { clock }: Runtime): Pending =>
  pending.canEnd ? { ...pending, at: clock.now() } : pending;

interface Attempt {
  readonly order: Order;
  readonly request: JsonObject;
  readonly sent: Sent;
  readonly fault: Fault | undefined;
}

/** Sends a request, once more if it fails and the till is set to that, and does what the answer says. */
async function exchangeBodies(
  runtime: Runtime,
  attempt: Attempt,
  again = 0,
): Promise<Judged & { readonly result: PostResult }> {
  const { setUp, line } = runtime;
  const { order, request, sent, fault } = attempt;
  const first = fault === "twice" ? await deliver(sent, line) : undefined;
  const result = await deliver(sent, line, fault);
  if (fault === "gone") return { result, verdict: { kind: "taken", answer: {} } };
  const verdict = judgeTwice(runtime, attempt, result, first);
  const failed = verdict.kind === "failed" || verdict.kind === "silent";
  if (failed && again < setUp.settings.repeatAfterFailure) return exchangeBodies(runtime, attempt, again + 1);
  if (verdict.kind !== "taken") return { result, verdict };
  return { result, ...doWhatItSays(runtime, order, { event: order.event, request, answer: verdict.answer }) };
}

interface Judged {
  readonly verdict: Verdict;
  readonly unused?: readonly LeftOut[];
}

function judgeResult({ setUp, line }: Runtime, { order, request }: Attempt, result: PostResult): Verdict {
  if (result.kind === "none") return { kind: "silent", findings: [describeSilence(result)] };
  return judge({ event: order.event, request, ...result }, line.secret, setUp);
}

/** Of a request that came twice the second answer counts, and what it does must be what the first did. */
function judgeTwice(
  runtime: Runtime,
  attempt: Attempt,
  result: PostResult,
  first: PostResult | undefined,
): Verdict {
  const verdict = judgeResult(runtime, attempt, result);
  const before = first && judgeResult(runtime, attempt, first);
  if (before?.kind !== "taken" || verdict.kind !== "taken") return verdict;
  const path = findDifferentEffect(before.answer, verdict.answer);
  if (!path) return verdict;
  const message = `The same request came twice, and the answers differ in \`${path.join(".")}\`: what that does is done twice.`;
  return refuse({ code: "answered-twice", message, path: joinPointer("", ...path) });
}

/** Changes the sale, opens what is to be opened, and plans what the till does next by itself. */
function doWhatItSays(runtime: Runtime, order: Order, turn: Turn): Judged {
  const { setUp, state, clock } = runtime;
  const { answer, request } = turn;
  const steps = listSteps(setUp.model.flows, turn.event, state.courses);
  const contradictions = steps.flatMap(({ flow, step }) => findContradictions(flow, step, answer));
  if (contradictions.length > 0) return { verdict: refuse(...contradictions) };
  const { settings, makeId, product } = setUp;
  const settles = steps.some(({ flow, step }) => isSettledBy(flow, step, answer));
  const context = { request, answer, settings, makeId, settles };
  const { sale, findings, unused } = obey(state.sales.current, context, product);
  if (findings.length > 0) return { verdict: refuse(...findings) };
  const asked = findQuestion(answer, { ...order, carried: request });
  const { courses, pending } = proceed(state, turn, setUp, clock.now());
  const fired = listFired(state.sales.current, sale, setUp, clock.now());
  const planned = [...(state.hasNews ? pending.map((each) => hasten(each, runtime)) : pending), ...fired];
  changeState(runtime, {
    sales: { ...state.sales, current: sale },
    asked,
    courses,
    // An answer that adds lines, each of which is told of, may add more each time.
    pending: planned.slice(0, mostPending),
    hasNews: false,
  });
  return { verdict: { kind: "taken", answer }, unused };
}

const mostPending = 1000;

function findQuestion(answer: JsonObject, order: Order): Asked | undefined {
  const kind = questionKinds.find((each) => getOwn(answer, each) !== undefined);
  const content = kind && getOwn(answer, kind);
  return kind && content !== undefined ? { kind, content, order } : undefined;
}

/** Tells the receiver that its answer could not be used. */
async function sendReport(
  { setUp, line }: Runtime,
  { event }: Order,
  original: JsonObject,
  [finding]: readonly Finding[],
): Promise<Report> {
  const known = setUp.model.errorCodes?.values.map(({ value }) => value) ?? [];
  const code = finding && known.includes(finding.code) ? finding.code : "INVALID_DATA";
  const repeated = setUp.settings.reportRepeatsEvent && {
    event: original["event"] ?? {},
    sender: original["sender"] ?? {},
  };
  const request = { ...repeated, error: { code, message: finding?.message ?? "" }, original };
  const result = await deliver(toSent(event.name, request, line), line);
  return { request, status: result.kind === "reply" ? result.status : undefined };
}
