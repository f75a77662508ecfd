import { describe, expect, it } from "vitest";
import {
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  readAnswer,
  secret,
  signedHeaders,
} from "../fixture.js";

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

describe("the id of a subscription", () => {
  const bytes = (text: string) => Buffer.from(text).toString("latin1");

  it.each([
    ["in UTF-8, as Latin-1 of its bytes", "Bakkerij Zoë €", bytes("Bakkerij Zoë €")],
    ["in Latin-1", "Bakkerij Zoë", "Bakkerij Zoë"],
    ["decoded by someone else", "Bakkerij Zoë €", "Bakkerij Zoë €"],
    ["in plain letters", "Bakkerij", "Bakkerij"],
    ["in UTF-8 without a plain letter", "éë", bytes("éë")],
    ["decoded by someone else, in letters beyond Latin-1", "Gdańsk", "Gdańsk"],
    ["decoded by someone else, with a letter beyond Latin-1 beside what looks like bytes", "Â°ń", "Â°ń"],
    ["in two headers, as HTTP joins them", "Bakkerij, Zoë", ["Bakkerij", "Zoë"]],
  ])("is free text: %s", async (_name, id, sent) => {
    const seen: unknown[] = [];
    const scanCode: ScanCode = ({ subscriptionId }) => void seen.push(subscriptionId);
    const { receiver } = createTestReceiver({ subscriptions: { [id]: { secret } }, handlers: { scanCode } });
    await receiver.receive(createRequest({ headers: { "x-mplus-subscription-id": sent } }));
    expect(seen).toEqual([id]);
  });
});

describe("subscriptions that share an id", () => {
  const both = [
    { secret, name: "Amsterdam", version: "58" },
    { secret: otherSecret, name: "Utrecht" },
  ];

  it.each([
    ["a record", { "shop-12": both }],
    ["a function", () => Promise.resolve(both)],
  ])("are told apart by who signed, in %s", async (_name, subscriptions) => {
    const seen: unknown[] = [];
    const scanCode: ScanCode = ({ subscriptionName, version }) => void seen.push([subscriptionName, version]);
    const { receiver } = createTestReceiver({ subscriptions, handlers: { scanCode } });
    await receiver.receive(createRequest());
    const response = await receiver.receive(createRequest({ headers: signedHeaders(goodBody, otherSecret) }));
    expect(seen).toEqual([
      ["Amsterdam", "58"],
      ["Utrecht", undefined],
    ]);
    expect(() => readAnswer(response)).toThrow("not signed");
  });

  it("are each checked at the start", () => {
    const subscriptions = { "shop-12": [both[0], { secret: "x" }] as typeof both };
    expect(() => createTestReceiver({ subscriptions })).toThrow('Subscription "shop-12"');
    expect(() => createTestReceiver({ subscriptions: { "shop-12": [] } })).toThrow("the list is empty");
  });

  it("have secrets of their own", () => {
    const twice = [{ secret }, { secret: [otherSecret, secret], name: "Utrecht" }];
    expect(() => createTestReceiver({ subscriptions: { "shop-12": twice } })).toThrow(
      'Subscription "shop-12": two subscriptions in the list have the same secret.',
    );
    expect(() => createTestReceiver({ subscriptions: { a: { secret: [secret, secret] } } })).not.toThrow();
  });
});

describe("subscriptions with one secret", () => {
  it("are logged: the id is not signed, so they cannot be told apart", () => {
    const { lines } = createTestReceiver({
      subscriptions: { a: { secret }, b: { secret: [otherSecret, secret] }, c: { secret: otherSecret } },
    });
    expect(lines.map(([level, , message]) => [level, message.split(",")[0]])).toEqual([
      ["warn", 'subscription "b" has the same secret as "a"'],
      ["warn", 'subscription "c" has the same secret as "b"'],
    ]);
  });
});
