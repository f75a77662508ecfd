import { getAt, getOwn, putAt, type JsonObject } from "../../json.js";
import type { EventModel } from "../../model/model.js";
import { joinPointer, splitPointer } from "../../spec/pointer.js";
import { listFired, proceed, type Pending } from "../answer/flows.js";
import { judge, refuse, type Case } from "../answer/judge.js";
import type { Exchange, Fault, Finding, Report, Verdict } from "../api/till.js";
import { fit } from "../request/fit.js";
import { makeRequest, type Order } from "../request/request.js";
import { findDifferentEffect, obey } from "../sale/obey.js";
import type { Sales } from "../sale/sale.js";
import { questionKinds } from "../sale/screen.js";
import { deliver, makeNewer, openCallback, toSent, type Sent } from "../wire/deliver.js";
import type { PostResult } from "../wire/post.js";
import { changeState, type Asked, type Runtime } from "./runtime.js";

/** Does what an event tells of, sends it, judges the answer and does what that says. */
export async function perform(runtime: Runtime, given: Order, fault?: Fault): Promise<Exchange> {
  const order = await withCallback(runtime, given);
  const { setUp, line, clock, state, transcript, onExchange } = runtime;
  const [at, counter] = [clock.now(), state.counter + 1];
  const timestamp = new Date(clock.today()).toISOString().replace("Z", "+00:00");
  const { sales, leftOut, ...made } = makeRequest(order, state.sales, { counter, timestamp }, setUp);
  const pending = dropEnded(state.pending, state.sales, sales);
  changeState(runtime, { sales, pending, counter, asked: undefined });
  const request = fault === "newer" ? makeNewer(made.request) : made.request;
  const sent = toSent(order.event.name, request, line);
  const begun = { event: order.event.name, at, ...sent, request, leftOut };
  const finish = async (): Promise<Exchange> => {
    const outcome = await exchange(runtime, { event: order.event, request, sent, fault });
    const { verdict } = outcome;
    const isUndone = verdict.kind !== "taken" && setUp.settings.afterFailure === "undo";
    // Of a late request more may have happened meanwhile, which stays.
    if (isUndone && runtime.state.sales === sales) changeState(runtime, { sales: state.sales });
    const report = verdict.kind === "refused" && (await sendReport(runtime, begun, verdict.findings));
    const finished = { ...begun, ...outcome, ...(report && { report }) };
    transcript.push(finished);
    onExchange?.(finished);
    return finished;
  };
  if (fault === "late") {
    changeState(runtime, { heldBack: [...runtime.state.heldBack, finish] });
    return { ...begun, ...nothing };
  }
  const finished = await finish();
  await releaseHeldBack(runtime);
  return finished;
}

/** Sends what a fault held back. */
export async function releaseHeldBack(runtime: Runtime): Promise<void> {
  const { heldBack } = runtime.state;
  changeState(runtime, { heldBack: [] });
  for (const finish of heldBack) await finish();
}

/** A request that can tell where to call the till back does so, if the till is set to it. */
async function withCallback(runtime: Runtime, order: Order): Promise<Order> {
  const { model, settings, snapshot, release } = runtime.setUp;
  const { request, ownObjects } = order.event;
  const calls = model.flows.flatMap(({ steps }) => steps.flatMap(({ call }) => call ?? []));
  const paths = calls.map(({ address }) => splitPointer(address));
  const path = paths.find(([object = ""]) => ownObjects.includes(object));
  if (!settings.callback || !path || order.isAgain || getAt(order.said, path) !== undefined) return order;
  const callback = runtime.state.callback ?? (await openCallback(() => hurry(runtime)));
  changeState(runtime, { callback });
  if (runtime.line.signal.aborted) await callback.close();
  const { leftOut } = fit(snapshot.object(request), putAt({}, path, callback.url), { release });
  if (leftOut.length === 0) changeState(runtime, { calledBack: runtime.state.calledBack ?? 0 });
  return { ...order, said: putAt(order.said, path, callback.url) };
}

/** There is news: what would be asked later is asked at once, also if it is planned only after this. */
function hurry(runtime: Runtime): void {
  const { pending, calledBack = 0 } = runtime.state;
  changeState(runtime, { pending: hasten(pending, runtime), hasNews: true, calledBack: calledBack + 1 });
  runtime.clock.wake();
}

const hasten = (pending: readonly Pending[], { clock }: Runtime): readonly Pending[] =>
  pending.map((each) => (each.canEnd ? { ...each, at: clock.now() } : each));

/** Nothing more comes of a sale that is over. */
function dropEnded(pending: readonly Pending[], before: Sales, after: Sales): readonly Pending[] {
  const isOver = after.current.ended || after.current.sessionId !== before.current.sessionId;
  const isAboutSale = ({ order }: Pending) =>
    order.event.request.properties.some(({ name }) => name === "session");
  return isOver ? pending.filter((each) => !isAboutSale(each)) : pending;
}

/** A request on its way. */
interface Attempt extends Case {
  readonly sent: Sent;
  readonly fault: Fault | undefined;
}

type Outcome = Pick<Exchange, "verdict" | "unused" | "notes">;

/** The outcome of a request whose answer does not count. */
const nothing: Outcome = { verdict: { kind: "taken", answer: {} }, unused: [], notes: [] };

/** Sends a request, once more if it fails and the till is set to that, and does what the answer says. */
async function exchange(
  runtime: Runtime,
  attempt: Attempt,
  again = runtime.setUp.settings.repeatAfterFailure,
): Promise<Outcome & Pick<Exchange, "reply" | "result">> {
  const { setUp, line } = runtime;
  const { sent, fault } = attempt;
  const first = fault === "twice" ? await deliver(sent, line) : undefined;
  const result = await deliver(sent, line, fault);
  const came = { result, ...toReply(result), ...nothing };
  if (fault === "gone") return came;
  const judged = judge(attempt, result, line.secret, setUp);
  const verdict = first ? compare(judge(attempt, first, line.secret, setUp), judged) : judged;
  if (verdict.kind === "taken") return { ...came, ...doWhatItSays(runtime, attempt, verdict.answer) };
  const isOver = verdict.kind === "refused" || again === 0 || line.signal.aborted;
  return isOver ? { ...came, verdict } : exchange(runtime, attempt, again - 1);
}

function toReply(result: PostResult): Pick<Exchange, "reply"> {
  if (result.kind === "none") return {};
  const { status, headers, body } = result;
  return { reply: { status, headers, body: Buffer.from(body).toString() } };
}

/** Of a request that came twice the second answer counts, and what it does must be what the first did. */
function compare(first: Verdict, second: Verdict): Verdict {
  if (first.kind !== "taken" || second.kind !== "taken") return second;
  const path = findDifferentEffect(first.answer, second.answer);
  if (!path) return second;
  const message = `The same request came twice, and the answers differ in \`${path.join(".")}\`: what that does is done twice.`;
  return refuse({ code: "answered-twice", message, path: joinPointer("", ...path) });
}

/** Changes the sale, opens what is to be opened, and plans what the till does next by itself. */
function doWhatItSays(runtime: Runtime, { event, request }: Case, answer: JsonObject): Outcome {
  const { setUp, state, clock } = runtime;
  const { settings, makeId, product } = setUp;
  const before = state.sales.current;
  const progress = proceed(state, { event, request, answer }, setUp, clock.now());
  const { courses, pending, settles, findings } = progress;
  if (findings.length > 0) return { ...nothing, verdict: refuse(...findings) };
  const obeyed = obey(before, { request, answer, settings, makeId, settles }, product);
  if ("code" in obeyed) return { ...nothing, verdict: refuse(obeyed) };
  const { sale, unused, notes } = obeyed;
  const fired = listFired(before, sale, setUp, clock.now());
  const planned = [...(state.hasNews ? hasten(pending, runtime) : pending), ...fired];
  changeState(runtime, {
    sales: { ...state.sales, current: sale },
    asked: findQuestion(answer, event, request),
    courses,
    // An answer that adds lines, each of which is told of, may add more each time.
    pending: planned.slice(0, maxPending),
    hasNews: false,
  });
  return { verdict: { kind: "taken", answer }, unused, notes };
}

const maxPending = 1000;

function findQuestion(answer: JsonObject, event: EventModel, request: JsonObject): Asked | undefined {
  const kind = questionKinds.find((each) => getOwn(answer, each) !== undefined);
  const content = kind && getOwn(answer, kind);
  return kind && content !== undefined ? { kind, content, event, request } : undefined;
}

/** Tells the receiver that its answer could not be used. */
async function sendReport(
  { setUp, line }: Runtime,
  { event, request: original }: Pick<Exchange, "event" | "request">,
  [finding]: readonly Finding[],
): Promise<Report> {
  const known = setUp.model.errorCodes?.values.map(({ value }) => value) ?? [];
  const code = finding && known.includes(finding.code) ? finding.code : "INVALID_DATA";
  const { event: info = {}, sender = {} } = original;
  const repeated = setUp.settings.reportRepeatsEvent && { event: info, sender };
  const request = { ...repeated, error: { code, message: finding?.message ?? "" }, original };
  const result = await deliver(toSent(event, request, line), line);
  return { request, status: result.kind === "reply" ? result.status : undefined };
}
