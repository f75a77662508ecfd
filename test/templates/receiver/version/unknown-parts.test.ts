import { describe, expect, it } from "vitest";
import type { UnknownPart } from "../../../../templates/copied/receiver/evidence.js";
import { bodyWith, createTestReceiver, type ScanCode } from "../fixture.js";

describe("a request that the spec does not know", () => {
  const strange = bodyWith({
    sender: { branchNumber: 1, hasReceiptPrinter: true, paperState: "Low", fax: 1 },
    session: { lines: [{ lineId: "a" }, { lineId: "b", colour: "red" }], "a/b~c": 1 },
  });

  it("is kept, and reported part by part, with a count", async () => {
    const seen: UnknownPart[] = [];
    let request: unknown;
    const { send } = createTestReceiver({
      onUnknown: (part) => void seen.push(part),
      handlers: { scanCode: (context) => void (request = context.request) },
    });
    await send({ body: strange });
    expect(request).toEqual(JSON.parse(strange));
    expect(seen.map(({ path, addedIn, message, count }) => [path, addedIn, message, count])).toEqual([
      ["/sender/hasReceiptPrinter", "60", "added in v60, newer than your shops", 1],
      ["/sender/paperState", undefined, "announced, but not in any release yet", 1],
      ["/sender/fax", undefined, "removed in v40, before your oldest shop", 1],
      ["/session/lines/1/colour", undefined, "not in the spec", 1],
      ["/session/a~1b~0c", undefined, "not in the spec", 1],
    ]);
    await send({ body: strange });
    expect(seen.at(-1)).toMatchObject({ subscriptionId: "shop-12", eventName: "scanCode", count: 2 });
  });

  it("is reported no more than a hundred times a request", async () => {
    const seen: UnknownPart[] = [];
    const { send } = createTestReceiver({ onUnknown: (part) => void seen.push(part) });
    await send({ body: bodyWith(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, 1]))) });
    expect(seen).toHaveLength(100);
  });

  it.each([
    ["is refused", undefined, 400, []],
    ["is reported and handled where the user wants that", "report" as const, 200, ["/scanCode/codeType"]],
  ])("%s", async (_name, invalidRequests, status, paths) => {
    const seen: string[] = [];
    const scanCode: ScanCode = ({ requestProblems }) =>
      void seen.push(...requestProblems.map(({ path }) => path));
    const { send, lines } = createTestReceiver({ invalidRequests, handlers: { scanCode } });
    expect((await send({ body: bodyWith({ scanCode: { scannedCode: "1" } }) })).status).toBe(status);
    expect(seen).toEqual(paths);
    expect(lines).toHaveLength(1);
  });

  it("is refused without an own object that the event must have, and only then", async () => {
    const { send } = createTestReceiver({ invalidRequests: "report" });
    expect((await send({ event: "startExternalPayment", body: '{"event":{}}' })).status).toBe(200);
    const answer = await send({ body: bodyWith({ scanCode: undefined }) });
    expect(answer).toMatchObject({ status: 400, code: "NO_EVENT_DETAILS" });
  });
});

describe("the id of an external payment", () => {
  it.each([
    ["goes back by itself", { started: true }, { externalPaymentId: "id-1", started: true }],
    ["is left to the handler that gives one", { externalPaymentId: "id-2" }, { externalPaymentId: "id-2" }],
    ["is not made into an answer", undefined, undefined],
  ])("%s", async (_name, answer, want) => {
    const { send } = createTestReceiver({
      handlers: { startExternalPayment: () => (answer ? { externalPayment: answer } : {}) },
    });
    const body = bodyWith({ externalPayment: { externalPaymentId: "id-1" } });
    const given = await send({ event: "startExternalPayment", body });
    expect(given.body).toEqual(want ? { externalPayment: want } : {});
  });
});
