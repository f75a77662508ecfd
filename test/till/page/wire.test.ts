import { describe, expect, it } from "vitest";
import type { SeenExchange } from "../../../generator/till/traffic/seen-exchange.js";
import { withTill } from "./open-till.js";

const request = { event: { eventBlocking: true }, session: { sessionId: "sale-of-a-shop" }, scanCode: {} };

const toSeen = (changes: Partial<SeenExchange> = {}): SeenExchange => ({
  event: "scanCode",
  at: 0,
  url: "https://tunnel.example/mplus/scanCode",
  headers: { "x-mplus-signature": "c2lnbmF0dXJl" },
  body: JSON.stringify(request),
  request,
  leftOut: [],
  reply: { status: 200, headers: { "content-type": "application/json" }, body: "{}" },
  verdict: { kind: "taken", answer: {} },
  unused: [],
  notes: [{ path: "", message: "Odd, but taken." }],
  subscription: "shop-77",
  source: "shop",
  isVerified: true,
  isAnswerVerified: true,
  runs: "v57 or later",
  unknown: [{ path: "/x", message: "No release has `x`." }],
  ...changes,
});

describe("the wire shows", () => {
  it("a shop's exchange, with what it says of the shop", async () => {
    await withTill({}, async ({ see, show }) => {
      show(toSeen());
      const { wire, sale } = await see(({ wire }) => wire.length > 0);
      expect(wire).toMatchObject([
        {
          sale: "sale-of-a-shop",
          notes: ["In the request: /x No release has `x`.", "Odd, but taken."],
          headers: ["x-mplus-signature: c2lnbmF0dXJl", "", "HTTP 200", "content-type: application/json"],
        },
      ]);
      expect(wire[0]?.facts).toBe(
        "from a shop · shop-77 · v57 or later · both signatures valid · status 200",
      );
      expect(sale.lines).toEqual([]);
    });
  });

  it("whether the signature of a shop's request holds", async () => {
    await withTill({}, async ({ see, show }) => {
      for (const isVerified of [false, undefined]) show(toSeen({ isVerified }));
      const { wire } = await see(({ wire }) => wire.length === 2);
      expect(wire[0]?.notes[0]).toBe("Signatures are not verified.");
      expect(wire[1]?.notes[0]).toMatch(/signature of the request is invalid/);
    });
  });

  it("an event and a body that no spec knows, as they are", async () => {
    await withTill({}, async ({ see, show }) => {
      show(toSeen({ event: "../constructor", body: "no JSON", request: {} }));
      const { wire } = await see(({ wire }) => wire.length > 0);
      expect(wire).toMatchObject([{ event: "../constructor", sale: "", request: ["no JSON"] }]);
      expect(wire[0]?.docs).toBeUndefined();
    });
  });

  it("polls as polls: of the till by itself, and of shops", async () => {
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

  it("other traffic also at another till, until it is cleared; the sale stays", async () => {
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

  it("the newest hundred", async () => {
    await withTill({}, async ({ see, show }) => {
      for (let count = 0; count < 300; count += 1) show(toSeen());
      const { wire } = await see(({ wire }) => wire[0]?.id === 300);
      expect(wire.map(({ id }) => id)).toEqual(Array.from({ length: 100 }, (_, at) => 300 - at));
    });
  });
});

describe("a request is sent again", () => {
  const handlers = { scanCode: () => ({ scanCode: { recognized: true } }) };

  it("as it was, signed anew, and the sale stays as it is", async () => {
    await withTill(handlers, async ({ post, see }) => {
      await post("step", { scan: "1" });
      const before = await see(({ wire }) => wire.length === 1);
      expect(await post("again", { id: before.wire[0]?.id ?? 0 })).toBe("");
      const { wire, sale } = await see(({ wire }) => wire.length === 2);
      expect(wire[0]?.request).toEqual(wire[1]?.request);
      expect(wire[0]).toMatchObject({ verdict: "taken", answer: wire[1]?.answer });
      expect(wire[0]?.facts).toMatch(/^sent again · shop-12 · both signatures valid · status 200/);
      expect(sale).toEqual(before.sale);
    });
  });

  it("changed, if it is a JSON object", async () => {
    await withTill(handlers, async ({ url, post, see }) => {
      await post("step", { scan: "1" });
      const { wire } = await see(({ wire }) => wire.length === 1);
      const id = wire[0]?.id ?? 0;
      const text = await (await fetch(`${url}/exchange/${id}/request`)).text();
      for (const body of ["{", "[]", "null", 7, null])
        expect(await post("again", { id, body })).toBe("This is not a JSON object.");
      expect(await post("again", { id, body: text.replace('"1"', '"2"') })).toBe("");
      const { wire: after } = await see(({ wire }) => wire.length > 1);
      expect(after).toHaveLength(2);
      expect(after[0]?.request.join("")).toContain('"scannedCode": "2"');
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

  it("not once it is gone", async () => {
    await withTill(handlers, async ({ post }) => {
      expect(await post("again", { id: 1 })).toBe("This request is no longer on the wire.");
    });
  });
});

it("gives a request as commands for a shell, whoever sent it", async () => {
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
