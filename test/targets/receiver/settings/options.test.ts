import { describe, expect, it } from "vitest";
import { createProtocolReceiver } from "../../../../templates/receiver/protocol/receiver.js";
import { sign } from "../../../../templates/receiver/auth/signature.js";
import { parseRelease } from "../../../../templates/validators/release.js";
import {
  contract,
  createRequest,
  createTestReceiver,
  goodBody,
  type Options,
  otherSecret,
  readAnswer,
  secret,
} from "../fixture.js";

function subscribe(subscription: unknown): Partial<Options> {
  return { subscriptions: { "shop-12": subscription } as Options["subscriptions"] };
}

const notInFleet = (version: string) =>
  `Subscription "shop-12": the version "${version}" is outside the releases that this code was generated for (48 to 59.3.2).`;
const noRelease = (version: string) =>
  `Subscription "shop-12": the version "${version}" is not a release such as "59.3" or "v59.3.2".`;

describe("at start", () => {
  it.each<[string, Partial<Options>, string]>([
    ["an empty secret", subscribe({ secret: "" }), 'Subscription "shop-12": the secret is empty.'],
    ["no secret", subscribe({}), 'Subscription "shop-12": the secret is missing: it must be a string.'],
    ["no secrets", subscribe({ secret: [] }), 'Subscription "shop-12": the list of secrets is empty.'],
    [
      "a short secret behind a good one",
      subscribe({ secret: [secret, "AAAA"] }),
      'Subscription "shop-12": secret 2 of 2 decodes to 3 bytes; at least 16 are needed.',
    ],
    ["a version before the fleet", subscribe({ secret, version: "47.9" }), notInFleet("47.9")],
    ["a version after the fleet", subscribe({ secret, version: "v59.10" }), notInFleet("v59.10")],
    ["a version in words", subscribe({ secret, version: "latest" }), noRelease("latest")],
    ["a version of four parts", subscribe({ secret, version: "59.3.2.1" }), noRelease("59.3.2.1")],
    [
      "a handler of an unknown event",
      { handlers: { scancode: () => ({}) } as Options["handlers"] },
      "handlers.scancode: there is no such event; there are scanCode, completeSession, backgroundPoll, startExternalPayment.",
    ],
    [
      "a handler that is none",
      { handlers: { scanCode: 1 } as unknown as Options["handlers"] },
      "handlers.scanCode must be a function.",
    ],
    ["a limit in words", { bodyLimit: NaN }, "bodyLimit must be a whole number of 1 or more."],
    [
      "a deadline without end",
      { bodyTimeout: Infinity },
      "bodyTimeout must be a whole number from 1 to 2147483647.",
    ],
  ])("%s is refused", (_name, options, message) => {
    expect(() => createTestReceiver(options)).toThrow(new Error(message));
  });

  it.each(["48", "v48.0.0", "59.3.2", "59.3", "50.11"])("the version %s is in the fleet", (version) => {
    expect(() => createTestReceiver(subscribe({ secret, version }))).not.toThrow();
  });

  it("any release is in an unbounded fleet", () => {
    const open = { ...contract, fleet: { label: "the first to the latest", spans: [[null, null]] as const } };
    const subscriptions = { a: { secret, version: "1" }, b: { secret, version: "999" } };
    expect(() => createProtocolReceiver(open, { subscriptions, handlers: {} })).not.toThrow();
  });

  it("only a release within its spans is in a fleet with gaps", () => {
    const spans = [["48", "48.3"] as const, ["59", "59.1"] as const].map(
      ([from, until]) => [parseRelease(from) ?? 0, parseRelease(until) ?? 0] as const,
    );
    const gapped = { ...contract, fleet: { label: "48 and 59", spans } };
    const create = (version: string) => () =>
      createProtocolReceiver(gapped, { subscriptions: { a: { secret, version } }, handlers: {} });
    for (const version of ["48", "48.2.9", "v59", "59.0.1"]) expect(create(version)).not.toThrow();
    for (const version of ["47", "48.3", "56", "59.1"]) expect(create(version)).toThrow("(48 and 59)");
  });

  it("a secret that is shorter than the vendor's own is logged as a warning", () => {
    const { lines } = createTestReceiver(subscribe({ secret: Buffer.alloc(16, 1).toString("base64") }));
    expect(lines).toMatchObject([
      ["warn", { subscriptionId: "shop-12" }, expect.stringContaining("24 bytes")],
    ]);
  });
});

describe("while keys rotate", () => {
  const { receiver } = createTestReceiver(subscribe({ secret: [secret, otherSecret] }));

  it.each([
    ["the new one", secret, 200],
    ["the old one", otherSecret, 200],
    ["neither", Buffer.alloc(32, 9).toString("base64"), 400],
  ])("a body may be signed with %s; its answer is signed with the new one", async (_name, key, status) => {
    const headers = { "x-mplus-signature": sign(goodBody, key) };
    expect(readAnswer(await receiver.receive(createRequest({ headers }))).status).toBe(status);
  });

  it.each([
    ["the new one", secret, []],
    ["the old one", otherSecret, ["the POS still signs with secret 2 of 2"]],
  ])("the log says whether the POS still uses an old one: %s", async (_name, key, want) => {
    const { receiver, lines } = createTestReceiver(subscribe({ secret: [secret, otherSecret] }));
    await receiver.receive(createRequest({ headers: { "x-mplus-signature": sign(goodBody, key) } }));
    expect(lines).toEqual(want.map((message) => ["info", { subscriptionId: "shop-12" }, message]));
  });
});

describe("subscriptions from a function", () => {
  it.each<[string, Options["subscriptions"], number, boolean]>([
    ["a promise", () => Promise.resolve({ secret }), 200, true],
    ["a value", () => ({ secret }), 200, true],
    ["undefined", () => undefined, 400, false],
    ["null", () => Promise.resolve(null), 400, false],
    ["a bad secret", () => ({ secret: "abc!" }), 500, false],
    ["a version outside the fleet", () => ({ secret, version: "47" }), 500, false],
    ["a rejection", () => Promise.reject(new Error("no connection")), 500, false],
  ])("%s", async (_name, subscriptions, status, isSigned) => {
    const { receiver, lines } = createTestReceiver({ subscriptions });
    expect(readAnswer(await receiver.receive(createRequest()), isSigned).status).toBe(status);
    expect(lines.filter(([level]) => level === "error")).toHaveLength(status === 500 ? 1 : 0);
  });
});

describe("close", () => {
  it("waits for requests in flight and refuses later ones", async () => {
    const gate = createGate();
    const { receiver } = createTestReceiver({ handlers: { scanCode: () => gate.promise } });
    const first = receiver.receive(createRequest());
    await new Promise(setImmediate);
    let isClosed = false;
    const closing = receiver.close().then(() => (isClosed = true));
    const second = await receiver.receive(createRequest());
    expect(readAnswer(second)).toMatchObject({ status: 503, code: "SHUTTING_DOWN" });
    expect(isClosed).toBe(false);
    gate.resolve(undefined);
    const response = await first;
    expect(readAnswer(response).status).toBe(200);
    expect(response.headers).toMatchObject({ Connection: "close" });
    await closing;
    expect(isClosed).toBe(true);
  });
});

describe("the log", () => {
  it("warns of a POS whose URL is wrong, but not of any stray request", async () => {
    const { receiver, lines } = createTestReceiver();
    await receiver.receive(createRequest({ event: "mplus/scanCode" }));
    await receiver.receive(createRequest({ event: "wp-admin", headers: { "x-mplus-subscription-id": "" } }));
    expect(lines.map(([level, { status }]) => [level, status])).toEqual([
      ["warn", 404],
      ["debug", 404],
    ]);
  });

  it.each([
    ["the text of the secret", Buffer.from(secret).toString("base64"), ["shop-12"]],
    ["the text of the old secret", Buffer.from(otherSecret).toString("base64"), ["shop-12"]],
    ["something else", Buffer.alloc(32, 9).toString("base64"), []],
  ])("has a hint where the key was a text of ours, and only there: %s", async (_name, key, hinted) => {
    const { receiver, lines } = createTestReceiver(subscribe({ secret: [secret, otherSecret] }));
    const headers = { "x-mplus-signature": sign(goodBody, key) };
    expect(readAnswer(await receiver.receive(createRequest({ headers }))).code).toBe("INVALID_SIGNATURE");
    const hints = lines.filter(([, , message]) => message.includes("base64-decoded"));
    expect(hints.map(([, { subscriptionId }]) => subscriptionId)).toEqual(hinted);
  });

  it("never contains a secret, a signature or a part of a body", async () => {
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: () => Promise.reject(new Error("x")) },
    });
    const body = goodBody.replace("8711111111111", "card-4711");
    for (const change of [
      {},
      { event: "w" },
      { headers: { "content-type": "" } },
      { body: body.replace("sender", "x") },
    ]) {
      await receiver.receive(createRequest({ body, ...change }));
    }
    const text = JSON.stringify(lines);
    expect(lines.length).toBeGreaterThan(3);
    for (const hidden of [secret, sign(body, secret), "card-4711"]) expect(text).not.toContain(hidden);
  });
});

function createGate(): { promise: Promise<undefined>; resolve: (value: undefined) => void } {
  let resolve: (value: undefined) => void = () => undefined;
  return { promise: new Promise((open) => (resolve = open)), resolve: (value) => resolve(value) };
}
