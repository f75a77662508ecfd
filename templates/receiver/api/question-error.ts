import type { Problem } from "../../validators/results.js";
import { describeProblems } from "../values/describe-problems.js";
import type { QuestionKind } from "./ask.js";

/**
 * What `ask` rejects with if the shop's release does not have the question, or if the release is not known and not every
 * shop has the question. A handler that catches it can go on without the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  /** What was asked: `dialog` or `form`. */
  readonly kind: QuestionKind;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  /** Which parts of the question the shop does not have, and since when they exist. */
  readonly problems: readonly Problem[];

  constructor(kind: QuestionKind, version: string | undefined, problems: readonly Problem[]) {
    const shop =
      version === undefined ? "a shop without a version" : `a shop of v${version.replace(/^v/, "")}`;
    super(`the ${kind} cannot be put to ${shop}: ${describeProblems(problems)}`);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}
