import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { secret } from "../../conformance/signature.js";
import { setUpDesk, type Desk } from "./server.js";
import { ownContract } from "../own-spec.js";

/** Without network access. */
const options = {
  url: "http://till.invalid",
  subscription: "shop",
  secret,
  clock: "virtual",
  fetch: () => Promise.resolve(new Response("")),
} as const;

describe("what a step says of a request", () => {
  let desk: Desk;
  beforeAll(async () => (desk = await setUpDesk(() => ({}), { release: "48" })));
  afterAll(() => desk.end());

  it("goes into the event's own object, or beside it", async () => {
    const course = { courseNumber: 3, table: { number: 14 } };
    const { request } = await desk.till.send("kitchenStartCourse", course);
    expect(request).toMatchObject({ course: { courseNumber: 3 }, table: { number: 14 } });
    const again = await desk.till.send("scanCode", { scanCode: { scannedCode: "LOYAL-1" } });
    expect(again.request["scanCode"]).toEqual({ scannedCode: "LOYAL-1", codeType: "barcode" });
  });

  it("is left out, and said to be, where the release does not know it", async () => {
    const till = startTill(ownContract(), { ...options, release: "48" });
    const parts = { callbackUrl: "https://pos.example.com/1", amount: 5 };
    const sent = await till.send("startExternalPayment", parts);
    const message = "`callbackUrl` requires v56; this till runs v48.";
    expect(sent.leftOut).toEqual([{ path: "/externalPayment/callbackUrl", message }]);
    expect(sent.request["externalPayment"]).not.toHaveProperty("callbackUrl");
  });

  it("is not what the product does not fill, such as the sale in a payment of the handheld", async () => {
    const handheld = startTill(ownContract(), { ...options, product: "handheld" });
    const { request, leftOut } = await handheld.send("startExternalPayment", { amount: 5 });
    expect(leftOut).toEqual([]);
    expect(Object.keys(request)).toEqual(["event", "sender", "externalPayment"]);
  });

  it("stays so for the sale, if it is about the sale", async () => {
    const table = { number: 14, subNumber: 2 };
    await desk.till.send("startSession", { session: { table } });
    const { request } = await desk.till.send("addSessionLine", { line: { articleNumber: 3, priceIncl: 1 } });
    expect(request["session"]).toMatchObject({ table, lines: [{ articleNumber: 3 }] });
  });

  it("is the total of its lines, which the till adds up, unless a step says another", async () => {
    const discountId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
    const externalDiscount = { discountId, discountAmount: 0.5 };
    const till = startTill(ownContract(), { ...options, release: "48" });
    await till.send("addSessionLine", { line: { articleNumber: 3, quantity: 3, priceIncl: 1.1 } });
    await till.send("addSessionLine", { line: { articleNumber: 4, priceIncl: 2, externalDiscount } });
    const { request } = await till.send("startPayment");
    expect(request["session"]).toMatchObject({ totalInclAmount: 4.8 });
    const other = await till.send("cancelPayment", { session: { totalInclAmount: 9 } });
    expect(other.request["session"]).toMatchObject({ totalInclAmount: 9 });
  });

  it("that cannot be is refused", async () => {
    const none = desk.till.send("removeSessionLine", { line: { articleNumber: 99 } });
    await expect(none).rejects.toThrow('The sale has no line with {"articleNumber":99}.');
    await expect(desk.till.send("openUrlClosed")).rejects.toThrow('Unknown event "openUrlClosed".');
  });

  it("that a release does not do is told apart from a mistake", async () => {
    const old = startTill(ownContract(), { ...options, release: "11" });
    await expect(old.send("customAction")).rejects.toMatchObject({
      kind: "not there",
      message: "`customAction` requires v11.3; this till runs v11.",
    });
    const contract = ownContract();
    const never = { name: "printBill", standing: "contradicted", basis: "A page says so." } as const;
    const products = contract.model.products.map((product) => ({ ...product, sends: [never] }));
    const other = startTill({ ...contract, model: { ...contract.model, products } }, options);
    const message = "POS does not send `printBill`: A page says so.";
    await expect(other.send("printBill")).rejects.toMatchObject({ kind: "not there", message });
  });

  it("is sent by a product of which that is not known", async () => {
    const web = startTill(ownContract(), { ...options, product: "service" });
    expect((await web.send("completeSession")).verdict.kind).toBe("taken");
  });
});
