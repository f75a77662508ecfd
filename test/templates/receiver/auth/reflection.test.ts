import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import {
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
  it("are refused for another", async () => {
    const { send, ran } = createWatched();
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

  it("are forgotten after 4096 other bodies of the subscription, and not before", async () => {
    const { send } = createWatched();
    const bodies = Array.from({ length: 4097 }, (_, n) => goodBody.replace('Counter":1', `Counter":${n}`));
    const status = async (body = "") => (await send({ ...asOther, body })).status;
    for (const body of bodies.slice(0, 4096)) await send({ body });
    expect(await status(bodies[0])).toBe(400);
    await send({ body: bodies[4096] ?? "" });
    expect([await status(bodies[0]), await status(bodies[2])]).toEqual([200, 400]);
  });

  it("are remembered even if they were refused for their type", async () => {
    const { send, messages } = createWatched();
    const body = JSON.stringify({ event: {}, sender: {} });
    for (const event of ["scanCode", "completeSession", "scanCode"])
      expect((await send({ event, body })).status).toBe(400);
    const replayed = messages().map((message) => message.includes("already received as scanCode"));
    expect(replayed).toEqual([false, true, false]);
  });
});
