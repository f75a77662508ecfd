import { describe, expect, it } from "vitest";
import type { Json, JsonObject } from "../../../generator/base/json.js";
import type { BodyOrigin } from "../../../generator/contract/traffic/body-parts.js";
import { createRedaction } from "../../../generator/till/traffic/redact.js";
import { indexContract } from "../../../generator/drift/contract.js";
import { read, tellAll, toLines } from "../../drift/traffic/recording.js";
import { readCases } from "../../workbench/cases.js";
import { loadRealModel } from "../../workbench/real-spec.js";
import { ownContract } from "../own-spec.js";

interface NumberCase extends Partial<BodyOrigin> {
  readonly body: Json;
  readonly stays: boolean;
}

const { request, secrets, numbers } = readCases("redact.yaml", import.meta) as {
  readonly request: JsonObject;
  readonly secrets: readonly string[];
  readonly numbers: readonly NumberCase[];
};

const scan: BodyOrigin = { event: "scanCode", direction: "request", isReport: false };

describe("redaction", () => {
  // A fixed key: with another one, a replacement may happen to contain `47,`.
  const redact = createRedaction(ownContract().model, Buffer.alloc(32, 1));
  const redacted = redact(request, scan);
  const digitsOf = (text: string) => redact(text, scan) as string;
  const text = JSON.stringify(redacted);

  it.each(secrets)("replaces %s", (data) => expect(text).not.toContain(data));

  it("keeps what is about nobody, dates and ids valid, and equal values equal", () => {
    const replaced = expect.stringMatching(/^x[1-9]\d{9}$/) as string;
    const code = expect.stringMatching(/^[1-9]\d{9}$/) as string;
    expect(redacted).toMatchObject({
      event: request["event"],
      session: { lines: [{ articleNumber: 12, priceIncl: 2.5 }] },
      scanCode: { scannedCode: code, codeType: "barcode" },
      form: { fields: [{ value: replaced }, { value: "2000-01-01" }, { value: "2000-01-01T00:00:00Z" }] },
    });
    const { session } = redacted as { session: { sessionId: string; lines: { lineId: string }[] } };
    expect(session.lines[0]?.lineId).toBe(session.sessionId);
    expect(session.sessionId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/);
    const card = "2900004815168";
    const again = redact(
      {
        scannedCode: card,
        relationNumber: Number(card),
        callbackUrl: `https://x.nl/${card}`,
      },
      scan,
    );
    const { scannedCode } = (redacted as { scanCode: { scannedCode: string } }).scanCode;
    expect(again).toEqual({
      scannedCode,
      relationNumber: Number(scannedCode),
      callbackUrl: expect.stringMatching(/^https:\/\/x\d{10}$/) as string,
    });
  });

  it("is different for each recording", () => {
    expect(createRedaction(ownContract().model)(request, scan)).not.toEqual(redacted);
  });

  it.each(numbers)("of numbers: $name", ({ body, stays, ...origin }) => {
    const toNumbers = (text: string) => text.match(/(?<=[:[]|^)-?\d[\d.]*/g);
    const before = JSON.stringify(body);
    const after = JSON.stringify(redact(body, { ...scan, ...origin }));
    if (stays) expect(after).toBe(before);
    else expect(toNumbers(after)?.filter((each) => toNumbers(before)?.includes(each))).toEqual([]);
  });

  it("keeps the sign of a number, and whether it is an integer", () => {
    const values = [1, -1, 0, 0.25, -0.25, 1e20, 2 ** 53, -5e-7, 1e300];
    const replaced = redact({ values }, scan) as { readonly values: readonly number[] };
    const describeNumber = (value: number) => [
      value < 0,
      Number.isInteger(value),
      Number.isSafeInteger(value),
    ];
    expect(replaced.values.map(describeNumber)).toEqual(values.map(describeNumber));
    expect(redact({ values: [-12, 12, "12"] }, scan)).toEqual({
      values: [-Number(digitsOf("12")), Number(digitsOf("12")), digitsOf("12")],
    });
  });

  it("keeps null, yes and no, and times only in their place", () => {
    const at = "2026-11-28T09:00:00.123+01:00";
    const body = { customer: { eventTimestamp: at, gone: null, isNew: true } };
    expect(redact({ ...body, event: { eventTimestamp: at } }, scan)).toEqual({
      customer: { eventTimestamp: "2000-01-01T00:00:00Z", gone: null, isNew: true },
      event: { eventTimestamp: at },
    });
  });

  it("keeps unknown names that are plain words, unless there are many", () => {
    const listNames = (body: Json) => Object.keys(redact(body, scan) as object);
    const names = listNames({ loyaltyTier: 1, "jan@example.nl": 1, Jan: 1, "0612345678": 1, zoë: 1 });
    expect(names.map((name) => name.replace(/^x?\d{10}$/, "replaced")).toSorted()).toEqual([
      "loyaltyTier",
      ...Array.from({ length: 4 }, () => "replaced"),
    ]);
    const letters = Array.from({ length: 21 }, (_, index) => `name${String.fromCharCode(97 + index)}`);
    const people = Object.fromEntries(letters.map((name) => [name, 1]));
    expect(JSON.stringify(redact({ people }, scan))).not.toContain("name");
    // One by one, they are noticed after twenty.
    const kept = letters.filter((name) =>
      JSON.stringify(redact({ points: { [name]: 1 } }, scan)).includes(name),
    );
    expect(kept).toEqual(letters.slice(0, 20));
  });
});

it("drift finds the same in a redacted recording as in the original", () => {
  const contract = indexContract(loadRealModel());
  const tier = { name: "vip plus", since: "2026-01-02", points: 10.5, cards: [-3, null], isNew: true };
  const body = { ...request, customer: { number: 555444, tier }, sender: { branchNumber: "1", mood: null } };
  const redact = createRedaction(ownContract().model);
  const tellOf = (record: object) =>
    tellAll(read({ "a.ndjson": toLines([{ event: "scanCode", ...record }]) }, contract));
  const told = tellOf({ request: body });
  expect(tellOf({ redacted: true, request: redact(body, scan) })).toEqual(told);
  expect(told.flat()).toContain("customer.tier.points: 1 number, in 1 of 1 objects");
});
