import { expect, it } from "vitest";
import { createFingerprint, createKey } from "../../../../templates/copied/receiver/base/store.js";
import { decodeSecrets } from "../../../../templates/copied/receiver/base/values.js";
import { sign } from "../../../../templates/copied/receiver/base/signature.js";
import { otherSecret, secret } from "../fixture.js";

const keys = decodeSecrets(secret);

async function createParts(parts: readonly unknown[], subscription: object = {}): Promise<string[]> {
  const owner = { id: "shop-12", keys, ...subscription };
  const account = { fingerprint: await createFingerprint(owner) };
  return (await createKey({ subscription: owner, account }, parts)).split(".");
}

it("a key for a store starts with a fingerprint of the secret alone", async () => {
  const [fingerprint, digest] = await createParts(["a"]);
  expect((await createParts(["b"]))[0]).toBe(fingerprint);
  // The id is not signed, and a look-up may accept several spellings.
  expect((await createParts(["a"], { id: "Shop-12 " }))[0]).toBe(fingerprint);
  const other = await createParts(["a"], { keys: decodeSecrets(otherSecret) });
  expect([other[0] === fingerprint, other[1] === digest]).toEqual([false, false]);
});

it("a key for a store reveals nothing, and is not the signature of any body", async () => {
  expect((await createParts(["session-1", 7])).join(".")).toMatch(/^[A-Za-z0-9+/]{22}\.[A-Za-z0-9+/]{43}=$/);
  const signatures = [["a"], ["scope"]].map((parts) => sign(JSON.stringify(parts), secret));
  for (const signature of signatures) expect(await createParts(["a"])).not.toContain(signature);
});

it("a key for a store differs for parts that only read alike", async () => {
  const all = [["a"], ["a,b"], ["a", "b"], [7], ["7"]].map(async (parts) => (await createParts(parts))[1]);
  expect(new Set(await Promise.all(all)).size).toBe(5);
});
