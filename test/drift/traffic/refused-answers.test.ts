import { expect, it } from "vitest";
import { createSmallSpec, type SmallSpec } from "../../workbench/small-spec.js";
import { readCases } from "../../workbench/cases.js";
import { buildContract, read, toLines } from "./recording.js";

const { spec, cases } = readCases("refused-answers.yaml", import.meta) as {
  readonly spec: SmallSpec;
  readonly cases: readonly {
    readonly name: string;
    readonly records: readonly object[];
    readonly told: readonly string[];
  }[];
};

const contract = buildContract(createSmallSpec(spec));

it.each(cases)("$name", ({ records, told }) => {
  const recorded = records.map((record) => ({ event: "ping", subscription: "shop-12", ...record }));
  const { findings } = read({ "x.ndjson": toLines(recorded) }, contract);
  const reports = findings.filter(({ subject }) => subject?.side === "event");
  expect(
    reports.map(
      ({ verdict, place, subject, message }) => `${place?.line} ${verdict} ${subject?.path}: ${message}`,
    ),
  ).toEqual(told);
});
