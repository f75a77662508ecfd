import { describe, expect, it } from "vitest";
import { builtIn } from "./built-in.js";

it.each([
  ...["gift-card", "cafe-discount", "loyalty", "payment", "payment-cancel"],
  ...["table-prepayment", "kitchen", "receipt-footer", "form"],
])("the scenario %s comes with the program", (name) => {
  expect(builtIn.has(name)).toBe(true);
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
