import { describe, expect, it } from "vitest";
import { longPoll } from "../../../../templates/copied/receiver/handling.js";
import { useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const never = new AbortController().signal;

describe("a long poll", () => {
  it("ends with the first result", async () => {
    const results = [undefined, undefined, "paid", "too late"];
    expect(await longPoll(() => results.shift(), { every: 1, holdFor: 10_000, signal: never })).toBe("paid");
    expect(results).toEqual(["too late"]);
  });

  it("ends without a result when its time is over, after checking at its pace", async () => {
    let looks = 0;
    const look = () => void (looks += 1);
    const started = performance.now();
    expect(await longPoll<unknown>(look, { every: 200, holdFor: 500, signal: never })).toBeUndefined();
    expect([performance.now() - started, looks]).toEqual([500, 4]);
  });

  it("ends when the POS has gone", async () => {
    const client = new AbortController();
    const times = { every: 60_000, holdFor: 60_000, signal: client.signal };
    const poll = longPoll<unknown>(() => undefined, times);
    client.abort();
    expect(await poll).toBeUndefined();
    expect(await longPoll<unknown>(() => expect.unreachable(), times)).toBeUndefined();
  });

  it("fails if its check fails", async () => {
    const poll = longPoll(() => Promise.reject(new Error("away")), { every: 1, holdFor: 1, signal: never });
    await expect(poll).rejects.toThrow("away");
  });
});
