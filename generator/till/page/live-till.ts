import { withoutUndefined, type JsonObject } from "../../base/json.js";
import { doAction, readLiteralStep } from "../scenario/open-scenario.js";
import type { ScenarioReader, ScenarioText } from "../scenario/read-scenarios.js";
import type { Scenario, ScenarioResult } from "../scenario/scenario.js";
import { formatRelease } from "../../base/time/release.js";
import type { Exchange, Till } from "../engine/till-types.js";
import { misuse, requireNamed, TillError } from "../engine/till-error.js";
import { reportExchange, type AnyExchange } from "../report/exchange-report.js";
import {
  createExchangeLog,
  readSendAgain,
  readText,
  type ExchangeLog,
  type LoggedExchange,
} from "./exchange-log.js";
import { describeInternalError } from "./page-server.js";
import { recordStep, recordWait } from "./saved-sale.js";
import { findShop, listShopNames, startTillRun } from "./till-run.js";
import type { TillChange, TillRun, TillRunOptions } from "./till-run.js";
import { readClock } from "../scenario/derive-step.js";

export interface LiveTillOptions extends TillRunOptions {
  readonly reader: ScenarioReader;
  /** Built-in scenarios, by name. */
  readonly scenarios?: ReadonlyMap<string, ScenarioText> | undefined;
  /** True if shops call the same server. */
  readonly isBesideShops?: boolean;
}

/** A scenario on the page, with the others of its file. */
export interface LiveScenario {
  readonly scenarios: readonly Scenario[];
  readonly at: number;
  /** The till before the scenario. */
  readonly before: TillChange;
  /** Undefined until it is over. */
  readonly result: ScenarioResult | undefined;
}

/** User actions run in sequence, with due events in between. */
export interface LiveTill extends LiveTillContext {
  run: TillRun;
}

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
  /** The scenario that the till plays. */
  scenario: LiveScenario | undefined;
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
    scenario: undefined,
  };
  return Object.assign(context, { run: startRun(context, {}) });
}

const startRun = (liveTill: LiveTillContext, change: TillChange, scenario?: Scenario): TillRun =>
  startTillRun(
    liveTill,
    change,
    {
      onSend: (event) => {
        liveTill.underWay = { event, since: Date.now() };
        liveTill.onChange();
      },
      onExchange: (exchange, till) => {
        const { contract, isPolling: byItself } = liveTill;
        const report = reportExchange(exchange, { contract, secret: till.secret, till, byItself });
        const { id, at } = addToWire(liveTill, exchange, {
          report,
          source: "till",
          subscription: till.subscription,
        });
        return { exchange, id, at, byItself };
      },
    },
    scenario,
  );

const addToWire = (
  { wire }: LiveTillContext,
  exchange: AnyExchange,
  more: Pick<LoggedExchange, "report" | "source" | "subscription">,
): LoggedExchange =>
  wire.add(exchange, {
    ...more,
    at: Date.now(),
    isPoll: more.report.facts.marks.includes("automatic") && more.report.facts.isPoll,
    mayBeSent: true,
    consequences: [],
  }).entry;

/**
 * Sends a request on the wire again, unchanged or with another body. The sale stays as it is.
 * @throws TillError if it must not be sent
 */
export async function sendAgain(liveTill: LiveTill, asked: JsonObject): Promise<void> {
  const sent = readSendAgain(liveTill.wire, asked);
  const { resend, secret } = findShop(liveTill, sent.subscription);
  const seen = await resend(sent);
  const report = reportExchange(seen, { contract: liveTill.contract, secret });
  addToWire(liveTill, seen, { report, source: "again", subscription: seen.subscription });
  liveTill.onChange();
}

/**
 * A part of an exchange in full, for users to copy.
 * @throws TillError if there is no such exchange
 */
export function readExchangeText(liveTill: LiveTill, id: number, part: string): string {
  const entry = liveTill.wire.find(id);
  const { secretEnv } = findShop(liveTill, entry.subscription);
  return readText(entry, part, { url: liveTill.till.url, secretEnv });
}

export const listTillReleases = ({ setUp }: TillRun): readonly string[] =>
  setUp.model.releases.map(({ release }) => formatRelease(release)).reverse();

/**
 * Runs a scenario step after all earlier ones have finished.
 * @throws TillError if it is not possible
 */
export function doStep(liveTill: LiveTill, step: JsonObject): Promise<void> {
  const read = readLiteralStep(step, liveTill.reader);
  if (!read.ok) throw misuse(read.problems.map(({ message }) => message).join(" "));
  return enqueue(liveTill, async () => {
    const { run } = liveTill;
    if (isPlaying(run)) throw misuse("The till plays a scenario. Play its next step, or close the scenario.");
    const before = run.till.transcript.length;
    await runAtTill(liveTill, false, (till) => doAction(read.value, till));
    recordStep(run, step, before);
  });
}

/** True until the scenario has passed or failed. */
export const isPlaying = ({ player }: TillRun): boolean => player !== undefined && !player.isOver;

/**
 * Changes the state around the till. Another release or product starts another till.
 * @throws TillError if a value is invalid
 */
export function changeLiveTill(liveTill: LiveTill, changes: JsonObject): Promise<void> {
  const { release, product, subscription: shop, clearsWire } = changes;
  const till = withoutUndefined({ release, product, shop });
  if (!Object.values(till).every((value) => typeof value === "string"))
    throw misuse("A release, a product and a shop must be strings.");
  if (typeof shop === "string")
    requireNamed(
      "shop",
      shop,
      listShopNames(liveTill).map((name) => [name, name]),
    );
  return enqueue(liveTill, async () => {
    if (clearsWire === true) liveTill.wire.clear();
    if (Object.keys(till).length > 0) await replaceTill(liveTill, till);
  });
}

/** Starts another till in place of the current one, at the same shop unless told otherwise. */
export async function replaceTill(
  liveTill: LiveTill,
  change: TillChange,
  scenario?: Scenario,
): Promise<void> {
  const { till, setUp, shop } = liveTill.run;
  const { release, product } = { release: till.release, product: setUp.product.id, ...change };
  const fresh = startRun(liveTill, { shop, ...change, release, product }, scenario);
  await till.close();
  Object.assign(liveTill, { problem: "", scenario: undefined });
  liveTill.run = fresh;
  liveTill.anchor = { at: 0, wall: Date.now() };
  liveTill.wire.clear("till");
}

export async function closeLiveTill({ timer, run }: LiveTill): Promise<void> {
  clearTimeout(timer);
  await run.till.close();
}

export function enqueue(liveTill: LiveTill, job: () => Promise<void> | undefined): Promise<void> {
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
  // A scenario says itself when time passes.
  if (pending.length === 0 || isPlaying(liveTill.run)) return;
  const due = Math.min(...pending.map(({ at }) => at));
  const poll = async (till: Till) => {
    const [duration, before] = [due - readClock(till), till.transcript.length];
    const exchanges = await till.wait(duration);
    if (exchanges.length > 0) recordWait(liveTill.run, duration, before);
    return exchanges.at(-1);
  };
  const fail = (error: unknown): void => {
    // A till may be closed before its next poll.
    if (error instanceof TillError) return;
    liveTill.problem = describeInternalError(error);
    liveTill.onChange();
  };
  const run = (): void => void enqueue(liveTill, () => runAtTill(liveTill, true, poll)).catch(fail);
  liveTill.timer = setTimeout(run, Math.max(0, toWall(due) - Date.now()));
}

export async function runAtTill(
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
