import type { Complaint } from "../doctor/diagnose.js";
import type { Json, JsonObject } from "../../base/json.js";
import type { Position } from "../../base/problem/problem.js";
import type { EventSetUp, Exchange, Fault, PendingEvent, TillSession, TillSettings } from "../engine/till.js";

/** What a till is to do, and what is to come of it. Any text in it may still hold `${…}`. */
export interface Scenario {
  readonly name: string;
  /** The file that it was read from, as the user named it. */
  readonly file: string;
  readonly description?: string;
  /** What an integration has to do for it to pass. */
  readonly needs?: string;
  readonly release?: string;
  readonly product?: string;
  readonly events?: Readonly<Record<string, EventSetUp>>;
  readonly settings?: Partial<TillSettings>;
  readonly values: JsonObject;
  readonly steps: readonly ScenarioStep[];
  /** Whether it is the beginning of a longer one: then it may end in the midst of something. */
  readonly isCut?: boolean;
}

export interface ScenarioStep {
  /** Where it stands in its file; undefined if it never was in one. */
  readonly position?: Position;
  /** What it does, in a few words: `choose Large`. */
  readonly title: string;
  readonly action: StepAction;
  /** The name under which the answer is remembered. */
  readonly as?: string;
  /** What is held of it, with the parts of the answer among it. */
  readonly expect?: JsonObject;
  /** The whole answer. */
  readonly exactly?: Json;
}

/** An event, or something that a user of the till does. */
export type StepAction =
  | { readonly kind: "event"; readonly event: string; readonly parts: JsonObject; readonly fault?: Fault }
  | { readonly kind: "choose"; readonly options: Json }
  | { readonly kind: "fill"; readonly values: JsonObject }
  | { readonly kind: "scan"; readonly code: string; readonly codeType?: string }
  | { readonly kind: "cancel" }
  | { readonly kind: "wait"; readonly duration: number };

/** The outcome of a scenario at one release. */
export interface ScenarioResult {
  readonly name: string;
  readonly file: string;
  /** As in `58.1.0`. */
  readonly release: string;
  /** `not played`: a shop of that release cannot do this, so that it neither passed nor failed. */
  readonly outcome: "passed" | "failed" | "not played";
  /** Why it was not played. */
  readonly reason?: string;
  readonly steps: readonly StepResult[];
  /** What went wrong after the last step. */
  readonly failures: readonly Failure[];
  /** What is worth knowing after the last step though nothing is wrong. */
  readonly notes: readonly string[];
  /** What helps to find out why it failed, a sentence each. */
  readonly hints: readonly string[];
  /** The sale at the end. */
  readonly session: TillSession;
  /** The requests that the till would still send by itself at the end. */
  readonly pending: readonly PendingEvent[];
}

/** The outcome of a step. */
export interface StepResult {
  readonly title: string;
  readonly position?: Position;
  /** `not run`: an earlier step failed, or could not be played. */
  readonly outcome: "passed" | "failed" | "not played" | "not run";
  readonly failures: readonly Failure[];
  /** What is wrong with the server, if the till can use no answer of it; where the step passed, what another till may mind. */
  readonly complaint?: Complaint | undefined;
  /** What is worth knowing though nothing is wrong, and was not noted at an earlier step. */
  readonly notes: readonly string[];
  /** All requests of the step, those among them that the till made by itself. */
  readonly exchanges: readonly Exchange[];
  /** In milliseconds of real time. */
  readonly duration: number;
}

/** One thing that is not as it should be. */
export interface Failure {
  /** A sentence. */
  readonly message: string;
  /** Expected and seen, place by place; none if the sentence says all. */
  readonly differences: readonly Difference[];
}

/** One place where what was seen is not what was expected. */
export interface Difference {
  /** `dialog.dialogOptions[0].optionName`; empty for the whole. */
  readonly path: string;
  /** Undefined: nothing was expected there. */
  readonly expected: Json | undefined;
  /** Undefined: nothing is there. */
  readonly seen: Json | undefined;
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** The milliseconds of `500ms`, `30s`, `10m` or `1h`; undefined for another text. */
export function parseDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Math.round(Number(count) * size);
}

/** A time as a scenario says it, in the largest unit that has it whole. */
export function formatDuration(milliseconds: number): string {
  const whole = Object.entries(units).filter(([, size]) => milliseconds >= size && milliseconds % size === 0);
  const [unit, size] = whole.at(-1) ?? ["ms", 1];
  return `${milliseconds / size}${unit}`;
}
