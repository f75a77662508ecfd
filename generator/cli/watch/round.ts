import type { Outcome } from "../../problem/problem.js";
import type { Summary } from "../report/summary.js";

/** What a build came to, and what it was made of. */
export interface Round {
  /** One summary for each output folder. */
  readonly outcome: Outcome<readonly Summary[]>;
  /** The files and folders that were read, and those that would have been if they were there. */
  readonly inputs: readonly string[];
}
