import type { ProblemCode } from "../../../generator/base/problem/catalogue.js";
import { splitWords } from "../../workbench/command.js";
import type { Project } from "../project.js";

/** A call that is wrong: exit code 2, a sentence, and nothing is touched. */
export interface BadCall {
  readonly name: string;
  readonly given: readonly string[];
  /** What lies in the project before. */
  readonly before?: (project: Project) => void;
  readonly environment?: Readonly<Record<string, string>>;
  /** Where the fault is said to be, in part. */
  readonly at?: string;
  /** What is said: all of it, or a part where it ends in "…"; of several problems a line each. */
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

/** Calls of one code, as a shell reads them, and what is said of each. */
export const rows = (
  code: ProblemCode,
  lines: Readonly<Record<string, string>>,
  more: Pick<BadCall, "before" | "environment" | "at"> = {},
): BadCall[] =>
  Object.entries(lines).map(([call, line]) => ({
    name: call,
    given: splitWords(call),
    want: { code, line },
    ...more,
  }));

/** The small spec lies in the project, and files beside it. */
export const withSmall =
  (files: Readonly<Record<string, string>> = {}) =>
  (project: Project): void => {
    project.putSpec();
    project.putAll(files);
  };
