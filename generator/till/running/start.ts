import { getOwn, merge, type JsonObject } from "../../json.js";
import type { EventModel } from "../../model/model.js";
import type { TillActName } from "../../spec/dialect.js";
import { formatRelease } from "../../time/release.js";
import { findCarried, repeatOrder, type Pending } from "../answer/flows.js";
import type { Exchange, Fault, Till, TillOptions, TillSession } from "../api/till.js";
import { placeParts } from "../request/request.js";
import { requireEvent } from "../request/set-up.js";
import { chooseOptions, closeForm, fillFields, type QuestionKind } from "../sale/screen.js";
import { misuse, TillError } from "../values/error.js";
import { readTillContract, type TillContract } from "./contract.js";
import { perform, releaseHeldBack } from "./perform.js";
import { changeState, createRuntime, type Asked, type Runtime } from "./runtime.js";

/** The same on the contract that comes with the package. */
export const startOwnTill = (options: TillOptions): Till => startTill(readTillContract(), options);

/**
 * Starts a till on a contract that was read before.
 * @throws TillError if an option is at fault
 */
export function startTill(contract: TillContract, options: TillOptions): Till {
  const runtime = createRuntime(contract, options);
  return {
    release: formatRelease(runtime.setUp.release),
    get session() {
      return describeSession(runtime);
    },
    transcript: runtime.transcript,
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
    wait: (duration) => wait(runtime, duration),
    close: () => close(runtime),
  };
}

function describeSession({ state: { sales, asked } }: Runtime): TillSession {
  const { sessionId, lines, payments, relation, table, ...sale } = sales.current;
  const { ended, locked, lockedForAdditions, printed, shown } = sale;
  return {
    ...{ sessionId, lines, payments, ended, locked, lockedForAdditions, printed, shown },
    ...(relation && { relation }),
    ...(table && { table }),
    ...(asked && { open: { [asked.kind]: asked.content } }),
  };
}

async function send(runtime: Runtime, name: string, parts: JsonObject, fault?: Fault): Promise<Exchange> {
  mustBeOpen(runtime);
  const event = requireEvent(name, runtime.setUp);
  const { asked } = runtime.state;
  if (asked && asked.kind !== "requestScanCode")
    throw misuse(`A ${asked.kind} is open: ${asked.kind === "dialog" ? "choose" : "fill it in"}, or cancel.`);
  mustBeFree(event, runtime);
  await doWhatIsDue(runtime, runtime.clock.now());
  const carried = findCarried(event, runtime.state.courses);
  return perform(runtime, { event, said: merge(carried, placeParts(event, parts)), isAgain: false }, fault);
}

function mustBeOpen({ line }: Runtime): void {
  if (line.signal.aborted) throw misuse("The till was closed.");
}

/** While something is waited for that belongs to the sale, nobody at the till pays otherwise or ends the sale. */
function mustBeFree(event: EventModel, { state }: Runtime): void {
  const waited = state.pending.find(({ order, canEnd }) => canEnd && order.event.ownObjects.length > 0);
  if (!waited || !event.till.some(({ act }) => endingActs.includes(act))) return;
  const name = waited.order.event.name;
  throw misuse(`The till still waits for what comes of \`${name}\`: wait, or cancel.`);
}

const endingActs: readonly TillActName[] = ["openSale", "pay", "payOutside", "endSale"];

/** Answers what is open on the screen: the event that asked comes once more. */
async function answer(runtime: Runtime, kind: QuestionKind, toParts: (asked: Asked) => JsonObject) {
  mustBeOpen(runtime);
  const { asked } = runtime.state;
  if (asked?.kind !== kind) throw misuse(`There is no ${kind} on the screen.`);
  return perform(runtime, repeatOrder(asked.event, asked.request, toParts(asked)));
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
      throw misuse("The dialog is required: it cannot be closed without a choice.");
    changeState(runtime, { asked: undefined });
    return undefined;
  }
  const waiting = pending.filter(({ canEnd }) => canEnd);
  if (waiting.length === 0) throw misuse("There is nothing to cancel.");
  const wish = findWish(runtime, waiting);
  if (wish) return send(runtime, wish.name, {});
  changeState(runtime, { pending: pending.filter(({ canEnd }) => !canEnd) });
  return undefined;
}

/** The event by which staff want out of a flow; the spec says which one. */
function findWish({ setUp: { model } }: Runtime, waiting: readonly Pending[]): EventModel | undefined {
  const flows = model.flows.filter(({ name }) => waiting.some(({ key }) => key === name));
  const steps = flows.flatMap((flow) => flow.steps.map(({ event }) => event));
  return model.events.find(
    ({ name, till }) => steps.includes(name) && till.some(({ act }) => act === "wantOut"),
  );
}

/** Lets time pass; what was held back has come by then. */
async function wait(runtime: Runtime, duration: number): Promise<readonly Exchange[]> {
  if (!Number.isFinite(duration) || duration < 0)
    throw misuse(`A till waits for some milliseconds, not for ${duration}.`);
  mustBeOpen(runtime);
  const done = await doWhatIsDue(runtime, runtime.clock.now() + duration);
  await releaseHeldBack(runtime);
  return done;
}

/** Sends what is due up to a moment, each when it is due. The clock stays where nothing is left to do. */
async function doWhatIsDue(runtime: Runtime, until: number): Promise<readonly Exchange[]> {
  const { clock, line } = runtime;
  const done: Exchange[] = [];
  for (let due = findDue(runtime); due && !line.signal.aborted; due = findDue(runtime)) {
    // Meanwhile something may have put another one forward, or sent this one.
    if (!(await clock.until(Math.min(due.at, until))) || findDue(runtime) !== due) continue;
    if (due.at > until) break;
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

async function close(runtime: Runtime): Promise<void> {
  const { callback } = runtime.state;
  runtime.ending.abort();
  changeState(runtime, { callback: undefined, pending: [] });
  await callback?.close();
}
