import { describe, expect, it } from "vitest";
import { type Change, createTestReceiver, type Options, secret } from "../fixture.js";
import { fromSeed, oneOf } from "../../../workbench/draw.js";
import { seed } from "../../../workbench/seed.js";

const id = (text: string) => ({ headers: { "x-mplus-subscription-id": text } });
const typed = (text: string) => ({ headers: { "content-type": text } });
const encoded = (text: string) => ({ headers: { "content-encoding": text } });
const at = (path: string, event = "x") => ({ path, event });

async function readLines(change: Change, options: Partial<Options> = {}) {
  const { send, messages } = createTestReceiver(options);
  await send(change);
  return messages();
}

const unknown = "unknown subscription; the id";
const near = `${unknown} differs from "shop-12" only in case, spaces or quotes`;
const noEvent = "unknown event; the path";
const wrongType = "the content type must be application/json; the content type";

describe("the log says what a rejected request had:", () => {
  it.each<[string, Change, string]>([
    ["the known subscription whose id differs only in case", id("Shop-12"), near],
    ["the known subscription whose id differs only in spaces", id(" shop -12\t"), near],
    ["the known subscription whose id differs only in quotes", id("“shop-12'"), near],
    ["the length of any other id", id("shop-99"), `${unknown} has 7 characters`],
    ["the length of a long id", id("s".repeat(5000)), `${unknown} has 5000 characters`],
    ["the path", at("/mplus/scancode"), `${noEvent} is "/mplus/scancode"`],
    ["the path without its query", at("/mplus/scan?key=abc#x"), `${noEvent} is "/mplus/scan"`],
    ["the path without its host", at("https://key@shop.example/v1/scan"), `${noEvent} is "/v1/scan"`],
    ["the event, if the path is not given", { event: "mplus/scanCode" }, `${noEvent} is "mplus/scanCode"`],
    [
      "a long path of known words",
      at("/hooks/startExternalPayment/completeSession"),
      `${noEvent} is "/hooks/startExternalPayment/completeSession"`,
    ],
    [
      "the length and the known end of a path that may hold a secret",
      at("/hooks/8f3a9cTq/ScanCode"),
      `${noEvent} has 24 characters and ends in "ScanCode"`,
    ],
    [
      "a long event that differs only in case",
      at("/mplus/startexternalpayment"),
      `${noEvent} is "/mplus/startexternalpayment"`,
    ],
    ["the length of a path with many numbers", at("/mplus/59.138.136"), `${noEvent} has 17 characters`],
    ["the length of a path with odd characters", at("/%73can\n"), `${noEvent} has 8 characters`],
    ["the method", { method: "DELETE" }, 'events are delivered with POST; the method is "DELETE"'],
    [
      "the length of an odd method",
      { method: "X9" },
      "events are delivered with POST; the method has 2 characters",
    ],
    ["the content type", typed("text/plain"), `${wrongType} is "text/plain"`],
    [
      "the content type without its parameters",
      typed("multipart/form-data; boundary=x9"),
      `${wrongType} is "multipart/form-data"`,
    ],
    [
      "several content types",
      typed("application/json, application/vnd.api+json"),
      `${wrongType} is "application/json, application/vnd.api+json"`,
    ],
    ["the length of an odd content type", typed("a3Bb"), `${wrongType} has 4 characters`],
    [
      "the content encoding",
      encoded("gzip"),
      'the body must not have a content encoding; the content encoding is "gzip"',
    ],
    ["nothing, if something is missing", typed(""), "the header Content-Type is missing"],
  ])("%s", async (_what, change, want) => {
    expect(await readLines(change)).toEqual([`request rejected: ${want}`]);
  });

  it("each of several ids that look alike", async () => {
    const subscriptions = { "shop-12": { secret }, "SHOP-12": { secret } };
    const lines = await readLines(id("Shop-12"), { subscriptions });
    expect(lines.at(-1)).toBe(
      `request rejected: ${unknown} differs from "shop-12" and "SHOP-12" only in case, spaces or quotes`,
    );
  });

  it("only the length of an id, if a function looks subscriptions up", async () => {
    expect(await readLines(id("Shop-12"), { subscriptions: () => undefined })).toEqual([
      `request rejected: ${unknown} has 7 characters`,
    ]);
  });

  it("nothing, if the request lacks it", async () => {
    expect(await readLines({ method: undefined as never })).toEqual([
      "request rejected: events are delivered with POST",
    ]);
  });
});

const spellings: readonly ((secret: string) => string)[] = [
  (text) => text,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => ` ${text} `,
  (text) => `"${text}"`,
  (text) => text.replace(/.{4}/g, "$& "),
  (text) => text.replace(/=+$/, ""),
  (text) => encodeURIComponent(text),
  (text) => `Bearer ${text}`,
];

it("no line has a piece of a secret, in whatever place and spelling a sender has put it", async () => {
  const { send, lines } = createTestReceiver();
  const draw = fromSeed(seed);
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const bytes = Uint8Array.from({ length: oneOf(draw, [16, 18, 24, 32]) }, () => draw.below(256));
    const stray = Buffer.from(bytes).toString("base64");
    const text = oneOf(draw, spellings)(stray);
    lines.length = 0;
    for (const change of [
      ...[text, `application/${text}`, `text/plain; key=${text}`].map(typed),
      ...[`/${text}`, `/${text}/scanCode`, `/mplus/scan?${text}`].map((path) => at(path)),
      ...[id(text), encoded(text), { method: text }, { event: text }],
    ])
      await send(change);
    const pieces = text.match(/[A-Za-z0-9]{6}/g) ?? [];
    const logged = JSON.stringify(lines);
    expect(lines).toHaveLength(10);
    expect(pieces.filter((piece) => logged.includes(piece))).toEqual([]);
  }
});
