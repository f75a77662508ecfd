import { describe, expect, it } from "vitest";
import { readRules } from "../../../../templates/copied/validators/rules.js";
import type { Fleet } from "../../../../templates/copied/validators/table.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import { createTestReceiver, type Options, otherSecret, secret, table } from "../fixture.js";

useVirtualTime();

type Subscription = Readonly<{ secret: string | readonly string[]; version?: string }>;
const subscribe = (subscription: Subscription) => ({ subscriptions: { "shop-12": subscription } });
const release = (version: string) => subscribe({ secret, version });

const outside = (version: string) =>
  `the version "${version}" is outside the releases that this code was generated for (48 to 59.3.2).`;
const noEvent = (place: string) =>
  `${place}: unknown event; the events are scanCode, completeSession, backgroundPoll, startExternalPayment.`;

describe("at start, the receiver", () => {
  it.each<readonly [object, string]>([
    [subscribe({ secret: [secret, "AAAA"] }), "secret 2 of 2 decodes to 3 bytes; at least 16 are needed."],
    [release("47.9"), outside("47.9")],
    [release("latest"), 'the version "latest" is not a release such as "59.3" or "v59.3.2".'],
    [{ handlers: { scancode: () => ({}) } }, noEvent("handlers.scancode")],
    [{ queued: { scancode: () => undefined } }, noEvent("queued.scancode")],
    [{ handlers: { scanCode: 1 } }, "handlers.scanCode must be a function."],
    [
      { queued: { scanCode: () => undefined } },
      "queued needs the option inbox, which stores the events for a worker.",
    ],
    [{ healthCheck: "scanCode" }, "healthCheck must not be the name of an event: scanCode."],
    [{ healthCheck: "a/b" }, "healthCheck must be a single path segment, such as health."],
    [subscribe({ secret: "", version: "12" }), outside("12")],
    [subscribe({ secret: 5 as never }), "the secret must be a string."],
    [{ bodyLimit: NaN }, "bodyLimit must be a whole number of 1 or more."],
    [{ bodyTimeout: Infinity }, "bodyTimeout must be a whole number from 1 to 2147483647."],
  ])("refuses %j", (options, message) => {
    const place = "subscriptions" in options ? 'Subscription "shop-12": ' : "";
    expect(() => createTestReceiver(options)).toThrow(new Error(`${place}${message}`));
  });

  const open: Fleet = { label: "the first to the latest", spans: [[null, null]] };
  const gapped: Fleet = {
    label: "48 and 59",
    spans: [
      ["48", "48.3"],
      ["59", "59.1"],
    ],
  };
  it.each<[string, Fleet, within: string[], without: string[]]>([
    ["48 to 59.3.2", table.fleet, ["48", "v48.0.0", "59.3.2", "59.3", "50.11"], []],
    ["an unbounded fleet", open, ["1", "999"], []],
    ["a fleet with gaps", gapped, ["48", "48.2.9", "v59", "59.0.1"], ["47", "48.3", "56", "59.1"]],
  ])("accepts only releases of %s", (_name, fleet, within, without) => {
    const changes = { rules: readRules({ ...table, fleet }) };
    for (const version of within) expect(() => createTestReceiver(release(version), changes)).not.toThrow();
    for (const version of without)
      expect(() => createTestReceiver(release(version), changes)).toThrow("(48 and 59)");
  });

  it("warns of a secret that is shorter than the vendor's own", () => {
    const { lines } = createTestReceiver(subscribe({ secret: Buffer.alloc(16, 1).toString("base64") }));
    const message: unknown = expect.stringContaining("24 bytes");
    expect(lines).toMatchObject([["warn", { subscriptionId: "shop-12" }, message]]);
  });
});

describe("a missing secret, as in a build,", () => {
  const empty = "the secret is empty; set its environment variable";
  it.each<[string, Options["subscriptions"], reason: string]>([
    ["a record", { "shop-12": { secret: "" } }, empty],
    ["a list", { "shop-12": { secret: [secret, ""] } }, empty.replace("the secret", "secret 2 of 2")],
    ["an empty list", { "shop-12": { secret: [] } }, "the list of secrets is empty"],
    ["a shared id", { "shop-12": [{ secret: otherSecret }, { secret: "" }] }, empty],
    ["the result of a function", () => ({ secret: "" }), empty],
  ])(
    "in %s fails requests, not the start, and is logged once a minute",
    async (_name, subscriptions, reason) => {
      const { send, lines } = createTestReceiver({ subscriptions });
      expect(lines).toEqual([]);
      for (const seconds of [50, 10, 50, 10, 50, 10]) {
        expect((await send({}, false)).status).toBe(500);
        await pause(seconds * 1000);
      }
      const line = ["error", `subscription unavailable: Subscription "shop-12": ${reason}.`];
      expect(lines.map(([level, , message]) => [level, message])).toEqual([line, line, line]);
    },
  );

  it("does not affect other subscriptions", async () => {
    const subscriptions = { "shop-11": { secret: "" }, "shop-12": { secret } };
    expect((await createTestReceiver({ subscriptions }).send()).status).toBe(200);
  });
});

it("the log warns of a POS whose URL is wrong, but not of any stray request", async () => {
  const { send, lines } = createTestReceiver();
  await send({ event: "mplus/scanCode" });
  await send({ event: "wp-admin", headers: { "x-mplus-subscription-id": "" } });
  expect(lines.map(([level, { status }]) => `${level} ${String(status)}`)).toEqual(["warn 404", "debug 404"]);
});
