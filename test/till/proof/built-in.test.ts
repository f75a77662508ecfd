import { expect, it } from "vitest";
import { builtIn } from "./built-in.js";

it("the program comes with these scenarios, and each says what it is, what it shows, and what it needs", () => {
  const known = [...builtIn()];
  expect(known.length).toBeGreaterThan(8);
  for (const [, { name, description, needs }] of known)
    expect([name, description, needs]).toEqual([
      expect.stringMatching(/^[A-Z]/),
      expect.stringMatching(/^[A-Z].+\.$/),
      expect.stringMatching(/^[A-Z].+\.$/),
    ]);
});
