import { defined, type JsonObject } from "../../base/json.js";
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
import { readOptions } from "../engine/till-set-up.js";
import { formatRecordings, type Recording } from "./recording.js";
import type { Logged } from "./describe-exchange.js";

/** What a desk is opened with. */
export interface DeskOptions {
  readonly contract: TillContract;
  readonly till: Omit<TillOptions, "fetch" | "onExchange">;
  /** Reads what somebody does at the till: a step of a scenario. */
  readonly reader: ScenarioReader;
}

/** A till in real time: what users do comes one after another, and what is due comes in between. */
export interface Desk extends Surroundings {
  sitting: Sitting;
}

/** A till of one release, and what has happened at it. */
export type Sitting = ReturnType<typeof sitDown>;

/** What is around a till, and stays when another one takes its place. */
interface Surroundings extends DeskOptions {
  /** Hears of each change. */
  readonly tell: () => void;
  /** The request under way, and since when. */
  underWay: { readonly event: string; readonly since: number } | undefined;
  /** Whether the till sends by itself what it sends. */
  isPolling: boolean;
  /** The release whose shops the answers are compared with. */
  compared: string;
  /** What was recorded, or is: what was done at each till. */
  recordings: readonly Recording[];
  isRecording: boolean;
  /** The scenarios of what was recorded last. */
  recorded: string;
  /** A moment of the till's clock, and when that was on the wall. */
  anchor: { readonly at: number; readonly wall: number };
  /** What the till asks again until an answer ends it, and when on the wall; also while it does. */
  waits: readonly { readonly event: string; readonly at: number }[];
  /** What went wrong when the till sent by itself; empty: nothing. */
  problem: string;
  timer: NodeJS.Timeout | undefined;
  queue: Promise<unknown>;
}

/**
 * Opens a till; `tell` hears of each change. The time of the till passes here, when something is due: so nobody who does something
 * has to wait for the next poll.
 * @throws TillError if an option is at fault
 */
export function openDesk(options: DeskOptions, tell: () => void): Desk {
  const surroundings: Surroundings = {
    ...options,
    tell,
    underWay: undefined,
    timer: undefined,
    queue: Promise.resolve(),
    compared: "48",
    recordings: [],
    isRecording: false,
    recorded: "",
    isPolling: false,
    anchor: { at: 0, wall: Date.now() },
    waits: [],
    problem: "",
  };
  return Object.assign(surroundings, { sitting: sitDown(surroundings, {}) });
}

function sitDown(desk: Surroundings, change: Pick<TillOptions, "release" | "product">) {
  const { contract } = desk;
  const log: Logged[] = [];
  const options: TillOptions = {
    ...desk.till,
    ...change,
    // What the till waits for is seen before it comes.
    fetch: (input, init) => {
      desk.underWay = { event: (input as string).split("/").at(-1) ?? "", since: Date.now() };
      desk.tell();
      return fetch(input, init);
    },
    onExchange: (exchange) =>
      log.push({ exchange, id: log.length, at: Date.now(), byItself: desk.isPolling }),
  };
  return { till: startTill(contract, options), setUp: readOptions(options, contract), log };
}

/** The releases that a till can run, the newest first. */
export const listReleases = ({ setUp }: Sitting): readonly string[] =>
  setUp.model.releases.map(({ release }) => formatRelease(release)).reverse();

/**
 * Does a step of a scenario, when all before it is done.
 * @throws TillError if it cannot be done
 */
export function doStep(desk: Desk, step: JsonObject): Promise<void> {
  const read = desk.reader.readValue({ steps: [mapTexts(step, escapeReferences)] }, "step");
  if (!read.ok) throw misuse(read.problems.map(({ message }) => message).join(" "));
  const [action] = read.value.steps.map((each) => fillReferences(each.action, new Map()).value);
  return enqueue(desk, async () => action && perform(desk, step, (till) => doAction(action, till)));
}

/**
 * Changes what is around the till; of another release or product, or to be recorded, it is another till.
 * @throws TillError if there is none such
 */
export function change(desk: Desk, asked: JsonObject): Promise<void> {
  const { compared, isRecording, release, product } = asked;
  const till = defined({ release, product });
  if (!Object.values(till).every((value) => typeof value === "string"))
    throw misuse("A release and a product are texts.");
  return enqueue(desk, async () => {
    if (isRecording === true) desk.recordings = [];
    if (isRecording === false) desk.recorded = formatRecordings(desk.recordings);
    if (typeof isRecording === "boolean") desk.isRecording = isRecording;
    const known = listReleases(desk.sitting).map((each) => [each, each] as const);
    if (typeof compared === "string") desk.compared = requireNamed("release", compared, known);
    if (isRecording === true || Object.keys(till).length > 0) await replaceTill(desk, till);
  });
}

/** The scenarios of what was recorded, or is. */
export const readRecording = ({ isRecording, recordings, recorded }: Desk): string =>
  isRecording ? formatRecordings(recordings) : recorded;

async function replaceTill(desk: Desk, wanted: Pick<TillOptions, "release" | "product">): Promise<void> {
  const { till, setUp } = desk.sitting;
  const { release, product } = { release: till.release, product: setUp.product.id, ...wanted };
  const fresh = sitDown(desk, { release, product });
  await till.close();
  desk.problem = "";
  desk.sitting = fresh;
  const begun = { release: fresh.till.release, product: fresh.setUp.product.id, clicks: [] };
  if (desk.isRecording) desk.recordings = [...desk.recordings, begun];
}

/** Ends what is under way. */
export async function closeDesk({ timer, sitting }: Desk): Promise<void> {
  clearTimeout(timer);
  await sitting.till.close();
}

function enqueue(desk: Desk, job: () => Promise<void> | undefined): Promise<void> {
  const done = desk.queue.then(job).finally(() => {
    desk.underWay = undefined;
    plan(desk);
    desk.tell();
  });
  desk.queue = done.catch(() => undefined);
  return done;
}

/** What the till does by itself it does when that is due on the wall. */
function plan(desk: Desk): void {
  clearTimeout(desk.timer);
  const { pending } = desk.sitting.till;
  const toWall = (at: number): number => desk.anchor.wall + at - desk.anchor.at;
  const waits = pending.filter(({ canEnd }) => canEnd);
  desk.waits = waits.map(({ event, at }) => ({ event, at: toWall(at) }));
  if (pending.length === 0) return;
  const due = Math.min(...pending.map(({ at }) => at));
  const poll = async (till: Till) => (await till.wait(due - readClock(till))).at(-1);
  const fail = (error: unknown): void => {
    // A till may be closed before its turn to poll comes.
    if (error instanceof TillError) return;
    desk.problem = describeFault(error);
    desk.tell();
  };
  const run = (): void => void enqueue(desk, () => perform(desk, undefined, poll)).catch(fail);
  desk.timer = setTimeout(run, Math.max(0, toWall(due) - Date.now()));
}

/** What to tell of an error that is our own. */
export const describeFault = (error: unknown): string =>
  `This is a fault of mplus-codegen itself; please report it: ${error instanceof Error ? error.message : String(error)}`;

/** Has the till do something, and records it. Without a step the till does it by itself. */
async function perform(
  desk: Desk,
  step: JsonObject | undefined,
  run: (till: Till) => Promise<Exchange | undefined>,
): Promise<void> {
  const { recordings, isRecording } = desk;
  const { till } = desk.sitting;
  const [before, since, wasIdle] = [till.session, readClock(till), till.pending.length === 0];
  desk.isPolling = step === undefined;
  const exchange = await run(till);
  if (!step || wasIdle) desk.anchor = { at: readClock(till), wall: Date.now() };
  const [after, isOver] = [till.session, till.pending.length === 0];
  if (isRecording) recordings.at(-1)?.clicks.push({ step, exchange, before, after, isOver, since });
}

/** The time of a till passes only with what it sends. */
const readClock = ({ transcript }: Till): number => transcript.at(-1)?.at ?? 0;
