import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import type { PostResult } from "../../../generator/till/engine/post.js";
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

function toWire({
  event = "scanCode",
  request = scan,
  answer = {},
  status = 200,
  signed = {},
}: Given): WireExchange {
  const [body, reply] = [toText(request), toText(answer)];
  const result: PostResult = {
    kind: "reply",
    status,
    headers: {
      "content-type": "application/json",
      "x-mplus-signature": sign(Buffer.from(signed.answer ?? reply), secret),
    },
    body: Buffer.from(reply),
    duration: 5,
  };
  const headers = {
    "x-mplus-subscription-id": "shop-12",
    "x-mplus-signature": sign(Buffer.from(signed.request ?? body), secret),
  };
  return {
    event,
    at: 1,
    source: "shop",
    url: `http://a/${event}`,
    headers,
    bytes: Buffer.from(body),
    result,
  };
}

const open = (release?: string) =>
  createObserver({ contract: ownContract(), secret, findRelease: () => release });

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

  it("without a secret is that without signatures", () => {
    const look = createObserver({ contract: ownContract(), secret: undefined, findRelease: () => undefined });
    const seen = look(toWire({ signed: { request: "x", answer: "y" } }));
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
])("tells of signatures that hold: %s", (_, given, request, answer) => {
  const { isVerified, isAnswerVerified } = observe(given);
  expect([isVerified, isAnswerVerified]).toEqual([request, answer]);
});

it("remembers the latest release that the shop has proved; a stranger proves nothing", () => {
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

it("says where the requests of a shop prove a later release than was given", () => {
  const request = { ...scan, openUrl: { id: "a" } };
  const told = ["23", "48", "59"].map((release) =>
    observe({ request }, release).notes.map(({ message }) => message),
  );
  expect(told).toEqual([["Its requests prove v48, which is newer than --release says."], [], []]);
});

it("says from which release on shops take an answer, where the release is not known", () => {
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
])("names what the contract does not know in a request: %s", (_, given, ...unknown) => {
  expect(observe(given).unknown.map(({ path }) => path)).toEqual(unknown);
});

describe("whatever a request holds", () => {
  const odd: readonly unknown[] = [
    null,
    "x",
    [null],
    ["x"],
    [{ lineId: null, quantity: {} }],
    { length: 3 },
    1e308,
  ];
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

  it.each(bodies.map((body) => JSON.stringify(body)))("it is observed: %s", (request) => {
    for (const secretOf of [secret, undefined]) {
      const look = createObserver({
        contract: ownContract(),
        secret: secretOf,
        findRelease: () => undefined,
      });
      expect(["taken", "refused"]).toContain(look(toWire({ request, answer })).verdict.kind);
    }
  });

  it("nothing of it is looked at where a stranger sent it, and little is kept", () => {
    const request = JSON.stringify({ ...scan, scanCode: { scannedCode: "x".repeat(1e6), weight: 1 } });
    const seen = observe({ request, signed: { request: "" }, answer: { typo: 1 } });
    expect([seen.verdict.kind, seen.request, seen.unknown]).toEqual(["taken", {}, []]);
    expect(seen.body.length).toBe(10_000);
  });
});
