import { isObject, parseJson, withoutUndefined, type Json, type JsonObject } from "../../base/json.js";
import { doAction } from "../scenario/play-at-new-till.js";
import type { ScenarioReader } from "../scenario/read-scenarios.js";
import { escapeReferences, fillReferences, mapTexts } from "../scenario/references.js";
import { formatRelease } from "../../base/time/release.js";
import { type Exchange, misuse, type Till, TillError, type TillOptions } from "../engine/till.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { readTillOptions } from "../engine/till-set-up.js";
import { readEventName, toEventUrl } from "../engine/deliver.js";
import { formatCurl } from "../engine/format-curl.js";
import type { SeenExchange, SentRequest } from "../traffic/seen-exchange.js";
import type { LoggedExchange } from "./describe-exchange.js";
import { isSeen } from "./explain-exchange.js";

export interface LiveTillOptions {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  readonly reader: ScenarioReader;
  readonly secretEnv: string;
  readonly resend: (request: SentRequest) => Promise<SeenExchange>;
}

/** User actions run in sequence, with due events in between. */
export interface LiveTill extends LiveTillContext {
  run: TillRun;
}

export type TillRun = ReturnType<typeof startTillRun>;

/** State that survives a change of till. */
interface LiveTillContext extends LiveTillOptions {
  readonly onChange: () => void;
  /** The newest exchanges: the till's own, those of shops, and requests sent again. */
  wire: readonly LoggedExchange[];
  exchangeCount: number;
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
    wire: [],
    exchangeCount: 0,
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
  const log: LoggedExchange[] = [];
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
      log.push(addToWire(liveTill, { exchange, byItself: liveTill.isPolling, isWaiting }));
    },
  };
  const till = startTill(contract, options);
  return { till, setUp: readTillOptions(options, contract), log };
}

/** The exchanges on the wire: their number, and the characters of their bodies. */
const maxWire = { count: 100, characters: 16_000_000 };

function addToWire(liveTill: LiveTillContext, entry: Omit<LoggedExchange, "id" | "at">): LoggedExchange {
  const logged = { ...entry, id: (liveTill.exchangeCount += 1), at: Date.now() };
  let wire = [...liveTill.wire, logged];
  while (wire.length > maxWire.count || (wire.length > 1 && countCharacters(wire) > maxWire.characters)) {
    // Requests from strangers displace only requests from strangers.
    const first = wire.findIndex(({ exchange: each }) => isSeen(each) && each.isVerified === false);
    wire = wire.toSpliced(Math.max(first, 0), 1);
  }
  liveTill.wire = wire;
  return logged;
}

const countCharacters = (wire: readonly LoggedExchange[]): number =>
  wire.reduce((sum, { exchange: { body, reply } }) => sum + body.length + (reply?.body.length ?? 0), 0);

export function showExchange(liveTill: LiveTill, exchange: SeenExchange): void {
  addToWire(liveTill, { exchange, byItself: false, isWaiting: false });
  liveTill.onChange();
}

/**
 * Sends a request on the wire again, unchanged or with another body. The sale stays as it is.
 * @throws TillError if it must not be sent
 */
export async function sendAgain(liveTill: LiveTill, { id, body }: JsonObject): Promise<void> {
  const { exchange, ...sent } = requireSent(liveTill, id);
  if (isSeen(exchange) && exchange.isVerified !== true)
    throw misuse(
      "The signature of this request is invalid, so it may come from a stranger. Sending it again would sign it.",
    );
  if (body !== undefined && !(typeof body === "string" && isObject(parseJson(body))))
    throw misuse("This is not a JSON object.");
  showExchange(liveTill, await liveTill.resend({ ...sent, body: body ?? sent.body }));
}

/**
 * A part of an exchange in full, for users to copy.
 * @throws TillError if there is no such exchange
 */
export function readExchangeText(liveTill: LiveTill, id: number, part: string): string {
  const { exchange, event, subscription, body } = requireSent(liveTill, id);
  if (part === "answer") return exchange.reply?.body ?? "";
  if (part === "request") return body;
  const headers = { "Content-Type": "application/json", "X-Mplus-Subscription-Id": subscription };
  return formatCurl({ url: toEventUrl(liveTill.till.url, event), headers, body }, liveTill.secretEnv);
}

function requireSent(liveTill: LiveTill, id: Json | undefined) {
  const found = liveTill.wire.find((each) => each.id === id);
  if (!found) throw misuse("This request is no longer on the wire.");
  const { exchange } = found;
  const { subscription } = isSeen(exchange) ? exchange : liveTill.till;
  return { exchange, event: exchange.event, subscription, body: exchange.body };
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
    if (clearsWire === true) liveTill.wire = [];
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
  liveTill.wire = liveTill.wire.filter(({ exchange }) => isSeen(exchange));
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

export const describeInternalError = (error: unknown): string =>
  `This is a bug in mplus-codegen; please report it: ${error instanceof Error ? error.message : String(error)}`;

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
