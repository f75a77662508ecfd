import { describe, expect, it } from "vitest";
import { checks, faulty } from "./checks.js";
import { hasNaughtyStrings, naughtyStrings } from "./hostile-texts.js";

describe.skipIf(!hasNaughtyStrings)(
  "the big list of naughty strings (skipped where ../shared/corpora is absent)",
  () => {
    it.each(checks)("fits its place: $name", ({ check }) => {
      expect(naughtyStrings.length).toBe(515);
      expect(faulty(naughtyStrings, check)).toEqual({});
    });
  },
);
