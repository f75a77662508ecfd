import { describe, expect, it } from "vitest";
import { createObserver } from "../../../generator/till/traffic/observe.js";
import { secret } from "../../conformance/signature.js";
import { readCases } from "../../workbench/cases.js";
import { ownContract } from "../own-spec.js";
import { lineId, scan, session, toWire, type WireCase } from "./wire.js";

const open = (release?: string) =>
  createObserver({ contract: ownContract(), secret, findRelease: () => release });

const withoutSecret = () =>
  createObserver({ contract: ownContract(), secret: undefined, findRelease: () => undefined });

interface Case extends WireCase {
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
