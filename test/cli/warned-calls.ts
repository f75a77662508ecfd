import type { ProblemCode } from "../../generator/problem/catalogue.js";

/** A call that works, with one line on stderr. */
export interface WarnedCall {
  readonly name: string;
  readonly given: readonly string[];
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const ahead = (release: string, ...given: readonly string[]): WarnedCall => ({
  name: `${given.join(" ")} where the spec ends at v13.0.2`,
  given: ["--target", "types", "--spec", "spec", ...given],
  want: {
    code: "ahead-of-spec",
    line: `warning: v${release} is later than v13.0.2, the last release that the spec knows: what it added is not in the output.`,
  },
});

/** In a project with the small spec. */
export const warnedCalls: readonly WarnedCall[] = [
  ahead("70", "--min-version", "70"),
  ahead("14.1", "--min-version", "11", "--max-version", "14.1"),
];
