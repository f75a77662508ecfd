import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { carryTo, quiet, type Handlers } from "../desk.js";
import { explore } from "./exploring.js";

beforeEach(() => void vi.useFakeTimers({ toFake: ["performance"] }));
afterEach(() => void vi.useRealTimers());

const handlers: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };

/** A receiver that takes a second for each answer, and fails once. Lists the tills that called, in their order. */
function createSlowReceiver(failing: number) {
  const tills: string[] = [];
  const answer = carryTo(handlers, { log: quiet });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const sent = new Request(input, init);
    const request = (await sent.clone().json()) as JsonObject;
    tills.push(JSON.stringify(getAt(request, ["sender", "instanceId"])));
    vi.advanceTimersByTime(1000);
    return tills.length === failing ? new Response("", { status: 503 }) : answer(sent);
  };
  return { tills, fetch };
}

it("an exploration ends with its time, and says what is open then", async () => {
  const { tills, fetch } = createSlowReceiver(-1);
  const { found, open } = await explore(fetch, { time: 185_000, maxWalks: Infinity });
  expect([found, tills.length]).toEqual([[], 185]);
  expect(open).toMatchObject([{ kind: "payment", event: "pollExternalPayment" }]);
});

it("a failure is made smaller for a fifth of the time", async () => {
  const failing = 61;
  const { tills, fetch } = createSlowReceiver(failing);
  const { found } = await explore(fetch, { time: 150_000, maxWalks: Infinity, maxFound: 1 });
  expect(found).toHaveLength(1);
  // The first till found it, and the last one plays the scenario.
  const count = tills
    .slice(failing)
    .filter((till) => ![tills[failing - 1], tills.at(-1)].includes(till)).length;
  expect(count).toBeGreaterThan(10);
  expect(count).toBeLessThanOrEqual(31);
});
