import { describe, expect, it } from "vitest";
import {
  type Change,
  createEndlessBody,
  createRequest,
  createTestReceiver,
  goodBody,
  secret,
} from "../fixture.js";
import { sign } from "../../../../templates/receiver/auth/signature.js";

const good = sign(goodBody, secret);
const mistyped = { "content-type": "text/plain" };
const scanOf = (scan: string) => `{"event":{},"sender":{},"scanCode":${scan}}`;

/**
 * By what is answered, in the order in which the receiver looks. Each request is good up to its own fault, and bad behind it.
 * What a stranger is told of simpler faults is in strangers.test.ts.
 */
const refused: readonly (readonly [status: number, code: string, readonly Change[]])[] = [
  [405, "METHOD_NOT_ALLOWED", [{ method: "POSTX", event: "w" }]],
  [
    404,
    "UNKNOWN_EVENT",
    ["scancode", "constructor", "__proto__"].map((event) => ({
      event,
      headers: { "content-length": "9999999" },
    })),
  ],
  [
    413,
    "BODY_TOO_LARGE",
    [
      {
        headers: { "content-length": "1048577", "x-mplus-subscription-id": "" },
        body: createEndlessBody([]),
      },
    ],
  ],
  [400, "NO_SUBSCRIPTION_ID", [{ headers: { "x-mplus-subscription-id": "", "content-encoding": "gzip" } }]],
  [
    400,
    "INVALID_SUBSCRIPTION_ID",
    ["constructor", ["shop-12", "shop-12"]].map((id) => ({ headers: { "x-mplus-subscription-id": id } })),
  ],
  // Before the body is read.
  [
    415,
    "INVALID_CONTENT_ENCODING",
    ["gzip", "zzz", "identity, gzip"].map((encoding) => ({
      headers: { "content-encoding": encoding },
      body: createEndlessBody([]),
    })),
  ],
  [
    413,
    "BODY_TOO_LARGE",
    [
      { body: Buffer.alloc(1024 * 1024 + 1) },
      { body: createEndlessBody([Buffer.alloc(600_000), Buffer.alloc(600_000)]) },
    ],
  ],
  [400, "NO_SIGNATURE", [{ headers: { "x-mplus-signature": [], ...mistyped } }]],
  [
    400,
    "INVALID_SIGNATURE",
    [[good, good], `${good}, x`, "A".repeat(16_384)].map((each) => ({
      headers: { "x-mplus-signature": each, ...mistyped },
    })),
  ],
  [400, "NO_CONTENT_TYPE", [{ headers: { "content-type": undefined }, body: "{" }]],
  [
    400,
    "INVALID_CONTENT_TYPE",
    ["text/plain", ";;;/", "application/jsonp", "application/json, text/plain", "application/json json"].map(
      (type) => ({ headers: { "content-type": type }, body: "{" }),
    ),
  ],
  [
    400,
    "INVALID_JSON",
    [
      "",
      "{",
      '{"a":1,}',
      `\uFEFF${goodBody}`,
      Buffer.from('{"text":"é"}', "latin1"),
      Buffer.from(goodBody, "utf16le"),
    ].map((body) => ({ body })),
  ],
  [
    400,
    "INVALID_DATA",
    ["null", "true", "0", '"x"', "[]", `${"[".repeat(250_000)}${"]".repeat(250_000)}`, "{}"].map((body) => ({
      body,
    })),
  ],
  // The sender not the body's own.
  [
    400,
    "INVALID_DATA",
    [{ body: '{"event":{},"__proto__":{"sender":{}},"scanCode":{"scannedCode":"1","codeType":"x"}}' }],
  ],
  [400, "NO_EVENT_DETAILS", [{ body: '{"event":{},"sender":{}}' }]],
  [400, "NO_SCANNED_CODE", [{ body: scanOf('{"codeType":"x"}') }]],
  [400, "INVALID_DATA", [{ body: scanOf('{"scannedCode":"1"}') }, { body: scanOf("null") }]],
];

describe("a refusal", () => {
  it.each(refused)("is %i %s", async (status, code, changes) => {
    const { send } = createTestReceiver();
    for (const change of changes) expect(await send(change)).toMatchObject({ status, code });
  });

  it("says which methods are allowed, and closes the connection on a body that is not read", async () => {
    const { receiver } = createTestReceiver();
    const get = await receiver.receive(createRequest({ method: "GET" }));
    expect(get.headers).toMatchObject({ Allow: "POST" });
    const large = await receiver.receive(createRequest({ body: Buffer.alloc(2_000_000) }));
    expect(large.headers).toMatchObject({ Connection: "close" });
  });

  it("names path and message of the first problem, and no value", async () => {
    const { body } = await createTestReceiver().send({ body: scanOf('{"codeType":"card-4711"}') });
    expect(body).toEqual({
      error: { code: "NO_SCANNED_CODE", message: "/scanCode/scannedCode: is missing" },
    });
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
