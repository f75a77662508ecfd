import { randomBytes } from "node:crypto";
import { getAt, getOwn, type JsonObject } from "../../base/json.js";
import { quote } from "../../base/text/quote.js";
import type { ProductModel } from "../../contract/model/model.js";
import { listItems } from "../engine/sale.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { createSetUp, isBlocking, isPolling, type TillSetUp } from "../engine/till-set-up.js";
import type { EventSetUp, Till, TillSettings } from "../engine/till-types.js";
import { TillError } from "../engine/till-error.js";
import { deriveStep } from "./derive-step.js";
import { doAction, readLiteralStep } from "./open-scenario.js";
import type { ScenarioReader } from "./read-scenarios.js";
import { createRecordedReceiver } from "./recorded-answers.js";
import type { RecordedSale, SaleExchange } from "./recorded-sales.js";
import type { DoneStep, ScenarioHead } from "./write-scenario.js";

export interface RedoOptions {
  readonly contract: TillContract;
  readonly reader: ScenarioReader;
  /** Default: the newest known release. */
  readonly release: string | undefined;
  /** Called for each request, or part of one, that cannot be in a step. */
  readonly leaveOut: (reason: LeftOutReason) => void;
}

export interface LeftOutReason {
  readonly what: "request" | "step" | "part";
  /** Without a period at the end. */
  readonly why: string;
  /** Default: 1. */
  readonly count?: number;
}

export interface RedoneSale {
  readonly head: Omit<ScenarioHead, "name">;
  readonly steps: readonly DoneStep[];
}

/** Does a recorded sale again at a till whose server gives the recorded answers. Nothing is sent. */
export async function redoSale({ exchanges }: RecordedSale, options: RedoOptions): Promise<RedoneSale> {
  const { contract, release } = options;
  const head = { release, product: findProduct(exchanges, contract), ...findSettings(exchanges) };
  const events = findEventSetUps(exchanges, createSetUp(head, contract));
  const secret = randomBytes(32).toString("base64");
  const receiver = createRecordedReceiver(exchanges, secret);
  const { fetch } = receiver;
  const wire = { url: "http://recording.invalid", subscription: "recording", secret, fetch };
  const till = startTill(contract, { ...wire, ...head, events, clock: "virtual", seed: 1 });
  try {
    const setUp = createSetUp({ ...head, events }, contract);
    const steps = await redoExchanges({ ...options, exchanges, till, setUp, receiver });
    return { head: { ...head, events }, steps };
  } finally {
    await till.close();
  }
}

interface SaleRun extends RedoOptions {
  readonly exchanges: readonly SaleExchange[];
  readonly till: Till;
  readonly setUp: TillSetUp;
  readonly receiver: ReturnType<typeof createRecordedReceiver>;
}

async function redoExchanges(run: SaleRun): Promise<readonly DoneStep[]> {
  const { exchanges, till, receiver, leaveOut } = run;
  const done: DoneStep[] = [];
  let settled = 0;
  for (const exchange of exchanges.slice(0, maxExchanges)) {
    if (receiver.isUsed(exchange)) continue;
    const cause = await redoExchange(exchange, run, done);
    if (cause !== undefined) leaveOut({ what: "request", why: cause });
    receiver.skip(exchange);
    if (isSettled(till)) settled = done.length;
  }
  const [tooMany, unsettled] = [exchanges.length - maxExchanges, done.length - settled];
  if (tooMany > 0) leaveOut({ what: "request", why: tooLong, count: tooMany });
  if (unsettled > 0) leaveOut({ what: "step", why: endsEarly, count: unsettled });
  return done.slice(0, settled);
}

/** Bounds the time and the memory for a sale. */
const maxExchanges = 500;

const tooLong = `a scenario is made of at most ${maxExchanges} requests`;
const endsEarly = "the recording of the sale ends while a payment, a poll or a dialog is open";

/** True if a scenario may end here: the writer closes questions that can be closed. */
function isSettled({ pending, session: { open = {} } }: Till): boolean {
  const { dialog } = open;
  return getOwn(dialog, "required") !== true && !pending.some(({ canEnd }) => canEnd);
}

/** Returns why the exchange cannot become a step. Undefined if it has become one. */
async function redoExchange(
  exchange: SaleExchange,
  run: SaleRun,
  done: DoneStep[],
): Promise<string | undefined> {
  const { till, setUp, exchanges } = run;
  const event = setUp.model.events.find(({ name }) => name === exchange.event);
  if (!event) return `${quote(exchange.event)} is not an event of the spec`;
  if (exchange.status === null) return `${event.name} got no answer`;
  const text = JSON.stringify(exchange.request);
  if (text.length > maxRequest) return `${event.name} is too large for a step`;
  const { request } = exchange;
  const next = exchanges.slice(exchanges.indexOf(exchange) + 1).find((each) => !run.receiver.isUsed(each));
  const isTwice = next?.event === exchange.event && JSON.stringify(next.request) === text;
  const derived = deriveStep({ event, request, isTwice }, till, setUp);
  if ("cause" in derived) return derived.cause;
  const isAnswer = ["choose", "fill", "cancel"].some((name) => derived.step[name] !== undefined);
  const dialog = till.session.open?.["dialog"];
  if (dialog !== undefined && !isAnswer) await doStep({ cancel: null }, run, done);
  const cause = await doStep(derived.step, run, done);
  const parts = cause === undefined ? (derived.leftOut ?? []) : [];
  for (const message of parts) run.leaveOut({ what: "part", why: omitPeriod(message) });
  return cause;
}

/** In characters. */
const maxRequest = 50_000;

async function doStep(
  step: JsonObject,
  { reader, till }: SaleRun,
  done: DoneStep[],
): Promise<string | undefined> {
  const [name = ""] = Object.keys(step);
  const read = readLiteralStep(step, reader);
  if (!read.ok) return `${name} cannot be a step: ${omitPeriod(read.problems[0]?.message ?? "")}`;
  const before = till.transcript.length;
  try {
    await doAction(read.value, till);
  } catch (error) {
    if (error instanceof TillError) return `the till cannot do ${name}: ${omitPeriod(error.message)}`;
    throw error;
  }
  done.push({ step, exchanges: till.transcript.slice(before), session: till.session });
  return undefined;
}

const omitPeriod = (sentence: string): string => sentence.replace(/\.$/, "");

/** Settings without which the recorded answers are of no use to a till. */
function findSettings(exchanges: readonly SaleExchange[]): Pick<ScenarioHead, "settings"> {
  const list = (name: string): readonly JsonObject[] =>
    exchanges.flatMap(({ answer = null }) => listItems(answer, name));
  const added = new Set(list("lineAdditions").map(({ lineId }) => lineId));
  const settings: Partial<TillSettings> = {
    ...(list("lineDeletions").some(({ lineId }) => !added.has(lineId)) && { anyLineMayBeDeleted: true }),
    ...(exchanges.some(({ answer }) => getAt(answer, ["externalPayment", "finalAmount"]) !== undefined) && {
      amountMayBeChanged: true,
    }),
  };
  return { settings };
}

/** Settings of the subscription that differ from the defaults, as the first request of each event shows them. */
function findEventSetUps(exchanges: readonly SaleExchange[], setUp: TillSetUp): Record<string, EventSetUp> {
  const entries = setUp.model.events.flatMap((event): (readonly [string, EventSetUp])[] => {
    const request = exchanges.find((each) => each.event === event.name)?.request;
    const [blocking, polling] = ["eventBlocking", "eventPolling"].map((name) =>
      getAt(request, ["event", name]),
    );
    const isOther = typeof blocking === "boolean" && blocking !== isBlocking(event, setUp);
    const pollsOther = typeof polling === "boolean" && polling !== isPolling(event, setUp);
    if (event.alwaysBlocking || !(isOther || pollsOther)) return [];
    return [[event.name, { ...(isOther && { blocking }), ...(pollsOther && { polling }) }]];
  });
  return Object.fromEntries(entries);
}

/** By `sender.productName`. Undefined for the first product. */
function findProduct(exchanges: readonly SaleExchange[], { model }: TillContract): string | undefined {
  const names = new Set(exchanges.map(({ request }) => getAt(request, ["sender", "productName"])));
  const [first, ...others] = model.products;
  const isSender = ({ productName }: ProductModel): boolean =>
    productName !== undefined && names.has(productName);
  return first && isSender(first) ? undefined : others.find(isSender)?.id;
}
