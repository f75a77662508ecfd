import { describe, expect, it } from "vitest";
import { withCanonicalNames, type LegacyNames } from "../../../templates/validators/legacy-names.js";

const legacy: LegacyNames = {
  names: { scancode: "scanCode" },
  properties: {
    scanCode: { names: { code: "scannedCode" } },
    lines: { items: { names: { prize: "price" } } },
  },
};

const read = (value: unknown): unknown => {
  const result = withCanonicalNames({ ok: true, value }, legacy);
  return result.ok ? result.value : result.problems;
};

describe("a body under older names", () => {
  const cases: readonly { name: string; given: unknown; want: unknown }[] = [
    { name: "is read under the canonical one", given: { scancode: 1 }, want: { scanCode: 1 } },
    {
      name: "is read so inside what was renamed",
      given: { scancode: { code: "x", other: 1 } },
      want: { scanCode: { scannedCode: "x", other: 1 } },
    },
    {
      name: "is read so inside arrays",
      given: { lines: [{ prize: 1 }, { price: 2 }] },
      want: { lines: [{ price: 1 }, { price: 2 }] },
    },
    {
      name: "keeps both where both are there",
      given: { scancode: 1, scanCode: 2 },
      want: { scancode: 1, scanCode: 2 },
    },
    { name: "keeps what it does not know", given: { weather: { code: 1 } }, want: { weather: { code: 1 } } },
    {
      name: "may hold anything",
      given: { lines: "none", scanCode: null },
      want: { lines: "none", scanCode: null },
    },
  ];
  for (const { name, given, want } of cases) {
    it(name, () => {
      const before = structuredClone(given);
      expect(read(given)).toEqual(want);
      expect(given).toEqual(before);
    });
  }

  it("comes back as it is where nothing has to be renamed", () => {
    const body = { scanCode: { scannedCode: "x" }, lines: [{ price: 1 }] };
    expect(read(body)).toBe(body);
  });

  it("keeps own properties that every object inherits", () => {
    const body = JSON.parse('{"__proto__": {"a": 1}, "constructor": 2, "scancode": 3}') as object;
    expect(Object.keys(read(body) as object)).toEqual(["__proto__", "constructor", "scanCode"]);
  });
});
