import type { Complaint } from "../doctor/diagnose.js";
import type { Json, JsonObject } from "../../base/json.js";
import { showInvisible, truncate } from "../../base/text/quote.js";
import type { Position } from "../../base/problem/problem.js";
import type {
  EventSetUp,
  Exchange,
  Fault,
  PendingEvent,
  TillSession,
  TillSettings,
} from "../engine/till-types.js";

/** Texts may contain unresolved `${…}`. */
export interface Scenario {
  readonly name: string;
  /** As the user gave it. */
  readonly file: string;
  readonly description?: string;
  /** Requirements for an integration to pass. */
  readonly needs?: string;
  readonly release?: string;
  readonly product?: string;
  readonly events?: Readonly<Record<string, EventSetUp>>;
  readonly settings?: Partial<TillSettings>;
  readonly values: JsonObject;
  readonly steps: readonly ScenarioStep[];
  /** True for the beginning of a longer scenario, which may end with something pending. */
  readonly isCut?: boolean;
}

export interface ScenarioStep {
  /** Undefined without a file. */
  readonly position?: Position;
  /** For example `choose Large`. */
  readonly title: string;
  readonly action: StepAction;
  readonly as?: string;
  readonly expect?: JsonObject;
  readonly exactly?: Json;
}

export type StepAction =
  | { readonly kind: "event"; readonly event: string; readonly parts: JsonObject; readonly fault?: Fault }
  | { readonly kind: "choose"; readonly options: Json }
  | { readonly kind: "fill"; readonly values: JsonObject }
  | { readonly kind: "scan"; readonly code: string; readonly codeType?: string }
  | { readonly kind: "cancel" }
  | { readonly kind: "wait"; readonly duration: number };

export interface ScenarioResult {
  readonly name: string;
  readonly file: string;
  /** For example `58.1.0`. */
  readonly release: string;
  /** `not played`: a shop of that release cannot do this, so it neither passed nor failed. */
  readonly outcome: "passed" | "failed" | "not played";
  readonly reason?: string;
  readonly steps: readonly StepResult[];
  readonly failures: readonly Failure[];
  /** Notes after the last step. They report no error. */
  readonly notes: readonly string[];
  /** Possible reasons for the failure, a sentence each. */
  readonly hints: readonly string[];
  readonly session: TillSession;
  /** Requests that the till would still send on its own. */
  readonly pending: readonly PendingEvent[];
}

export interface StepResult {
  readonly title: string;
  readonly position?: Position;
  /** `not run`: an earlier step failed or could not be played. */
  readonly outcome: "passed" | "failed" | "not played" | "not run";
  readonly failures: readonly Failure[];
  /** The server's fault, if the till accepted no answer. In a passed step, why another till may reject the answer. */
  readonly complaint?: Complaint | undefined;
  /** Notes that no earlier step had. They report no error. */
  readonly notes: readonly string[];
  /** All requests of the step, including those that the till sent on its own. */
  readonly exchanges: readonly Exchange[];
  /** In milliseconds of real time. */
  readonly duration: number;
}

export interface Failure {
  readonly message: string;
  /** Expected and seen values. Empty if the message says everything. */
  readonly differences: readonly Difference[];
}

export interface Difference {
  /** For example `dialog.dialogOptions[0].optionName`; empty for the whole. */
  readonly path: string;
  /** Undefined if no value was expected. */
  readonly expected: Json | undefined;
  /** Undefined if the path has no value. */
  readonly seen: Json | undefined;
}

/** Of one of the values of a difference. `most` is in characters. */
export const formatValue = (value: Json | undefined, most = 400): string =>
  value === undefined ? "nothing" : truncate(showInvisible(JSON.stringify(value)), most);

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Returns milliseconds for `500ms`, `30s`, `10m` or `1h`, and undefined for any other text. */
export function parseDuration(text: string): number | undefined {
  const [, count = "", unit = ""] = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text) ?? [];
  const size = units[unit];
  return size === undefined ? undefined : Math.round(Number(count) * size);
}

/** Uses the largest unit that gives a whole number. */
export function formatDuration(milliseconds: number): string {
  const whole = Object.entries(units).filter(([, size]) => milliseconds >= size && milliseconds % size === 0);
  const [unit, size] = whole.at(-1) ?? ["ms", 1];
  return `${milliseconds / size}${unit}`;
}
