import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/base/store.js";
import { createRequest, createTestReceiver, goodBody, type Options } from "../fixture.js";
import { otherSecret, secret, signedHeaders } from "../fixture.js";

function createWatched(options: Partial<Options> = {}) {
  const ran: string[] = [];
  const run = ({ eventName }: { eventName: string }) => void ran.push(eventName);
  const handlers: Options["handlers"] = { scanCode: run, completeSession: run };
  return { ...createTestReceiver({ handlers, onError: run, ...options }), ran };
}

const asOther = { event: "completeSession" };

it.each(["event", "original"])("an answer with a property %s, as in a request, is not sent", async (name) => {
  const validateResponse = (_event: string, value: unknown) => ({ ok: true, value }) as never;
  const handlers = { scanCode: () => ({ [name]: { eventCounter: 1 } }) as never };
  const { send, messages } = createTestReceiver({ handlers }, { validateResponse });
  expect((await send()).status).toBe(500);
  expect(messages()[0]).toBe(
    `the scanCode handler returned an invalid answer: /${name}: only a request may have this property`,
  );
});

describe("a body that arrived as one event", () => {
  it("is refused as another", async () => {
    const { send, ran } = createWatched();
    expect((await send()).status).toBe(200);
    const message =
      "This body was already received as scanCode; each event must have its own body and eventCounter.";
    expect(await send(asOther)).toMatchObject({ status: 400, body: { error: { message } } });
    expect((await send()).status).toBe(200);
    expect(ran).toEqual(["scanCode", "scanCode"]);
  });

  it("is refused as another by a process that shares the store, which accepts repeats", async () => {
    const dedupe = { store: createMemoryStore() };
    await createWatched({ dedupe }).send();
    const { send, ran } = createWatched({ dedupe });
    expect((await send(asOther)).status).toBe(400);
    expect(ran).toEqual([]);
    expect((await send()).status).toBe(200);
    expect((await send(asOther)).status).toBe(400);
  });

  it("is refused as another in every spelling of the id that a look-up accepts", async () => {
    const subscriptions = (id: string) => (id.toLowerCase() === "shop-12" ? { secret } : undefined);
    const { send, ran } = createWatched({ subscriptions });
    await send();
    const headers = { "x-mplus-subscription-id": "SHOP-12" };
    expect((await send({ ...asOther, headers })).status).toBe(400);
    expect(ran).toEqual(["scanCode"]);
  });

  it.each(["OK", "completeSession", new Error("no connection")])(
    "is refused as another by the process that accepted it, even if the store answers %s",
    async (answer) => {
      const add = () => (answer instanceof Error ? Promise.reject(answer) : answer);
      const { send } = createWatched({
        dedupe: { store: { add, set: () => undefined, delete: () => undefined } },
      });
      expect([(await send()).status, (await send(asOther)).status]).toEqual([200, 400]);
    },
  );

  it("is accepted as another event of another shop", async () => {
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret: otherSecret } };
    const { send, receiver, ran } = createWatched({ subscriptions });
    await send();
    const headers = { ...signedHeaders(goodBody, otherSecret), "x-mplus-subscription-id": "shop-13" };
    await receiver.receive(createRequest({ ...asOther, headers }));
    expect(ran).toEqual(["scanCode", "completeSession"]);
  });

  it("is forgotten after 4096 other bodies of the subscription, and not before", async () => {
    const { send } = createWatched();
    const bodies = Array.from({ length: 4097 }, (_, n) => goodBody.replace('Counter":1', `Counter":${n}`));
    const status = async (body = "") => (await send({ ...asOther, body })).status;
    for (const body of bodies.slice(0, 4096)) await send({ body });
    expect(await status(bodies[0])).toBe(400);
    await send({ body: bodies[4096] ?? "" });
    expect([await status(bodies[0]), await status(bodies[2])]).toEqual([200, 400]);
  });

  it("is refused as another even if it was invalid", async () => {
    const { send, messages } = createWatched();
    const body = JSON.stringify({ event: {}, sender: {} });
    for (const event of ["scanCode", "completeSession", "scanCode"])
      expect((await send({ event, body })).status).toBe(400);
    const replayed = messages().map((message) => message.includes("already received as scanCode"));
    expect(replayed).toEqual([false, true, false]);
  });
});
