import { expect, it } from "vitest";
import { answerPayment, openDesk } from "../desk.js";

const started = answerPayment(() => ({ started: true }));

it("ten minutes of polling take no time on a virtual clock, and each poll is at its time", async () => {
  const { till } = openDesk(started);
  await till.send("startExternalPayment", { amount: 12.5 });
  await till.wait(600_000);
  expect(till.transcript.length).toBe(301);
  expect(till.transcript.at(-1)).toMatchObject({ event: "pollExternalPayment", at: 600_000 });
});

it("on a real clock, polls take time and have the same times", async () => {
  const { till } = openDesk(started, { clock: "real", settings: { pollEvery: 20 } });
  await till.send("startExternalPayment", { amount: 12.5 });
  const begun = performance.now();
  const polls = await till.wait(100);
  expect(performance.now() - begun).toBeGreaterThan(60);
  expect(polls.map(({ at }) => at)).toEqual([20, 40, 60, 80, 100]);
});

it("a till that is closed stops waiting", async () => {
  const { till } = openDesk(started, { clock: "real", settings: { pollEvery: 3_600_000 } });
  await till.send("startExternalPayment", { amount: 1 });
  const waiting = till.wait(7_200_000);
  await till.close();
  expect(await waiting).toEqual([]);
  await expect(till.send("startPayment")).rejects.toThrow("The till is closed.");
});
