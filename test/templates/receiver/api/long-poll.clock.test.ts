import { expect, it } from "vitest";
import { longPoll } from "../../../../templates/copied/receiver/handling/for-handlers.js";
import { useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const signal = new AbortController().signal;

it("a long poll ends with the first result", async () => {
  const results = [undefined, undefined, "paid", "too late"];
  expect(await longPoll(() => results.shift(), { every: 1, holdFor: 10_000, signal })).toBe("paid");
  expect(results).toEqual(["too late"]);
});

it("a long poll ends without a result when its time is over, after checking at its pace", async () => {
  let checks = 0;
  const started = performance.now();
  const check = () => void (checks += 1);
  expect(await longPoll<unknown>(check, { every: 200, holdFor: 500, signal })).toBeUndefined();
  expect([performance.now() - started, checks]).toEqual([500, 4]);
});

it("a long poll ends when the POS has gone", async () => {
  const client = new AbortController();
  const options = { every: 60_000, holdFor: 60_000, signal: client.signal };
  const poll = longPoll<unknown>(() => undefined, options);
  client.abort();
  expect(await poll).toBeUndefined();
  expect(await longPoll<unknown>(() => expect.unreachable(), options)).toBeUndefined();
});
