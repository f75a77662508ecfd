import { expect, it } from "vitest";
import { answerPayment, openDesk } from "../desk.js";

const started = answerPayment(() => ({ started: true }));

it("on a real clock, polls take time and have the same times", async () => {
  // The clock runs from the start of the till.
  const begun = performance.now();
  const { till } = openDesk(started, { clock: "real", settings: { pollEvery: 100 } });
  await till.send("startExternalPayment", { amount: 12.5 });
  const polls = await till.wait(500);
  expect(performance.now() - begun).toBeGreaterThan(490);
  expect(polls.map(({ at }) => at)).toEqual([100, 200, 300, 400, 500]);
});

it("a till that is closed stops waiting", async () => {
  const { till } = openDesk(started, { clock: "real", settings: { pollEvery: 3_600_000 } });
  await till.send("startExternalPayment", { amount: 1 });
  const waiting = till.wait(7_200_000);
  await till.close();
  expect(await waiting).toEqual([]);
  await expect(till.send("startPayment")).rejects.toThrow("The till is closed.");
});
