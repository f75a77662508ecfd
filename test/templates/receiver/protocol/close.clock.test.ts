import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { bodyWith, createRequest, createTestReceiver, type Change, type ScanCode } from "../fixture.js";

// All that Vitest replaces by default, and no timer fires by itself.
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const unawaited = bodyWith({ event: { eventBlocking: false } });

/** A handler that ends when the test says so. */
function createHeld() {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  const scanCode: ScanCode = () => held;
  return { scanCode, release };
}

it("close() resolves without a request, as often as it is called", async () => {
  const { receiver } = createTestReceiver();
  await Promise.all([receiver.close(), receiver.close()]);
  await receiver.close();
});

it.each<[string, Change, object]>([
  ["with requests in flight", {}, {}],
  ["with requests in flight that have a time limit", {}, { handlerTimeout: 1000 }],
  ["with the work of a request that was answered", { body: unawaited, waitUntil: () => undefined }, {}],
])("close() resolves under fake timers %s, and not before they end", async (_name, change, options) => {
  const { scanCode, release } = createHeld();
  const { receiver } = createTestReceiver({ handlers: { scanCode }, ...options });
  const answers = [receiver.receive(createRequest(change)), receiver.receive(createRequest(change))];
  if (change.body) await Promise.all(answers);
  let closed = 0;
  const closing = [1, 2].map(() => receiver.close().then(() => (closed += 1)));
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
  expect(closed).toBe(0);
  release();
  await Promise.all(closing);
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
});

it("close() resolves while a handler is late, once that handler ends", async () => {
  const { scanCode, release } = createHeld();
  const { receiver } = createTestReceiver({ handlers: { scanCode }, handlerTimeout: 1000 });
  const answering = receiver.receive(createRequest());
  await vi.advanceTimersByTimeAsync(1000);
  expect((await answering).status).toBe(500);
  const closing = receiver.close();
  release();
  await closing;
});
