import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { createUnreadableBody } from "../../../../templates/copied/receiver/protocol/body.js";
import { refusals } from "../../../../templates/copied/receiver/base/refusals.js";
import { sign } from "../../../../templates/copied/receiver/base/signature.js";
import { bodyWith, type Change, createEndlessBody, createRequest, createTestReceiver } from "../fixture.js";
import { goodBody, type Options, otherSecret, secret } from "../fixture.js";

const page = readFileSync(new URL("../../../../docs/receiver.md", import.meta.url), "utf8");
/** The rows of the page's two tables: every fixed answer, and its cause if the sender may be a stranger. */
const row = /^\| (?:([^|]+) \| )?(\d+) \| `(\w+)` \| ([^|]+) \|(?: (?:`(\w+): (\w+)` )?\|)?$/gm;
const told = [...page.replaceAll(/ {2,}/g, " ").matchAll(row)].map(
  ([, cause, status, code, message = "", header, value]) => ({
    cause: cause ?? message,
    status: Number(status),
    headers: {
      "Content-Type": "application/json",
      "Cache-Control": "no-transform",
      ...(header && { [header]: value }),
    },
    body: JSON.stringify({ error: { code, message } }),
    message,
  }),
);

/** A word in every place that the sender controls. */
const canary = "CANARY-8711234567890";
const body = bodyWith({ sender: { [canary]: canary }, [canary]: { error: { code: canary }, original: {} } });
const good = sign(body, secret);
const nested = "[".repeat(250_000) + "]".repeat(250_000);
const endless = createEndlessBody([Buffer.from(body)]);
async function* breakOff(): AsyncIterable<Uint8Array> {
  yield Buffer.from(body);
  await Promise.reject(new Error(canary));
}

const large = { headers: { "content-length": "1048577", "x-mplus-subscription-id": "" }, body: endless };
const sentBy = (id?: string | string[]) => ({ headers: { "x-mplus-subscription-id": id } });
const encoded = (encoding: string) => ({ headers: { "content-encoding": encoding }, body: endless });
const signedWith = (signature?: string | string[]) => ({
  headers: { "x-mplus-signature": signature, "content-type": "text/plain" },
});
const typed = (type?: string) => ({ headers: { "content-type": type }, body: "{" });
/** A result of a look-up function. */
const found = (subscription: unknown): [Change, Partial<Options>] => [
  {},
  { subscriptions: (() => subscription) as Options["subscriptions"] & object },
];

/** By cause. In the receiver's order: each request is valid up to its own fault, and invalid after it. */
const refused: Readonly<Record<string, readonly (Change | readonly [Change, Partial<Options>])[]>> = {
  "a method other than POST": [{ method: "POSTX", event: "w" }, { method: canary }],
  "a path that names no event": [...["scancode", "__proto__", canary].map((event) => ({ ...large, event }))],
  "a body over the limit": [
    large,
    { body: Buffer.alloc(1024 * 1024 + 1) },
    { body: createEndlessBody([Buffer.alloc(600_000), Buffer.alloc(600_000)]) },
  ],
  "no subscription": [sentBy(), { headers: { "x-mplus-subscription-id": "", "content-encoding": "gzip" } }],
  "an unknown subscription": [...["constructor", canary, ["shop-12", "shop-12"]].map(sentBy)],
  "a failed lookup of the subscription": [
    [{}, { subscriptions: () => Promise.reject(new Error(canary)) }],
    found(12),
    found({ secret: canary }),
  ],
  "a body with a content encoding": [...["zzz", "identity, gzip", canary].map(encoded)],
  "a body that does not arrive in time": [[{ body: endless }, { bodyTimeout: 5 }]],
  "a body that breaks off": [
    { body: breakOff() },
    { body: endless, signal: AbortSignal.abort(new Error(canary)) },
  ],
  "a body that something else has already read": [{ body: createUnreadableBody(canary) }],
  "no signature": [signedWith(), signedWith([])],
  "a wrong signature": [
    ...[[good, good], [good, canary], `${good}, x`, "A".repeat(16_384), canary].map(signedWith),
    ...[sign("{}", secret), sign(body, otherSecret)].map(signedWith),
  ],
  "The header Content-Type is missing.": [typed()],
  "The content type must be application/json.": [
    ...["text/plain", ";;;/", "application/json, text/plain", "application/json json"].map(typed),
  ],
  "The body is not valid JSON in UTF-8.": [
    { body: "" },
    { body: '{"a":1,}' },
    { body: Buffer.from('{"text":"é"}', "latin1") },
    { body: Buffer.from(goodBody, "utf16le") },
    { body: Buffer.from(goodBody.replace("8711", "€")).subarray(0, -20) },
    { body: `\ufeff\ufeff${goodBody}` },
  ],
  "The body must be a JSON object.": [{ body: "null" }, { body: nested }],
};
/** With tests of their own. */
const others = [
  ...["a receiver that is shutting down", "the oldest of too many unfinished bodies"],
  ...["Too many requests of this subscription are in progress.", "The body has no event object."],
  ...["The body is nested too deeply.", "The same event is still being handled."],
  ...["The event could not be stored; send it again.", "The receiver failed to handle this event."],
];

describe("a refusal, as in docs/receiver.md", () => {
  const all = Object.entries(refused).flatMap(([cause, cases]) =>
    cases.map((each) => [cause, [each].flat()]),
  );
  it.each(all as [string, [Change, Partial<Options>?]][])("of %s (%#)", async (cause, [change, options]) => {
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: () => expect.fail("a handler ran") },
      onError: () => expect.fail("onError ran"),
      ...options,
    });
    const headers = { accept: canary, [canary]: canary, ...change.headers };
    const { headers: answered, ...answer } = await receiver.receive(
      createRequest({ body, ...change, headers }),
    );
    const want = told.find((each) => each.cause === cause);
    const isStranger = want?.message !== cause;
    const signature = { "X-Mplus-Signature": sign(want?.body ?? "", secret) };
    expect(answer).toEqual({ status: want?.status, body: want?.body });
    expect(answered).toEqual({ ...want?.headers, ...(!isStranger && signature) });
    expect(JSON.stringify([answer, answered])).not.toContain(canary);
    expect(lines.filter(([level]) => level === "error")).toHaveLength(want?.status === 500 ? 1 : 0);
  });

  it("is on that page, as every fixed refusal is", () => {
    expect(told.map(({ cause }) => cause).sort()).toEqual([...Object.keys(refused), ...others].sort());
    const messages = new Set(told.map(({ message }) => message));
    expect(Object.values(refusals).filter(({ message }) => !messages.has(message))).toEqual([]);
  });
});

const scanOf = (scan: string) => ({ body: `{"event":{},"sender":{},"scanCode":${scan}}` });
describe("the refusal of an invalid body", () => {
  it.each([
    ["INVALID_DATA", "/event: is missing", { body: "{}" }],
    // The body itself has no `sender`.
    [
      "INVALID_DATA",
      "/sender: is missing",
      { body: goodBody.replace('"sender"', '"__proto__":{"sender":{}},"x"') },
    ],
    ["NO_EVENT_DETAILS", "/scanCode: is missing", { body: '{"event":{},"sender":{}}' }],
    ["NO_SCANNED_CODE", "/scanCode/scannedCode: is missing", scanOf('{"codeType":"card-4711"}')],
    ["INVALID_DATA", "/scanCode/codeType: is missing", scanOf('{"scannedCode":"1"}')],
    ["INVALID_DATA", "/scanCode: must be an object", scanOf("null")],
  ])("has the code %s and its first problem: %s", async (code, message, change) => {
    const body = { error: { code, message } };
    expect(await createTestReceiver().send(change)).toEqual({ status: 400, code, body });
  });
});

describe("the receiver accepts", () => {
  it.each([
    ["a byte order mark, which programs on Windows write", `\ufeff${goodBody}`],
    ["names that objects inherit", bodyWith({ constructor: { prototype: { polluted: true } }, toString: 1 })],
  ])("a body with %s", async (_name, body) => {
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
    { "x-mplus-signature": [sign(goodBody, secret)], "x-mplus-subscription-id": ["shop-12"] },
  ])("the headers %j", async (headers) => {
    expect((await createTestReceiver().send({ headers })).status).toBe(200);
  });
});
