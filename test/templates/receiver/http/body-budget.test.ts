import { describe, expect, it } from "vitest";
import {
  createBodyBudget,
  getLeastBudget,
} from "../../../../templates/copied/receiver/protocol/body-budget.js";
import { createEndlessBody, createRequest, createTestReceiver } from "../fixture.js";
import { fromSeed, oneOf } from "../../../workbench/draw.js";
import { measureBuffers } from "../../../workbench/memory.js";
import { seed } from "../../../workbench/seed.js";

const KiB = 1024;

/** Opens bodies by name, and lists those that have made room. */
function createWatched(limit: number) {
  const budget = createBodyBudget(limit);
  const dropped: string[] = [];
  const open = (owner: string, name: string, bytes = 0) => {
    const body = budget.open(owner, () => void dropped.push(name));
    if (bytes > 0) budget.resize(body, bytes);
    return body;
  };
  return { ...budget, open, dropped };
}

describe("a subscription over its quarter of the budget loses its own oldest body", () => {
  it("for a further body", () => {
    const { open, dropped } = createWatched(256 * KiB);
    open("b", "b1");
    for (const name of ["a1", "a2", "a3", "a4", "a5", "a6"]) open("a", name);
    expect(dropped).toEqual(["a1", "a2"]);
  });

  it("for a body that grows, and that body itself if it alone is too large", () => {
    const { open, resize, dropped } = createWatched(256 * KiB);
    open("a", "a1");
    const second = open("a", "a2");
    expect([resize(second, 40 * KiB), resize(second, 50 * KiB), resize(second, 1)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(dropped).toEqual(["a1", "a2"]);
  });

  it("but not for one that ended in time", () => {
    const { open, close, dropped } = createWatched(256 * KiB);
    for (let index = 0; index < 100; index += 1) close(open("a", "a", 40 * KiB));
    expect(dropped).toEqual([]);
  });
});

it("a full budget takes room from the subscription that uses most of it", () => {
  const { open, dropped } = createWatched(256 * KiB);
  const owners = ["a", "b", "c", "d", "e"];
  for (const owner of owners) open(owner, `${owner}1`, owner === "c" ? 48 * KiB : 32 * KiB);
  expect(dropped).toEqual([]);
  open("f", "f1");
  expect(dropped).toEqual(["c1"]);
});

it("the least budget has room for one body of the largest size", () => {
  for (const bytes of [1, 4096, 4097, 1024 * KiB]) {
    const { open, resize } = createWatched(getLeastBudget(bytes));
    expect(resize(open("a", "a1"), bytes)).toBe(true);
  }
});

it("after any requests, no subscription and not all together use more than they may", () => {
  const draw = fromSeed(seed);
  const limit = 1024 * KiB;
  const sizes = new Map<object, readonly [owner: string, bytes: number]>();
  const { open, resize, close } = createBodyBudget(limit);
  const used = (owner?: string) =>
    [...sizes.values()]
      .filter(([each]) => owner === undefined || each === owner)
      .reduce((sum, [, bytes]) => sum + 16 * KiB + bytes, 0);
  for (let step = 0; step < 5000; step += 1) {
    const owner = oneOf(draw, ["a", "b", "c", "d", "e", "f", "g", "h"]);
    const key = {};
    const body = open(owner, () => void sizes.delete(key));
    sizes.set(key, [owner, 0]);
    const bytes = draw.below(60) * KiB;
    if (resize(body, bytes)) sizes.set(key, [owner, bytes]);
    if (draw.below(3) === 0) {
      close(body);
      sizes.delete(key);
    }
    expect(used()).toBeLessThanOrEqual(limit);
    expect(used(owner)).toBeLessThanOrEqual(limit / 4);
  }
  expect(used()).toBeGreaterThan(limit / 2);
});

it("unfinished bodies take no more memory than the budget, however many arrive", async () => {
  const ids = Array.from({ length: 20 }, (_, index) => `shop-${index}`);
  const subscriptions = Object.fromEntries(
    ids.map((id) => [id, { secret: Buffer.alloc(32, id).toString("base64") }]),
  );
  const { receiver } = createTestReceiver({ subscriptions });
  const before = measureBuffers();
  const chunks = Array.from({ length: 15 }, () => Buffer.alloc(64 * 1024));
  const answers = Array.from({ length: 100 }, (_, index) =>
    receiver.receive(
      createRequest({
        body: createEndlessBody(chunks),
        headers: { "x-mplus-subscription-id": ids[index % ids.length] },
      }),
    ),
  );
  // Those that are pushed out are answered.
  expect((await Promise.race(answers)).status).toBe(503);
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
  const held = measureBuffers() - before;
  expect(held).toBeLessThan(66 * 1024 * 1024);
  expect(held).toBeGreaterThan(40 * 1024 * 1024);
});
