import { setTimeout as sleep } from "node:timers/promises";
import { diagnoseExchange } from "../doctor/diagnose.js";
import { getOwn, type Json, type JsonObject } from "../../base/json.js";
import type { Model } from "../../contract/model/model.js";
import type { TillContract } from "../engine/till-set-up.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { truncate } from "../../base/text/quote.js";
import type { Exchange, Till, TillOptions } from "../engine/till-types.js";
import { TillError } from "../engine/till-error.js";
import { findExpectedVerdict, judgeStep, listExpectedAnswers, readAnswer, toFailure } from "./judge-step.js";
import { escapeReferences, fillReferences, mapTexts, maxFilledLength, remember } from "./references.js";
import type { ScenarioReader } from "./read-scenarios.js";
import { formatDuration } from "./scenario.js";
import type { StepAction, Failure, Scenario, ScenarioResult, ScenarioStep, StepResult } from "./scenario.js";

export interface NewTillOptions extends Omit<TillOptions, "events" | "settings" | "onExchange"> {
  readonly values?: JsonObject | undefined;
  /** The log of a receiver in this process. It grows during the scenario. */
  readonly log?: readonly string[] | undefined;
  /** In milliseconds of real time. The scenario fails when this time is up. Default: no limit. */
  readonly timeout?: number | undefined;
}

/** Starts tills of a contract. */
export interface TillAccess {
  readonly contract: TillContract;
  readonly startTill: (options: TillOptions) => Till;
}

interface ScenarioPlay extends Omit<NewTillOptions, "values" | "signal"> {
  readonly scenario: Scenario;
  readonly till: Till;
  readonly model: Model;
  readonly memory: Map<string, readonly Json[]>;
  isLate: boolean;
}

/** Plays a scenario at a till of its own, one step at a time. */
export interface ScenarioPlayer {
  readonly till: Till;
  /** Of the steps so far. */
  readonly results: readonly StepResult[];
  /** True after a step that did not pass, or the last one. */
  readonly isOver: boolean;
  /** Plays the next step. After a step that did not pass, the others are not run. */
  readonly next: () => Promise<StepResult | undefined>;
  /** Judges what remains open at the till after the last step. */
  readonly finish: () => Promise<ScenarioResult>;
  /** Ends the scenario because its time is up. */
  readonly expire: () => void;
  readonly close: () => Promise<void>;
}

/** @throws TillError if an option is invalid */
export function openScenario(
  scenario: Scenario,
  { values, log, timeout, ...others }: NewTillOptions,
  { contract, startTill }: TillAccess,
): ScenarioPlayer {
  const { release = scenario.release, product = scenario.product, signal } = others;
  const { events, settings } = scenario;
  const ending = new AbortController();
  const end = (): void => ending.abort();
  signal?.addEventListener("abort", end);
  if (signal?.aborted) end();
  const till = startTill({ ...others, release, product, events, settings, signal: ending.signal });
  const memory = remember({ ...scenario.values, ...values });
  const { model } = contract;
  const play: ScenarioPlay = { ...others, log, timeout, scenario, till, model, memory, isLate: false };
  const results: StepResult[] = [];
  return {
    till,
    results,
    get isOver() {
      return results.length === scenario.steps.length || !hasPassed(results);
    },
    next: async () => {
      const step = scenario.steps[results.length];
      const result = step && (await playNextStep(step, results, play));
      if (result) results.push(result);
      return result;
    },
    finish: () => conclude(results, play),
    expire: () => {
      play.isLate = true;
      end();
    },
    close: async () => {
      signal?.removeEventListener("abort", end);
      await till.close();
    },
  };
}

async function playNextStep(
  step: ScenarioStep,
  results: readonly StepResult[],
  play: ScenarioPlay,
): Promise<StepResult> {
  const { title, position } = step;
  const begun = performance.now();
  const played: StepOutcome = hasPassed(results) ? await playStep(step, play) : { outcome: "not run" };
  const { notes = [], ...rest } = played;
  const noted = results.flatMap((result) => result.notes);
  return {
    title,
    ...(position && { position }),
    failures: [],
    notes: [...new Set(notes)].filter((note) => !noted.includes(note)),
    exchanges: [],
    ...rest,
    duration: performance.now() - begun,
  };
}

const hasPassed = (results: readonly StepResult[]): boolean =>
  results.every(({ outcome }) => outcome === "passed");

type StepOutcome = Partial<StepResult> & Pick<StepResult, "outcome">;

async function playStep(step: ScenarioStep, play: ScenarioPlay): Promise<StepOutcome> {
  const { till, memory, log } = play;
  const absence = listExpectedAnswers(step).flatMap((name) => till.explainAbsence(name) ?? [])[0];
  if (absence !== undefined) return { outcome: "not played", notes: [absence] };
  const [logged, before] = [log?.length ?? 0, till.transcript.length];
  const action = fillReferences(step.action, memory);
  const unfilled = judgeFilling(action);
  if (unfilled.length > 0) return fail(unfilled);
  let exchange: Exchange | undefined;
  try {
    exchange = await doAction(action.value, till);
  } catch (error) {
    return play.isLate ? fail([describeWaiting(play)]) : explainRefusal(error);
  }
  const exchanges = till.transcript.slice(before);
  if (play.isLate) return { ...fail([describeWaiting(play)]), exchanges };
  if (step.as !== undefined && exchange) memory.set(step.as, listRemembered(exchange));
  const { expect = null, exactly = null } = step;
  const room = maxFilledLength - JSON.stringify(action.value).length;
  const wanted = fillReferences({ expect, exactly }, memory, room);
  const unknown = judgeFilling(wanted);
  if (unknown.length > 0) return { ...fail(unknown), exchanges };
  const { value } = wanted;
  const expectation = {
    ...(value.expect && { expect: value.expect }),
    ...(step.exactly !== undefined && { exactly: value.exactly }),
  };
  // An expected failure needs no advice.
  const isBadExpected = findExpectedVerdict(step.expect ?? {}) !== undefined;
  const bad = exchanges.find(({ verdict }) => verdict.kind !== "taken") ?? exchanges.at(-1);
  const complaint =
    isBadExpected || !bad ? undefined : await diagnoseExchange(bad, play, { model: play.model });
  const { session, pending, transcript } = till;
  const seen = { exchange, exchanges, session, pending, latest: transcript.at(-1), log: log?.slice(logged) };
  const failures = judgeStep(expectation, seen, complaint);
  const isUnheld = step.expect?.["log"] !== undefined && !log;
  const notes = [
    ...(isUnheld ? ["`log` is not checked, because the receiver does not run in this process."] : []),
    ...exchanges.flatMap(({ leftOut, unused, notes: odd }) =>
      [...leftOut, ...unused, ...odd].map(({ message }) => message),
    ),
  ];
  return { outcome: failures.length > 0 ? "failed" : "passed", failures, notes, complaint, exchanges };
}

/** Names resolve in the answer, then in its object with the event's name. `request` is the request. */
function listRemembered(exchange: Exchange): readonly Json[] {
  const answer = readAnswer(exchange) ?? {};
  return [answer, getOwn(answer, exchange.event) ?? {}, { request: exchange.request }];
}

/** Reads a step as in a scenario file, but with literal texts: `${` starts no reference. */
export function readLiteralStep(step: JsonObject, reader: ScenarioReader): Outcome<StepAction> {
  const read = reader.readValue({ steps: [mapTexts(step, escapeReferences)] }, "step");
  const [only] = read.ok ? read.value.steps : [];
  return only ? success(fillReferences(only.action, new Map()).value) : failure(read.ok ? [] : read.problems);
}

/** Returns the last exchange of a wait. */
export async function doAction(action: StepAction, till: Till): Promise<Exchange | undefined> {
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

/** Rethrows errors other than TillError, which are bugs of ours. */
function explainRefusal(error: unknown): StepOutcome {
  if (!(error instanceof TillError)) throw error;
  const { kind, message } = error;
  return kind === "not there" ? { outcome: "not played", notes: [message] } : fail([toFailure(message)]);
}

function describeWaiting({ till: { transcript, pending }, timeout = 0 }: ScenarioPlay): Failure {
  const last = transcript.at(-1);
  const waited = pending.find(({ canEnd }) => canEnd)?.event ?? last?.event ?? "";
  const count = transcript.filter(({ event }) => event === waited).length;
  const object = count > 1 ? `${waited} to end after sending it ${count} times` : `the answer to ${waited}`;
  const time = `${timeout / 1000} s of real time (\`--timeout\`)`;
  return toFailure(`The scenario was stopped after ${time}: the till was waiting for ${object}.`);
}

const fail = (failures: readonly Failure[]): StepOutcome => ({ outcome: "failed", failures });

const judgeFilling = ({ missing, excess }: ReturnType<typeof fillReferences>): readonly Failure[] =>
  excess === undefined
    ? missing.map((path) => reportReference(path, "has no value: the remembered answer does not contain it"))
    : [reportReference(excess, `makes this step too long: ${limitOfStep}`)];

const limitOfStep = `references may insert ${maxFilledLength.toLocaleString("en")} characters into a step`;

const reportReference = (path: string, detail: string): Failure =>
  toFailure(`\${${truncate(path, 200)}} ${detail}.`);

async function conclude(steps: readonly StepResult[], play: ScenarioPlay): Promise<ScenarioResult> {
  const { till, scenario } = play;
  const { session, pending, release } = till;
  const { name, file } = scenario;
  const result = { name, file, release, steps, session, pending, failures: [], notes: [], hints: [] };
  const unplayed = steps.find(({ outcome }) => outcome === "not played");
  if (unplayed) return { ...result, outcome: "not played", reason: unplayed.notes.join(" ") };
  const isFailed = steps.some(({ outcome }) => outcome === "failed");
  const failures = isFailed || scenario.isCut === true ? [] : judgeScenarioEnd(till);
  if (isFailed || failures.length > 0)
    return { ...result, outcome: "failed", failures, hints: listHints(steps, play) };
  const isUnended = till.openPayments.length > 0 && scenario.isCut !== true;
  const notes = [
    ...(isUnended ? ["A payment is still open: no answer confirmed or cancelled it."] : []),
    ...((await isUncalled(till)) ? ["The receiver did not call `callbackUrl`."] : []),
  ];
  return { ...result, outcome: "passed", notes };
}

/** Lists what the scenario requires, and real time that a virtual clock did not give the receiver. */
function listHints(
  results: readonly StepResult[],
  { scenario, clock, isLate }: ScenarioPlay,
): readonly string[] {
  const { needs, steps } = scenario;
  const hints =
    needs === undefined ? [] : [`The scenario requires this: ${needs.trim().replace(/\s+/g, " ")}`];
  const failed = results.findIndex(({ outcome }) => outcome === "failed");
  const [action, real] = [steps[failed]?.action, results[failed]?.duration ?? 0];
  if (isLate || clock !== "virtual" || action?.kind !== "wait" || real >= action.duration / 10) return hints;
  const time = `the wait of ${formatDuration(action.duration)} took ${(real / 1000).toFixed(1)} s of real time`;
  return [
    ...hints,
    `The clock is virtual: ${time}. If the receiver itself needs real time, use \`--clock real\` (in a test: \`clock: "real"\`).`,
  ];
}

/** Waits briefly in real time, because a receiver may call just after the answer that ends the scenario. */
async function isUncalled(till: Till): Promise<boolean> {
  for (let looks = 0; till.calledBack === 0 && looks < 40; looks += 1) await sleep(50);
  return till.calledBack === 0;
}

/** Nothing that an answer can end may be pending, and no question may be open. */
const judgeScenarioEnd = ({ pending, session: { open = {} } }: Till): readonly Failure[] => [
  ...pending
    .filter(({ canEnd }) => canEnd)
    .map(({ event }) => toFailure(`The till is still waiting at the end: it would send ${event} again.`)),
  ...(open["dialog"] === undefined
    ? []
    : [toFailure("A dialog is still open at the end: choose or cancel.")]),
  ...(open["form"] === undefined
    ? []
    : [toFailure("A form is still open at the end: fill it in or cancel.")]),
];
