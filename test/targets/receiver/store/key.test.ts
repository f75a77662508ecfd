import { describe, expect, it } from "vitest";
import { createFingerprint, createKey } from "../../../../templates/receiver/store/key.js";
import { decodeSecrets } from "../../../../templates/receiver/auth/secret.js";
import type { KnownSubscription } from "../../../../templates/receiver/auth/subscriptions.js";
import { sign } from "../../../../templates/receiver/auth/signature.js";
import { otherSecret, secret } from "../fixture.js";

const shop = { id: "shop-12", name: undefined, keys: decodeSecrets(secret), version: undefined };

const key = (parts: readonly unknown[], change: Partial<typeof shop> = {}) =>
  createOwnKey({ ...shop, ...change }, parts);

async function createOwnKey(subscription: KnownSubscription, parts: readonly unknown[]): Promise<string> {
  return createKey({ subscription, account: { fingerprint: await createFingerprint(subscription) } }, parts);
}

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
    {
      name: "another secret",
      one: () => key(["a"]),
      other: () => key(["a"], { keys: decodeSecrets(otherSecret) }),
    },
  ])("differs for $name", async ({ one, other }) => {
    expect(await one()).not.toBe(await other());
  });

  it("starts with the fingerprint of the subscription, which differs for another that shares its id", async () => {
    const fingerprint = async (change: Partial<typeof shop> = {}) => (await key(["a"], change)).split(".")[0];
    expect(await fingerprint()).toBe((await key(["b"])).split(".")[0]);
    expect(await fingerprint()).not.toBe(await fingerprint({ keys: decodeSecrets(otherSecret) }));
    // Its id is not signed, and a look-up may accept it in several spellings.
    expect(await fingerprint()).toBe(await fingerprint({ id: "Shop-12 " }));
  });

  it("is not the signature of anything that could be a body", async () => {
    const texts = [["a"], ["scope"], ["shop-12", "a"]].map((parts) => JSON.stringify(parts));
    for (const text of texts) expect(await key(["a"])).not.toContain(sign(text, secret));
  });

  it("is the same for the same parts, and does not show them", async () => {
    expect(await key(["session-1", 7n])).toBe(await key(["session-1", 7n]));
    expect(await key(["session-1", 7n])).toMatch(/^[A-Za-z0-9+/]{22}\.[A-Za-z0-9+/]{43}=$/);
  });
});
