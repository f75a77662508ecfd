import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import {
  bodyWith,
  contract,
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  secret,
  signedHeaders,
} from "../fixture.js";

const eventNames = Object.keys(contract.known.events) as (keyof Options["handlers"])[];

function createWatched(options: Partial<Options> = {}) {
  const ran: string[] = [];
  const run = ({ eventName }: { eventName: string }) => void ran.push(eventName);
  const handlers = Object.fromEntries(eventNames.map((event) => [event, run])) as Options["handlers"];
  return { ...createTestReceiver({ handlers, onError: run, ...options }), ran };
}

const asOther = { event: "completeSession" };

describe("a signed answer", () => {
  it.each(["refuse", "report"] as const)(
    "is no event and no report, where the option is %s",
    async (invalidRequests) => {
      const { send, ran } = createWatched({ invalidRequests });
      const texts = [
        "{}",
        '{"error":{"code":"INVALID_DATA","message":"x"}}',
        '{"scanCode":{"recognized":true}}',
        '{"message":[],"polling":{"finished":true}}',
        '{"event":null}',
        '{"event":[]}',
        '{"event":1,"sender":{},"scanCode":{}}',
        '{"error":{"code":"X","message":"y"},"Original":{}}',
      ];
      for (const event of eventNames)
        for (const body of texts) expect(await send({ event, body }, true)).toMatchObject({ status: 400 });
      expect(ran).toEqual([]);
    },
  );

  it.each(["event", "original"])("never has a property %s, even where a spec lets it", async (name) => {
    const validateResponse = (_event: string, value: unknown) => ({ ok: true, value }) as never;
    const handlers = { scanCode: () => ({ [name]: { eventCounter: 1 } }) as never };
    const { send, messages } = createTestReceiver({ handlers }, { validateResponse });
    expect((await send()).status).toBe(500);
    expect(messages()[0]).toBe(
      `the scanCode handler returned an invalid answer: /${name}: only a request may have this property`,
    );
  });
});

describe("bytes that came for one event", () => {
  it.each<[string, Partial<Options>]>([
    ["by default", {}],
    ["with dedupe", { dedupe: {} }],
  ])("are refused for another, %s", async (_name, options) => {
    const { send, ran } = createWatched(options);
    expect((await send()).status).toBe(200);
    const message =
      "This body was already received as scanCode; each event must have its own body and eventCounter.";
    expect(await send(asOther)).toMatchObject({ status: 400, body: { error: { message } } });
    expect((await send()).status).toBe(200);
    expect(ran).toEqual(["scanCode", "scanCode"]);
  });

  it("are refused by another process that shares the store", async () => {
    const dedupe = { store: createMemoryStore() };
    await createWatched({ dedupe }).send();
    const other = createWatched({ dedupe });
    expect((await other.send(asOther)).status).toBe(400);
    expect(other.ran).toEqual([]);
    // The other process accepts the shop's own repeat, and still rejects the other event.
    expect((await other.send()).status).toBe(200);
    expect((await other.send(asOther)).status).toBe(400);
  });

  it("are refused in every spelling of the id that a look-up accepts", async () => {
    const { send, ran } = createWatched({
      subscriptions: (id) => (id.trim().toLowerCase() === "shop-12" ? { secret } : undefined),
    });
    await send();
    const headers = { "x-mplus-subscription-id": "SHOP-12" };
    expect((await send({ ...asOther, headers })).status).toBe(400);
    expect(ran).toEqual(["scanCode"]);
  });

  it.each(["OK", "", "completeSession", new Error("no connection")])(
    "are refused by a process that has accepted them, also when the store answers %s",
    async (answer) => {
      const add = () => (answer instanceof Error ? Promise.reject(answer) : answer);
      const store = { add, set: () => undefined, delete: () => undefined };
      const { send, ran } = createWatched({ dedupe: { store } });
      expect([(await send()).status, (await send(asOther)).status]).toEqual([200, 400]);
      expect(ran).toEqual(["scanCode"]);
    },
  );

  it("may be those of another shop's event", async () => {
    const { send, receiver, ran } = createWatched({
      subscriptions: { "shop-12": { secret }, "shop-13": { secret: otherSecret } },
    });
    await send();
    const headers = { ...signedHeaders(goodBody, otherSecret), "x-mplus-subscription-id": "shop-13" };
    expect((await receiver.receive(createRequest({ ...asOther, headers }))).status).toBe(200);
    expect(ran).toEqual(["scanCode", "completeSession"]);
  });

  it("are remembered for hundreds of events", async () => {
    const { send } = createWatched();
    const bodies = Array.from({ length: 500 }, (_, n) => goodBody.replace('Counter":1', `Counter":${n}`));
    for (const body of bodies) await send({ body });
    for (const body of bodies) expect((await send({ ...asOther, body })).status).toBe(400);
  });

  it.each<[string, { body?: string; headers?: Record<string, string> }]>([
    ["for its type", { body: JSON.stringify({ event: {}, sender: {} }) }],
    ["for its content type", { headers: { "content-type": "text/plain" } }],
    ["as too much at once", {}],
  ])("are refused for another, and not for their own, if they were refused %s", async (why, refused) => {
    const scanCode = () => new Promise<object>((resolve) => setImmediate(resolve, {}));
    const { send } = createWatched({ inFlightLimit: 20_000, handlers: { scanCode } });
    const other = why === "as too much at once" && send({ body: bodyWith({ note: "x".repeat(9000) }) });
    expect((await send(refused)).status).toBe(other ? 429 : 400);
    await other;
    const body = refused.body ?? goodBody;
    expect(JSON.stringify(await send({ ...asOther, body }))).toContain(
      "This body was already received as scanCode;",
    );
    expect(JSON.stringify(await send({ body }))).not.toContain("came before");
  });
});
