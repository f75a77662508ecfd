import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sign, verify } from "../../../templates/receiver/signature.js";
import { otherSecret, secret } from "./fixture.js";

const good = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";
const body = Buffer.from("test");

describe("sign", () => {
  it.each([
    { name: "the vendor's vector", text: "test", want: good },
    { name: "no bytes", text: "", want: "8HCyZcISDXoUlLT6vLXwCXc+MeXcedXp2cW4UT5x5l8=" },
    {
      name: "UTF-8",
      text: '{"text":"Crème brûlée €"}',
      want: "oMdwwddVrOB3PSYC9uOG2aET/a2co7NpKVJBiwoXAMA=",
    },
  ])("signs $name, as text and as bytes", ({ text, want }) => {
    expect(sign(text, secret)).toBe(want);
    expect(sign(new TextEncoder().encode(text), secret)).toBe(want);
    expect(verify(Buffer.from(text), want, secret)).toBe(true);
  });
});

describe("verify", () => {
  it("refuses a signature that was made with the text of the secret", () => {
    expect(verify(body, "pKDrmsKUDJ7QeDwyOMtUcEi9aBl+BTnzxYIHSqjbfk4=", secret)).toBe(false);
  });

  it("tells bodies apart that decode to the same text", () => {
    const signature = sign(Uint8Array.of(0xff), secret);
    expect(verify(Uint8Array.of(0xff), signature, secret)).toBe(true);
    expect(verify(Uint8Array.of(0xfe), signature, secret)).toBe(false);
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
  ])("refuses another spelling of a good signature: %s", (_name, spelling) => {
    expect(spelling).not.toBe(good);
    expect(verify(body, spelling, secret)).toBe(false);
  });

  it("never throws on a signature, and takes one only", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.base64String(),
      fc.string().map((s) => good + s),
    );
    fc.assert(
      fc.property(text, (signature) => verify(body, signature, secret) === (signature === good)),
      { numRuns: 5000 },
    );
  });

  it.each([[undefined], [null], [42], [[good]], [{}]])("takes %s for no signature", (signature) => {
    expect(verify(body, signature as string, secret)).toBe(false);
  });

  it("refuses a body with any byte changed, added or taken away", () => {
    const change = fc.tuple(fc.uint8Array({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(change, ([bytes, at, flip]) => {
        const signature = sign(bytes, secret);
        const flipped = bytes.map((byte, index) => (index === at % bytes.length ? byte ^ flip : byte));
        const others = [flipped, bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)])];
        return verify(bytes, signature, secret) && others.every((each) => !verify(each, signature, secret));
      }),
    );
  });

  it("takes the signature of any secret in a list", () => {
    expect(verify(body, good, [otherSecret, secret])).toBe(true);
    expect(verify(body, good, [otherSecret])).toBe(false);
  });
});

describe("a secret", () => {
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
  ])("that %s is refused, and not shown", (_name, bad, message) => {
    expect(() => verify(body, good, bad as string)).toThrow(new Error(message));
  });

  it("of 16 bytes is taken", () => {
    const key = Buffer.alloc(16, 1);
    expect(sign("test", key.toString("base64"))).toBe(
      createHmac("sha256", key).update("test").digest("base64"),
    );
  });
});
