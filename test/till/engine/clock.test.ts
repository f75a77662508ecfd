import { expect, it } from "vitest";
import type { Exchange, TillOptions } from "../../../generator/till/engine/till.js";
import { getAt } from "../../../generator/base/json.js";
import { setUpDesk, type Answerer } from "./server.js";

const startPayment: Answerer = (_, request) => ({
  externalPayment: {
    externalPaymentId: getAt(request, ["externalPayment", "externalPaymentId"]) ?? "",
    started: true,
  },
});

/** Polls a payment that never settles. Returns each request with its time, and the responses. */
async function poll(duration: number, options: Partial<TillOptions>): Promise<readonly unknown[]> {
  const { till, end } = await setUpDesk(startPayment, options);
  await till.send("startExternalPayment", { amount: 12.5 });
  await till.wait(duration);
  await till.close();
  await end();
  return till.transcript.map(withoutTimeOfDay);
}

/** The time of day when a till starts only affects its timestamps. */
const withoutTimeOfDay = ({ event, at, request, verdict }: Exchange): unknown => {
  const { event: { eventTimestamp: _, ...info } = {}, ...parts } = request as Record<
    string,
    Record<string, unknown>
  >;
  return { event, at, verdict, info, parts };
};

it("ten minutes of polling take no time on a virtual clock", async () => {
  const transcript = await poll(600_000, { clock: "virtual" });
  expect(transcript.length).toBe(301);
  expect(transcript.at(-1)).toMatchObject({ event: "pollExternalPayment", at: 600_000 });
});

it("a run in real time has the same transcript", async () => {
  const settings = { pollEvery: 20 };
  const [virtual, real] = await Promise.all([
    poll(400, { clock: "virtual", settings }),
    poll(400, { clock: "real", settings }),
  ]);
  expect(real.length).toBe(21);
  expect(real).toEqual(virtual);
});

it("a till that is closed stops waiting", async () => {
  const { till, end } = await setUpDesk(startPayment, { clock: "real", settings: { pollEvery: 3_600_000 } });
  await till.send("startExternalPayment", { amount: 1 });
  const waiting = till.wait(7_200_000);
  await till.close();
  expect(await waiting).toEqual([]);
  await expect(till.send("startPayment")).rejects.toThrow("The till is closed.");
  await end();
});
