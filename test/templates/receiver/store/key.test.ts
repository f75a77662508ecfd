import { describe, expect, it } from "vitest";
import { createFingerprint, createKey } from "../../../../templates/copied/receiver/store.js";
import { decodeSecrets } from "../../../../templates/copied/receiver/values.js";
import { sign } from "../../../../templates/copied/receiver/signature.js";
import { otherSecret, secret } from "../fixture.js";

const shop = { id: "shop-12", name: undefined, keys: decodeSecrets(secret), version: undefined };
const otherShop = { ...shop, keys: decodeSecrets(otherSecret) };

async function key(parts: readonly unknown[], subscription = shop): Promise<string> {
  return createKey({ subscription, account: { fingerprint: await createFingerprint(subscription) } }, parts);
}

describe("a key for a store", () => {
  it.each([
    ["other parts", ["a"], ["b"]],
    ["parts that read alike when joined", ["a,b"], ["a", "b"]],
    ["a number and its text", [7], ["7"]],
  ])("differs for %s", async (_name, one, other) => {
    expect(await key(one)).not.toBe(await key(other));
  });

  it("starts with the fingerprint of the subscription, which differs for another that shares its id", async () => {
    const fingerprint = async (...given: Parameters<typeof key>) => (await key(...given)).split(".")[0];
    expect(await fingerprint(["a"])).toBe(await fingerprint(["b"]));
    expect(await fingerprint(["a"])).not.toBe(await fingerprint(["a"], otherShop));
    // The id is not signed, and a look-up may accept several spellings.
    expect(await fingerprint(["a"])).toBe(await fingerprint(["a"], { ...shop, id: "Shop-12 " }));
    expect((await key(["a"])).split(".")[1]).not.toBe((await key(["a"], otherShop)).split(".")[1]);
    // Nothing else is readable.
    expect(await key(["session-1", 7])).toMatch(/^[A-Za-z0-9+/]{22}\.[A-Za-z0-9+/]{43}=$/);
  });

  it("is not the signature of any body", async () => {
    const texts = [["a"], ["scope"], ["shop-12", "a"]].map((parts) => JSON.stringify(parts));
    for (const text of texts) expect(await key(["a"])).not.toContain(sign(text, secret));
  });
});
