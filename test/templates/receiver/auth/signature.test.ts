import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as nodeCrypto from "../../../../templates/copied/receiver/signature.js";
import * as webCrypto from "../../../../templates/copied/receiver/signature-web.js";
import { otherSecret, secret } from "../fixture.js";
import "../../../workbench/seed.js";

const good = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";
const body = Buffer.from("test");

/** Many base64 decoders accept these for the valid signature. */
const spellings = [
  ...[good.slice(0, -1), `${good}=`, good.replace("=", "==="), `${good}!`, `${good}AAAA`, `${good}; DROP`],
  ...[`${good} `, ` ${good}`, `${good}\n`, `${good}é`, `sha256=${good}`, `${good}, ${good}`, "", "   ", "😀"],
  ...[" ", "\n", "!!!"].map((inside) => `${good.slice(0, 9)}${inside}${good.slice(9)}`),
  // Changes only the unused bits of the last letter.
  ...["9=", "+=", "/="].map((last) => good.replace("8=", last)),
  // Has the same low byte as the letter E.
  good.replace("E", String.fromCharCode(0x100 + "E".charCodeAt(0))),
  good.replaceAll("+", "-").replaceAll("/", "_"),
  good.toUpperCase(),
  Buffer.from(good, "base64").toString("hex"),
  Buffer.from(good, "base64").subarray(1).toString("base64"),
  // Keyed with the text of the secret instead of its bytes.
  "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=",
  ...[undefined, null, 42, [good], {}],
];

const kinds = [
  { kind: "node", ...nodeCrypto },
  { kind: "web", ...webCrypto },
];

describe.each(kinds)("with $kind crypto", ({ sign, verify }) => {
  it.each([
    ["the vendor's vector", "test", good],
    ["no bytes", "", "8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8="],
    ["UTF-8", '{"text":"Crème brûlée €"}', "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA="],
  ])("%s is signed, as text and as bytes", async (_name, text, want) => {
    expect(await sign(text, secret)).toBe(want);
    expect(await sign(new TextEncoder().encode(text), secret)).toBe(want);
    expect(await verify(Buffer.from(text), want, secret)).toBe(true);
  });

  it.each([{ a: 1 }, 5, true, null, [1]])("%j is no body: a parsed one is never signed", async (parsed) => {
    const call = async (): Promise<string> => sign(parsed as never, secret);
    await expect(call()).rejects.toThrow(TypeError);
  });

  it("bodies are told apart that decode to the same text", async () => {
    const signature = await sign(Uint8Array.of(0xff), secret);
    expect(await verify(Uint8Array.of(0xff), signature, secret)).toBe(true);
    expect(await verify(Uint8Array.of(0xfe), signature, secret)).toBe(false);
  });

  it.each(spellings)("%j is no signature", async (spelling) => {
    expect(await verify(body, spelling as string, secret)).toBe(false);
  });

  it("verify never throws on a signature, and accepts only one spelling", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String(),
      fc.string().map((s) => good + s),
    );
    const isRight = async (signature: string) =>
      (await verify(body, signature, secret)) === (signature === good);
    await fc.assert(fc.asyncProperty(text, isRight), { numRuns: 5000 });
  });

  it("a body with any byte changed, added or taken away is refused", async () => {
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

  it("the signature of any secret in a list is taken", async () => {
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
    ["plain-text secret", whiteSpace],
    ["é", `the secret ${notCanonical}`],
    ["====", `the secret ${notCanonical}`],
    [secret.slice(0, -1), `the secret ${notCanonical}`],
    [secret.replace("0=", "1="), `the secret ${notCanonical}`],
    [secret.replaceAll("+", "-"), `the secret ${notCanonical}`],
    [Buffer.alloc(15).toString("base64"), "the secret decodes to 15 bytes; at least 16 are needed"],
    [[], "the list of secrets is empty"],
    [[secret, "abc!"], `secret 2 of 2 ${notCanonical}`],
  ])("%j is no secret, and not shown", async (bad, message) => {
    const call = async () => verify(body, good, bad as string);
    await expect(call()).rejects.toThrow(new Error(message));
  });

  it.each([24, 63, 64, 65, 200])("a secret of %i bytes signs texts of any length", async (length) => {
    const key = Buffer.alloc(length, 7);
    // Up to 8192 bytes are hashed at once. The characters take one to four bytes each, and the longest texts come first.
    for (const count of [8193, 8192, 4097, 4096, 2731, 2730, 64, 1, 0]) {
      for (const character of ["a", "é", "€", "😀"]) {
        const text = character.repeat(count);
        const want = createHmac("sha256", key).update(text).digest("base64");
        expect([count, character, await sign(text, key.toString("base64"))]).toEqual([
          count,
          character,
          want,
        ]);
        expect(await verify(Buffer.from(text), want, key.toString("base64"))).toBe(true);
      }
    }
  });

  it("a secret of 16 bytes is taken", async () => {
    const key = Buffer.alloc(16, 1);
    const want = createHmac("sha256", key).update("test").digest("base64");
    expect(await sign("test", key.toString("base64"))).toBe(want);
  });
});

describe("the two kinds of crypto", () => {
  it("differ in when they answer: at once, or with a promise", () => {
    expect(nodeCrypto.sign(body, secret)).toBe(good);
    expect(nodeCrypto.verify(body, good, secret)).toBe(true);
    expect(webCrypto.sign(body, secret)).toBeInstanceOf(Promise);
    expect(webCrypto.verify(body, good, secret)).toBeInstanceOf(Promise);
  });

  it("make the same signatures for every key and body, also in shared memory", async () => {
    const pair = fc.tuple(
      fc.uint8Array({ minLength: 16, maxLength: 200 }),
      fc.uint8Array({ maxLength: 500 }),
    );
    await fc.assert(
      fc.asyncProperty(pair, async ([key, bytes]) => {
        const base64 = Buffer.from(key).toString("base64");
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
        shared.set(bytes);
        const want = nodeCrypto.sign(bytes, base64);
        expect(await webCrypto.sign(bytes, base64)).toBe(want);
        expect(await webCrypto.sign(shared, base64)).toBe(want);
        expect(await webCrypto.verify(shared, want, base64)).toBe(true);
      }),
    );
  });
});
