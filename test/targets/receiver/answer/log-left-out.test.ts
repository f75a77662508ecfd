import { describe, expect, it } from "vitest";
import { logLeftOut } from "../../../../templates/receiver/answer/log-left-out.js";
import type { Problem } from "../../../../templates/validators/result.js";
import { createTestLog } from "../fixture.js";

const misfit: Problem = { path: "/a/b", code: "wrong-type", message: "It must be a text." };
const nulls = (count: number): readonly Problem[] =>
  Array.from({ length: count }, (_, n) => ({ path: `/n/${n}`, code: "null", message: "It is null." }));

const cases = [
  { name: "nothing", left: {}, want: [] },
  {
    name: "what does not fit, a line each",
    left: { leftOut: [misfit, misfit] },
    want: ["warn: It must be a text.", "warn: It must be a text."],
  },
  {
    name: "one null",
    left: { leftOut: nulls(1) },
    want: ["info: a null, which counts as absent: /n/0"],
  },
  {
    name: "all nulls in one line, after what does not fit",
    left: { leftOut: [misfit, ...nulls(5)] },
    want: ["warn: It must be a text.", "info: 5 nulls, which count as absent: /n/0, /n/1, /n/2, /n/3, /n/4"],
  },
  {
    name: "how many there were where the list is cut",
    left: { leftOut: [misfit, ...nulls(6)], moreLeftOut: { misfits: 3, nulls: 10 } },
    want: [
      "warn: It must be a text.",
      "warn: 3 more parts",
      "info: 16 nulls, which count as absent: /n/0, /n/1, /n/2, /n/3, /n/4 and 11 more",
    ],
  },
];

describe("what was left out of a request", () => {
  it.each(cases)("is logged: $name", ({ left, want }) => {
    const { log, lines } = createTestLog();
    logLeftOut(log, { event: "scanCode", subscription: { id: "shop-12" } as never }, left);
    expect(lines.map(([level, , message]) => `${level}: ${message}`)).toEqual(
      want.map((line) => line.replace(": ", ": scanCode: left out of the request: ")),
    );
  });

  it("has its place and code in the fields", () => {
    const { log, lines } = createTestLog();
    const leftOut = [misfit, ...nulls(7)];
    logLeftOut(log, { event: "scanCode", subscription: { id: "shop-12" } as never }, { leftOut });
    const fields = { eventName: "scanCode", subscriptionId: "shop-12" };
    expect(lines.map(([, each]) => each)).toEqual([
      { ...fields, path: "/a/b", code: "wrong-type" },
      { ...fields, code: "null", count: 7, paths: ["/n/0", "/n/1", "/n/2", "/n/3", "/n/4"] },
    ]);
  });
});
