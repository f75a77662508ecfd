import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as nodeCrypto from "../../../../templates/copied/receiver/signature.js";
import * as webCrypto from "../../../../templates/copied/receiver/signature-web.js";
import { listSpellings, signWithText } from "../../../workbench/spellings.js";
import { otherSecret, secret } from "../fixture.js";
import "../../../workbench/seed.js";

const good = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";
const body = Buffer.from("test");

const wrong: readonly unknown[] = [
  ...listSpellings(good),
  signWithText("test", secret),
  Buffer.from(good, "base64").subarray(1).toString("base64"),
  ...["", "   ", "😀", undefined, null, 42, [good], {}],
];

const kinds = [
  { kind: "node", ...nodeCrypto },
  { kind: "web", ...webCrypto },
];

describe.each(kinds)("with $kind crypto", ({ sign, verify }) => {
  it.each([
    ["the vendor's vector", "test", good],
    ["an empty body", "", "8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8="],
    ["UTF-8", '{"text":"Crème brûlée €"}', "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA="],
  ])("signs %s, as text and as bytes", async (_name, text, want) => {
    expect(await sign(text, secret)).toBe(want);
    expect(await sign(new TextEncoder().encode(text), secret)).toBe(want);
    expect(await verify(Buffer.from(text), want, secret)).toBe(true);
  });

  it.each([{ a: 1 }, 5, true, null, [1]])("never signs a parsed body: %j", async (parsed) => {
    const call = async (): Promise<string> => sign(parsed as never, secret);
    await expect(call()).rejects.toThrow(TypeError);
  });

  it.each(wrong)("refuses %j as a signature", async (signature) => {
    expect(await verify(body, signature as string, secret)).toBe(false);
  });

  it("refuses a body with any byte changed, added or removed", async () => {
    const change = fc.tuple(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(change, async ([bytes, at, flip]) => {
        const signature = await sign(bytes, secret);
        const flipped = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
        const others = [flipped, bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)])];
        const taken = [bytes, ...others].map(async (each) => verify(each, signature, secret));
        expect(await Promise.all(taken)).toEqual([true, false, false, false]);
      }),
    );
  });

  it("accepts the signature of any secret in a list", async () => {
    expect(await verify(body, good, [otherSecret, secret])).toBe(true);
    expect(await verify(body, good, [otherSecret])).toBe(false);
  });

  const notCanonical = "is not canonical base64 (A-Z a-z 0-9 + / and = at the end)";
  const whiteSpace = "the secret has white space in or around it";
  it.each<[unknown, string]>([
    [undefined, "the secret is missing: it must be a string"],
    ["", "the secret is empty: is its environment variable set?"],
    ["   ", whiteSpace],
    [`${secret}\n`, whiteSpace],
    ["é", `the secret ${notCanonical}`],
    [secret.slice(0, -1), `the secret ${notCanonical}`],
    [secret.replace("0=", "1="), `the secret ${notCanonical}`],
    [secret.replaceAll("+", "-"), `the secret ${notCanonical}`],
    [Buffer.alloc(15).toString("base64"), "the secret decodes to 15 bytes; at least 16 are needed"],
    [[], "the list of secrets is empty"],
    [[secret, "abc!"], `secret 2 of 2 ${notCanonical}`],
  ])("refuses the secret %j without showing it", async (bad, message) => {
    const call = async () => verify(body, good, bad as string);
    await expect(call()).rejects.toThrow(new Error(message));
  });
});

it("signs at once with node crypto, and with a promise on the web", () => {
  expect(nodeCrypto.sign(body, secret)).toBe(good);
  expect(nodeCrypto.verify(body, good, secret)).toBe(true);
  expect(webCrypto.sign(body, secret)).toBeInstanceOf(Promise);
  expect(webCrypto.verify(body, good, secret)).toBeInstanceOf(Promise);
});

it("signs every body with every key as HMAC-SHA256 does, also in shared memory", async () => {
  const pair = fc.tuple(fc.uint8Array({ minLength: 16, maxLength: 200 }), fc.uint8Array({ maxLength: 500 }));
  await fc.assert(
    fc.asyncProperty(pair, async ([key, bytes]) => {
      const base64 = Buffer.from(key).toString("base64");
      const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
      shared.set(bytes);
      const want = createHmac("sha256", key).update(bytes).digest("base64");
      expect(nodeCrypto.sign(bytes, base64)).toBe(want);
      expect(await webCrypto.sign(shared, base64)).toBe(want);
      expect(await webCrypto.verify(shared, want, base64)).toBe(true);
    }),
  );
});
