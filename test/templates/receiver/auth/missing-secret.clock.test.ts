import { describe, expect, it } from "vitest";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import { createTestReceiver, otherSecret, secret, type Options } from "../fixture.js";

useVirtualTime();

const undefinedSecret = undefined as never as string;

describe("a secret that is not there, as in a build", () => {
  it.each<[string, Options["subscriptions"], string]>([
    ["an empty one", { "shop-12": { secret: "" } }, "the secret is empty: is its environment variable set?"],
    [
      "a missing one",
      { "shop-12": { secret: undefinedSecret } },
      "the secret is missing: it must be a string",
    ],
    [
      "one of a list",
      { "shop-12": { secret: [otherSecret, ""] } },
      "secret 2 of 2 is empty: is its environment variable set?",
    ],
    ["all of a list", { "shop-12": { secret: [] } }, "the list of secrets is empty"],
    [
      "one of a shared id",
      { "shop-12": [{ secret: otherSecret }, { secret: "" }] },
      "the secret is empty: is its environment variable set?",
    ],
    [
      "one that a function finds",
      () => ({ secret: "" }),
      "the secret is empty: is its environment variable set?",
    ],
  ])("refuses requests and not the start: %s", async (_name, subscriptions, reason) => {
    const { send, lines } = createTestReceiver({ subscriptions });
    expect(lines).toEqual([]);
    const statuses = [];
    for (let minute = 0; minute < 3; minute += 1) {
      statuses.push((await send({}, false)).status, (await send({}, false)).status);
      await pause(60_000);
    }
    expect(statuses).toEqual([500, 500, 500, 500, 500, 500]);
    const line = `subscription unavailable: Subscription "shop-12": ${reason}.`;
    expect(lines.map(([level, , message]) => [level, message])).toEqual([1, 2, 3].map(() => ["error", line]));
  });

  it("leaves the other subscriptions as they are", async () => {
    const { send } = createTestReceiver({
      subscriptions: { "shop-11": { secret: "" }, "shop-12": { secret } },
    });
    expect((await send()).status).toBe(200);
  });

  it.each([
    ["a secret that is broken", { secret: "x" }, "is not canonical base64"],
    ["a secret that is a number", { secret: 5 as never }, "the secret must be a string"],
    ["a version outside the fleet", { secret: "", version: "12" }, "is outside the releases"],
  ])("is no reason to overlook %s: that throws at once", (_name, subscription, message) => {
    expect(() => createTestReceiver({ subscriptions: { "shop-12": subscription } })).toThrow(message);
  });
});
