import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as nodeCrypto from "../../../../templates/receiver/auth/signature.js";
import * as webCrypto from "../../../../templates/receiver/auth/signature-web.js";
import { otherSecret, secret } from "../fixture.js";
import "../../../workbench/seed.js";

const good = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";
const body = Buffer.from("test");

/** Both kinds of crypto do the same, now or later. */
const kinds = [
  { kind: "node", ...nodeCrypto },
  { kind: "web", ...webCrypto },
];

describe.each(kinds)("sign, with $kind crypto", ({ sign, verify }) => {
  it.each([
    { name: "the vendor's vector", text: "test", want: good },
    { name: "no bytes", text: "", want: "8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8=" },
    {
      name: "UTF-8",
      text: '{"text":"Crème brûlée €"}',
      want: "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA=",
    },
  ])("signs $name, as text and as bytes", async ({ text, want }) => {
    expect(await sign(text, secret)).toBe(want);
    expect(await sign(new TextEncoder().encode(text), secret)).toBe(want);
    expect(await verify(Buffer.from(text), want, secret)).toBe(true);
  });
});

describe.each(kinds)("verify, with $kind crypto", ({ sign, verify }) => {
  it("refuses a signature that was made with the text of the secret", async () => {
    expect(await verify(body, "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=", secret)).toBe(false);
  });

  it("tells bodies apart that decode to the same text", async () => {
    const signature = await sign(Uint8Array.of(0xff), secret);
    expect(await verify(Uint8Array.of(0xff), signature, secret)).toBe(true);
    expect(await verify(Uint8Array.of(0xfe), signature, secret)).toBe(false);
  });

  it.each([
    ["no padding", good.slice(0, -1)],
    ["more padding", `${good}=`],
    ["a character behind it", `${good}!`],
    ["more base64 behind it", `${good}AAAA`],
    ["a header's worth behind it", `${good}; DROP`],
    ["a space behind it", `${good} `],
    ["a space before it", ` ${good}`],
    ["a space inside", `${good.slice(0, 9)} ${good.slice(9)}`],
    ["a newline behind it", `${good}\n`],
    ["a newline inside", `${good.slice(0, 9)}\n${good.slice(9)}`],
    ["skipped characters inside", `${good.slice(0, 9)}!!!${good.slice(9)}`],
    ["changed pad bits, 1", good.replace("8=", "9=")],
    ["changed pad bits, 2", good.replace("8=", "+=")],
    ["changed pad bits, 3", good.replace("8=", "/=")],
    ["three equals signs", good.replace("=", "===")],
    ["an accent behind it", `${good}é`],
    ["look-alikes of a higher plane", good.replace("E", String.fromCharCode(0x100 + "E".charCodeAt(0)))],
    ["the url-safe alphabet", good.replaceAll("+", "-").replaceAll("/", "_")],
    ["capitals", good.toUpperCase()],
    ["hex", Buffer.from(good, "base64").toString("hex")],
    ["a prefix", `sha256=${good}`],
    ["two, joined", `${good}, ${good}`],
    ["nothing", ""],
    ["spaces", "   "],
    ["an emoji", "😀"],
    ["one byte short", Buffer.from(good, "base64").subarray(1).toString("base64")],
  ])("refuses another spelling of a good signature: %s", async (_name, spelling) => {
    expect(spelling).not.toBe(good);
    expect(await verify(body, spelling, secret)).toBe(false);
  });

  it("never throws on a signature, and accepts only one spelling", async () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String(),
      fc.string().map((s) => good + s),
    );
    await fc.assert(
      fc.asyncProperty(
        text,
        async (signature) => (await verify(body, signature, secret)) === (signature === good),
      ),
      { numRuns: 5000 },
    );
  });

  it.each([[undefined], [null], [42], [[good]], [{}]])("takes %s for no signature", async (signature) => {
    expect(await verify(body, signature as string, secret)).toBe(false);
  });

  it("refuses a body with any byte changed, added or taken away", async () => {
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

  it("takes the signature of any secret in a list", async () => {
    expect(await verify(body, good, [otherSecret, secret])).toBe(true);
    expect(await verify(body, good, [otherSecret])).toBe(false);
  });
});

describe.each(kinds)("a secret, with $kind crypto", ({ sign, verify }) => {
  it.each([
    ["is missing", undefined, "the secret is missing: it must be a string"],
    ["is empty", "", "the secret is empty"],
    ["is white space", "   ", "the secret has white space in or around it"],
    ["ends in a newline", `${secret}\n`, "the secret has white space in or around it"],
    ["is a passphrase", "plain-text secret", "the secret has white space in or around it"],
    ["is an accent", "é", "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)"],
    ["is padding", "====", "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)"],
    [
      "has no padding",
      secret.slice(0, -1),
      "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)",
    ],
    [
      "has pad bits",
      "eFc5HrxwLbONJ+EYXrbHB+a9HueYIQzotgKRLRVAfx1=",
      "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)",
    ],
    [
      "is url-safe",
      secret.replaceAll("+", "-"),
      "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)",
    ],
    ["has a mark", "abc!", "the secret is not canonical base64 (A-Z a-z 0-9 + / and = at the end)"],
    [
      "is short",
      Buffer.alloc(15).toString("base64"),
      "the secret decodes to 15 bytes; at least 16 are needed",
    ],
    ["is one of none", [], "the list of secrets is empty"],
    [
      "is bad in a list",
      [secret, "abc!"],
      "secret 2 of 2 is not canonical base64 (A-Z a-z 0-9 + / and = at the end)",
    ],
  ])("that %s is refused, and not shown", async (_name, bad, message) => {
    const call = async () => verify(body, good, bad as string);
    await expect(call()).rejects.toThrow(new Error(message));
  });

  it("of 16 bytes is taken", async () => {
    const key = Buffer.alloc(16, 1);
    expect(await sign("test", key.toString("base64"))).toBe(
      createHmac("sha256", key).update("test").digest("base64"),
    );
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
        expect([await webCrypto.sign(bytes, base64), await webCrypto.sign(shared, base64)]).toEqual([
          want,
          want,
        ]);
        expect(await webCrypto.verify(shared, want, base64)).toBe(true);
      }),
    );
  });
});
