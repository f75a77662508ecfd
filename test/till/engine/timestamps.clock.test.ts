import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { getAt } from "../../../generator/base/json.js";
import { openDesk } from "../desk.js";

beforeAll(() => void vi.useFakeTimers({ toFake: ["Date"] }));
afterAll(() => void vi.useRealTimers());

it.each([
  ["real", "2026-05-01T12:00:05.000+00:00"],
  ["virtual", "2026-05-01T12:00:00.000+00:00"],
] as const)("a request on a %s clock, of a till that nobody waited for, is of %s", async (clock, want) => {
  vi.setSystemTime("2026-05-01T12:00:00Z");
  const { till } = openDesk(() => ({}), { clock });
  vi.setSystemTime("2026-05-01T12:00:05Z");
  const { request } = await till.scan("1");
  expect(getAt(request, ["event", "eventTimestamp"])).toBe(want);
});
