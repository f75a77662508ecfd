import { expect, it } from "vitest";
import { createRequest, createTestReceiver, type Options, type ScanCode } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type Context = Parameters<ScanCode>[0];

const client = (): AbortSignal => new AbortController().signal;

/** Passes the context to `use`, and resolves to its result once the handler has ended. */
async function run<T>(
  use: (context: Context) => T | Promise<T>,
  options: Partial<Options> = {},
  signal = client(),
) {
  let used: Promise<T> | undefined;
  const scanCode: ScanCode = async (context) => {
    used = Promise.resolve(use(context));
    await used;
  };
  const { receiver } = createTestReceiver({ handlers: { scanCode }, ...options });
  const { status } = await receiver.receive(createRequest({ signal }));
  return { status, result: (await used) as T };
}

const timed = { handlerTimeout: 10 };
const exceeded = new Error("the handler exceeded 10 ms");

it.each<[string, Partial<Options>]>([
  ["without a time limit", {}],
  ["with one", timed],
])("a handler's signal is a property of its context, and the same each time, %s", async (_name, options) => {
  const { result } = await run((context) => [context.signal, context.signal, { ...context }.signal, Object.keys(context)], options); // prettier-ignore
  const [first, ...others] = result;
  expect(first).toBeInstanceOf(AbortSignal);
  expect(others.slice(0, 2).every((each) => each === first)).toBe(true);
  expect(others[2]).toContain("signal");
  expect((first as AbortSignal).aborted).toBe(false);
});

it.each<[string, use: (context: Context) => unknown]>([
  ["aborts at the time limit", async (context) => { const { signal } = context; await pause(20); return signal; }], // prettier-ignore
  ["is aborted if it is first read after the time limit", async (context) => { await pause(20); return context.signal; }], // prettier-ignore
  ["is aborted in a copy, too", async (context) => { const copy = { ...context }; await pause(20); return copy.signal; }], // prettier-ignore
])("a handler's signal %s, with the reason", async (_name, use) => {
  const { status, result } = await run(use, timed);
  expect(status).toBe(500);
  expect(result).toMatchObject({ aborted: true, reason: exceeded });
});

it("onTimeout has a signal of its own, which is not aborted", async () => {
  let aborted: boolean | undefined;
  const onTimeout = { scanCode: ({ signal }: Context) => void (aborted = signal.aborted) };
  expect((await run(() => pause(20), { ...timed, onTimeout })).status).toBe(200);
  expect(aborted).toBe(false);
});

const gone = new Error("the client is gone");
it.each<[string, Partial<Options>, isEarly: boolean]>([
  ["without a time limit", {}, false],
  ["with a time limit", { handlerTimeout: 1000 }, false],
  ["before it is first read, without a time limit", {}, true],
  ["before it is first read, with a time limit", { handlerTimeout: 1000 }, true],
])("a handler's signal aborts when the client goes, %s", async (_name, options, isEarly) => {
  const leaving = new AbortController();
  const use = (context: Context) => {
    if (isEarly) leaving.abort(gone);
    const { signal } = context;
    leaving.abort(gone);
    return [signal.aborted, signal.reason as unknown];
  };
  expect((await run(use, options, leaving.signal)).result).toEqual([true, gone]);
});

it("a client that goes after the answer aborts no signal of a handler with a time limit", async () => {
  const leaving = new AbortController();
  const { result } = await run(({ signal }) => [signal], timed, leaving.signal);
  leaving.abort(gone);
  expect(result[0]?.aborted).toBe(false);
});
