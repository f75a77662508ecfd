import { afterEach, expect, it, vi } from "vitest";
import { createRequest, createTestReceiver, type Options, type ScanCode } from "../fixture.js";

type Context = Parameters<ScanCode>[0];

const timed = { handlerTimeout: 10_000 };

afterEach(() => void vi.unstubAllGlobals());
it.each<[string, use: (context: Context) => unknown, Partial<Options>, made: number]>([
  ["none if nobody reads it", () => undefined, {}, 0],
  ["none if nobody reads it, with a time limit", () => undefined, timed, 0],
  ["none without a time limit, as the client has one", ({ signal }) => signal, {}, 0],
  ["one however often it is read", (context) => [context.signal, context.signal], timed, 1],
])("for a handler's signal, a receiver makes %s", async (_name, use, options, made) => {
  const [{ signal }, Real] = [new AbortController(), AbortController];
  let count = 0;
  class Counted extends Real {
    constructor() {
      super();
      count += 1;
    }
  }
  vi.stubGlobal("AbortController", Counted);
  const scanCode: ScanCode = (context) => void use(context);
  const { receiver } = createTestReceiver({ handlers: { scanCode }, ...options });
  expect((await receiver.receive(createRequest({ signal }))).status).toBe(200);
  expect(count).toBe(made);
});
