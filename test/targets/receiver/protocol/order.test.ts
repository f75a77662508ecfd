import { describe, expect, it } from "vitest";
import { sign } from "../../../../templates/receiver/auth/signature.js";
import {
  type Change,
  createEndlessBody,
  createRequest,
  createTestReceiver,
  goodBody,
  otherSecret,
  readAnswer,
  secret,
} from "../fixture.js";

interface Case {
  readonly name: string;
  readonly given: Change;
  readonly want: { readonly status: number; readonly code: string };
}

const latin1 = Buffer.from('{"text":"é"}', "latin1");

const noSender: Change = { headers: { "x-mplus-subscription-id": undefined } };

/** In the order in which the receiver looks. Each case is good up to its own fault, and bad behind it. */
const cases: readonly Case[] = [
  { name: "GET", given: { method: "GET" }, want: { status: 405, code: "METHOD_NOT_ALLOWED" } },
  {
    name: "a method nobody knows",
    given: { method: "POSTX" },
    want: { status: 405, code: "METHOD_NOT_ALLOWED" },
  },
  { name: "an unknown event", given: { event: "w" }, want: { status: 404, code: "UNKNOWN_EVENT" } },
  { name: "other capitals", given: { event: "scancode" }, want: { status: 404, code: "UNKNOWN_EVENT" } },
  { name: "constructor", given: { event: "constructor" }, want: { status: 404, code: "UNKNOWN_EVENT" } },
  { name: "__proto__", given: { event: "__proto__" }, want: { status: 404, code: "UNKNOWN_EVENT" } },
  {
    name: "a length over the limit, of a body that never comes",
    given: { headers: { "content-length": "1048577" }, body: createEndlessBody([]) },
    want: { status: 413, code: "BODY_TOO_LARGE" },
  },
  {
    name: "no subscription id",
    given: noSender,
    want: { status: 400, code: "NO_SUBSCRIPTION_ID" },
  },
  {
    name: "an unknown subscription id",
    given: { headers: { "x-mplus-subscription-id": "shop-13" } },
    want: { status: 400, code: "INVALID_SUBSCRIPTION_ID" },
  },
  {
    name: "an inherited name for a subscription id",
    given: { headers: { "x-mplus-subscription-id": "constructor" } },
    want: { status: 400, code: "INVALID_SUBSCRIPTION_ID" },
  },
  {
    name: "two subscription ids",
    given: { headers: { "x-mplus-subscription-id": ["shop-12", "shop-12"] } },
    want: { status: 400, code: "INVALID_SUBSCRIPTION_ID" },
  },
  ...["gzip", "br", "zzz", "identity, gzip"].map((encoding) => ({
    name: `content encoding ${encoding}, before the body is read`,
    given: { headers: { "content-encoding": encoding }, body: createEndlessBody([]) },
    want: { status: 415, code: "INVALID_CONTENT_ENCODING" },
  })),
  {
    name: "too many bytes at once",
    given: { body: Buffer.alloc(1024 * 1024 + 1) },
    want: { status: 413, code: "BODY_TOO_LARGE" },
  },
  {
    name: "too many bytes in pieces",
    given: { body: createEndlessBody([Buffer.alloc(600_000), Buffer.alloc(600_000)]) },
    want: { status: 413, code: "BODY_TOO_LARGE" },
  },
  {
    name: "a body that stalls",
    given: { body: createEndlessBody([Buffer.from("{")]) },
    want: { status: 408, code: "BODY_TOO_SLOW" },
  },
  {
    name: "no signature",
    given: { headers: { "x-mplus-signature": undefined, "content-type": "text/plain" } },
    want: { status: 400, code: "NO_SIGNATURE" },
  },
  {
    name: "an empty list of signatures",
    given: { headers: { "x-mplus-signature": [] } },
    want: { status: 400, code: "NO_SIGNATURE" },
  },
  {
    name: "another's signature",
    given: { headers: { "x-mplus-signature": sign(goodBody, otherSecret), "content-type": "text/plain" } },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "a good signature twice",
    given: { headers: { "x-mplus-signature": [sign(goodBody, secret), sign(goodBody, secret)] } },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "a good signature and another, joined",
    given: { headers: { "x-mplus-signature": `${sign(goodBody, secret)}, x` } },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "a signature of 16 kB",
    given: { headers: { "x-mplus-signature": "A".repeat(16_384) } },
    want: { status: 400, code: "INVALID_SIGNATURE" },
  },
  {
    name: "no content type",
    given: { headers: { "content-type": undefined }, body: "{" },
    want: { status: 400, code: "NO_CONTENT_TYPE" },
  },
  ...[
    "text/plain",
    ";;;/",
    "application/jsonp",
    "application/json, text/plain",
    "application/json json",
    "*/*",
  ].map((contentType) => ({
    name: `content type ${contentType}`,
    given: { headers: { "content-type": contentType }, body: "{" },
    want: { status: 400, code: "INVALID_CONTENT_TYPE" },
  })),
  ...[
    ["an empty body", ""],
    ["half a body", "{"],
    ["a trailing comma", '{"a":1,}'],
    ["a byte order mark", `\uFEFF${goodBody}`],
    ["latin-1", latin1],
    ["UTF-16", Buffer.from(goodBody, "utf16le")],
    ["a lone surrogate's bytes", Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])],
  ].map(([name, body]) => ({
    name: String(name),
    given: { body: body as string | Buffer },
    want: { status: 400, code: "INVALID_JSON" },
  })),
  ...["null", "true", "0", '"x"', "[]", `${"[".repeat(250_000)}${"]".repeat(250_000)}`].map((body) => ({
    name: `${body.slice(0, 9)} for a body`,
    given: { body },
    want: { status: 400, code: "INVALID_DATA" },
  })),
  { name: "an empty object", given: { body: "{}" }, want: { status: 400, code: "INVALID_DATA" } },
  {
    name: "the sender not the body's own",
    given: { body: '{"event":{},"__proto__":{"sender":{}},"scanCode":{"scannedCode":"1","codeType":"x"}}' },
    want: { status: 400, code: "INVALID_DATA" },
  },
  {
    name: "the event's own object missing",
    given: { body: '{"event":{},"sender":{}}' },
    want: { status: 400, code: "NO_EVENT_DETAILS" },
  },
  {
    name: "no scanned code",
    given: { body: '{"event":{},"sender":{},"scanCode":{"codeType":"x"}}' },
    want: { status: 400, code: "NO_SCANNED_CODE" },
  },
  {
    name: "another property missing",
    given: { body: '{"event":{},"sender":{},"scanCode":{"scannedCode":"1"}}' },
    want: { status: 400, code: "INVALID_DATA" },
  },
  {
    name: "the event's own object of a wrong type",
    given: { body: '{"event":{},"sender":{},"scanCode":null}' },
    want: { status: 400, code: "INVALID_DATA" },
  },
];

describe("a refusal", () => {
  it.each(cases)("of $name is $want.status $want.code", async ({ given, want }) => {
    const { receiver } = createTestReceiver({ bodyTimeout: 100 });
    const response = await receiver.receive(createRequest(given));
    expect(readAnswer(response)).toMatchObject(want);
    expect(response.headers["Content-Type"]).toBe("application/json");
  });

  it("follows the order: behind each fault, none of the earlier ones", async () => {
    const { receiver } = createTestReceiver();
    const faults: readonly (readonly [string, Change])[] = [
      ["METHOD_NOT_ALLOWED", { method: "GET" }],
      ["UNKNOWN_EVENT", { event: "w" }],
      ["BODY_TOO_LARGE", { headers: { "content-length": "9999999" } }],
      ["NO_SUBSCRIPTION_ID", noSender],
      ["INVALID_CONTENT_ENCODING", { headers: { "content-encoding": "gzip" } }],
      ["NO_SIGNATURE", { headers: { "x-mplus-signature": "" } }],
      ["NO_CONTENT_TYPE", { headers: { "content-type": "" } }],
      ["INVALID_JSON", { body: "{" }],
    ];
    for (const [index, [code]] of faults.entries()) {
      const rest = faults.slice(index).map(([, change]) => change);
      const headers = Object.assign({}, ...rest.map((change) => change.headers)) as NonNullable<
        Change["headers"]
      >;
      const change = Object.assign({}, ...rest, { headers }) as Change;
      const response = await receiver.receive(createRequest(change));
      expect(JSON.parse(response.body)).toMatchObject({ error: { code } });
    }
  });

  it("says which methods are allowed, and closes the connection on a body that is not read", async () => {
    const { receiver } = createTestReceiver();
    const get = await receiver.receive(createRequest({ method: "GET" }));
    expect(get.headers).toMatchObject({ Allow: "POST" });
    const large = await receiver.receive(createRequest({ body: Buffer.alloc(2_000_000) }));
    expect(large.headers).toMatchObject({ Connection: "close" });
  });

  it("names path and message of the first problem, and no value", async () => {
    const { receiver } = createTestReceiver();
    const body = '{"event":{},"sender":{},"scanCode":{"codeType":"card-4711"}}';
    const response = await receiver.receive(createRequest({ body }));
    expect(JSON.parse(response.body)).toEqual({
      error: { code: "NO_SCANNED_CODE", message: "/scanCode/scannedCode: is missing" },
    });
  });

  it.each([
    "application/json",
    "APPLICATION/JSON",
    "application/json; charset=utf-8",
    "application/json\t;",
    "application/json;x",
  ])("is not made of content type %j", async (contentType) => {
    const { receiver } = createTestReceiver();
    const response = await receiver.receive(createRequest({ headers: { "content-type": contentType } }));
    expect(readAnswer(response).status).toBe(200);
  });

  it.each(["", "identity", "Identity"])("is not made of content encoding %j", async (encoding) => {
    const { receiver } = createTestReceiver();
    const response = await receiver.receive(createRequest({ headers: { "content-encoding": encoding } }));
    expect(readAnswer(response).status).toBe(200);
  });

  it("is not caused by headers that come as a list of one", async () => {
    const { receiver } = createTestReceiver();
    const headers = { "x-mplus-signature": [sign(goodBody, secret)], "x-mplus-subscription-id": ["shop-12"] };
    expect(readAnswer(await receiver.receive(createRequest({ headers }))).status).toBe(200);
  });
});
