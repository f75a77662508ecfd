import { describe, expect, it } from "vitest";
import { formatRelease } from "../../../generator/base/time/release.js";
import { existsAt } from "../../../generator/base/time/spans.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { TillSettings } from "../../../generator/till/engine/till-types.js";
import { isBlocking, isPolling, readTillOptions } from "../../../generator/till/engine/till-set-up.js";
import { buildSnapshotView, interpret } from "../../laws/judges/interpreted.js";
import { atShop, openDesk } from "../desk.js";
import { ownContract } from "../own-spec.js";

const { model } = ownContract();
const open = (options: Parameters<typeof openDesk>[1]) => openDesk(() => ({}), options);

describe("the properties that a step names", () => {
  it("go into the event's own object, or beside it", async () => {
    const { till } = open({ release: "48" });
    const course = { courseNumber: 3, table: { number: 14 } };
    const { request } = await till.send("kitchenStartCourse", course);
    expect(request).toMatchObject({ course: { courseNumber: 3 }, table: { number: 14 } });
    const again = await till.send("scanCode", { scanCode: { scannedCode: "LOYAL-1" } });
    expect(again.request["scanCode"]).toEqual({ scannedCode: "LOYAL-1", codeType: "barcode" });
  });

  it("are left out, with a reason, if the release does not know them", async () => {
    const parts = { callbackUrl: "https://pos.example.com/1", amount: 5 };
    const sent = await open({ release: "48" }).till.send("startExternalPayment", parts);
    const message = "`callbackUrl` requires v56; this till runs v48.";
    expect(sent.leftOut).toEqual([{ path: "/externalPayment/callbackUrl", message }]);
    expect(sent.request["externalPayment"]).not.toHaveProperty("callbackUrl");
  });

  it("stay in later events if they are about the sale", async () => {
    const { till } = open({ release: "48" });
    const table = { number: 14, subNumber: 2 };
    await till.send("startSession", { session: { table } });
    const { request } = await till.send("addSessionLine", { line: { articleNumber: 3, priceIncl: 1 } });
    expect(request["session"]).toMatchObject({ table, lines: [{ articleNumber: 3 }] });
  });

  it("include a total that no page documents only if a setting or a step has it", async () => {
    const discountId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
    const externalDiscount = { discountId, discountAmount: 0.5 };
    const sell = async (settings: Partial<TillSettings>) => {
      const { till } = open({ release: "48", settings });
      await till.send("addSessionLine", { line: { articleNumber: 3, quantity: 3, priceIncl: 1.1 } });
      await till.send("addSessionLine", { line: { articleNumber: 4, priceIncl: 2, externalDiscount } });
      return { till, request: (await till.send("startPayment")).request };
    };
    expect((await sell({})).request["session"]).not.toHaveProperty("totalInclAmount");
    const { till, request } = await sell({ totalInclAmount: "afterDiscounts" });
    expect(request["session"]).toMatchObject({ totalInclAmount: 4.8 });
    const other = await till.send("cancelPayment", { session: { totalInclAmount: 9 } });
    expect(other.request["session"]).toMatchObject({ totalInclAmount: 9 });
  });

  it("are rejected if there is no such line or event", async () => {
    const { till } = open({});
    await expect(till.send("removeSessionLine")).rejects.toThrow("The sale has no line yet.");
    await till.send("addSessionLine", { line: { articleNumber: 3 } });
    const none = till.send("removeSessionLine", { line: { articleNumber: 99 } });
    await expect(none).rejects.toThrow('The sale has no line with {"articleNumber":99}.');
    await expect(till.send("openUrlClosed")).rejects.toThrow('Unknown event "openUrlClosed".');
  });
});

it("an event that the release or the product does not send is not reported as the user's mistake", async () => {
  await expect(open({ release: "11" }).till.send("customAction")).rejects.toMatchObject({
    kind: "not there",
    message: "`customAction` requires v11.3; this till runs v11.",
  });
  const never = { name: "printBill", standing: "contradicted", basis: "A page says so." } as const;
  const products = model.products.map((product) => ({ ...product, sends: [never] }));
  const other = startTill({ ...ownContract(), model: { ...model, products } }, atShop);
  const message = "POS does not send `printBill`: A page says so.";
  await expect(other.send("printBill")).rejects.toMatchObject({ kind: "not there", message });
});

it("an event is sent by a product that may or may not send it", async () => {
  const { verdict } = await open({ product: "service" }).till.send("completeSession");
  expect(verdict.kind).toBe("taken");
});

it("the handheld does not fill in the sale of a payment", async () => {
  const { request, leftOut } = await open({ product: "handheld" }).till.send("startExternalPayment", {
    amount: 5,
  });
  expect(leftOut).toEqual([]);
  expect(Object.keys(request)).toEqual(["event", "sender", "externalPayment"]);
});

it("by default, an event is blocking and polling as its flows advise", () => {
  const setUp = readTillOptions(atShop, ownContract());
  const find = (name: string) =>
    setUp.model.events
      .filter((event) => event.name === name)
      .map((event) => [isBlocking(event, setUp), isPolling(event, setUp)]);
  expect(find("scanCode")).toEqual([[true, false]]);
  expect(find("backgroundPoll")).toEqual([[true, true]]);
  expect(find("pauseSession")).toEqual([[false, false]]);
});

/** From the oldest release on, one of four. */
const releases = model.releases.map(({ release }) => release).filter((_, index) => index % 4 === 0);

describe.each(releases.map((release) => ({ name: formatRelease(release), release })))(
  "a till of v$name",
  ({ name, release }) => {
    const { events } = buildSnapshotView(model, release, "gated");
    const shapes = new Map(events.map((event) => [event.name, interpret(event.request, "closed")]));

    it.each(model.products)("sends for $id only what that release knows", async ({ id: product, sends }) => {
      const sent = sends.filter(({ standing }) => standing !== "contradicted").map((each) => each.name);
      const known = model.events.filter(
        (event) => existsAt(event.exists, release) && sent.includes(event.name),
      );
      for (const event of known) {
        const { till } = open({ release: name, product, settings: { paymentPolling: "true" } });
        await till.send("addSessionLine", { line: { articleNumber: 12, priceIncl: 2.5 } });
        // This event is about a sale that has ended.
        if (event.till.some(({ act }) => act === "recallSale")) await till.send("cancelSession");
        const { request } = await till.send(event.name);
        expect(shapes.get(event.name)?.(request), JSON.stringify(request)).toBe(true);
      }
      expect(known.length).toBeGreaterThan(1);
    });
  },
);
