import { describe, expect, it } from "vitest";
import type { UnknownPart } from "../../../../templates/receiver/api/unknown-part.js";
import { createRequest, createTestReceiver, goodBody, type Options, readAnswer } from "../fixture.js";

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const good = JSON.parse(goodBody) as Record<string, object>;
const bodyWith = (more: object) => JSON.stringify({ ...good, ...more });

describe("a request that the spec does not know", () => {
  const strange = bodyWith({
    sender: { branchNumber: 1, hasReceiptPrinter: true, paperState: "Low", fax: 1 },
    session: { lines: [{ lineId: "a" }, { lineId: "b", colour: "red" }], "a/b~c": 1 },
  });

  it("is kept, and reported part by part, with a count", async () => {
    const seen: UnknownPart[] = [];
    let request: unknown;
    const { receiver } = createTestReceiver({
      onUnknown: (part) => void seen.push(part),
      handlers: { scanCode: (context) => void (request = context.request) },
    });
    await receiver.receive(createRequest({ body: strange }));
    expect(request).toEqual(JSON.parse(strange));
    expect(seen.map(({ path, addedIn, message, count }) => [path, addedIn, message, count])).toEqual([
      ["/sender/hasReceiptPrinter", "60", "added in v60, above your fleet", 1],
      ["/sender/paperState", undefined, "announced, but in no release that the spec knows", 1],
      ["/sender/fax", undefined, "removed in v40: no release of your fleet has it", 1],
      ["/session/lines/1/colour", undefined, "not in the spec", 1],
      ["/session/a~1b~0c", undefined, "not in the spec", 1],
    ]);
    await receiver.receive(createRequest({ body: strange }));
    expect(seen.at(-1)).toMatchObject({ subscriptionId: "shop-12", eventName: "scanCode", count: 2 });
  });

  it("is reported no more than a hundred times a request", async () => {
    const seen: UnknownPart[] = [];
    const { receiver } = createTestReceiver({ onUnknown: (part) => void seen.push(part) });
    const many = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`x${n}`, 1]));
    await receiver.receive(createRequest({ body: bodyWith(many) }));
    expect(seen).toHaveLength(100);
  });

  it.each([
    ["is refused", undefined, 400, []],
    ["is reported and handled where the user wants that", "report" as const, 200, ["/scanCode/codeType"]],
  ])("%s", async (_name, invalidRequests, status, paths) => {
    const seen: string[] = [];
    const scanCode: ScanCode = ({ requestProblems }) => {
      seen.push(...requestProblems.map(({ path }) => path));
    };
    const { receiver, lines } = createTestReceiver({ invalidRequests, handlers: { scanCode } });
    const body = bodyWith({ scanCode: { scannedCode: "1" } });
    expect(readAnswer(await receiver.receive(createRequest({ body }))).status).toBe(status);
    expect(seen).toEqual(paths);
    expect(lines).toHaveLength(1);
  });

  it("is reported without an own object that the event need not have", async () => {
    const { receiver } = createTestReceiver({ invalidRequests: "report" });
    const { event } = good;
    const request = createRequest({ event: "startExternalPayment", body: JSON.stringify({ event }) });
    expect(readAnswer(await receiver.receive(request)).status).toBe(200);
  });

  it("is refused without the event's own object", async () => {
    const { receiver } = createTestReceiver({ invalidRequests: "report" });
    const { event, sender } = good;
    const body = JSON.stringify({ event, sender });
    expect(readAnswer(await receiver.receive(createRequest({ body })))).toMatchObject({
      status: 400,
      code: "NO_EVENT_DETAILS",
    });
  });
});

describe("the id of an external payment", () => {
  const body = bodyWith({ externalPayment: { externalPaymentId: "id-1" } });

  it.each([
    [
      "goes back by itself",
      { externalPayment: { started: true } },
      { externalPaymentId: "id-1", started: true },
    ],
    [
      "is left to the handler that gives one",
      { externalPayment: { externalPaymentId: "id-2" } },
      { externalPaymentId: "id-2" },
    ],
    ["is not made into an answer", {}, undefined],
  ])("%s", async (_name, answer, externalPayment) => {
    const { receiver } = createTestReceiver({ handlers: { startExternalPayment: () => answer } });
    const response = await receiver.receive(createRequest({ event: "startExternalPayment", body }));
    expect(readAnswer(response).body).toEqual(externalPayment ? { externalPayment } : {});
  });
});
