import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createReplayMemory } from "../../../../templates/copied/receiver/base/replay-memory.js";
import { fromSeed, oneOf } from "../../../workbench/draw.js";
import { seed } from "../../../workbench/seed.js";

const signatureOf = (text: string): string => createHash("sha256").update(text).digest("base64");

/** Claims the bodies of one shop by number. */
function createShop(memory: ReturnType<typeof createReplayMemory>, name: string) {
  const seen = memory.open();
  const claim = (body: number, event = "scanCode") => seen.claim(signatureOf(`${name} ${body}`), event);
  return {
    claim,
    fill: (from: number, to: number): void => {
      for (let body = from; body < to; body += 1) claim(body);
    },
    /** True if the body is remembered. If not, it counts as new. */
    isKnown: (body: number) => claim(body) !== undefined,
    correct: (body: number, event: string) => seen.correct(signatureOf(`${name} ${body}`), event),
  };
}

it("the memory of one shop is the same as that of a map with its latest 4096 bodies", () => {
  const draw = fromSeed(seed);
  const { claim, correct } = createShop(createReplayMemory(), "a");
  const map = new Map<number, string>();
  const remember = (body: number, event: string): void => {
    map.set(body, event);
    const [oldest = 0] = map.keys();
    if (map.size > 4096) map.delete(oldest);
  };
  for (let step = 0; step < 20_000; step += 1) {
    const body = draw.below(12_000);
    const event = oneOf(draw, ["scanCode", "startSession", "completeSession"]);
    if (draw.below(10) === 0) {
      correct(body, event);
      remember(body, event);
    } else {
      const first = map.get(body);
      expect(claim(body, event)).toBe(first);
      if (first === undefined) remember(body, event);
    }
  }
});

/** A body takes 20 bytes. */
const memoryFor = (bodies: number) => createReplayMemory(20 * bodies);

describe("a full memory", () => {
  it("takes the older half from the shop with the most, and nothing from others", () => {
    const memory = memoryFor(4096 + 512);
    const [large, small, third] = ["large", "small", "third"].map((name) => createShop(memory, name));
    large?.fill(0, 4096);
    small?.fill(0, 512);
    third?.fill(0, 300);
    expect([0, 299].map((body) => third?.isKnown(body))).toEqual([true, true]);
    expect([0, 511].map((body) => small?.isKnown(body))).toEqual([true, true]);
    expect([4095, 2048].map((body) => large?.isKnown(body))).toEqual([true, true]);
    expect(large?.isKnown(2047)).toBe(false);
  });

  it("keeps the latest 256 bodies of each shop, however many shops there are", () => {
    const memory = memoryFor(4096);
    const shops = Array.from({ length: 40 }, (_, index) => createShop(memory, `shop ${index}`));
    for (const shop of shops) shop.fill(0, 1000);
    for (const { isKnown } of shops)
      expect([744, 800, 999].map((body) => isKnown(body))).toEqual([true, true, true]);
    expect(shops.at(-1)?.isKnown(743)).toBe(false);
  });
});
