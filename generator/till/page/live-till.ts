import { withoutUndefined, type JsonObject } from "../../base/json.js";
import { doAction } from "../scenario/play-at-new-till.js";
import type { ScenarioReader } from "../scenario/read-scenarios.js";
import { escapeReferences, fillReferences, mapTexts } from "../scenario/references.js";
import { formatRelease } from "../../base/time/release.js";
import { type Exchange, misuse, type Till, TillError, type TillOptions } from "../engine/till.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { readTillOptions } from "../engine/till-set-up.js";
import { readEventName } from "../engine/deliver.js";
import { getSaleId, isPoll, reportExchange, type ExchangeReport } from "../report/exchange-report.js";
import type { SeenExchange, SentRequest } from "../traffic/seen-exchange.js";
import { createExchangeLog, readSendAgain, type ExchangeLog } from "./exchange-log.js";
import { describeInternalError } from "./page-server.js";

export interface LiveTillOptions {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  readonly reader: ScenarioReader;
  readonly secretEnv: string;
  /** True if shops call the same server. */
  readonly isBesideShops?: boolean;
  readonly resend: (request: SentRequest) => Promise<SeenExchange>;
}

/** User actions run in sequence, with due events in between. */
export interface LiveTill extends LiveTillContext {
  run: TillRun;
}

/** Times are in milliseconds. */
export interface TillExchange {
  readonly exchange: Exchange;
  /** On the wire. */
  readonly id: number;
  /** Time of completion, on the wall clock. */
  readonly at: number;
  readonly byItself: boolean;
  /** True if the till then repeats an event until an answer ends it. */
  readonly isWaiting: boolean;
}

export type TillRun = ReturnType<typeof startTillRun>;

/** State that survives a change of till. */
interface LiveTillContext extends LiveTillOptions {
  readonly onChange: () => void;
  /** The newest exchanges: the till's own, and requests sent again. */
  readonly wire: ExchangeLog;
  underWay: { readonly event: string; readonly since: number } | undefined;
  isPolling: boolean;
  /** A moment on the till's clock and the same moment on the wall clock. */
  anchor: { readonly at: number; readonly wall: number };
  /** On the wall clock, including an event that is being sent. */
  pendingPolls: readonly { readonly event: string; readonly at: number }[];
  /** An error while the till sent something on its own. Empty if there is none. */
  problem: string;
  timer: NodeJS.Timeout | undefined;
  queue: Promise<unknown>;
}

/**
 * Opens a till. The till's time passes only when something is due, so no user action waits for the next poll.
 * @throws TillError if an option is invalid
 */
export function openLiveTill(options: LiveTillOptions, onChange: () => void): LiveTill {
  const context: LiveTillContext = {
    ...options,
    onChange,
    wire: createExchangeLog({ count: 100, characters: 16_000_000 }),
    underWay: undefined,
    timer: undefined,
    queue: Promise.resolve(),
    isPolling: false,
    anchor: { at: 0, wall: Date.now() },
    pendingPolls: [],
    problem: "",
  };
  return Object.assign(context, { run: startTillRun(context, {}) });
}

function startTillRun(liveTill: LiveTillContext, change: Pick<TillOptions, "release" | "product">) {
  const { contract } = liveTill;
  const log: TillExchange[] = [];
  const options: TillOptions = {
    ...liveTill.till,
    ...change,
    // Show what the till waits for before the answer arrives.
    fetch: (input, init) => {
      liveTill.underWay = { event: readEventName(input as string), since: Date.now() };
      liveTill.onChange();
      return fetch(input, init);
    },
    onExchange: (exchange) => {
      const isWaiting = till.pending.some(({ canEnd }) => canEnd);
      const byItself = liveTill.isPolling;
      const { subscription, secret } = options;
      const context = { contract, secret, byItself, till: { subscription, release: till.release } };
      const id = addToWire(liveTill, exchange, reportExchange(exchange, context), {
        source: "till",
        subscription,
      });
      log.push({ exchange, id, at: Date.now(), byItself, isWaiting });
    },
  };
  const till = startTill(contract, options);
  return { till, setUp: readTillOptions(options, contract), log };
}

function addToWire(
  { wire, contract }: LiveTillContext,
  exchange: Exchange | SeenExchange,
  report: ExchangeReport,
  more: { readonly source: "till" | "again"; readonly subscription: string },
): number {
  const { event, body, headers, reply, request } = exchange;
  const { entry } = wire.add({
    ...more,
    event,
    body,
    headers,
    reply,
    report,
    sale: getSaleId(request),
    isPoll: report.facts.marks.includes("automatic") && isPoll(exchange, contract.model),
    mayBeSent: true,
    consequences: [],
  });
  return entry.id;
}

/**
 * Sends a request on the wire again, unchanged or with another body. The sale stays as it is.
 * @throws TillError if it must not be sent
 */
export async function sendAgain(liveTill: LiveTill, asked: JsonObject): Promise<void> {
  const { contract, till } = liveTill;
  const seen = await liveTill.resend(readSendAgain(liveTill.wire, asked));
  const report = reportExchange(seen, { contract, secret: till.secret });
  addToWire(liveTill, seen, report, { source: "again", subscription: seen.subscription });
  liveTill.onChange();
}

export const listTillReleases = ({ setUp }: TillRun): readonly string[] =>
  setUp.model.releases.map(({ release }) => formatRelease(release)).reverse();

/**
 * Runs a scenario step after all earlier ones have finished.
 * @throws TillError if it is not possible
 */
export function doStep(liveTill: LiveTill, step: JsonObject): Promise<void> {
  const read = liveTill.reader.readValue({ steps: [mapTexts(step, escapeReferences)] }, "step");
  if (!read.ok) throw misuse(read.problems.map(({ message }) => message).join(" "));
  const [action] = read.value.steps.map((each) => fillReferences(each.action, new Map()).value);
  return enqueue(
    liveTill,
    async () => action && runAtTill(liveTill, false, (till) => doAction(action, till)),
  );
}

/**
 * Changes the state around the till. Another release or product starts another till.
 * @throws TillError if a value is invalid
 */
export function changeLiveTill(liveTill: LiveTill, changes: JsonObject): Promise<void> {
  const { release, product, clearsWire } = changes;
  const till = withoutUndefined({ release, product });
  if (!Object.values(till).every((value) => typeof value === "string"))
    throw misuse("A release and a product must be strings.");
  return enqueue(liveTill, async () => {
    if (clearsWire === true) liveTill.wire.clear();
    if (Object.keys(till).length > 0) await replaceTill(liveTill, till);
  });
}

async function replaceTill(
  liveTill: LiveTill,
  wanted: Pick<TillOptions, "release" | "product">,
): Promise<void> {
  const { till, setUp } = liveTill.run;
  const { release, product } = { release: till.release, product: setUp.product.id, ...wanted };
  const fresh = startTillRun(liveTill, { release, product });
  await till.close();
  liveTill.problem = "";
  liveTill.run = fresh;
  liveTill.wire.clear("till");
}

export async function closeLiveTill({ timer, run }: LiveTill): Promise<void> {
  clearTimeout(timer);
  await run.till.close();
}

function enqueue(liveTill: LiveTill, job: () => Promise<void> | undefined): Promise<void> {
  const done = liveTill.queue.then(job).finally(() => {
    liveTill.underWay = undefined;
    scheduleNext(liveTill);
    liveTill.onChange();
  });
  liveTill.queue = done.catch(() => undefined);
  return done;
}

function scheduleNext(liveTill: LiveTill): void {
  clearTimeout(liveTill.timer);
  const { pending } = liveTill.run.till;
  const toWall = (at: number): number => liveTill.anchor.wall + at - liveTill.anchor.at;
  const polls = pending.filter(({ canEnd }) => canEnd);
  liveTill.pendingPolls = polls.map(({ event, at }) => ({ event, at: toWall(at) }));
  if (pending.length === 0) return;
  const due = Math.min(...pending.map(({ at }) => at));
  const poll = async (till: Till) => (await till.wait(due - readClock(till))).at(-1);
  const fail = (error: unknown): void => {
    // A till may be closed before its next poll.
    if (error instanceof TillError) return;
    liveTill.problem = describeInternalError(error);
    liveTill.onChange();
  };
  const run = (): void => void enqueue(liveTill, () => runAtTill(liveTill, true, poll)).catch(fail);
  liveTill.timer = setTimeout(run, Math.max(0, toWall(due) - Date.now()));
}

async function runAtTill(
  liveTill: LiveTill,
  isPolling: boolean,
  run: (till: Till) => Promise<Exchange | undefined>,
): Promise<void> {
  const { till } = liveTill.run;
  const wasIdle = till.pending.length === 0;
  liveTill.isPolling = isPolling;
  await run(till);
  if (isPolling || wasIdle) liveTill.anchor = { at: readClock(till), wall: Date.now() };
}

/** The clock only advances with what the till sends. */
const readClock = ({ transcript }: Till): number => transcript.at(-1)?.at ?? 0;
