import { isObject, parseJson, withoutUndefined, type Json, type JsonObject } from "../../base/json.js";
import { doAction } from "../scenario/play-at-new-till.js";
import type { ScenarioReader } from "../scenario/read-scenarios.js";
import { escapeReferences, fillReferences, mapTexts } from "../scenario/references.js";
import { formatRelease } from "../../base/time/release.js";
import { type Exchange, misuse, type Till, TillError, type TillOptions } from "../engine/till.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { readTillOptions } from "../engine/till-set-up.js";
import { formatCurl } from "../engine/format-curl.js";
import type { SeenExchange, SentRequest } from "../traffic/seen-exchange.js";
import { formatRecordings, type Recording } from "./recording.js";
import { isSeen, type LoggedExchange } from "./describe-exchange.js";

/** The options of {@link openLiveTill}. */
export interface LiveTillOptions {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  /** Reads what somebody does at the till: a step of a scenario. */
  readonly reader: ScenarioReader;
  /** The name of the environment variable with the secret, for commands that a user copies. */
  readonly secretEnv: string;
  /** Signs a request anew, and sends it. */
  readonly resend: (request: SentRequest) => Promise<SeenExchange>;
}

/** A till in real time: what users do comes one after another, and what is due comes in between. */
export interface LiveTill extends LiveTillContext {
  run: TillRun;
}

/** A till of one release, with the log of its exchanges. */
export type TillRun = ReturnType<typeof startTillRun>;

/** The state that stays when another till takes the place of the current one. */
interface LiveTillContext extends LiveTillOptions {
  /** Called after each change. */
  readonly onChange: () => void;
  /** The newest exchanges of this till, of shops, and of requests that were sent again. */
  wire: readonly LoggedExchange[];
  /** How many exchanges there were, which gives each an id. */
  exchangeCount: number;
  /** The request under way, and since when. */
  underWay: { readonly event: string; readonly since: number } | undefined;
  /** Whether the till sends by itself what it sends. */
  isPolling: boolean;
  /** The recording at each till, finished or under way. */
  recordings: readonly Recording[];
  isRecording: boolean;
  /** The scenarios of what was recorded last. */
  recordingText: string;
  /** A moment of the till's clock, and when that was on the wall. */
  anchor: { readonly at: number; readonly wall: number };
  /** The events that the till repeats until an answer ends them, and when on the wall; also while it sends them. */
  pendingPolls: readonly { readonly event: string; readonly at: number }[];
  /** What went wrong when the till sent by itself; empty: nothing. */
  problem: string;
  timer: NodeJS.Timeout | undefined;
  queue: Promise<unknown>;
}

/**
 * Opens a till; `onChange` is called after each change. The time of the till passes here, when something is due: so nobody who does something
 * has to wait for the next poll.
 * @throws TillError if an option is at fault
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
    recordings: [],
    isRecording: false,
    recordingText: "",
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
    // What the till waits for is seen before it comes.
    fetch: (input, init) => {
      liveTill.underWay = { event: (input as string).split("/").at(-1) ?? "", since: Date.now() };
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

const maxWire = 100;

function addToWire(liveTill: LiveTillContext, entry: Omit<LoggedExchange, "id" | "at">): LoggedExchange {
  const logged = { ...entry, id: (liveTill.exchangeCount += 1), at: Date.now() };
  const wire = [...liveTill.wire, logged];
  // Strangers push out nothing but each other.
  const first = wire.findIndex(({ exchange: each }) => isSeen(each) && each.isVerified === false);
  liveTill.wire = wire.length > maxWire ? wire.toSpliced(Math.max(first, 0), 1) : wire;
  return logged;
}

/** Adds an exchange to the wire that is none of the till's own. */
export function showExchange(liveTill: LiveTill, exchange: SeenExchange): void {
  addToWire(liveTill, { exchange, byItself: false, isWaiting: false });
  liveTill.onChange();
}

/**
 * Sends a request of the wire again, as it was or with another body. The sale stays as it is.
 * @throws TillError if it may not be sent
 */
export async function sendAgain(liveTill: LiveTill, { id, body }: JsonObject): Promise<void> {
  const { exchange, ...sent } = requireSent(liveTill, id);
  if (isSeen(exchange) && exchange.isVerified !== true)
    throw misuse(
      "Its signature does not hold, so it may come from a stranger, and this program would sign it.",
    );
  if (body !== undefined && !(typeof body === "string" && isObject(parseJson(body))))
    throw misuse("This is no JSON object.");
  showExchange(liveTill, await liveTill.resend({ ...sent, body: body ?? sent.body }));
}

/**
 * A part of an exchange, whole, for users to copy.
 * @throws TillError if there is no such exchange
 */
export function readExchangeText(liveTill: LiveTill, id: number, part: string): string {
  const { exchange, event, subscription, body } = requireSent(liveTill, id);
  if (part === "answer") return exchange.reply?.body ?? "";
  if (part === "request") return body;
  const headers = { "Content-Type": "application/json", "X-Mplus-Subscription-Id": subscription };
  return formatCurl({ url: `${liveTill.till.url}/${event}`, headers, body }, liveTill.secretEnv);
}

function requireSent(liveTill: LiveTill, id: Json | undefined) {
  const found = liveTill.wire.find((each) => each.id === id);
  if (!found) throw misuse("This request is no longer in the wire.");
  const { exchange } = found;
  const { subscription } = isSeen(exchange) ? exchange : liveTill.till;
  return { exchange, event: exchange.event, subscription, body: exchange.body };
}

/** The releases that a till can run, the newest first. */
export const listTillReleases = ({ setUp }: TillRun): readonly string[] =>
  setUp.model.releases.map(({ release }) => formatRelease(release)).reverse();

/**
 * Does a step of a scenario, when all before it is done.
 * @throws TillError if it cannot be done
 */
export function doStep(liveTill: LiveTill, step: JsonObject): Promise<void> {
  const read = liveTill.reader.readValue({ steps: [mapTexts(step, escapeReferences)] }, "step");
  if (!read.ok) throw misuse(read.problems.map(({ message }) => message).join(" "));
  const [action] = read.value.steps.map((each) => fillReferences(each.action, new Map()).value);
  return enqueue(
    liveTill,
    async () => action && runAndRecord(liveTill, step, (till) => doAction(action, till)),
  );
}

/**
 * Changes the state around the till; another release or product, or a new recording, needs another till.
 * @throws TillError if there is none such
 */
export function changeLiveTill(liveTill: LiveTill, changes: JsonObject): Promise<void> {
  const { isRecording, release, product, clearsWire } = changes;
  const till = withoutUndefined({ release, product });
  if (!Object.values(till).every((value) => typeof value === "string"))
    throw misuse("A release and a product are texts.");
  return enqueue(liveTill, async () => {
    if (clearsWire === true) liveTill.wire = [];
    if (isRecording === true) liveTill.recordings = [];
    if (isRecording === false) liveTill.recordingText = formatRecordings(liveTill.recordings);
    if (typeof isRecording === "boolean") liveTill.isRecording = isRecording;
    if (isRecording === true || Object.keys(till).length > 0) await replaceTill(liveTill, till);
  });
}

/** The scenarios of the recording, finished or under way. */
export const getRecording = ({ isRecording, recordings, recordingText }: LiveTill): string =>
  isRecording ? formatRecordings(recordings) : recordingText;

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
  const begun = { release: fresh.till.release, product: fresh.setUp.product.id, actions: [] };
  if (liveTill.isRecording) liveTill.recordings = [...liveTill.recordings, begun];
}

/** Ends what is under way. */
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

/** Starts a timer for the next event that the till sends by itself. */
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
    // A till may be closed before its turn to poll comes.
    if (error instanceof TillError) return;
    liveTill.problem = describeInternalError(error);
    liveTill.onChange();
  };
  const run = (): void => void enqueue(liveTill, () => runAndRecord(liveTill, undefined, poll)).catch(fail);
  liveTill.timer = setTimeout(run, Math.max(0, toWall(due) - Date.now()));
}

/** The message for an error that is our own fault. */
export const describeInternalError = (error: unknown): string =>
  `This is a fault of mplus-codegen itself; please report it: ${error instanceof Error ? error.message : String(error)}`;

/** Has the till do something, and records it. Without a step the till does it by itself. */
async function runAndRecord(
  liveTill: LiveTill,
  step: JsonObject | undefined,
  run: (till: Till) => Promise<Exchange | undefined>,
): Promise<void> {
  const { recordings, isRecording } = liveTill;
  const { till } = liveTill.run;
  const [before, since, wasIdle] = [till.session, readClock(till), till.pending.length === 0];
  liveTill.isPolling = step === undefined;
  const exchange = await run(till);
  if (!step || wasIdle) liveTill.anchor = { at: readClock(till), wall: Date.now() };
  const [after, isOver] = [till.session, till.pending.length === 0];
  if (isRecording) recordings.at(-1)?.actions.push({ step, exchange, before, after, isOver, since });
}

/** The time of a till passes only with what it sends. */
const readClock = ({ transcript }: Till): number => transcript.at(-1)?.at ?? 0;
