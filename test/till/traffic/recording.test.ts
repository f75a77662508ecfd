import { describe, expect, it } from "vitest";
import type { Json } from "../../../generator/base/json.js";
import {
  formatRecord,
  parseRecord,
  readRequestText,
  type RecordedExchange,
} from "../../../generator/contract/traffic/recorded-exchange.js";
import { compareAnswers } from "../../../generator/till/traffic/compare.js";
import { createRenewal } from "../../../generator/till/traffic/renew.js";
import { createTrace } from "../../../templates/copied/receiver/protocol/observe.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";

const head = { at: 1, event: "scanCode", subscription: "shop-12", duration: 5, status: 200 };

interface Compared {
  readonly before: Json;
  readonly now: Json;
  readonly status?: number;
  readonly isRedacted?: true;
  readonly found?: readonly (readonly Json[])[];
}

const { lines, refused, compared } = readCases("recording.yaml", import.meta) as {
  readonly lines: readonly { readonly request: string; readonly answer: string }[];
  readonly refused: readonly { readonly line: string; readonly why: string }[];
  readonly compared: readonly Compared[];
};

describe("a line of a recording", () => {
  it.each(lines)("has $name", ({ request, answer }) => {
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
    const times = { duration: 5.4, handlerDuration: 1 };
    const outcome = { status: 200, code: undefined, subscriptionId: "shop-12", ...times };
    const bodies = { request: '{"event":\n{}}', answer: "" };
    createTrace((text) => (line = text)).onAnswered?.(
      { eventName: "scanCode" },
      { ...outcome, readBodies: () => bodies },
    );
    const record = parseRecord(line) as RecordedExchange;
    expect(line).toBe(formatRecord({ ...head, at: record.at ?? 0 }, bodies));
  });

  it.each(refused)("with $name is refused", ({ line, why }) => {
    const deep = `${"[".repeat(600)}${"]".repeat(600)}`;
    expect(parseRecord(line.replace("DEEP", deep))).toContain(why);
  });
});

describe("renewal", () => {
  const { model } = ownContract();
  const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  const now = Date.parse("2026-11-28T09:00:00Z");
  const make = (counter: number) =>
    `{ "event":{"eventCounter":${counter}, "eventTimestamp":"x"},"sender":{"instanceId":"i"}, "big":9007199254740993 }`;

  it("gives each request a counter and a time of its own, and repeats the same; all else stays", () => {
    const renew = createRenewal(model, now);
    const [one, other, repeat] = [make(1), make(2), make(1)].map((text) => renew("scanCode", text));
    const fresh = (counter: number) => make(counter).replace('"x"', '"2026-11-28T09:00:00.000+00:00"');
    expect([one, other, repeat]).toEqual([fresh(now / 1000), fresh(now / 1000 + 1), fresh(now / 1000)]);
  });

  it("gives each payment an id of its own, which is another one next time", () => {
    const makePayment = (id: string) =>
      `{"event":{},"externalPayment":{"externalPaymentId":"${id}","amount":2.50}}`;
    const listIds = (renew: ReturnType<typeof createRenewal>) =>
      ["a", "b", "a"].map((id, index) => {
        const event = index === 0 ? "startExternalPayment" : "pollExternalPayment";
        return renew(event, makePayment(id)).replace(/^.*"externalPaymentId":"|","amount":2.50}}$/g, "");
      });
    const [a, b, again] = listIds(createRenewal(model, now));
    expect([a, b]).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect([again, a !== b]).toEqual([a, true]);
    expect(listIds(createRenewal(model, now + 1))).not.toContain(a);
  });

  it.each(["scanCode", "startExternalPayment", "sing"])(
    "adds nothing to a request of %s that has none",
    (event) => {
      expect(createRenewal(model, now)(event, '{"event":{}}')).toBe('{"event":{}}');
    },
  );
});

it.each(compared)("compared are $name", ({ before, now, status = 200, isRedacted, found = [] }) => {
  const recorded = { ...head, request: {}, answer: before, ...(isRedacted && { redacted: isRedacted }) };
  const reply = { status, headers: {}, body: now === null ? "" : JSON.stringify(now) };
  const differences = compareAnswers(recorded, { reply });
  const want = found.map(([path, expected = null, seen = null]) => [path, expected, seen]);
  expect(differences.map((each) => [each.path, each.expected ?? null, each.seen ?? null])).toEqual(want);
});
