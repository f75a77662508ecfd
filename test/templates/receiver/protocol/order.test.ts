import { describe, expect, it } from "vitest";
import {
  bodyWith,
  type Change,
  createEndlessBody,
  createTestReceiver,
  goodBody,
  secret,
} from "../fixture.js";
import { sign } from "../../../../templates/copied/receiver/signature.js";

const good = sign(goodBody, secret);
const scanOf = (scan: string) => ({ body: `{"event":{},"sender":{},"scanCode":${scan}}` });
const nested = "[".repeat(250_000) + "]".repeat(250_000);

const endless = createEndlessBody([]);
const large = { headers: { "content-length": "1048577", "x-mplus-subscription-id": "" }, body: endless };
const sentBy = (id: string | string[]) => ({ headers: { "x-mplus-subscription-id": id } });
/** Each request is valid up to its own fault, and invalid after it. */
const encoded = (encoding: string) => ({ headers: { "content-encoding": encoding }, body: endless });
const signedWith = (signature: string | string[]) => ({
  headers: { "x-mplus-signature": signature, "content-type": "text/plain" },
});
const typed = (type?: string) => ({ headers: { "content-type": type }, body: "{" });

/** In the receiver's order of checks. strangers.test.ts covers simpler faults. */
const refused: [status: number, code: string, Change][] = [
  [405, "METHOD_NOT_ALLOWED", { method: "POSTX", event: "w" }],
  [404, "UNKNOWN_EVENT", { ...large, event: "scancode" }],
  [404, "UNKNOWN_EVENT", { ...large, event: "__proto__" }],
  [413, "BODY_TOO_LARGE", large],
  [400, "NO_SUBSCRIPTION_ID", { headers: { "x-mplus-subscription-id": "", "content-encoding": "gzip" } }],
  [400, "INVALID_SUBSCRIPTION_ID", sentBy("constructor")],
  [400, "INVALID_SUBSCRIPTION_ID", sentBy(["shop-12", "shop-12"])],
  [415, "INVALID_CONTENT_ENCODING", encoded("zzz")],
  [415, "INVALID_CONTENT_ENCODING", encoded("identity, gzip")],
  [413, "BODY_TOO_LARGE", { body: Buffer.alloc(1024 * 1024 + 1) }],
  [413, "BODY_TOO_LARGE", { body: createEndlessBody([Buffer.alloc(600_000), Buffer.alloc(600_000)]) }],
  [400, "NO_SIGNATURE", signedWith([])],
  [400, "INVALID_SIGNATURE", signedWith([good, good])],
  [400, "INVALID_SIGNATURE", signedWith(`${good}, x`)],
  [400, "INVALID_SIGNATURE", signedWith("A".repeat(16_384))],
  [400, "NO_CONTENT_TYPE", typed()],
  [400, "INVALID_CONTENT_TYPE", typed("text/plain")],
  [400, "INVALID_CONTENT_TYPE", typed(";;;/")],
  [400, "INVALID_CONTENT_TYPE", typed("application/json, text/plain")],
  [400, "INVALID_CONTENT_TYPE", typed("application/json json")],
  [400, "INVALID_JSON", { body: "" }],
  [400, "INVALID_JSON", { body: '{"a":1,}' }],
  [400, "INVALID_JSON", { body: Buffer.from('{"text":"é"}', "latin1") }],
  [400, "INVALID_JSON", { body: Buffer.from(goodBody, "utf16le") }],
  [400, "INVALID_JSON", { body: Buffer.from(goodBody.replace("8711", "€")).subarray(0, -20) }],
  [400, "INVALID_JSON", { body: `\ufeff\ufeff${goodBody}` }],
  [400, "INVALID_DATA", { body: "null" }],
  [400, "INVALID_DATA", { body: nested }],
  [400, "INVALID_DATA", { body: "{}" }],
  // The body itself has no `sender`.
  [400, "INVALID_DATA", { body: goodBody.replace('"sender"', '"__proto__":{"sender":{}},"x"') }],
  [400, "NO_EVENT_DETAILS", { body: '{"event":{},"sender":{}}' }],
  [400, "NO_SCANNED_CODE", scanOf('{"codeType":"x"}')],
  [400, "INVALID_DATA", scanOf('{"scannedCode":"1"}')],
  [400, "INVALID_DATA", scanOf("null")],
];

describe("a refusal", () => {
  it.each(refused)("is %i %s (%#)", async (status, code, change) => {
    expect(await createTestReceiver().send(change)).toMatchObject({ status, code });
  });

  it("names path and message of the first problem, and no value", async () => {
    const { body } = await createTestReceiver().send(scanOf('{"codeType":"card-4711"}'));
    expect(body).toEqual({
      error: { code: "NO_SCANNED_CODE", message: "/scanCode/scannedCode: is missing" },
    });
  });

  it.each([
    ["a byte order mark before it, which programs on Windows write", `\ufeff${goodBody}`],
    [
      "names that every object inherits",
      bodyWith({ constructor: { prototype: { polluted: true } }, toString: 1 }),
    ],
    ["a depth that nobody reads", goodBody.replace("{", `{"deep":${nested},`)],
  ])("is not made of a body with %s", async (_name, body) => {
    expect((await createTestReceiver().send({ body })).status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it.each<Change["headers"] & object>([
    { "content-type": "APPLICATION/JSON" },
    { "content-type": "application/json; charset=utf-8" },
    { "content-type": "application/json\t;" },
    { "content-type": "application/json;x" },
    { "content-encoding": "" },
    { "content-encoding": "Identity" },
    { "x-mplus-signature": [good], "x-mplus-subscription-id": ["shop-12"] },
  ])("is not made of %j", async (headers) => {
    expect((await createTestReceiver().send({ headers })).status).toBe(200);
  });
});
