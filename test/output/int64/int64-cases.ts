/** How an integer is spelt in JSON, and whether it is one of 64 bits. */
export interface IntegerCase {
  readonly literal: string;
  /** The value, where it may stand for a 64-bit integer; undefined: it is refused, however it is held. */
  readonly value?: bigint;
}

/** Where something ends: what a number holds, what 64 bits hold, what JSON calls an integer. */
export const integerCases: readonly IntegerCase[] = [
  { literal: "0", value: 0n },
  { literal: "-0", value: 0n },
  { literal: "-1", value: -1n },
  { literal: "9007199254740991", value: 2n ** 53n - 1n },
  { literal: "-9007199254740991", value: 1n - 2n ** 53n },
  { literal: "9007199254740992", value: 2n ** 53n },
  { literal: "9007199254740993", value: 2n ** 53n + 1n },
  { literal: "-9007199254740993", value: -(2n ** 53n) - 1n },
  { literal: "9223372036854775807", value: 2n ** 63n - 1n },
  { literal: "-9223372036854775808", value: -(2n ** 63n) },
  { literal: "9223372036854775808" },
  { literal: "-9223372036854775809" },
  { literal: "18446744073709551616" },
  { literal: "9".repeat(400) },
  { literal: "1e3", value: 1000n },
  { literal: "1E2", value: 100n },
  { literal: "1.0", value: 1n },
  { literal: "1.5" },
  { literal: "0.1" },
  { literal: "1e400" },
  // As text a number could hold it, but JSON.parse has rounded it before anyone can look.
  { literal: "9007199254740993e0" },
  { literal: "9007199254740993.0" },
  { literal: "9007199254740992e0" },
  { literal: '"12"' },
  { literal: "true" },
  { literal: "[12]" },
  { literal: "{}" },
];

/** What a handler may answer where the spec wants a 64-bit integer, in each mode: it goes out, or it is refused. */
export const answerCases: readonly {
  readonly mode: "bigint" | "string";
  readonly given: unknown;
  readonly want?: string;
}[] = [
  { mode: "bigint", given: 9007199254740993n, want: "9007199254740993" },
  { mode: "bigint", given: 12n, want: "12" },
  { mode: "bigint", given: -(2n ** 63n), want: "-9223372036854775808" },
  { mode: "bigint", given: 2n ** 63n },
  { mode: "bigint", given: -(2n ** 63n) - 1n },
  { mode: "bigint", given: 12 },
  { mode: "bigint", given: "12" },
  { mode: "bigint", given: null },
  { mode: "string", given: "9007199254740993", want: "9007199254740993" },
  { mode: "string", given: "0", want: "0" },
  { mode: "string", given: "-9223372036854775808", want: "-9223372036854775808" },
  { mode: "string", given: "9223372036854775808" },
  ...["-0", "+1", "01", "1.0", "1e3", " 1", "1\n", "", "x", "0x1f", "१"].map((given) => ({
    mode: "string" as const,
    given,
  })),
  { mode: "string", given: 12 },
  { mode: "string", given: 12n },
];
