import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as nodeCrypto from "../../../../templates/copied/receiver/base/signature.js";
import * as webCrypto from "../../../../templates/copied/receiver/base/signature-web.js";
import { listSpellings, signWithText } from "../../../workbench/spellings.js";
import { otherSecret, secret } from "../fixture.js";
import "../../../workbench/seed.js";

/** The vendor's vector. */
const good = "EBFFIb5qPH/teEFmjtwcIj6h80cl+X1DUy62D46tnu8=";
const body = Buffer.from("test");

const wrong: readonly unknown[] = [
  ...listSpellings(good),
  signWithText("test", secret),
  Buffer.from(good, "base64").subarray(1).toString("base64"),
  ...["", "   ", "😀", undefined, null, 42, [good], {}],
];

describe.each([
  { kind: "node", ...nodeCrypto },
  { kind: "web", ...webCrypto },
])("with $kind crypto", ({ kind, sign, verify }) => {
  it("signs text and bytes as the vendor does, with node crypto at once", async () => {
    const signature = sign("test", secret);
    expect(signature instanceof Promise).toBe(kind === "web");
    expect(await signature).toBe(good);
    expect(await sign(body, secret)).toBe(good);
    expect(await sign("Crème brûlée €", secret)).toBe(await sign(Buffer.from("Crème brûlée €"), secret));
    expect(verify(body, good, secret) instanceof Promise).toBe(kind === "web");
  });

  it("signs every body with every key as HMAC-SHA256, also in shared memory", async () => {
    const key = fc.uint8Array({ minLength: 16, maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(key, fc.uint8Array({ maxLength: 500 }), async (key, bytes) => {
        const base64 = Buffer.from(key).toString("base64");
        const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
        shared.set(bytes);
        const want = createHmac("sha256", key).update(bytes).digest("base64");
        expect(await sign(kind === "web" ? shared : bytes, base64)).toBe(want);
        expect(await verify(kind === "web" ? shared : bytes, want, base64)).toBe(true);
      }),
    );
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
        for (const each of [flipped, bytes.subarray(1), Buffer.concat([bytes, Buffer.of(0)])])
          expect(await verify(each, signature, secret)).toBe(false);
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
    ["", "the secret is empty; set its environment variable"],
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
