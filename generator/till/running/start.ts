import type { EventModel } from "../../model/model.js";
import type { TillActName } from "../../spec/dialect.js";
import { formatRelease } from "../../time/release.js";
import type { Exchange, Fault, Till, TillOptions, TillSession } from "../api/till.js";
import { createClock } from "../values/clock.js";
import type { TillContract } from "./contract.js";
import { listSteps } from "../answer/course.js";
import { TillError } from "../values/error.js";
import { readOptions } from "./options.js";
import { perform, releaseHeldBack } from "./perform.js";
import { repeatOrder } from "../answer/proceed.js";
import { requireEvent } from "../request/request.js";
import type { Pending } from "../answer/plans.js";
import { changeState, type Asked, type Runtime } from "./runtime.js";
import { getOwn, type JsonObject } from "../../json.js";
import { openSale } from "../sale/sale.js";
import { chooseOptions, closeForm, fillFields } from "../sale/screen.js";
import type { QuestionKind } from "../sale/obey.js";

/**
 * Starts a till on a contract that was read before.
 * @throws TillError if an option is at fault
 */
export function startTill(contract: TillContract, options: TillOptions): Till {
  const runtime = createRuntime(contract, options);
  const { setUp, transcript, clock } = runtime;
  return {
    release: formatRelease(setUp.release),
    get session() {
      return describeSession(runtime);
    },
    transcript,
    get calledBack() {
      return runtime.state.calledBack;
    },
    get pending() {
      return runtime.state.pending.map(({ order, at, canEnd }) => ({ event: order.event.name, at, canEnd }));
    },
    send: (event, parts = {}, fault) => send(runtime, event, parts, fault),
    choose: (...chosen) => answer(runtime, "dialog", (question) => chooseOptions(question, chosen)),
    fill: (values) => answer(runtime, "form", (question) => fillFields(question, values)),
    scan: (code, codeType) => scan(runtime, code, codeType),
    cancel: () => cancel(runtime),
    wait: async (duration) => wait(runtime, clock.now() + readDuration(duration)),
    close: () => close(runtime),
  };
}

function createRuntime(contract: TillContract, options: TillOptions): Runtime {
  const setUp = readOptions(options, contract);
  const ending = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, ending.signal]) : ending.signal;
  const { url, subscription, secret, fetch } = options;
  return {
    setUp,
    line: { url, subscription, secret, deadline: setUp.settings.answerDeadline, fetch, signal },
    clock: createClock(options.clock ?? "real"),
    started: Date.now(),
    ending,
    news: new EventTarget(),
    transcript: [],
    state: {
      sales: { current: openSale(setUp.makeId()) },
      counter: 0,
      courses: [],
      pending: [],
      heldBack: [],
      hasNews: false,
    },
  };
}

function describeSession({ state: { sales, asked } }: Runtime): TillSession {
  const { sessionId, lines, payments, relation, table, ended, locked, lockedForAdditions, printed, shown } =
    sales.current;
  return {
    ...{ sessionId, lines, payments, ended, locked, lockedForAdditions, printed, shown },
    ...(relation && { relation }),
    ...(table && { table }),
    ...(asked && { open: { [asked.kind]: asked.content } }),
  };
}

function readDuration(duration: number): number {
  if (Number.isFinite(duration) && duration >= 0) return duration;
  throw new TillError("misuse", `A till waits for some milliseconds, not for ${duration}.`);
}

async function send(runtime: Runtime, name: string, parts: JsonObject, fault?: Fault): Promise<Exchange> {
  mustBeOpen(runtime);
  const event = requireEvent(name, runtime.setUp);
  const { asked } = runtime.state;
  if (asked && asked.kind !== "requestScanCode")
    throw new TillError(
      "misuse",
      `A ${asked.kind} is open: ${asked.kind === "dialog" ? "choose" : "fill it in"}, or cancel.`,
    );
  mustBeFree(event, runtime);
  await doWhatIsDue(runtime, runtime.clock.now());
  return perform(runtime, { event, parts, carried: {}, isAgain: false }, fault);
}

/** While something is waited for that belongs to the sale, nobody at the till pays otherwise or ends the sale. */
function mustBeFree(event: EventModel, { state }: Runtime): void {
  const waited = state.pending.find(({ order, canEnd }) => canEnd && order.event.ownObjects.length > 0);
  if (!waited || !event.till.some(({ act }) => endingActs.includes(act))) return;
  const name = waited.order.event.name;
  throw new TillError("misuse", `The till still waits for what comes of \`${name}\`: wait, or cancel.`);
}

const endingActs: readonly TillActName[] = ["openSale", "pay", "payOutside", "endSale"];

/** Answers what is open on the screen: the event that asked comes once more. */
async function answer(
  runtime: Runtime,
  kind: QuestionKind,
  toParts: (question: Asked) => JsonObject,
): Promise<Exchange> {
  mustBeOpen(runtime);
  const { asked } = runtime.state;
  if (asked?.kind !== kind) throw new TillError("misuse", `There is no ${kind} on the screen.`);
  const { event, carried } = asked.order;
  return perform(runtime, repeatOrder(event, carried, toParts(asked)));
}

/** Sends the event that tells of a scanned code; the spec says which one. */
async function scan(runtime: Runtime, code: string, codeType?: string): Promise<Exchange> {
  const [found] = runtime.setUp.model.events.flatMap((event) =>
    event.till.flatMap(({ act, at }) => (act === "scan" && at ? [{ event, at }] : [])),
  );
  if (!found) throw new TillError("not there", "No event tells of a scanned code.");
  const parts = { [found.at.property]: code, ...(codeType !== undefined && { codeType }) };
  return send(runtime, found.event.name, parts);
}

async function cancel(runtime: Runtime): Promise<Exchange | undefined> {
  mustBeOpen(runtime);
  const { asked, pending } = runtime.state;
  if (asked?.kind === "form") return answer(runtime, "form", closeForm);
  if (asked) {
    if (getOwn(asked.content, "required") === true && asked.kind === "dialog")
      throw new TillError("misuse", "The dialog is required: it cannot be closed without a choice.");
    changeState(runtime, { asked: undefined });
    return undefined;
  }
  const waiting = pending.filter(({ canEnd }) => canEnd);
  const wish = waiting.flatMap((each) => findWish(runtime, each))[0];
  if (wish) return send(runtime, wish, {});
  if (waiting.length === 0) throw new TillError("misuse", "There is nothing to cancel.");
  changeState(runtime, { pending: pending.filter(({ canEnd }) => !canEnd) });
  return undefined;
}

/** The event by which staff want out of a flow; the spec says which one. */
function findWish({ setUp, state }: Runtime, { key }: Pending): readonly string[] {
  const flows = setUp.model.flows.filter(({ name }) => name === key);
  return setUp.model.events
    .filter(({ till }) => till.some(({ act }) => act === "wantOut"))
    .filter((event) => listSteps(flows, event, state.courses).length > 0)
    .map(({ name }) => name);
}

/** Lets time pass; what was held back has come by then. */
async function wait(runtime: Runtime, until: number): Promise<readonly Exchange[]> {
  mustBeOpen(runtime);
  const done = await doWhatIsDue(runtime, until);
  await releaseHeldBack(runtime);
  return done;
}

async function doWhatIsDue(runtime: Runtime, until: number): Promise<readonly Exchange[]> {
  const { line } = runtime;
  const done: Exchange[] = [];
  for (let due = findDue(runtime); due; due = findDue(runtime)) {
    const isNow = due.at <= until;
    await passTime(runtime, Math.min(due.at, until));
    if (line.signal.aborted) break;
    // News may have put it forward meanwhile.
    if (findDue(runtime) !== due) continue;
    if (!isNow) break;
    changeState(runtime, { pending: runtime.state.pending.filter((each) => each !== due) });
    done.push(await perform(runtime, due.order));
  }
  return done;
}

const findDue = ({ state: { pending } }: Runtime): Pending | undefined =>
  pending.reduce<Pending | undefined>(
    (first, each) => (first && first.at <= each.at ? first : each),
    undefined,
  );

async function passTime({ clock, line, news }: Runtime, moment: number): Promise<void> {
  const waking = new AbortController();
  const wake = (): void => waking.abort();
  news.addEventListener("news", wake);
  line.signal.addEventListener("abort", wake);
  if (!line.signal.aborted) await clock.until(moment, waking.signal);
  news.removeEventListener("news", wake);
  line.signal.removeEventListener("abort", wake);
}

async function close(runtime: Runtime): Promise<void> {
  const { callback } = runtime.state;
  runtime.ending.abort();
  changeState(runtime, { callback: undefined, pending: [] });
  await callback?.close();
}

function mustBeOpen({ line }: Runtime): void {
  if (line.signal.aborted) throw new TillError("misuse", "The till was closed.");
}
