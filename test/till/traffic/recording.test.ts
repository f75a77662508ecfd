import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/base/json.js";
import {
  formatRecord,
  parseRecord,
  readRequestText,
  type RecordedExchange,
} from "../../../generator/contract/traffic/recorded-exchange.js";
import { compareAnswers } from "../../../generator/till/traffic/compare.js";
import { createRedaction } from "../../../generator/till/traffic/redact.js";
import { createRenewal } from "../../../generator/till/traffic/renew.js";
import type { SeenExchange } from "../../../generator/till/traffic/seen-exchange.js";
import { createTrace } from "../../../templates/copied/receiver/log.js";
import { ownContract } from "../own-spec.js";

const head = { at: 1, event: "scanCode", subscription: "shop-12", duration: 5, status: 200 };

describe("a line of a recording", () => {
  it.each([
    ["JSON as it was written", '{ "event": 9007199254740993, "b":1.0 }', '{"c":"\\u00e9"}'],
    ["line ends between the parts", '{\r\n"event":"x\\ny"\n}', "{\n}"],
    ["an answer that is no JSON", '{"event":{}}', '<h1>\n"oh"</h1>'],
    ["no answer", '{"event":{}}', ""],
  ])("has %s", (_, request, answer) => {
    const line = formatRecord(head, { request, answer });
    expect(line).toMatch(/^[^\n]+\n$/);
    expect(readRequestText(line)).toBe(request.replace(/[\r\n]+/g, " "));
    const isJson = answer.startsWith("{");
    const want = answer === "" ? null : isJson ? (JSON.parse(answer) as Json) : answer;
    expect(parseRecord(line)).toEqual({ ...head, request: JSON.parse(request) as Json, answer: want });
  });

  it.each(['"request":"raw","request":{"event":{}}', '"\\u0072equest":[1],"request":{"event":{}}'])(
    "with two requests has none to send: %s",
    (twice) => expect(readRequestText(`{"event":"a",${twice}}`)).toBeUndefined(),
  );

  it("is the same as the receiver writes", () => {
    let line = "";
    const outcome = {
      status: 200,
      code: undefined,
      subscriptionId: "shop-12",
      duration: 5.4,
      handlerDuration: 1,
    };
    const bodies = { request: '{"event":\n{}}', answer: "" };
    createTrace((text) => (line = text)).onAnswered?.(
      { eventName: "scanCode" },
      { ...outcome, readBodies: () => bodies },
    );
    const record = parseRecord(line) as RecordedExchange;
    expect(line).toBe(formatRecord({ ...head, at: record.at ?? 0 }, bodies));
  });

  it.each<[string, string, why: string]>([
    ["no JSON", "{", "is not valid JSON"],
    ["a list", "[]", "it must be object"],
    ["no event", '{"request":{"event":{}}}', "it must have required property 'event'"],
    [
      "a request that could pass for an answer",
      '{"event":"a","request":{"externalPayment":{"confirmed":true}}}',
      "it/request must",
    ],
    ["a path as its event", '{"event":"../admin","request":{}}', "/event must match pattern"],
    [
      "a header in its subscription",
      '{"event":"a","subscription":"a\\r\\nX: y","request":{}}',
      "/subscription must match pattern",
    ],
    ["a request that is no object", '{"event":"a","request":"x"}', "/request must be object"],
    ["too many levels", `{"event":"a","request":${"[".repeat(600)}${"]".repeat(600)}}`, "is not valid JSON"],
  ])("with %s is refused", (_, line, why) => {
    expect(parseRecord(line)).toContain(why);
  });
});

describe("redaction", () => {
  // A fixed key: with another one, a replacement may happen to contain `47,`.
  const redact = createRedaction(ownContract().model, Buffer.alloc(32, 1));
  const id = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
  const request: JsonObject = {
    event: { eventBlocking: true, eventCounter: 7, eventTimestamp: "2026-11-28T09:00:00.123+01:00" },
    session: {
      sessionId: id,
      relation: { relationNumber: 20517, name: "Zoë van Dijk" },
      lines: [{ lineId: id, articleNumber: 12, text: "Koffie", priceIncl: 2.5, quantity: -2900004815168 }],
      "Jan Jansen": 1,
      age: 47,
      place: { north: 52.370216, balance: -612345 },
      smile: "🙂",
    },
    scanCode: { scannedCode: "2900004815168", codeType: "barcode" },
    form: {
      id: "card",
      fields: [
        { id: "mail", value: "zoe@example.nl" },
        { id: "born", value: "1980-02-03" },
        { id: "at", value: "1980-02-03T04:05:06.789Z" },
      ],
    },
  };
  const redacted = redact(request);
  const text = JSON.stringify(redacted);

  it.each([
    "Zoë",
    "Dijk",
    "Jan",
    "Koffie",
    "20517",
    "2900004815168",
    "zoe@example",
    "1980",
    "47,",
    "52.37",
    "612345",
    "🙂",
    id,
    "mail",
    'card"',
  ])("replaces %s", (data) => expect(text).not.toContain(data));

  it("keeps what is about nobody, dates and ids valid, and equal values equal", () => {
    const replaced = expect.stringMatching(/^x[1-9]\d{9}$/) as string;
    expect(redacted).toMatchObject({
      event: request["event"],
      session: { lines: [{ articleNumber: 12, priceIncl: 2.5 }] },
      scanCode: { scannedCode: replaced, codeType: "barcode" },
      form: { fields: [{ value: replaced }, { value: "2000-01-01" }, { value: "2000-01-01T00:00:00Z" }] },
    });
    const { session } = redacted as { session: { sessionId: string; lines: { lineId: string }[] } };
    expect(session.lines[0]?.lineId).toBe(session.sessionId);
    expect(session.sessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const card = "2900004815168";
    const again = redact({
      scannedCode: card,
      relationNumber: Number(card),
      callbackUrl: `https://x.nl/${card}`,
    });
    const { scannedCode } = (redacted as { scanCode: { scannedCode: string } }).scanCode;
    expect(again).toEqual({
      scannedCode,
      relationNumber: Number(scannedCode.slice(1)),
      callbackUrl: expect.stringMatching(/^https:\/\/x\d{10}$/) as string,
    });
  });

  it("is different for each recording", () => {
    expect(createRedaction(ownContract().model)(request)).not.toEqual(redacted);
  });
});

describe("renewal", () => {
  const now = Date.parse("2026-11-28T09:00:00Z");
  const make = (counter: number) =>
    `{ "event":{"eventCounter":${counter}, "eventTimestamp":"x"},"sender":{"instanceId":"i"}, "big":9007199254740993 }`;

  it("gives each request a counter and a time of its own, and repeats the same; all else stays", () => {
    const renew = createRenewal(now);
    const [one, other, repeat] = [make(1), make(2), make(1)].map(renew);
    const fresh = (counter: number) => make(counter).replace('"x"', '"2026-11-28T09:00:00.000+00:00"');
    expect([one, other, repeat]).toEqual([fresh(now / 1000), fresh(now / 1000 + 1), fresh(now / 1000)]);
  });

  it("adds nothing to a request that has none", () => {
    expect(createRenewal(now)('{"event":{}}')).toBe('{"event":{}}');
  });
});

describe("comparison", () => {
  const id = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
  const compare = (answer: Json, now: Json, more: Partial<RecordedExchange> = {}, status = 200) =>
    compareAnswers({ ...head, request: {}, answer, ...more }, {
      reply: { status, headers: {}, body: now === null ? "" : JSON.stringify(now) },
    } as SeenExchange).map(({ path, expected, seen }) => [path, expected, seen]);

  it.each<[string, Json, Json]>([
    ["the same", { a: [1, { b: "x" }] }, { a: [1, { b: "x" }] }],
    [
      "other ids",
      { lineId: "a", id: 1, text: `see ${id}` },
      { lineId: "b", id: 2, text: `see ${id.replace("0", "1")}` },
    ],
    ["other times", { until: "2026-11-28T09:00:00+01:00" }, { until: "2027-01-01T00:00:00Z" }],
    ["an empty answer and none", {}, null],
  ])("finds nothing in %s", (_, answer, now) => {
    expect(compare(answer, now)).toEqual([]);
  });

  it.each<[string, Json, Json, ...found: unknown[][]]>([
    ["another number", { a: [{ b: 10 }] }, { a: [{ b: 15 }] }, ["answer.a[0].b", 10, 15]],
    ["another text", { a: "x" }, { a: "y" }, ["answer.a", "x", "y"]],
    ["a part that is gone", { a: 1, b: 2 }, { b: 2 }, ["answer.a", 1, undefined]],
    ["a part that is new", {}, { a: true }, ["answer.a", undefined, true]],
    ["an item too many", { a: [1] }, { a: [1, 2] }, ["answer.a[1]", undefined, 2]],
  ])("finds %s", (_, answer, now, ...found) => {
    expect(compare(answer, now)).toEqual(found);
  });

  it("finds another status", () => {
    expect(compare({}, {}, {}, 500)).toEqual([["status", 200, 500]]);
  });

  it("does not compare what was redacted, but whether it is there", () => {
    const redacted = { redacted: true } as const;
    expect(compare({ a: "xyz", b: "q" }, { a: "Tea", c: 1 }, redacted)).toEqual([
      ["answer.b", "(a text)", undefined],
      ["answer.c", undefined, 1],
    ]);
  });
});
