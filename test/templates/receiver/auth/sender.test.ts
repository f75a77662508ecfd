import { describe, expect, it } from "vitest";
import { createTestReceiver, goodBody } from "../fixture.js";
import { otherSecret, secret, signedHeaders, strangersSecret } from "../fixture.js";

const bytes = (text: string) => Buffer.from(text).toString("latin1");

it.each([
  ["in UTF-8, as Latin-1 of its bytes", "Bakkerij Zoë €", bytes("Bakkerij Zoë €")],
  ["in Latin-1", "Bakkerij Zoë", "Bakkerij Zoë"],
  ["in UTF-8 without a plain letter", "éë", bytes("éë")],
  ["already decoded, in letters beyond Latin-1", "Gdańsk", "Gdańsk"],
  ["already decoded, with a letter beyond Latin-1 beside what looks like bytes", "Â°ń", "Â°ń"],
  ["in two headers, as HTTP joins them", "Bakkerij, Zoë", ["Bakkerij", "Zoë"]],
])("the id of a subscription may be any text: %s", async (_name, id, sent) => {
  const seen: unknown[] = [];
  const scanCode = ({ subscriptionId }: { subscriptionId: string }) => void seen.push(subscriptionId);
  const { send } = createTestReceiver({ subscriptions: { [id]: { secret } }, handlers: { scanCode } });
  await send({ headers: { "x-mplus-subscription-id": sent } });
  expect(seen).toEqual([id]);
});

describe("subscriptions", () => {
  const both = [
    { secret, name: "Amsterdam", version: "58" },
    { secret: otherSecret, name: "Utrecht" },
  ];

  it.each([
    ["record", { "shop-12": both }],
    ["function", () => Promise.resolve(both)],
  ])("with one id are told apart by the signature, in a %s", async (_name, subscriptions) => {
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
    const headers = { "x-mplus-subscription-id": "shop-13" };
    const answer = await createTestReceiver({ subscriptions }).send({ headers });
    expect(answer).toMatchObject({ status: 400, code: "INVALID_SIGNATURE" });
  });

  it.each<[string, object[], string]>([
    ["an invalid secret", [{ secret }, { secret: "x" }], "the secret is not canonical"],
    ["no subscription", [], "the list is empty"],
    [
      "one secret twice",
      [{ secret }, { secret: [otherSecret, secret], name: "Utrecht" }],
      "two subscriptions in the list have the same secret.",
    ],
  ])("with one id are refused at start if the list has %s", (_name, subscriptions, message) => {
    const create = () => createTestReceiver({ subscriptions: { "shop-12": subscriptions as typeof both } });
    expect(create).toThrow(`Subscription "shop-12": ${message}`);
  });

  it("with one secret are logged, because the id is not signed", () => {
    const [a, b, c] = [{ secret }, { secret: [otherSecret, secret] }, { secret: otherSecret }];
    const d = { secret: [strangersSecret, strangersSecret] };
    const { lines } = createTestReceiver({ subscriptions: { a, b, c, d } });
    expect(lines.map(([level, , message]) => [level, message.split(",")[0]])).toEqual([
      ["warn", 'subscription "b" has the same secret as "a"'],
      ["warn", 'subscription "c" has the same secret as "b"'],
    ]);
  });
});
