import type { Contract } from "../../../templates/copied/validators/table.js";
import { getOwn, merge, type JsonObject } from "../../base/json.js";
import { createSnapshots } from "../../contract/lattice/snapshot.js";
import { buildModel } from "../../contract/model/build.js";
import type { EventModel } from "../../contract/model/model.js";
import type { CheckedSpec } from "../../contract/read/checked-spec.js";
import type { TillActName } from "../../contract/read/dialect.js";
import { createTableOfAll, createOwnValidators } from "../../contract/table/every-release.js";
import { formatRelease } from "../../base/time/release.js";
import { findCarriedParts, repeatOrder, type PendingOrder } from "./flows.js";
import { findSums, toEuros } from "./money.js";
import { listOpenPayments } from "./open-payments.js";
import { misuse, TillError } from "./till-error.js";
import type { Exchange, Fault, Till, TillOptions, TillSession } from "./till-types.js";
import { placeParts } from "./request.js";
import { requireEvent, whyNotAnswered, type TillContract, type TillSetUp } from "./till-set-up.js";
import { chooseOptions, closeForm, fillFields, type Question, type QuestionKind, type Sale } from "./sale.js";
import {
  createRunningTill,
  sendOrder,
  releaseHeldBack,
  type OpenQuestion,
  type RunningTill,
} from "./running-till.js";

export type { TillContract };

/** @param built The spec's table, if the build made it. */
export function createTillContract(spec: CheckedSpec, built?: Contract): TillContract {
  const snapshots = createSnapshots(buildModel(spec));
  return { ...snapshots, validators: createOwnValidators(built ?? createTableOfAll(snapshots)) };
}

/**
 * Starts a till.
 * @throws TillError if an option is invalid
 */
export function startTill(contract: TillContract, options: TillOptions): Till {
  const till = createRunningTill(contract, options);
  return {
    release: formatRelease(till.setUp.release),
    get session() {
      return describeSession(till);
    },
    transcript: till.transcript,
    get calledBack() {
      return till.calledBack;
    },
    get pending() {
      return till.pending.map(({ order, at, canEnd }) => ({ event: order.event.name, at, canEnd }));
    },
    get openPayments() {
      return listOpenPayments(till.transcript, till.setUp.model);
    },
    send: (event, parts = {}, fault) => sendEventByName(till, event, parts, fault),
    explainAbsence: (property) => whyNotAnswered(property, till.setUp),
    choose: (...chosen) => answerOpenQuestion(till, "dialog", (question) => chooseOptions(question, chosen)),
    fill: (values) => answerOpenQuestion(till, "form", (question) => fillFields(question, values)),
    scan: (code, codeType) => scanCode(till, code, codeType),
    cancel: () => cancel(till),
    wait: (duration) => wait(till, duration),
    close: async () => {
      const { callback } = till;
      till.ending.abort();
      Object.assign(till, { callback: undefined, pending: [] });
      await callback?.close();
    },
  };
}

const describeSession = ({ sales, openQuestion, setUp }: RunningTill): TillSession =>
  describeSale(sales.current, openQuestion, setUp);

/** A sale as a user of the till sees it. */
export function describeSale(
  current: Sale,
  question: Question | undefined,
  { settings }: Pick<TillSetUp, "settings">,
): TillSession {
  const { sessionId, lines, payments, relation, table, ...sale } = current;
  const { ended, locked, lockedForAdditions, printed, shown } = sale;
  const { total, open } = findSums(current, settings);
  return {
    sessionId,
    lines,
    payments,
    total: toEuros(total),
    openAmount: toEuros(open),
    ended,
    locked,
    lockedForAdditions,
    printed,
    shown,
    ...(relation && { relation }),
    ...(table && { table }),
    ...(question && { open: { [question.kind]: question.content } }),
  };
}

async function sendEventByName(
  till: RunningTill,
  name: string,
  parts: JsonObject,
  fault?: Fault,
): Promise<Exchange> {
  mustBeOpen(till);
  const event = requireEvent(name, till.setUp);
  const { openQuestion } = till;
  if (openQuestion && openQuestion.kind !== "requestScanCode")
    throw misuse(
      `A ${openQuestion.kind} is open: ${openQuestion.kind === "dialog" ? "choose" : "fill it in"}, or cancel.`,
    );
  mustBeFree(event, till);
  await doWhatIsDue(till, till.clock.now());
  const carried = findCarriedParts(event, till.flowProgress);
  return sendOrder(till, { event, parts: merge(carried, placeParts(event, parts)), isAgain: false }, fault);
}

function mustBeOpen({ endpoint }: RunningTill): void {
  if (endpoint.signal.aborted) throw misuse("The till is closed.");
}

/** While a flow of the sale is pending, nobody can pay otherwise or end the sale. */
function mustBeFree(event: EventModel, { pending }: RunningTill): void {
  const waited = pending.find(({ order, canEnd }) => canEnd && order.event.ownObjects.length > 0);
  if (!waited || !event.till.some(({ act }) => endingActs.includes(act))) return;
  const name = waited.order.event.name;
  throw misuse(`The till is still waiting for the outcome of \`${name}\`: wait or cancel.`);
}

const endingActs: readonly TillActName[] = ["openSale", "pay", "payOutside", "endSale"];

async function answerOpenQuestion(
  till: RunningTill,
  kind: QuestionKind,
  toParts: (question: OpenQuestion) => JsonObject,
) {
  mustBeOpen(till);
  const { openQuestion } = till;
  if (openQuestion?.kind !== kind) {
    const absence = whyNotAnswered(kind, till.setUp);
    throw absence === undefined ? misuse(`No ${kind} is open.`) : new TillError("not there", absence);
  }
  return sendOrder(till, repeatOrder(openQuestion.event, openQuestion.request, toParts(openQuestion)));
}

async function scanCode(till: RunningTill, code: string, codeType?: string): Promise<Exchange> {
  const [found] = till.setUp.model.events.flatMap((event) =>
    event.till.flatMap(({ act, at }) => (act === "scan" && at ? [{ event, at }] : [])),
  );
  if (!found) throw new TillError("not there", "No event reports a scanned code.");
  const parts = { [found.at.property]: code, ...(codeType !== undefined && { codeType }) };
  return sendEventByName(till, found.event.name, parts);
}

async function cancel(till: RunningTill): Promise<Exchange | undefined> {
  mustBeOpen(till);
  const { openQuestion, pending } = till;
  if (openQuestion?.kind === "form") return answerOpenQuestion(till, "form", closeForm);
  if (openQuestion) {
    if (getOwn(openQuestion.content, "required") === true && openQuestion.kind === "dialog")
      throw misuse("The dialog cannot be closed without a choice.");
    till.openQuestion = undefined;
    return undefined;
  }
  const waiting = pending.filter(({ canEnd }) => canEnd);
  if (waiting.length === 0) throw misuse("There is nothing to cancel.");
  const wish = findWish(till, waiting);
  if (wish) return sendEventByName(till, wish.name, {});
  till.pending = pending.filter(({ canEnd }) => !canEnd);
  return undefined;
}

function findWish(
  { setUp: { model } }: RunningTill,
  waiting: readonly PendingOrder[],
): EventModel | undefined {
  const flows = model.flows.filter(({ name }) => waiting.some(({ key }) => key === name));
  const steps = flows.flatMap((flow) => flow.steps.map(({ event }) => event));
  return model.events.find(
    ({ name, till }) => steps.includes(name) && till.some(({ act }) => act === "wantOut"),
  );
}

async function wait(till: RunningTill, duration: number): Promise<readonly Exchange[]> {
  if (!Number.isFinite(duration) || duration < 0)
    throw misuse(`Expected a wait of 0 ms or more, not ${duration}.`);
  mustBeOpen(till);
  const done = await doWhatIsDue(till, till.clock.now() + duration);
  await releaseHeldBack(till);
  return done;
}

/** Sends each event at its time, unless what it reports no longer holds. The clock stops when nothing is left to do. */
async function doWhatIsDue(till: RunningTill, until: number): Promise<readonly Exchange[]> {
  const { clock, endpoint } = till;
  const done: Exchange[] = [];
  for (let due = findDue(till); due && !endpoint.signal.aborted; due = findDue(till)) {
    // During the wait, an earlier event may have been added, or this event may have been sent.
    if (!(await clock.until(Math.min(due.at, until))) || findDue(till) !== due) continue;
    if (due.at > until) break;
    till.pending = till.pending.filter((each) => each !== due);
    if (due.isCurrent?.(till.sales.current) === false) continue;
    done.push(await sendOrder(till, due.order));
  }
  return done;
}

/** Finds the event that is due next. Of several events due at the same time, finds the event planned first. */
const findDue = ({ pending }: RunningTill): PendingOrder | undefined =>
  pending.toSorted((a, b) => a.at - b.at)[0];
