import { describe, expect, it } from "vitest";
import { secret } from "../desk.js";
import { scan } from "../traffic/wire.js";
import { toSeen, withTraffic } from "./open-till.js";

const reply = { status: 200, headers: { "content-type": "application/json" } };

describe("the rows of live traffic are", () => {
  it("what shops send, with state, shop, release and status", async () => {
    await withTraffic({}, async ({ see, show, open }) => {
      show(toSeen({ event: "../constructor", body: "no JSON", request: {} }));
      show(toSeen({ isVerified: undefined }));
      show(toSeen({ isVerified: false }));
      show(toSeen());
      const rows = await see(({ length }) => length === 4);
      expect(rows).toMatchObject([
        { event: "scanCode", state: "accepted", shop: "shop-77", release: "v57 or later", status: 200 },
        { state: "stranger" },
        { state: "accepted" },
        { event: "../constructor" },
      ]);
      expect(await open(4)).toMatchObject({
        sale: "sale-of-a-shop",
        facts: "shop-77, v57 or later, both signatures valid, status 200",
        notes: ["In the request: /x: No release has `x`.", "Odd, but taken."],
        headers: ["x-mplus-signature: c2lnbmF0dXJl", "", "HTTP 200", "content-type: application/json"],
      });
      expect(await open(3)).toMatchObject({
        notes: { 0: expect.stringMatching(/signature of the request is invalid/) as string },
      });
      expect(await open(1)).toMatchObject({ sale: "", request: ["no JSON"] });
    });
  });

  it("marked as polls if a shop polls", async () => {
    await withTraffic({}, async ({ see, show }) => {
      for (const event of ["pollExternalPayment", "addSessionLine", "customAction"]) show(toSeen({ event }));
      const rows = await see(({ length }) => length === 3);
      expect(rows.map(({ event, isPoll }) => `${event} ${isPoll}`)).toEqual([
        "customAction false",
        "addSessionLine false",
        "pollExternalPayment true",
      ]);
    });
  });

  it("the newest five hundred, of which strangers displace only strangers", async () => {
    await withTraffic({}, async ({ see, show }) => {
      for (let count = 1; count <= 900; count += 1) show(toSeen({ isVerified: count <= 50 }));
      const rows = await see(({ length }) => length === 500);
      const newest = (from: number, count: number) => Array.from({ length: count }, (_, at) => from - at);
      expect(rows.map(({ id }) => id)).toEqual([...newest(900, 450), ...newest(50, 50)]);
    });
  });

  it("fewer if their bodies are long, but always the newest", async () => {
    await withTraffic({}, async ({ see, show }) => {
      for (let count = 1; count <= 5; count += 1) show(toSeen({ body: "x".repeat(4e6), request: {} }));
      expect((await see()).map(({ id }) => id)).toEqual([5, 4, 3]);
      show(toSeen({ body: "x".repeat(17e6), request: {} }));
      expect(await see()).toHaveLength(1);
    });
  });

  it("removed when a user clears them", async () => {
    await withTraffic({}, async ({ see, show, post }) => {
      show(toSeen());
      expect(await post("clear", {})).toBe("");
      expect(await see()).toEqual([]);
    });
  });

  it("searched in their bodies, up to a limit, without invisible characters", async () => {
    await withTraffic({}, async ({ see, show }) => {
      show(toSeen({ body: `{"a":"\u202e${"x".repeat(30_000)}"}` }));
      const [row] = await see(({ length }) => length === 1);
      expect(row?.text).toContain("\\u202e");
      expect(row?.text.length).toBeLessThan(20_100);
    });
  });
});

describe("an answer is compared with", () => {
  const answer = (message: string, id: string) => ({
    ...reply,
    body: JSON.stringify({ message: [{ message }], scanCode: { discountId: id } }),
  });

  it("the one before of the same event and sale, without ids and times", async () => {
    await withTraffic({}, async ({ show, open }) => {
      show(toSeen({ reply: answer("Hi", "1") }));
      show(toSeen({ subscription: "shop-12", reply: answer("Other shop", "2") }));
      show(toSeen({ event: "addSessionLine", reply: answer("Other event", "3") }));
      show(toSeen({ body: "{}", reply: answer("Bye", "4") }));
      const request = { session: { sessionId: "another sale" } };
      show(toSeen({ body: "[]", request, reply: answer("Other sale", "5") }));
      expect((await open(1)).before).toBeUndefined();
      expect((await open(5)).before).toBeUndefined();
      expect((await open(4)).before).toMatchObject({
        id: 1,
        differences: [{ path: "answer.message[0].message", before: '"Hi"', now: '"Bye"' }],
      });
    });
  });

  it("that of the request that a user has edited", async () => {
    await withTraffic({}, async ({ show, open, post }) => {
      const sent = toSeen({ subscription: "shop-12", body: JSON.stringify(scan), request: scan });
      show(sent);
      show({ ...sent, body: `${sent.body} ` });
      await post("again", { id: 1, body: sent.body.replace('"1"', '"2"') });
      expect(await open(3)).toMatchObject({ isEdited: true, before: { id: 1 } });
      await post("again", { id: 1 });
      expect(await open(4)).toMatchObject({ isEdited: false, before: { id: 1 } });
    });
  });

  it("that of the same request, if it was sent before", async () => {
    await withTraffic({}, async ({ show, open }) => {
      show(toSeen({ reply: answer("Hi", "1") }));
      show(toSeen({ body: '{"other":1}', reply: answer("Between", "2") }));
      show(toSeen({ source: "again", reply: answer("Hi", "3") }));
      expect((await open(3)).before).toMatchObject({ id: 1, differences: [] });
    });
  });
});

describe("a request of a shop is sent again", () => {
  const handlers = { scanCode: () => ({ scanCode: { recognized: true } }) };
  const body = JSON.stringify(scan);

  it("as it was and signed anew for the server of the page, or changed", async () => {
    await withTraffic(handlers, async ({ show, see, post, open }) => {
      show(toSeen({ subscription: "shop-12", body }));
      expect(await post("again", { id: 1 })).toBe('{"id":2}');
      expect(await post("again", { id: 1, body: body.replace('"1"', '"2"') })).toBe('{"id":3}');
      expect(await post("again", { id: 1, body: "[]" })).toBe("This is not a JSON object.");
      const rows = await see(({ length }) => length === 3);
      expect(rows.map(({ source, state, status }) => [source, state, status])).toEqual([
        ["again", "accepted", 200],
        ["again", "accepted", 200],
        ["shop", "accepted", 200],
      ]);
      expect((await open(3)).request.join("")).toContain('"scannedCode": "2"');
    });
  });

  it.each([false, undefined])("not if a stranger may have sent it (verified: %s)", async (isVerified) => {
    await withTraffic(handlers, async ({ post, see, show, open }) => {
      show(toSeen({ isVerified }));
      expect((await open(1)).mayBeSent).toBe(false);
      for (const body of [undefined, "{}"])
        expect(await post("again", { id: 1, ...(body && { body }) })).toContain("a stranger");
      expect(await see()).toHaveLength(1);
    });
  });
});

describe("the sale of a shop's request is saved as a scenario", () => {
  const code = "2900004815168";
  const request = { ...scan, scanCode: { scannedCode: code, codeType: "barcode" } };
  const answer = '{"scanCode":{"recognized":true}}';
  const sold = toSeen({
    subscription: "shop-12",
    body: JSON.stringify(request),
    request,
    reply: { ...reply, body: answer },
  });

  it("without the data of customers, unless the user asks for it", async () => {
    await withTraffic({}, async ({ show, post }) => {
      show(sold);
      const other = { ...scan, session: { sessionId: "another sale" } };
      show(toSeen({ subscription: "shop-12", body: JSON.stringify(other), request: other }));
      const save = async (asked: object) =>
        JSON.parse(await post("scenario", { id: 1, ...asked })) as Record<"file" | "text", string>;
      const { file, text } = await save({});
      expect(file).toBe("sale-1.yaml");
      expect(text).toMatch(/scannedCode: "\d+"/);
      expect(text).toContain("recognized: true");
      expect(text).not.toContain(code);
      expect(text.match(/^name:/gm)).toHaveLength(1);
      expect((await save({ isRedacted: false })).text).toContain(`scannedCode: "${code}"`);
    });
  });

  it("with what the shop sent, and nothing that was sent from the page", async () => {
    await withTraffic({}, async ({ show, post }) => {
      show(sold);
      await post("again", { id: 1, body: sold.body.replace(code, "EDITED") });
      for (const id of [1, 2]) {
        const saved = await post("scenario", { id, isRedacted: false });
        expect(saved).toContain(code);
        expect(saved).not.toContain("EDITED");
      }
    });
  });

  it("not if a stranger may have sent it, nor if no step can be made of it", async () => {
    await withTraffic({}, async ({ show, post }) => {
      show({ ...sold, isVerified: false });
      show(toSeen({ event: "weighArticle" }));
      expect(await post("scenario", { id: 1 })).toContain("a stranger");
      expect(await post("scenario", { id: 2 })).toContain("No scenario can be made of this sale.");
    });
  });
});

it("a request can be copied as commands for a shell, unless a stranger may have sent it", async () => {
  await withTraffic({}, async ({ url, shop, show }) => {
    show(toSeen());
    show(toSeen({ isVerified: false }));
    expect(await (await fetch(`${url}/traffic/2/curl`)).text()).toContain("a stranger");
    const text = await (await fetch(`${url}/traffic/1/curl`)).text();
    expect(text).toContain(`${shop}/scanCode`);
    expect(text).toContain("X-Mplus-Subscription-Id: shop-77");
    expect(text).toContain('"$MPLUS_SECRET"');
    expect(text).not.toContain("c2lnbmF0dXJl");
  });
});

it("the secret is on no page, even if a sender or the server sends it", async () => {
  await withTraffic({}, async ({ url, show }) => {
    const body = JSON.stringify({ ...scan, note: secret });
    show(toSeen({ subscription: secret, body, reply: { ...reply, body: JSON.stringify({ [secret]: 1 }) } }));
    const stream = await fetch(`${url}/traffic`);
    const first = await stream.body?.getReader().read();
    const texts = ["1", "1/request", "1/answer", "1/curl"].map(async (path) =>
      (await fetch(`${url}/traffic/${path}`)).text(),
    );
    for (const text of [
      Buffer.from((first?.value as Uint8Array | undefined) ?? []).toString(),
      ...(await Promise.all(texts)),
    ]) {
      expect(text).toContain("[your secret]");
      expect(text).not.toContain(secret);
    }
  });
});
