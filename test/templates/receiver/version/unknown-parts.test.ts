import { describe, expect, it } from "vitest";
import type { UnknownPart } from "../../../../templates/copied/receiver/base/options.js";
import { bodyWith, createTestReceiver, type Options, type ScanCode } from "../fixture.js";

const notInSpec = "not in the spec: see docs/newer-release.md";

function createSeeing(options: Partial<Options> = {}) {
  const seen: UnknownPart[] = [];
  return { ...createTestReceiver({ onUnknown: (part) => void seen.push(part), ...options }), seen };
}

describe("a part of a request that the fleet does not have", () => {
  const strange = bodyWith({
    sender: { branchNumber: 1, hasReceiptPrinter: true, paperState: "Low", fax: 1 },
    session: { lines: [{ lineId: "a" }, { lineId: "b", colour: "red" }], "a/b~c": 1 },
  });

  it("is kept, and reported with a count", async () => {
    let request: unknown;
    const scanCode: ScanCode = (context) => void (request = context.request);
    const { send, seen } = createSeeing({ handlers: { scanCode } });
    await send({ body: strange });
    expect(request).toEqual(JSON.parse(strange));
    expect(seen.map(({ path, addedIn, message, count }) => [path, addedIn, message, count])).toEqual([
      ["sender.hasReceiptPrinter", "60", "added in v60, newer than your shops", 1],
      ["sender.paperState", undefined, "announced, but not in any release yet", 1],
      ["sender.fax", undefined, "removed in v40, before your oldest shop", 1],
      ["session.lines[].colour", undefined, notInSpec, 1],
      ["session.a/b~c", undefined, notInSpec, 1],
    ]);
    await send({ body: strange });
    expect(seen.at(-1)).toMatchObject({ subscriptionId: "shop-12", eventName: "scanCode", count: 2 });
  });

  it("is reported no more than a hundred times for each request", async () => {
    const { send, seen } = createSeeing();
    await send({ body: bodyWith(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, 1]))) });
    expect(seen).toHaveLength(100);
  });
});

describe("a request that does not match its type", () => {
  it.each<[string, Options["invalidRequests"], status: number, paths: string[]]>([
    ["refused", undefined, 400, []],
    ["reported and handled if the user wants that", "report", 200, ["/scanCode/codeType"]],
  ])("is %s", async (_name, invalidRequests, status, paths) => {
    const seen: string[] = [];
    const scanCode: ScanCode = (context) =>
      void seen.push(...context.requestProblems.map(({ path }) => path));
    const { send, lines } = createTestReceiver({ invalidRequests, handlers: { scanCode } });
    expect((await send({ body: bodyWith({ scanCode: { scannedCode: "1" } }) })).status).toBe(status);
    expect([seen, lines.length]).toEqual([paths, 1]);
  });

  it("is refused in any case if it lacks an object that the event must have", async () => {
    const { send } = createTestReceiver({ invalidRequests: "report" });
    expect((await send({ event: "startExternalPayment", body: '{"event":{}}' })).status).toBe(200);
    const answer = await send({ body: bodyWith({ scanCode: undefined }) });
    expect(answer).toMatchObject({ status: 400, code: "NO_EVENT_DETAILS" });
  });
});

it.each([
  ["goes back by itself", { started: true }, { externalPaymentId: "id-1", started: true }],
  ["is left to the handler that returns one", { externalPaymentId: "id-2" }, { externalPaymentId: "id-2" }],
  ["is not added without an answer", undefined, undefined],
])("the id of an external payment %s", async (_name, externalPayment, want) => {
  const handlers = { startExternalPayment: () => (externalPayment ? { externalPayment } : {}) };
  const body = bodyWith({ externalPayment: { externalPaymentId: "id-1" } });
  const answer = await createTestReceiver({ handlers }).send({ event: "startExternalPayment", body });
  expect(answer.body).toEqual(want ? { externalPayment: want } : {});
});
