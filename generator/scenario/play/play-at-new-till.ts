import { setTimeout as sleep } from "node:timers/promises";
import { diagnose, type Complaint } from "../../doctor/diagnose.js";
import type { JsonObject } from "../../json.js";
import type { Exchange, Till, TillOptions } from "../../till/api/till.js";
import { TillError } from "../../till/values/error.js";
import { isBadExpected, judgeStep, listUnheld, type Seen } from "../expect/judge-step.js";
import { formatDuration } from "../read/duration.js";
import type { Action, Scenario, Step } from "../scenario.js";
import {
  fillReferences,
  lookUpIn,
  rememberAnswer,
  rememberValues,
  type Memory,
} from "../values/references.js";
import { startLimit, type Limit } from "./limit.js";
import type { Failure, ScenarioResult, StepResult } from "./result.js";

/** Where a scenario is played, and values in the place of its own. */
export interface NewTillOptions extends Omit<TillOptions, "events" | "settings" | "onExchange"> {
  /** Values in the place of those of the scenario. */
  readonly values?: JsonObject | undefined;
  /** What the receiver has logged so far, if it runs in this process. It grows meanwhile. */
  readonly log?: readonly string[] | undefined;
  /** Milliseconds of real time after which the scenario ends as failed. Default: never. */
  readonly timeout?: number | undefined;
  /** Hears of each step before it begins, and of each poll of one that waits. */
  readonly tell?: ((progress: string) => void) | undefined;
}

/** Plays a scenario at a till of its own, up to the first step that fails, and ends the till. */
export async function playAtNewTill(
  scenario: Scenario,
  options: NewTillOptions,
  start: (options: TillOptions) => Till,
): Promise<ScenarioResult> {
  const { values, log, timeout, tell = () => undefined, signal, ...others } = options;
  const limit = startLimit(timeout, signal);
  let hear: (exchange: Exchange) => void = () => undefined;
  const { release = scenario.release, product = scenario.product } = others;
  const { events, settings } = scenario;
  const onExchange = (exchange: Exchange): void => hear(exchange);
  const till = start({ ...others, release, product, events, settings, signal: limit.signal, onExchange });
  const follow = (step: Step): void => {
    const name = `${scenario.name}, ${step.title}`;
    const polls = createPolls(step, till);
    tell(name);
    hear = () => tell(`${name}${polls()}`);
  };
  const play = { till, options, limit, log, follow };
  try {
    const steps = await playSteps(scenario, rememberValues({ ...scenario.values, ...values }), play);
    return await conclude(scenario, steps, play);
  } finally {
    limit.lift();
    await till.close();
  }
}

/** How a step that waits gets on: `: poll 12 of 300, 24 s`. */
function createPolls({ action }: Step, till: Till): () => string {
  if (action.kind !== "wait") return () => "";
  const begun = till.transcript.at(-1)?.at ?? 0;
  let count = 0;
  return () => {
    count += 1;
    const [last, before] = till.transcript.slice(-2).toReversed();
    const passed = (last?.at ?? 0) - begun;
    const between = before && last ? last.at - before.at : 0;
    const most = between > 0 ? ` of ${Math.max(count, Math.floor(action.duration / between))}` : "";
    return `: poll ${count}${most}, ${Math.round(passed / 1000)} s`;
  };
}

interface Play {
  readonly till: Till;
  readonly options: NewTillOptions;
  readonly limit: Limit;
  readonly log: readonly string[] | undefined;
  readonly follow: (step: Step) => void;
}

async function playSteps({ steps }: Scenario, first: Memory, play: Play): Promise<readonly StepResult[]> {
  const results: StepResult[] = [];
  const noted = new Set<string>();
  let memory = first;
  for (const step of steps) {
    if (results.some(({ outcome }) => outcome !== "passed")) {
      results.push(describe(step, { outcome: "not run", duration: 0 }));
      continue;
    }
    play.follow(step);
    const begun = performance.now();
    const { result, next } = await playStep(step, memory, play);
    // What was noted once need not be read again.
    const notes = [...new Set(result.notes)].filter((note) => !noted.has(note));
    notes.forEach((note) => noted.add(note));
    results.push(describe(step, { ...result, notes, duration: performance.now() - begun }));
    memory = next;
  }
  return results;
}

const describe = (
  { title, position }: Step,
  rest: Partial<StepResult> & Pick<StepResult, "outcome" | "duration">,
): StepResult => ({
  ...{ title, ...(position && { position }), failures: [], notes: [], exchanges: [] },
  ...rest,
});

interface Played {
  readonly result: Partial<StepResult> & Pick<StepResult, "outcome">;
  readonly next: Memory;
}

async function playStep(step: Step, memory: Memory, play: Play): Promise<Played> {
  const { till, log, limit } = play;
  const [logged, before] = [log?.length ?? 0, till.transcript.length];
  const action = fillReferences(step.action, lookUpIn(memory));
  if (action.missing.length > 0) return { result: fail(action.missing.map(reportMissing)), next: memory };
  let exchange: Exchange | undefined;
  try {
    exchange = await doAction(action.value, till);
  } catch (error) {
    if (limit.isOver()) return { result: fail([limit.describe(till)]), next: memory };
    return { result: explainRefusal(error), next: memory };
  }
  const exchanges = till.transcript.slice(before);
  if (limit.isOver()) return { result: { ...fail([limit.describe(till)]), exchanges }, next: memory };
  const next = step.as !== undefined && exchange ? rememberAnswer(memory, step.as, exchange) : memory;
  const { expect = null, exactly = null } = step;
  const { value, missing } = fillReferences({ expect, exactly }, lookUpIn(next));
  if (missing.length > 0) return { result: { ...fail(missing.map(reportMissing)), exchanges }, next };
  const { session, pending } = till;
  const seen = {
    exchange,
    exchanges,
    session,
    pending,
    latest: till.transcript.at(-1),
    log: log?.slice(logged),
  };
  return { result: { ...(await judge(step, value, seen, play)), exchanges }, next };
}

async function judge(
  step: Step,
  { expect, exactly }: JsonObject,
  seen: Seen,
  { options }: Play,
): Promise<Played["result"]> {
  // Who expects a failure has no need of advice on it.
  const complaint = isBadExpected(step) ? undefined : await findComplaint(seen.exchanges, options);
  const expectation = {
    expect: step.expect && (expect as JsonObject),
    exactly: step.exactly === undefined ? undefined : exactly,
  };
  const failures = judgeStep(expectation, seen, complaint);
  const notes = [
    ...listUnheld(step, seen),
    ...seen.exchanges.flatMap(({ leftOut, unused, notes: odd }) =>
      [...leftOut, ...unused, ...odd].map(({ message }) => message),
    ),
  ];
  return { outcome: failures.length > 0 ? "failed" : "passed", failures, notes, complaint };
}

/** What is wrong with the server, by the first answer that the till cannot use, or else by the last one. */
async function findComplaint(
  exchanges: readonly Exchange[],
  { url: endpoint, subscription, secret }: NewTillOptions,
): Promise<Complaint | undefined> {
  const exchange = exchanges.find(({ verdict }) => verdict.kind !== "taken") ?? exchanges.at(-1);
  if (!exchange?.result) return undefined;
  const { event, url, headers, body, result, verdict } = exchange;
  const findings = "findings" in verdict ? verdict.findings : [];
  const sent = { url, headers, body: Buffer.from(body) };
  return diagnose({ endpoint, event, subscription, secret, sent, result, findings });
}

/** Has the till do what a step says; of a time that passes, the last exchange is what the step is about. */
export async function doAction(action: Action, till: Till): Promise<Exchange | undefined> {
  switch (action.kind) {
    case "event":
      return till.send(action.event, action.parts, action.fault);
    case "choose":
      return till.choose(...([action.options].flat() as readonly (string | number)[]));
    case "fill":
      return till.fill(action.values as Readonly<Record<string, string | readonly string[]>>);
    case "scan":
      return till.scan(action.code, action.codeType);
    case "cancel":
      return till.cancel();
    case "wait":
      return (await till.wait(action.duration)).at(-1);
  }
}

/** A till that cannot do this says why. Throws what is no such saying: a fault of ours. */
function explainRefusal(error: unknown): Played["result"] {
  if (!(error instanceof TillError)) throw error;
  const { kind, message } = error;
  return kind === "not there" ? { outcome: "not played", notes: [message] } : fail([toFailure(message)]);
}

const fail = (failures: readonly Failure[]) => ({ outcome: "failed", failures }) as const;

const toFailure = (message: string): Failure => ({ message, differences: [] });

const reportMissing = (path: string): Failure =>
  toFailure(`\${${path}} has no value: what was remembered does not have this part.`);

async function conclude(
  scenario: Scenario,
  steps: readonly StepResult[],
  play: Play,
): Promise<ScenarioResult> {
  const { till } = play;
  const { session, pending, release } = till;
  const { name, file } = scenario;
  const result = { name, file, release, steps, session, pending, failures: [], notes: [], hints: [] };
  const [unplayed, failed] = (["not played", "failed"] as const).map((outcome) =>
    steps.find((step) => step.outcome === outcome),
  );
  if (unplayed) return { ...result, outcome: "not played", reason: unplayed.notes.join(" ") };
  if (failed) return { ...result, outcome: "failed", hints: listHints(scenario, failed, play) };
  const failures = scenario.isCut === true ? [] : judgeEnd(till);
  if (failures.length > 0)
    return { ...result, outcome: "failed", failures, hints: listHints(scenario, undefined, play) };
  const notes = (await isUncalled(till)) ? ["Nobody called `callbackUrl`."] : [];
  return { ...result, outcome: "passed", notes };
}

/** What helps to find out why a scenario failed: what it needs, and time that the receiver was not given. */
function listHints(
  { needs, steps }: Scenario,
  failed: StepResult | undefined,
  { options, limit }: Play,
): string[] {
  const action = steps.find(
    ({ position, title }) => position === failed?.position && title === failed?.title,
  )?.action;
  const isHasty =
    !limit.isOver() &&
    options.clock === "virtual" &&
    action?.kind === "wait" &&
    (failed?.duration ?? 0) < action.duration / 10;
  return [
    ...(needs === undefined ? [] : [`The scenario needs this: ${needs.trim().replace(/\s+/g, " ")}`]),
    ...(isHasty ? [describeHaste(action.duration, failed?.duration ?? 0)] : []),
  ];
}

const describeHaste = (wait: number, real: number): string =>
  `The clock is virtual: the wait of ${formatDuration(wait)} took ${(real / 1000).toFixed(1)} s of real time. If the receiver itself needs the time, use \`--clock real\` (in a test: \`clock: "real"\`).`;

/** A receiver may call just after its answer has ended the scenario: it is given a moment of real time. */
async function isUncalled(till: Till): Promise<boolean> {
  for (let looks = 0; till.calledBack === 0 && looks < 40; looks += 1) await sleep(50);
  return till.calledBack === 0;
}

/** Nothing that an answer could have brought to its end goes on, and nobody has to answer a question first. */
const judgeEnd = ({ pending, session }: Till): readonly Failure[] => [
  ...pending
    .filter(({ canEnd }) => canEnd)
    .map(({ event }) => toFailure(`The till still waits at the end: it would send ${event} again.`)),
  ...Object.keys(session.open ?? {}).flatMap((kind) => {
    const way = waysOut.get(kind);
    return way === undefined ? [] : [toFailure(`A ${kind} is still open at the end: ${way}, or cancel.`)];
  }),
];

/** Without an answer to these, a user of the till cannot go on. */
const waysOut: ReadonlyMap<string, string> = new Map([
  ["dialog", "choose"],
  ["form", "fill it in"],
]);
