import type { Place } from "../../problem/problem.js";
import { nameSubject, type Subject } from "../claim.js";

/** What to change in the spec after what sources say: files as they would be, and what a person has to decide. */
export interface Proposal {
  readonly files: readonly ChangedFile[];
  readonly decisions: readonly Decision[];
}

/** A file of the spec, by its path there; `before` is undefined for a new one. */
export interface ChangedFile {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * What a person has to do.
 *
 * - `write`: a placeholder of the proposal becomes a text.
 * - `confirm`: the proposal guessed, and says so.
 * - `edit`: nothing is proposed: what the source says, what the spec says, what to edit.
 */
export interface Decision {
  readonly kind: "write" | "confirm" | "edit";
  readonly subject?: Subject;
  /** Where in the spec, as the proposal leaves it. */
  readonly place?: Place;
  /** In sentences. */
  readonly message: string;
}

/** The text that stands for a description that is not written yet. */
export const placeholder = "Not described yet.";

/** A decision in one line. */
export function describeDecision({ subject, place, message }: Decision): string {
  const name = subject ? `${nameSubject(subject)}: ` : "";
  const at = place ? ` (${place.file}${place.pointer === "" ? "" : `#${place.pointer}`})` : "";
  return `${name}${message}${at}`;
}
