import { describe, expect, it } from "vitest";
import { createProtocolReceiver } from "../../../../templates/receiver/protocol/receiver.js";
import { verify } from "../../../../templates/receiver/auth/signature.js";
import {
  contract,
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  readAnswer,
  secret,
} from "../fixture.js";

const polling = JSON.stringify({ ...(JSON.parse(goodBody) as object), event: { eventPolling: true } });

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

/** For what the types forbid and JavaScript does not. */
function answering(answer: unknown): Partial<Options> {
  return { handlers: { scanCode: (() => answer) as ScanCode } };
}

describe("a handler", () => {
  it("gets the request and all that is known about its sender", async () => {
    let context: Parameters<ScanCode>[0] | undefined;
    const { receiver } = createTestReceiver({
      subscriptions: { "shop-12": { secret, version: "v59.3" } },
      handlers: { scanCode: (given) => void (context = given) },
    });
    const client = new AbortController();
    await receiver.receive(createRequest({ signal: client.signal }));
    expect(context).toMatchObject({ eventName: "scanCode", subscriptionId: "shop-12", version: "v59.3" });
    expect(context?.request).toEqual(JSON.parse(goodBody));
    expect(context?.signal).toBe(client.signal);
  });

  it("gets a signal even if the framework has none", async () => {
    const seen: boolean[] = [];
    const { receiver } = createTestReceiver({
      handlers: { scanCode: ({ signal }) => void seen.push(signal.aborted) },
    });
    await receiver.receive(createRequest());
    expect(seen).toEqual([false]);
  });

  it("may be a method of a class, and keeps its this", async () => {
    class Shop {
      private readonly relationNumber = 12;
      scanCode() {
        return { scanCode: { recognized: true, relationNumber: this.relationNumber } };
      }
    }
    const { receiver } = createTestReceiver({ handlers: new Shop() });
    const { body } = readAnswer(await receiver.receive(createRequest()));
    expect(body).toEqual({ scanCode: { recognized: true, relationNumber: 12 } });
  });

  it("is not what every object inherits", async () => {
    const events = [...contract.events, "toString" as "scanCode"];
    const subscriptions = { "shop-12": { secret } };
    const receiver = createProtocolReceiver({ ...contract, events }, { subscriptions, handlers: {} });
    expect(readAnswer(await receiver.receive(createRequest({ event: "toString" }))).body).toEqual({});
  });

  it.each([
    [{ secret, version: "v59.3" }, { version: "v59.3" }],
    [{ secret }, {}],
  ])("has its answer checked for the shop's release: %j", async (subscription, want) => {
    const seen: unknown[] = [];
    const validateResponse: typeof contract.validateResponse = (event, body, options) => {
      seen.push(options);
      return contract.validateResponse(event, body);
    };
    const subscriptions = { "shop-12": subscription };
    const receiver = createProtocolReceiver(
      { ...contract, validateResponse },
      { subscriptions, handlers: {} },
    );
    await receiver.receive(createRequest());
    expect(seen).toEqual([want]);
  });

  it("has the validated copy of its answer sent", async () => {
    const validateResponse = () => ({ ok: true, value: { message: [] } }) as never;
    const subscriptions = { "shop-12": { secret } };
    const receiver = createProtocolReceiver(
      { ...contract, validateResponse },
      { subscriptions, handlers: {} },
    );
    expect(readAnswer(await receiver.receive(createRequest())).body).toEqual({ message: [] });
  });

  it("whose answer is invalid finds each property and its problem in the log", async () => {
    const { receiver, lines } = createTestReceiver(answering({ receiptFooter: {}, foo: 1 }));
    await receiver.receive(createRequest());
    expect(lines).toMatchObject([
      [
        "error",
        { eventName: "scanCode", subscriptionId: "shop-12" },
        "the handler of scanCode gave an invalid answer: /receiptFooter: is not known; /foo: is not known",
      ],
    ]);
  });

  it("that throws finds its error in the log", async () => {
    const error = new Error("no connection");
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode: () => Promise.reject(error) } });
    await receiver.receive(createRequest());
    expect(lines).toMatchObject([
      [
        "error",
        { err: error, eventName: "scanCode" },
        "a request was answered with status 500: no connection",
      ],
    ]);
  });

  it("that runs out of stack over a body nested too deeply has that body refused", async () => {
    const { receiver } = createTestReceiver({
      handlers: { scanCode: ({ request }) => void countDepth(request) },
    });
    const deep = `${'{"a":'.repeat(50_000)}0${"}".repeat(50_000)}`;
    const response = await receiver.receive(createRequest({ body: `${goodBody.slice(0, -1)},"x":${deep}}` }));
    expect(readAnswer(response)).toMatchObject({ status: 400, code: "INVALID_DATA" });
  });

  it("gets __proto__ as data", async () => {
    const seen: string[][] = [];
    const { receiver } = createTestReceiver({
      handlers: { scanCode: ({ request }) => void seen.push(Object.keys(request)) },
    });
    const body = `${goodBody.slice(0, -1)},"__proto__":{"polluted":1}}`;
    await receiver.receive(createRequest({ body }));
    expect(seen).toEqual([["event", "sender", "scanCode", "__proto__"]]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it("may answer a lone surrogate: the signature is over the bytes that are sent", async () => {
    const { receiver } = createTestReceiver(answering({ message: [{ text: "a\ud800b é €" }] }));
    const response = await receiver.receive(createRequest());
    const bytes = Buffer.from(response.body);
    expect(verify(bytes, response.headers["X-Mplus-Signature"] ?? "", secret)).toBe(true);
    expect(new TextDecoder("utf-8", { fatal: true }).decode(bytes)).toContain(String.raw`a\ud800b é €`);
  });
});

describe("polling", () => {
  it.each([
    [
      "is ended where the handler does not say",
      answering({ message: [] }),
      { message: [], polling: { finished: true } },
    ],
    ["is ended where there is no handler", {}, { polling: { finished: true } }],
    [
      "is left to the handler that says",
      answering({ polling: { finished: false } }),
      { polling: { finished: false } },
    ],
  ])("%s", async (_name, options, body) => {
    const { receiver, lines } = createTestReceiver(options);
    expect(readAnswer(await receiver.receive(createRequest({ body: polling }))).body).toEqual(body);
    const isAdded = JSON.stringify(body).includes("true");
    expect(lines.filter(([level]) => level === "warn")).toHaveLength(isAdded ? 1 : 0);
  });

  it("is not added for an event that needs none", async () => {
    const { receiver, lines } = createTestReceiver();
    const response = await receiver.receive(createRequest({ event: "backgroundPoll", body: polling }));
    expect(readAnswer(response).body).toEqual({});
    expect(lines).toEqual([]);
  });

  it("is added without touching the handler's own answer", async () => {
    const answer = Object.freeze({ message: [] });
    const { receiver } = createTestReceiver(answering(answer));
    expect(readAnswer(await receiver.receive(createRequest({ body: polling }))).status).toBe(200);
  });
});

describe("an error request", () => {
  const body = '{"error":{"code":"INVALID_LINE_ID","message":"No such line."},"original":{"event":{}}}';

  it("goes to onError and not to the handler", async () => {
    const seen: unknown[] = [];
    const { receiver } = createTestReceiver({
      handlers: { scanCode: () => void seen.push("handler") },
      onError: ({ error, original, eventName, subscriptionId }) =>
        void seen.push({ error, original, eventName, subscriptionId }),
    });
    expect(readAnswer(await receiver.receive(createRequest({ body })))).toEqual({ status: 200, body: {} });
    expect(seen).toEqual([
      { ...(JSON.parse(body) as object), eventName: "scanCode", subscriptionId: "shop-12" },
    ]);
  });

  it("leaves its code in the log where there is no onError", async () => {
    const { receiver, lines } = createTestReceiver();
    expect(readAnswer(await receiver.receive(createRequest({ body }))).status).toBe(200);
    expect(lines).toMatchObject([
      ["warn", { code: "INVALID_LINE_ID" }, "the POS could not use our answer to scanCode"],
    ]);
  });

  it.each(["INVALID\nerror: forged", "invalid", "X".repeat(65), "", 5])(
    "does not leave %j in the log for its code",
    async (code) => {
      const { receiver, lines } = createTestReceiver();
      const forged = JSON.stringify({ error: { code, message: "" }, original: {} });
      await receiver.receive(createRequest({ body: forged }));
      expect(lines.map(([, fields]) => fields["code"])).toEqual(["unknown"]);
    },
  );

  it("needs both of its properties; one of them alone is an event's", async () => {
    const { receiver } = createTestReceiver({
      onError: () => Promise.reject(new Error("must not be asked")),
    });
    for (const one of [{ error: {} }, { original: {} }]) {
      const body = JSON.stringify({ ...(JSON.parse(goodBody) as object), ...one });
      expect(readAnswer(await receiver.receive(createRequest({ body })))).toEqual({ status: 200, body: {} });
    }
  });
});

/** Calls itself: JSON.stringify does not any more, from Node 26 on. */
const countDepth = (value: unknown): number =>
  typeof value === "object" && value !== null ? 1 + Math.max(0, ...Object.values(value).map(countDepth)) : 0;
