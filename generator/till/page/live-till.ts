import { withoutUndefined, type JsonObject } from "../../base/json.js";
import { doAction } from "../scenario/play-at-new-till.js";
import type { ScenarioReader } from "../scenario/read-scenarios.js";
import { escapeReferences, fillReferences, mapTexts } from "../scenario/references.js";
import { formatRelease } from "../../base/time/release.js";
import {
  type Exchange,
  misuse,
  requireNamed,
  type Till,
  TillError,
  type TillOptions,
} from "../engine/till.js";
import { startTill, type TillContract } from "../engine/start-till.js";
import { readTillOptions } from "../engine/till-set-up.js";
import { formatRecordings, type Recording } from "./recording.js";
import type { LoggedExchange } from "./describe-exchange.js";

/** The options of {@link openLiveTill}. */
export interface LiveTillOptions {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  /** Reads what somebody does at the till: a step of a scenario. */
  readonly reader: ScenarioReader;
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
  /** The request under way, and since when. */
  underWay: { readonly event: string; readonly since: number } | undefined;
  /** Whether the till sends by itself what it sends. */
  isPolling: boolean;
  /** The release whose shops the answers are compared with. */
  comparedRelease: string;
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
    underWay: undefined,
    timer: undefined,
    queue: Promise.resolve(),
    comparedRelease: "48",
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
    onExchange: (exchange) =>
      log.push({ exchange, id: log.length, at: Date.now(), byItself: liveTill.isPolling }),
  };
  return { till: startTill(contract, options), setUp: readTillOptions(options, contract), log };
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
  const { compared, isRecording, release, product } = changes;
  const till = withoutUndefined({ release, product });
  if (!Object.values(till).every((value) => typeof value === "string"))
    throw misuse("A release and a product are texts.");
  return enqueue(liveTill, async () => {
    if (isRecording === true) liveTill.recordings = [];
    if (isRecording === false) liveTill.recordingText = formatRecordings(liveTill.recordings);
    if (typeof isRecording === "boolean") liveTill.isRecording = isRecording;
    const known = listTillReleases(liveTill.run).map((each) => [each, each] as const);
    if (typeof compared === "string") liveTill.comparedRelease = requireNamed("release", compared, known);
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
