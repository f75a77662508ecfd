import type { Complaint } from "../../doctor/diagnose.js";
import type { Position } from "../../problem/problem.js";
import type { Exchange, PendingEvent, TillSession } from "../../till/api/till.js";
import type { Difference } from "../expect/compare.js";

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
