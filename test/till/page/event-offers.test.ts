import { describe, expect, it } from "vitest";
import { parseRelease } from "../../../generator/base/time/release.js";
import { createSetUp } from "../../../generator/till/engine/till-set-up.js";
import { fitToRelease, placeParts } from "../../../generator/till/engine/request.js";
import { listEventOffers, makeOfferSample } from "../../../generator/till/page/event-offers.js";
import { ownContract } from "../own-spec.js";
import { withTill, type OpenTill } from "./open-till.js";

const contract = ownContract();
const { products } = contract.model;
const fresh = { transcript: [], session: { sessionId: "1", ended: false } as never };

describe("the sample of an event", () => {
  const tills = ["11.3", undefined].flatMap((release) =>
    products.map(({ id }) => ({ release, product: id })),
  );

  it.each(tills)("has only what a till sends (release $release, $product)", (till) => {
    const setUp = createSetUp(till, contract);
    const release = parseRelease(till.release) ?? setUp.release;
    for (const { event: name } of listEventOffers(setUp)) {
      const event = contract.model.events.find((each) => each.name === name);
      if (!event) throw new Error(`no event ${name}`);
      const sample = makeOfferSample(name, { setUp, till: fresh }, contract);
      const root = contract.at(release).object(event.request);
      const { leftOut } = fitToRelease(root, placeParts(event, sample), {
        release,
        existence: contract.existence,
      });
      expect([name, leftOut]).toEqual([name, []]);
      const unfilled = setUp.product.sends.find((each) => each.name === name)?.unfilled ?? [];
      expect([name, unfilled.filter((part) => part in placeParts(event, sample))]).toEqual([name, []]);
    }
  });

  const setUp = createSetUp({}, contract);

  it.each([
    ["kitchenStartCourse", ["courseNumber", "name", "abbreviation", "sequenceNumber"]],
    ["printBill", ["session"]],
    // The till has none of these itself.
    ["creditSession", ["session"]],
    // The till makes its id and its address.
    ["pollExternalPayment", ["amount", "method"]],
    ["backgroundPoll", []],
  ])("of %s has the properties that a user may fill in", (name, keys) => {
    expect(Object.keys(makeOfferSample(name, { setUp, till: fresh }, contract))).toEqual(keys);
  });

  it("has the values of the payment, and no sale if the till has closed one", async () => {
    const startExternalPayment = () => ({ externalPayment: { started: true } });
    const use = async ({ url, post }: OpenTill): Promise<void> => {
      const read = async (event: string) => (await fetch(`${url}/sample/${event}`)).text();
      const tulips = { addSessionLine: { line: { articleNumber: 501, priceIncl: 8 } } };
      await post("step", tulips);
      expect(await read("creditSession")).toContain("sessionId");
      await post("step", { completeSession: {} });
      expect(await read("creditSession")).toBe("");
      await post("step", tulips);
      expect(await read("creditSession")).toBe("");
      await post("step", { startExternalPayment: { method: "APP" } });
      expect(JSON.parse(await read("requestCancelExternalPayment"))).toEqual({ amount: 8, method: "APP" });
      expect(await read("noEvent")).toContain("Unknown event");
    };
    await withTill({ startExternalPayment }, use, { settings: { pollEvery: 60_000 } });
  });
});
