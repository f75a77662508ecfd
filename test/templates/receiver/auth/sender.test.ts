import { describe, expect, it } from "vitest";
import { createTestReceiver, goodBody, otherSecret, secret, signedHeaders } from "../fixture.js";

describe("the id of a subscription", () => {
  const bytes = (text: string) => Buffer.from(text).toString("latin1");

  it.each([
    ["in UTF-8, as Latin-1 of its bytes", "Bakkerij Zoë €", bytes("Bakkerij Zoë €")],
    ["in Latin-1", "Bakkerij Zoë", "Bakkerij Zoë"],
    ["in UTF-8 without a plain letter", "éë", bytes("éë")],
    ["decoded by someone else, in letters beyond Latin-1", "Gdańsk", "Gdańsk"],
    ["decoded by someone else, with a letter beyond Latin-1 beside what looks like bytes", "Â°ń", "Â°ń"],
    ["in two headers, as HTTP joins them", "Bakkerij, Zoë", ["Bakkerij", "Zoë"]],
  ])("is free text: %s", async (_name, id, sent) => {
    const seen: unknown[] = [];
    const handlers = {
      scanCode: ({ subscriptionId }: { subscriptionId: string }) => void seen.push(subscriptionId),
    };
    const { send } = createTestReceiver({ subscriptions: { [id]: { secret } }, handlers });
    await send({ headers: { "x-mplus-subscription-id": sent } });
    expect(seen).toEqual([id]);
  });
});

describe("subscriptions", () => {
  const both = [
    { secret, name: "Amsterdam", version: "58" },
    { secret: otherSecret, name: "Utrecht" },
  ];

  it.each([
    ["a record", { "shop-12": both }],
    ["a function", () => Promise.resolve(both)],
  ])("that share an id are told apart by who signed, in %s", async (_name, subscriptions) => {
    const seen: unknown[] = [];
    const { send } = createTestReceiver({
      subscriptions,
      handlers: { scanCode: ({ subscriptionName: name, version }) => void seen.push([name, version]) },
    });
    await send();
    await expect(send({ headers: signedHeaders(goodBody, otherSecret) })).rejects.toThrow("not signed");
    expect(seen).toEqual([
      ["Amsterdam", "58"],
      ["Utrecht", undefined],
    ]);
  });

  it("cannot sign for each other", async () => {
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret: otherSecret } };
    const { send } = createTestReceiver({ subscriptions });
    const headers = { "x-mplus-subscription-id": "shop-13" };
    expect(await send({ headers })).toMatchObject({ status: 400, code: "INVALID_SIGNATURE" });
  });

  it.each<[string, object[], string]>([
    [
      "that share an id are each checked at the start",
      [{ secret }, { secret: "x" }],
      "the secret is not canonical",
    ],
    ["that share an id are not none", [], "the list is empty"],
    [
      "that share an id have secrets of their own",
      [{ secret }, { secret: [otherSecret, secret], name: "Utrecht" }],
      "two subscriptions in the list have the same secret.",
    ],
  ])("%s", (_name, subscriptions, message) => {
    const create = () => createTestReceiver({ subscriptions: { "shop-12": subscriptions as typeof both } });
    expect(create).toThrow(`Subscription "shop-12": ${message}`);
  });

  it("with the same secret are logged, because the id is not signed", () => {
    const { lines } = createTestReceiver({
      subscriptions: {
        a: { secret },
        b: { secret: [otherSecret, secret] },
        c: { secret: otherSecret },
        d: { secret: [stranger, stranger] },
      },
    });
    expect(lines.map(([level, , message]) => [level, message.split(",")[0]])).toEqual([
      ["warn", 'subscription "b" has the same secret as "a"'],
      ["warn", 'subscription "c" has the same secret as "b"'],
    ]);
  });
});

const stranger = Buffer.alloc(32, 9).toString("base64");
