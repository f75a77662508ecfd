import { describe, expect, it } from "vitest";
import { answerWith, withReceiver } from "../desk.js";
import { openAt, toOpenTill, withTill } from "./open-till.js";

describe("the requests on a till's page are", () => {
  it("marked as polls if the till polls", async () => {
    const handlers = {
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: () => ({ externalPayment: { confirmed: true } }),
    };
    await withTill(handlers, async ({ post, see }) => {
      await post("step", { addSessionLine: { line: { articleNumber: 501, priceIncl: 8 } } });
      await post("step", { startExternalPayment: {} });
      const { wire } = await see(({ wire }) => wire[0]?.event === "pollExternalPayment");
      expect(wire.map(({ event, isPoll }) => `${event} ${isPoll}`)).toEqual([
        "pollExternalPayment true",
        "startExternalPayment false",
        "addSessionLine false",
      ]);
    });
  });

  it("dropped when the till changes, unless they were sent again, until a user clears them; the sale stays", async () => {
    await withTill({}, async ({ post, see }) => {
      await post("step", { scan: "1" });
      await post("again", { id: 1 });
      await post("change", { release: "58" });
      await post("step", { addSessionLine: { line: { articleNumber: 501, priceIncl: 8 } } });
      const { wire } = await see(({ wire }) => wire.length === 2);
      expect(wire.map(({ event }) => event)).toEqual(["addSessionLine", "scanCode"]);
      expect(new Set(wire.map(({ id }) => id)).size).toBe(2);
      await post("change", { clearsWire: true });
      const cleared = await see(({ wire }) => wire.length === 0);
      expect(cleared.sale.lines).toHaveLength(1);
    });
  });

  it("with the till's shop and release", async () => {
    await withTill({}, async ({ post, see }) => {
      await post("change", { release: "58.1" });
      await post("step", { scan: "1" });
      const { wire } = await see(({ wire }) => wire.length === 1);
      expect(wire[0]?.facts).toMatch(/^shop-12, v58\.1, both signatures valid, status 200, \d+ ms$/);
    });
  });
});

it.each([
  ["as it is, if it has 300 lines", 300, 300],
  ["cut, if it has more", 301, 301],
  ["cut, however many more", 5000, 301],
])("a body is shown %s", async (_, count, shown) => {
  const body = Array.from({ length: count }, (_, at) => `line ${at + 1}`).join("\n");
  await withReceiver(answerWith(body), async (url) => {
    const page = await openAt(url);
    const { post, see } = toOpenTill(page, url);
    await post("step", { scan: "1" });
    const { wire } = await see(({ wire }) => wire.length === 1);
    const answer = wire[0]?.answer;
    expect([answer?.length, answer?.[299]]).toEqual([shown, "line 300"]);
    expect(answer?.at(-1)).toBe(count > 300 ? "…" : "line 300");
    await page.close();
  });
});

it("a request is sent again as it was and signed anew, or changed if it is a JSON object; the sale stays", async () => {
  const handlers = { scanCode: () => ({ scanCode: { recognized: true } }) };
  await withTill(handlers, async ({ url, post, see }) => {
    expect(await post("again", { id: 1 })).toBe("This exchange is no longer kept.");
    await post("step", { scan: "1" });
    const before = await see(({ wire }) => wire.length === 1);
    const id = before.wire[0]?.id ?? 0;
    expect(await post("again", { id })).toBe("");
    const text = await (await fetch(`${url}/exchange/${id}/request`)).text();
    for (const body of ["{", "[]", "null", 7, null])
      expect(await post("again", { id, body })).toBe("This is not a JSON object.");
    expect(await post("again", { id, body: text.replace('"1"', '"2"') })).toBe("");
    const { wire, sale } = await see(({ wire }) => wire.length > 2);
    const [changed, again, first] = wire;
    expect(wire).toHaveLength(3);
    expect(changed?.request.join("")).toContain('"scannedCode": "2"');
    expect(again).toMatchObject({ state: "accepted", request: first?.request, answer: first?.answer });
    expect(again?.facts).toMatch(/^sent again, shop-12, both signatures valid, status 200, \d+ ms$/);
    expect(sale).toEqual(before.sale);
  });
});
