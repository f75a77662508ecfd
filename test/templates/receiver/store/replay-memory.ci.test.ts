import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { createReplayMemory } from "../../../../templates/copied/receiver/base/replay-memory.js";
import { measureBuffers } from "../../../workbench/memory.js";

it("the bodies of 5,000 shops with 1,024 events each take 64 MiB in all", () => {
  const signatures = Array.from({ length: 1024 }, () => randomBytes(32).toString("base64"));
  const before = measureBuffers();
  const memory = createReplayMemory();
  const shops = Array.from({ length: 5000 }, () => memory.open());
  for (const signature of signatures) for (const shop of shops) shop.claim(signature, "scanCode");
  expect(measureBuffers() - before).toBeLessThan(65 * 1024 * 1024);
  const latest = signatures.slice(-256);
  for (const shop of shops)
    expect(latest.every((signature) => shop.claim(signature, "other") === "scanCode")).toBe(true);
});
