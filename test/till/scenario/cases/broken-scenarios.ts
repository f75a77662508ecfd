import type { ProblemCode } from "../../../../generator/base/problem/catalogue.js";
import { readCases } from "../../../workbench/cases.js";

export interface BrokenScenario {
  readonly name: string;
  readonly given: string;
  readonly want: { readonly code: ProblemCode; readonly at: string | undefined; readonly says: string };
}

type Texts = Readonly<Record<string, string>>;

const nested = (depth: number): string => `${"[".repeat(depth)}${"]".repeat(depth)}`;

/** Texts that a file of cases could not show. */
const hostile: Partial<Record<ProblemCode, Texts>> = {
  "scenario-syntax": {
    "it nests deeper than 40 levels": "[".repeat(60_000),
    "1:83 it nests deeper than 40 levels": "- ".repeat(30_000),
    "2:42 it nests deeper than 40 levels": `# 3.5" wide\n${"[".repeat(60_000)}`,
    "1:53 it nests deeper than 40 levels": `values: { a: ${nested(50)} }\nsteps:\n  - startSession:`,
  },
  "scenario-too-long": {
    "This is longer than 200000 characters": `# ${"x".repeat(200_000)}`,
    "1:1 This is longer than 10000000 characters": `values: { a: ${"x".repeat(60_000)} }\nsteps: [{ scan: "${"${a}".repeat(200)}" }]`,
  },
};

/** By problem: the message with its position, and the text. */
export const brokenScenarios: readonly BrokenScenario[] = [
  readCases("broken-scenarios.yaml", import.meta) as Readonly<Record<string, Texts>>,
  hostile,
].flatMap((texts) =>
  Object.entries(texts).flatMap(([code, given]) =>
    Object.entries(given).map(([name, text]) => {
      const [, at, says = ""] = /^(\d+:\d+ )?(.*)$/.exec(name) ?? [];
      return { name, given: text, want: { code: code as ProblemCode, at: at?.trim(), says } };
    }),
  ),
);
