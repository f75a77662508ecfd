import { describe, expect, it } from "vitest";
import { toSeen, withTill } from "./open-till.js";

describe("the requests on the page are", () => {
  it("exchanges of shops, with facts about the shop and its signatures", async () => {
    await withTill({}, async ({ see, show }) => {
      show(toSeen({ event: "../constructor", body: "no JSON", request: {} }));
      show(toSeen({ isVerified: undefined }));
      show(toSeen({ isVerified: false }));
      show(toSeen());
      const { wire, sale } = await see(({ wire }) => wire.length === 4);
      expect(wire).toMatchObject([
        {
          sale: "sale-of-a-shop",
          facts: "from a shop · shop-77 · v57 or later · both signatures valid · status 200",
          notes: ["In the request: /x: No release has `x`.", "Odd, but taken."],
          headers: ["x-mplus-signature: c2lnbmF0dXJl", "", "HTTP 200", "content-type: application/json"],
        },
        { notes: { 0: expect.stringMatching(/signature of the request is invalid/) as string } },
        { notes: { 0: "Signatures are not verified." } },
        { event: "../constructor", sale: "", request: ["no JSON"] },
      ]);
      expect(sale.lines).toEqual([]);
    });
  });

  it("marked as polls if the till or a shop polls", async () => {
    const handlers = {
      startExternalPayment: () => ({ externalPayment: { started: true } }),
      pollExternalPayment: () => ({ externalPayment: { confirmed: true } }),
    };
    await withTill(handlers, async ({ post, see, show }) => {
      await post("step", { addSessionLine: { line: { articleNumber: 501, priceIncl: 8 } } });
      await post("step", { startExternalPayment: {} });
      await see(({ wire }) => wire[0]?.event === "pollExternalPayment");
      for (const event of ["pollExternalPayment", "addSessionLine", "customAction"]) show(toSeen({ event }));
      const { wire } = await see(({ wire }) => wire[0]?.event === "customAction");
      expect(wire.map(({ event, isPoll }) => `${event} ${isPoll}`)).toEqual([
        "customAction false",
        "addSessionLine false",
        "pollExternalPayment true",
        "pollExternalPayment true",
        "startExternalPayment false",
        "addSessionLine false",
      ]);
    });
  });

  it("kept from shops when the till changes, until a user clears them; the sale stays", async () => {
    await withTill({}, async ({ post, see, show }) => {
      await post("step", { scan: "1" });
      show(toSeen());
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

  it("the newest hundred, of which strangers displace only strangers", async () => {
    await withTill({}, async ({ see, show }) => {
      for (let count = 1; count <= 300; count += 1) show(toSeen({ isVerified: count <= 50 }));
      const { wire } = await see(({ wire }) => wire[0]?.id === 300);
      const newest = (from: number) => Array.from({ length: 50 }, (_, at) => from - at);
      expect(wire.map(({ id }) => id)).toEqual([...newest(300), ...newest(50)]);
    });
  });

  it("fewer if their bodies are long, but always the newest", async () => {
    await withTill({}, async ({ see, show }) => {
      for (let count = 1; count <= 5; count += 1) show(toSeen({ body: "x".repeat(4e6), request: {} }));
      const { wire } = await see(({ wire }) => wire[0]?.id === 5);
      expect(wire.map(({ id }) => id)).toEqual([5, 4, 3]);
      show(toSeen({ body: "x".repeat(17e6), request: {} }));
      expect((await see(({ wire }) => wire[0]?.id === 6)).wire).toHaveLength(1);
    });
  });
});

it.each([
  ["as it is, if it has 300 lines", 300, 300],
  ["cut, if it has more", 301, 301],
  ["cut, however many more", 5000, 301],
])("a body is shown %s", async (_, count, shown) => {
  await withTill({}, async ({ see, show }) => {
    const body = Array.from({ length: count }, (_, at) => `line ${at + 1}`).join("\n");
    show(toSeen({ body, reply: { status: 200, headers: {}, body } }));
    const { wire } = await see(({ wire }) => wire.length === 1);
    for (const lines of [wire[0]?.request, wire[0]?.answer]) {
      expect([lines?.length, lines?.[299]]).toEqual([shown, "line 300"]);
      expect(lines?.at(-1)).toBe(count > 300 ? "…" : "line 300");
    }
  });
});

describe("a request is sent again", () => {
  const handlers = { scanCode: () => ({ scanCode: { recognized: true } }) };

  it("as it was and signed anew, or changed if it is a JSON object; the sale stays", async () => {
    await withTill(handlers, async ({ url, post, see }) => {
      expect(await post("again", { id: 1 })).toBe("This request is no longer on the wire.");
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
      expect(again).toMatchObject({ verdict: "taken", request: first?.request, answer: first?.answer });
      expect(again?.facts).toMatch(/^sent again · shop-12 · both signatures valid · status 200/);
      expect(sale).toEqual(before.sale);
    });
  });

  it.each([false, undefined])("not if a stranger may have sent it (verified: %s)", async (isVerified) => {
    await withTill(handlers, async ({ post, see, show }) => {
      show(toSeen({ isVerified }));
      const { wire } = await see(({ wire }) => wire.length === 1);
      expect(wire[0]?.mayBeSent).toBe(false);
      for (const body of [undefined, "{}"])
        expect(await post("again", { id: wire[0]?.id ?? 0, ...(body && { body }) })).toContain("a stranger");
      expect((await see()).wire).toHaveLength(1);
    });
  });
});

it("a request can be copied as commands for a shell, whoever sent it", async () => {
  await withTill({}, async ({ url, shop, see, show }) => {
    show(toSeen());
    const { wire } = await see(({ wire }) => wire.length === 1);
    const text = await (await fetch(`${url}/exchange/${wire[0]?.id}/curl`)).text();
    expect(text).toContain(`${shop}/scanCode`);
    expect(text).toContain("X-Mplus-Subscription-Id: shop-77");
    expect(text).toContain('"$MPLUS_SECRET"');
    expect(text).not.toContain("c2lnbmF0dXJl");
  });
});
