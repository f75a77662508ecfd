import { describe, expect, it } from "vitest";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import {
  bodyWith,
  createRequest,
  createTestReceiver,
  type Options,
  otherSecret,
  secret,
  signedHeaders,
} from "../fixture.js";

useVirtualTime();

const notAwaited = { event: { eventBlocking: false } };
const answer = () => ({ scanCode: { recognized: true }, message: [] });
const said =
  "the answer of the scanCode handler was not sent (scanCode, message), because the till does not wait for this event; " +
  "switch on Blocking for it in the webhook settings of the back office";

async function listWarnings(options: Partial<Options>, bodies: readonly object[]): Promise<string[]> {
  const { send, lines } = createTestReceiver(options);
  for (const body of bodies) {
    await send({ body: bodyWith(body), waitUntil: () => undefined });
    await pause(10);
  }
  return lines.filter(([level]) => level !== "debug").map(([level, , message]) => `${level}: ${message}`);
}

describe("an answer that the till does not get", () => {
  it.each<[string, Partial<Options>, readonly object[], readonly string[]]>([
    ["is reported", { handlers: { scanCode: answer } }, [notAwaited], [`warn: ${said}`]],
    ["is reported once", { handlers: { scanCode: answer } }, [notAwaited, notAwaited], [`warn: ${said}`]],
    ["is not reported if it is empty", { handlers: { scanCode: () => ({}) } }, [notAwaited], []],
    ["is not reported if there is none", { handlers: { scanCode: () => undefined } }, [notAwaited], []],
    ["is sent to a till that waits", { handlers: { scanCode: answer } }, [{}], []],
    [
      "is sent with nonBlocking: wait",
      { handlers: { scanCode: answer }, nonBlocking: "wait" },
      [notAwaited],
      [],
    ],
    [
      "is reported for a queued handler, which JavaScript lets answer",
      { handlers: {}, queued: { scanCode: answer } as never },
      [{}, notAwaited],
      [
        "warn: the answer of the scanCode handler was not sent (scanCode, message), because queued handlers run after the answer; " +
          "return it from handlers instead",
      ],
    ],
  ])("%s", async (_name, options, bodies, want) => {
    expect(await listWarnings(options, bodies)).toEqual(want);
  });

  it("is sent and reported where nothing can run after the answer, as in Lambda", async () => {
    const { send, messages } = createTestReceiver({ handlers: { scanCode: answer } });
    expect(await send({ body: bodyWith(notAwaited) })).toMatchObject({ status: 200, body: answer() });
    expect(messages()).toEqual([said.replace("was not sent", "may not be read")]);
  });

  it("is reported for each subscription, with the parts as a field", async () => {
    const subscriptions = { "shop-12": { secret }, "shop-13": { secret: otherSecret } };
    const { send, receiver, lines } = createTestReceiver({ subscriptions, handlers: { scanCode: answer } });
    const body = bodyWith(notAwaited);
    await send({ body, waitUntil: () => undefined });
    const headers = { ...signedHeaders(body, otherSecret), "x-mplus-subscription-id": "shop-13" };
    await receiver.receive(createRequest({ body, headers, waitUntil: () => undefined }));
    await pause(10);
    expect(lines.map(([, fields]) => fields)).toEqual(
      ["shop-12", "shop-13"].map((subscriptionId) => ({
        eventName: "scanCode",
        subscriptionId,
        parts: ["scanCode", "message"],
      })),
    );
  });
});
