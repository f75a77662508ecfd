import type { ProblemCode } from "../../../generator/base/problem/catalogue.js";
import { splitWords } from "../../workbench/command.js";
import type { Project } from "../project.js";

export interface BadCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly before?: (project: Project) => void;
  readonly environment?: Readonly<Record<string, string>>;
  readonly at?: string;
  /** The expected message; one that ends in "…" is only its beginning. Each problem is on its own line. */
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

/** Calls as typed in a shell that all have the same problem code, with their messages. */
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

export const withSmall =
  (files: Readonly<Record<string, string>> = {}) =>
  (project: Project): void => {
    project.putSpec();
    project.putAll(files);
  };
