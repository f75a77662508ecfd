import { describe, expect, it } from "vitest";
import { createProtocolReceiver } from "../../../../templates/receiver/protocol/receiver.js";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import {
  contract,
  createRequest,
  createTestLog,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  readAnswer,
  secret,
  signedHeaders,
} from "../fixture.js";

/** A receiver that counts what it runs for whoever has not proved anything. */
function createWatched(options: Partial<Options> = {}) {
  const ran: string[] = [];
  const run = ({ eventName }: { eventName: string }) => void ran.push(eventName);
  const handlers = Object.fromEntries(contract.events.map((event) => [event, run])) as Options["handlers"];
  const { receiver } = createTestReceiver({ handlers, onError: run, ...options });
  return { receiver, ran };
}

describe("a signed answer", () => {
  it("is never given to an unverified sender, so that it cannot come back as a request", async () => {
    const { receiver } = createWatched({ invalidRequests: "report" });
    const wrong = createRequest({ headers: { "x-mplus-signature": "A".repeat(43) + "=" } });
    const refusal = await receiver.receive(wrong);
    expect(readAnswer(refusal, false)).toMatchObject({ status: 400, code: "INVALID_SIGNATURE" });
  });

  it.each(["refuse", "report"] as const)(
    "is no event and no report, where the option is %s",
    async (mode) => {
      const { receiver, ran } = createWatched({ invalidRequests: mode });
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
      for (const event of contract.events) {
        for (const body of texts) {
          const response = await receiver.receive(createRequest({ event, body }));
          expect(readAnswer(response, true)).toMatchObject({ status: 400 });
        }
      }
      expect(ran).toEqual([]);
    },
  );

  it.each(["event", "original"])("never has a property %s, even where a spec lets it", async (name) => {
    const { log, lines } = createTestLog();
    const open = {
      ...contract,
      validateResponse: (_event: string, value: unknown) => ({ ok: true, value }) as never,
    };
    const receiver = createProtocolReceiver(open, {
      subscriptions: { "shop-12": { secret } },
      handlers: { scanCode: () => ({ [name]: { eventCounter: 1 } }) as never },
      log,
    });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(500);
    expect(lines[0]?.[2]).toBe(
      `the handler of scanCode gave an invalid answer: /${name}: only requests may have this`,
    );
  });
});

describe("bytes that were accepted for one event", () => {
  it.each<[string, Partial<Options>]>([
    ["by default", {}],
    ["with dedupe", { dedupe: {} }],
  ])("are refused for another, %s", async (_name, options) => {
    const { receiver, ran } = createWatched(options);
    expect((await receiver.receive(createRequest())).status).toBe(200);
    const again = await receiver.receive(createRequest({ event: "completeSession" }));
    expect(readAnswer(again)).toMatchObject({
      status: 400,
      body: {
        error: {
          message:
            "This body came before, as scanCode. Each event has a body of its own, with its own eventCounter.",
        },
      },
    });
    expect((await receiver.receive(createRequest())).status).toBe(200);
    expect(ran).toEqual(["scanCode", "scanCode"]);
  });

  it("are refused by another process that shares the store", async () => {
    const dedupe = { store: createMemoryStore() };
    const [one, other] = [createWatched({ dedupe }), createWatched({ dedupe })];
    await one.receiver.receive(createRequest());
    const again = await other.receiver.receive(createRequest({ event: "completeSession" }));
    expect(readAnswer(again).status).toBe(400);
    expect(other.ran).toEqual([]);
  });

  it("are refused in every spelling of the id that a look-up accepts", async () => {
    const { receiver, ran } = createWatched({
      subscriptions: (id) => (id.trim().toLowerCase() === "shop-12" ? { secret } : undefined),
    });
    await receiver.receive(createRequest());
    const headers = { "x-mplus-subscription-id": "SHOP-12" };
    expect((await receiver.receive(createRequest({ event: "completeSession", headers }))).status).toBe(400);
    expect(ran).toEqual(["scanCode"]);
  });

  it("are refused by a process that has accepted them, also when the store fails or returns nonsense", async () => {
    for (const answer of ["OK", "", "completeSession", new Error("no connection")]) {
      const add = () => (answer instanceof Error ? Promise.reject(answer) : answer);
      const store = { add, set: () => undefined, delete: () => undefined };
      const { receiver, ran } = createWatched({ dedupe: { store } });
      expect((await receiver.receive(createRequest())).status).toBe(200);
      expect((await receiver.receive(createRequest({ event: "completeSession" }))).status).toBe(400);
      expect(ran).toEqual(["scanCode"]);
    }
  });

  it("may be those of another shop's event", async () => {
    const { receiver, ran } = createWatched({
      subscriptions: { "shop-12": { secret }, "shop-13": { secret: otherSecret } },
    });
    await receiver.receive(createRequest());
    const headers = { ...signedHeaders(goodBody, otherSecret), "x-mplus-subscription-id": "shop-13" };
    expect((await receiver.receive(createRequest({ event: "completeSession", headers }))).status).toBe(200);
    expect(ran).toEqual(["scanCode", "completeSession"]);
  });

  it("are remembered for hundreds of events, but not if they were refused", async () => {
    const { receiver } = createWatched();
    const bodyOf = (eventCounter: number) =>
      goodBody.replace('"eventCounter":1', `"eventCounter":${eventCounter}`);
    for (let counter = 0; counter < 500; counter += 1) {
      await receiver.receive(createRequest({ body: bodyOf(counter) }));
    }
    const statuses = [];
    for (let counter = 0; counter < 500; counter += 1) {
      const request = createRequest({ event: "completeSession", body: bodyOf(counter) });
      statuses.push((await receiver.receive(request)).status);
    }
    expect(statuses.filter((status) => status === 400)).toHaveLength(500);

    const notForScans = JSON.stringify({ event: {}, sender: {} });
    expect((await receiver.receive(createRequest({ body: notForScans }))).status).toBe(400);
    const fitting = createRequest({ event: "completeSession", body: notForScans });
    expect((await receiver.receive(fitting)).status).toBe(200);
  });
});
