import { setTimeout } from "node:timers/promises";
import type { Till } from "../../till/api/till.js";
import type { JsonObject } from "../../json.js";
import { judgeStep, listUnheld } from "../expect/judge-step.js";
import type { Scenario, Step } from "../scenario.js";
import { fillReferences } from "../values/references.js";
import { doAction, type Done } from "./do-action.js";
import { lookUpIn, rememberAnswer, rememberValues, type Memory } from "./memory.js";
import type { Failure, ScenarioResult, StepResult } from "./result.js";
import { explainRefusal } from "./explain-refusal.js";

export interface PlayOptions {
  /** Values in the place of those of the scenario. */
  readonly values?: JsonObject | undefined;
  /** What the receiver has logged so far, if it runs in this process. It grows meanwhile. */
  readonly log?: readonly string[] | undefined;
}

/** Plays a scenario at a till, to its first step that fails. Only the till and its clock are outside of this. */
export async function playScenario(
  scenario: Scenario,
  till: Till,
  options: PlayOptions = {},
): Promise<ScenarioResult> {
  const steps: StepResult[] = [];
  let memory = rememberValues({ ...scenario.values, ...options.values });
  for (const step of scenario.steps) {
    const isOver = steps.some(({ outcome }) => outcome !== "passed");
    const played = isOver
      ? { result: skip(step), memory }
      : await playStep(step, { till, memory, log: options.log });
    steps.push(withoutNotes(played.result, new Set(steps.flatMap(({ notes }) => notes))));
    memory = played.memory;
  }
  const { name, file } = scenario;
  const result = { name, file, release: till.release, steps, failures: [], notes: [], hints: [] };
  const unplayed = steps.find(({ outcome }) => outcome === "not played");
  if (unplayed) return { ...result, outcome: "not played", reason: unplayed.notes.join(" ") };
  if (steps.some(({ outcome }) => outcome === "failed")) return { ...result, outcome: "failed" };
  const failures = judgeEnd(till);
  const notes = (await isUncalled(till)) ? ["Nobody called `callbackUrl`."] : [];
  return { ...result, outcome: failures.length > 0 ? "failed" : "passed", failures, notes };
}

/** A receiver may call just after its answer has ended the scenario: it is given a moment of real time. */
async function isUncalled(till: Till): Promise<boolean> {
  for (let looks = 0; till.calledBack === 0 && looks < 40; looks += 1) await setTimeout(50);
  return till.calledBack === 0;
}

/** What was noted once need not be read again. */
const withoutNotes = (step: StepResult, known: ReadonlySet<string>): StepResult => ({
  ...step,
  notes: [...new Set(step.notes)].filter((note) => !known.has(note)),
});

interface Surroundings {
  readonly till: Till;
  readonly memory: Memory;
  readonly log: readonly string[] | undefined;
}

interface Played {
  readonly result: StepResult;
  readonly memory: Memory;
}

async function playStep(step: Step, { till, memory, log }: Surroundings): Promise<Played> {
  const started = performance.now();
  const logged = log?.length ?? 0;
  const action = fillReferences(step.action, lookUpIn(memory));
  const end = (rest: Partial<StepResult> & Pick<StepResult, "outcome">, next = memory): Played => ({
    result: { ...describe(step), ...rest, duration: performance.now() - started },
    memory: next,
  });
  if (action.missing.length > 0) return end(fail(action.missing.map(reportMissing)));
  let done: Done;
  try {
    done = await doAction(action.value, till);
  } catch (error) {
    const refusal = explainRefusal(error);
    return end(
      refusal.isOfRelease
        ? { outcome: "not played", notes: [refusal.message] }
        : fail([toFailure(refusal.message)]),
    );
  }
  const { exchange, all: exchanges } = done;
  const next = step.as !== undefined && exchange ? rememberAnswer(memory, step.as, exchange) : memory;
  const expectation = fillReferences(toExpectation(step), lookUpIn(next));
  if (expectation.missing.length > 0)
    return end({ ...fail(expectation.missing.map(reportMissing)), exchanges }, next);
  const seen = {
    exchange,
    others: exchanges.filter((each) => each !== exchange),
    session: till.session,
    pending: till.pending,
    latest: till.transcript.at(-1),
    log: log?.slice(logged),
  };
  const failures = judgeStep(expectation.value, seen);
  const notes = [
    ...listUnheld(step, seen),
    ...exchanges.flatMap(({ leftOut, unused }) => [...leftOut, ...unused].map(({ message }) => message)),
  ];
  return end({ outcome: failures.length > 0 ? "failed" : "passed", failures, notes, exchanges }, next);
}

const toExpectation = ({ expect, exactly }: Step): JsonObject => ({
  ...(expect && { expect }),
  ...(exactly !== undefined && { exactly }),
});

const describe = ({ title, position }: Step) => ({
  title,
  ...(position && { position }),
  failures: [],
  notes: [],
  exchanges: [],
});

const skip = (step: Step): StepResult => ({ ...describe(step), outcome: "not run", duration: 0 });

const fail = (failures: readonly Failure[]) => ({ outcome: "failed", failures }) as const;

const toFailure = (message: string): Failure => ({ message, differences: [] });

const reportMissing = (path: string): Failure =>
  toFailure(`\${${path}} has no value: what was remembered does not have this part.`);

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
