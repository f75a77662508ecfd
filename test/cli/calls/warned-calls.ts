import type { ProblemCode } from "../../../generator/problem/catalogue.js";

/** A call that works, with one line on stderr. */
export interface WarnedCall {
  readonly name: string;
  readonly given: readonly string[];
  /** What in the small spec is otherwise. */
  readonly spec?: Readonly<Record<string, unknown>>;
  readonly want: { readonly code: ProblemCode; readonly line: string };
}

const ahead = (release: string, ...given: readonly string[]): WarnedCall => ({
  name: `${given.join(" ")} where the spec ends at v13.0.2`,
  given: ["--target", "types", "--spec", "spec", ...given],
  want: {
    code: "ahead-of-spec",
    line: `warning: v${release} is later than the last release that the spec knows (v13.0.2, as of January 2026): what it added is not in the output.`,
  },
});

/** In a project with the small spec. */
export const warnedCalls: readonly WarnedCall[] = [
  ahead("70", "--min-version", "70"),
  ahead("14.1", "--min-version", "11", "--max-version", "14.1"),
  ahead("70", "--versions", "70,11"),
  {
    name: "--versions 11,13 where 13.0.2 came later",
    given: ["--target", "types", "--spec", "spec", "--versions", "11,13"],
    want: {
      code: "stops-short",
      line: "warning: v13 is the first release of that number; 13.0.2 came later and is not included. Where a shop runs it, list that too.",
    },
  },
  {
    name: "--max-version 13 where 13.0.2 came later",
    given: ["--target", "types", "--spec", "spec", "--max-version", "13"],
    want: {
      code: "stops-short",
      line: "warning: v13 is the first release of that number; 13.0.2 came later and is not included. To include it, say 13.0.2.",
    },
  },
  {
    name: "an event to which no answer works in every shop",
    given: ["--target", "types", "--spec", "spec"],
    spec: {
      "responses/label.json": { title: "Label", description: "A label.", type: "object", properties: {} },
      "events/scanCode.json#/answers/label": { required: true, "x-added-in": "12.1" },
      "examples/scanCode/card.json#/response/label": {},
    },
    want: {
      code: "no-safe-response",
      line: "warning: scanCode is left out: no answer to it works in every shop of the fleet (`label` is required, but since v12.1: not in every shop). Choose fewer releases, for example with a later --min-version, or use --responses gated.",
    },
  },
];
