import { TillError } from "../../till/values/error.js";

/** Why a till cannot do what it is told. */
export interface Refusal {
  readonly message: string;
  /** Whether that is so of every till of that release or product. */
  readonly isOfRelease: boolean;
}

/** What a till says that cannot do what it is told. Throws what is no such saying: a fault of ours. */
export function explainRefusal(error: unknown): Refusal {
  if (!(error instanceof TillError)) throw error;
  return { message: error.message, isOfRelease: error.kind === "not there" };
}
