import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/base/json.js";
import { sign } from "../../../generator/till/engine/signature.js";
import { createObserver, type WireExchange } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";

const lineId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
const line = { lineId, articleNumber: 12, text: "Tea", priceIncl: 2, quantity: 1 };
const session = { sessionId: "5d6b0b6e-6c1d-4b53-9d9f-0f3c2d1b7a10", lines: [line] };
const scan: JsonObject = {
  event: { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-11-28T09:00:00+01:00" },
  sender: { branchNumber: 1, workplaceNumber: 1 },
  session,
  scanCode: { scannedCode: "1", codeType: "barcode" },
};

interface Given {
  readonly event?: string;
  /** Parts of the request beside those of a scan, or the whole request. */
  readonly with?: JsonObject;
  readonly request?: string;
  readonly answer?: JsonObject | string;
  readonly status?: number;
  /** Other texts that the signatures are of. */
  readonly signed?: { readonly request?: string; readonly answer?: string };
}

function toWire({
  event = "scanCode",
  answer = {},
  status = 200,
  signed = {},
  ...given
}: Given): WireExchange {
  const body = given.request ?? JSON.stringify({ ...scan, ...given.with });
  const reply = typeof answer === "string" ? answer : JSON.stringify(answer);
  const signature = (text: string) => ({ "x-mplus-signature": sign(Buffer.from(text), secret) });
  const headers = { "content-type": "application/json", ...signature(signed.answer ?? reply) };
  return {
    ...{ event, at: 1, source: "shop", url: `http://a/${event}`, bytes: Buffer.from(body) },
    headers: { "x-mplus-subscription-id": "shop-12", ...signature(signed.request ?? body) },
    result: { kind: "reply", status, headers, body: Buffer.from(reply), duration: 5 },
  };
}

const open = (release?: string) =>
  createObserver({ contract: ownContract(), secret, findRelease: () => release });

const withoutSecret = () =>
  createObserver({ contract: ownContract(), secret: undefined, findRelease: () => undefined });

interface Case extends Given {
  readonly name: string;
  readonly release?: string;
  readonly finds: object;
}

describe("observed is", () => {
  it.each(readCases("observe.yaml", import.meta) as readonly Case[])(
    "$name",
    ({ release, finds, ...given }) => {
      const { verdict, unknown, notes, ...seen } = open(release)(toWire(given));
      expect({
        ...seen,
        verdict: verdict.kind,
        ...("findings" in verdict && { code: verdict.findings[0]?.code }),
        unknown: unknown.map(({ path }) => path),
        notes: notes.map(({ message }) => message),
      }).toMatchObject(finds);
    },
  );

  it("no signature without a secret", () => {
    const seen = withoutSecret()(toWire({ signed: { request: "x", answer: "y" } }));
    const { verdict, isVerified, isAnswerVerified } = seen;
    expect([verdict.kind, isVerified, isAnswerVerified]).toEqual(["taken", undefined, undefined]);
  });

  it("the newest release that requests of the shop prove, but not those of strangers", () => {
    const look = open();
    const proof = { form: { id: "a", fields: [] } };
    const runs = [
      {},
      { with: proof, signed: { request: "x" } },
      { event: "startExternalPayment" },
      {},
      { with: proof },
      {},
    ].map((given) => look(toWire(given)).runs);
    const older = "v11.3 or later";
    expect(runs).toEqual([undefined, undefined, older, older, "v59 or later", "v59 or later"]);
  });
});

describe("a hostile request", () => {
  const odd: readonly unknown[] = [
    null,
    "x",
    [null],
    ["x"],
    [{ lineId: null, quantity: {} }],
    { length: 3 },
    1e308,
  ];
  const bodies = odd.flatMap((value) => [
    { ...scan, session: { ...session, lines: value } },
    { ...scan, session: value },
    { ...scan, event: value },
    { ...scan, scanCode: value },
    { error: value, original: value },
  ]);
  const answer = { lineChanges: [{ lineId }], lineDeletions: [{ lineId }], scanCode: { relationNumber: 1 } };

  it.each(bodies.map((body) => JSON.stringify(body)))("is observed: %s", (request) => {
    for (const look of [open(), withoutSecret()])
      expect(["taken", "refused"]).toContain(look(toWire({ request, answer })).verdict.kind);
  });

  it("of a stranger is not parsed, and little of it is kept", () => {
    const request = { scanCode: { scannedCode: "x".repeat(1e6), weight: 1 } };
    const seen = open()(toWire({ with: request, signed: { request: "" }, answer: { typo: 1 } }));
    expect([seen.verdict.kind, seen.request, seen.unknown]).toEqual(["taken", {}, []]);
    expect(seen.body.length).toBe(10_000);
  });

  it("of a stranger keeps little of its answer", () => {
    const answer = "x".repeat(1e6);
    const { reply, result, isAnswerVerified } = open()(toWire({ signed: { request: "" }, answer }));
    expect(isAnswerVerified).toBe(true);
    expect(reply?.body.length).toBe(10_000);
    expect(result).toMatchObject({ kind: "reply", body: { length: 10_000, buffer: { byteLength: 10_000 } } });
  });
});
