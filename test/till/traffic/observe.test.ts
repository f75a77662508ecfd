import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import { sign } from "../../../generator/till/engine/signature.js";
import { createObserver, type WireExchange } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";
import { ownContract } from "../own-spec.js";

const blocking = {
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
};
const line = {
  lineId: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10",
  articleNumber: 12,
  text: "Tea",
  priceIncl: 2,
  quantity: 1,
};
const sale = { session: { sessionId: "5d6b0b6e-6c1d-4b53-9d9f-0f3c2d1b7a10", lines: [line] } };
const scan: JsonObject = { ...blocking, ...sale, scanCode: { scannedCode: "1", codeType: "barcode" } };

interface Given {
  readonly event?: string;
  readonly request?: JsonObject | string;
  readonly answer?: JsonObject | string;
  readonly status?: number;
  readonly signed?: { readonly request?: string; readonly answer?: string };
}

const toText = (body: JsonObject | string): string =>
  typeof body === "string" ? body : JSON.stringify(body);

function toWire({ event = "scanCode", request = scan, answer = {}, ...given }: Given): WireExchange {
  const { status = 200, signed = {} } = given;
  const [body, reply] = [toText(request), toText(answer)];
  const toSignature = (text: string): string => sign(Buffer.from(text), secret);
  const signature = toSignature(signed.answer ?? reply);
  const headers = { "content-type": "application/json", "x-mplus-signature": signature };
  return {
    ...{ event, at: 1, source: "shop", url: `http://a/${event}`, bytes: Buffer.from(body) },
    headers: {
      "x-mplus-subscription-id": "shop-12",
      "x-mplus-signature": toSignature(signed.request ?? body),
    },
    result: { kind: "reply", status, headers, body: Buffer.from(reply), duration: 5 },
  };
}

const open = (release?: string) =>
  createObserver({ contract: ownContract(), secret, findRelease: () => release });

const withoutSecret = () =>
  createObserver({ contract: ownContract(), secret: undefined, findRelease: () => undefined });

const observe = (given: Given, release?: string) => open(release)(toWire(given));

describe("the verdict on an answer", () => {
  it.each<[string, Given, ...want: [kind: string, code?: string, release?: string]]>([
    ["that is right", { answer: { scanCode: { recognized: true } } }, "taken"],
    ["with an unknown property", { answer: { scanCod: {} } }, "refused", "unknown-property"],
    [
      "that the release does not know",
      { answer: { openUrl: { url: "https://a.example" } } },
      "refused",
      "unsupported-property",
      "20",
    ],
    ["that a newer release knows", { answer: { openUrl: { url: "https://a.example" } } }, "taken"],
    [
      "about a line that is not there",
      { answer: { lineChanges: [{ lineId: line.lineId.replace("0b", "1c") }] } },
      "refused",
      "INVALID_LINE_ID",
    ],
    ["about a line of the request", { answer: { lineDeletions: [{ lineId: line.lineId }] } }, "taken"],
    ["with another signature", { signed: { answer: "[]" } }, "refused", "INVALID_SIGNATURE"],
    ["that refuses", { status: 400, answer: { error: { code: "INVALID_DATA", message: "no" } } }, "failed"],
    ["to an event that the spec does not have", { event: "weighArticle" }, "taken"],
    [
      "to a report of the till",
      { request: { error: { code: "X", message: "" }, original: scan }, answer: "" },
      "taken",
    ],
    [
      "that nobody waits for",
      { request: { ...scan, event: { eventBlocking: false } }, answer: { typo: 1 } },
      "taken",
    ],
  ])("%s", (_, given, ...[kind, code, release]) => {
    const { verdict } = observe(given, release);
    expect([verdict.kind, "findings" in verdict ? verdict.findings[0]?.code : undefined]).toEqual([
      kind,
      code,
    ]);
  });

  it("ignores signatures without a secret", () => {
    const seen = withoutSecret()(toWire({ signed: { request: "x", answer: "y" } }));
    expect([seen.verdict.kind, seen.isVerified, seen.isAnswerVerified]).toEqual([
      "taken",
      undefined,
      undefined,
    ]);
  });
});

it.each<[string, Given, request: boolean, answer: boolean]>([
  ["both", {}, true, true],
  ["only the answer", { signed: { request: "x" } }, false, true],
  ["only the request", { signed: { answer: "x" } }, true, false],
])("says which signatures are valid: %s", (_, given, request, answer) => {
  const { isVerified, isAnswerVerified } = observe(given);
  expect([isVerified, isAnswerVerified]).toEqual([request, answer]);
});

it("remembers the newest release that requests of the shop prove, but not those of strangers", () => {
  const look = open();
  const proof = { ...scan, form: { id: "a", fields: [] } };
  const list = [
    {},
    { request: proof, signed: { request: "x" } },
    { event: "startExternalPayment" },
    {},
    { request: proof },
    {},
  ];
  expect(list.map((given) => look(toWire(given)).runs)).toEqual([
    undefined,
    undefined,
    "v11.3 or later",
    "v11.3 or later",
    "v59 or later",
    "v59 or later",
  ]);
});

it("says if the requests of a shop prove a newer release than --release", () => {
  const request = { ...scan, openUrl: { id: "a" } };
  const told = ["23", "48", "59"].map((release) =>
    observe({ request }, release).notes.map(({ message }) => message),
  );
  expect(told).toEqual([["Its requests prove v48, which is newer than --release says."], [], []]);
});

it("says which shops reject an answer if the release is unknown", () => {
  const answer = { openUrl: { url: "https://a.example" } };
  expect(observe({ answer }).notes.map(({ message }) => message)).toEqual([
    "Shops before v48 reject this answer because of `/openUrl`.",
  ]);
  const given = { request: { ...scan, openUrl: { id: "a" } }, answer };
  expect([observe(given).notes, observe({ answer }, "48").notes]).toEqual([[], []]);
});

it.each<[string, Given, ...unknown: string[]]>([
  [
    "a property",
    { request: { ...scan, scanCode: { scannedCode: "1", codeType: "barcode", weight: 3 } } },
    "/scanCode/weight",
  ],
  ["an event", { event: "weighArticle" }, ""],
  [
    "a value of another type",
    { request: { ...scan, scanCode: { scannedCode: 1, codeType: "barcode" } } },
    "/scanCode/scannedCode",
  ],
  ["a body that is no JSON", { request: "{" }, ""],
  ["nothing", {}],
])("names the unknown part of a request: %s", (_, given, ...unknown) => {
  expect(observe(given).unknown.map(({ path }) => path)).toEqual(unknown);
});

describe("a hostile request", () => {
  const oddLine = { lineId: null, quantity: {} };
  const odd: readonly unknown[] = [null, "x", [null], ["x"], [oddLine], { length: 3 }, 1e308];
  const bodies = odd.flatMap((lines) => [
    { ...scan, session: { ...sale.session, lines } },
    { ...scan, session: lines },
    { ...scan, event: lines },
    { ...scan, scanCode: lines },
    { error: lines, original: lines },
  ]);
  const answer = {
    lineChanges: [{ lineId: line.lineId }],
    lineDeletions: [{ lineId: line.lineId }],
    scanCode: { relationNumber: 1 },
  };

  it.each(bodies.map((body) => JSON.stringify(body)))("is observed: %s", (request) => {
    for (const look of [open(), withoutSecret()])
      expect(["taken", "refused"]).toContain(look(toWire({ request, answer })).verdict.kind);
  });

  it("of a stranger is not parsed, and little of it is kept", () => {
    const request = JSON.stringify({ ...scan, scanCode: { scannedCode: "x".repeat(1e6), weight: 1 } });
    const seen = observe({ request, signed: { request: "" }, answer: { typo: 1 } });
    expect([seen.verdict.kind, seen.request, seen.unknown]).toEqual(["taken", {}, []]);
    expect(seen.body.length).toBe(10_000);
  });
});
