import { describe, expect, it } from "vitest";
import { createKey } from "../../../templates/receiver/key.js";
import { decodeSecrets } from "../../../templates/receiver/secret.js";
import { otherSecret, secret } from "./fixture.js";

const shop = { id: "shop-12", name: undefined, keys: decodeSecrets(secret), version: undefined };

const key = (parts: readonly unknown[], change: Partial<typeof shop> = {}) =>
  createKey({ ...shop, ...change }, parts);

describe("a key for a store", () => {
  it.each([
    { name: "other parts", one: () => key(["a"]), other: () => key(["b"]) },
    { name: "parts that read alike when joined", one: () => key(["a,b"]), other: () => key(["a", "b"]) },
    {
      name: "a 64-bit integer and a number",
      one: () => key([9007199254740993n]),
      other: () => key([9007199254740992]),
    },
    {
      name: "two 64-bit integers",
      one: () => key([9007199254740993n]),
      other: () => key([9007199254740995n]),
    },
    { name: "another subscription", one: () => key(["a"]), other: () => key(["a"], { id: "shop-13" }) },
    {
      name: "another secret",
      one: () => key(["a"]),
      other: () => key(["a"], { keys: decodeSecrets(otherSecret) }),
    },
  ])("differs for $name", async ({ one, other }) => {
    expect(await one()).not.toBe(await other());
  });

  it("is the same for the same, and does not show it", async () => {
    expect(await key(["session-1", 7n])).toBe(await key(["session-1", 7n]));
    expect(await key(["session-1", 7n])).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});
