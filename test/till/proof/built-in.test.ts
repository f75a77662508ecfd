import { describe, expect, it } from "vitest";
import { builtIn } from "./built-in.js";

it("scenarios come with the program", () => {
  expect([...builtIn.keys()].sort()).toEqual([
    ...["bad-line", "cafe-discount", "customer", "form", "gift-card", "kitchen", "loyalty", "newer"],
    ...["payment", "payment-cancel", "polling", "receipt-footer", "table-prepayment", "twice"],
  ]);
});

describe.each([...builtIn])("the scenario %s", (_name, { name, description, needs }) => {
  it("says what it is, what it shows, and what it needs of an integration", () => {
    expect([name, description, needs]).toEqual([
      expect.stringMatching(/^[A-Z]/),
      expect.stringMatching(/^[A-Z].+\.$/),
      expect.stringMatching(/^[A-Z].+\.$/),
    ]);
  });
});
