import { expect, it } from "vitest";
import { targets } from "../../conformance/targets/all.js";
import { examineTarget, expectAllWell } from "./our-shops.js";

it.each(targets)("each probe of the doctor is content with a generated receiver: $name", async (target) => {
  const { findings, untried } = await examineTarget(target);
  expectAllWell(findings);
  expect(untried.map(({ what }) => what)).toEqual([
    "a payment that is confirmed (doctor cancels the one that it starts)",
    "your own sales",
    "random users, settings and faults",
    "data that no answer shows, such as points",
  ]);
});
