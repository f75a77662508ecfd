import { afterEach, beforeEach, expect, it } from "vitest";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";
import { createTestReceiver, type Options } from "../fixture.js";

useVirtualTime();

// Node ends the process on an unhandled rejection, unless there is a listener.
let unhandled: unknown[] = [];
const note = (fault: unknown): void => void unhandled.push(fault);
let others: NodeJS.UnhandledRejectionListener[] = [];
beforeEach(() => {
  unhandled = [];
  others = process.listeners("unhandledRejection");
  process.removeAllListeners("unhandledRejection").on("unhandledRejection", note);
});
afterEach(() => {
  process.off("unhandledRejection", note);
  for (const other of others) process.on("unhandledRejection", other);
});

const fail = () => Promise.reject(new Error("the database is away"));
const answers: readonly (readonly [string, () => unknown])[] = [
  ["in a list", () => ({ message: [fail(), fail()] })],
  ["in a Map and a Set", () => ({ message: new Map([["a", new Set([fail()])]]), dialog: fail() })],
  ["in what contains itself", () => Object.assign([fail()] as unknown[], { self: answers })],
  ["in a longer list than is reported", () => ({ message: Array.from({ length: 150 }, fail) })],
  ["after a getter that throws", () => ({ get scanCode() { throw new Error("no"); }, message: fail() })], // prettier-ignore
  ["as the cause of an Error", () => ({ message: new Error("no", { cause: fail() }) })],
  ["in a function", () => ({ message: Object.assign(() => 0, { fail: fail() }) })],
  ["deep down", () => Array.from({ length: 1500 }).reduce((inner: unknown) => [inner], fail())],
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- whatever it is
  ["and thrown", () => { throw fail(); }], // prettier-ignore
  ["as the cause of what is thrown", () => { throw new Error("no", { cause: fail() }); }], // prettier-ignore
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- whatever it is
  ["as the reason of a rejection", () => Promise.reject(fail())],
];

it.each(answers)("promises that are rejected %s are one answer with status 500", async (_place, answer) => {
  const { send, lines } = createTestReceiver({ handlers: { scanCode: answer } as Options["handlers"] });
  expect((await send()).status).toBe(500);
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
  expect(lines).toHaveLength(1);
});

it("bytes, which may be millions, are not looked through for promises", async () => {
  const bytes = new Uint8Array(4);
  let isRead = false;
  Object.defineProperty(bytes, "part", { enumerable: true, get: () => (isRead = true) });
  const handlers = { scanCode: () => ({ message: bytes }) } as unknown as Options["handlers"];
  const { send, messages } = createTestReceiver({ handlers });
  expect((await send()).status).toBe(500);
  expect(messages()[0]).toContain("is not plain data");
  expect(isRead).toBe(false);
});

it("so are those in an answer that is too late, or gives way to a question", async () => {
  const late = async () => {
    await pause(20);
    return { message: [fail(), fail()] };
  };
  const asks = (context: { ask: { dialog: (dialog: object) => unknown } }) => {
    void context.ask.dialog({ dialogTitle: "Sure?", dialogOptions: [] });
    return { message: [fail(), fail()] };
  };
  for (const [scanCode, status] of [[late, 500] as const, [asks, 200] as const]) {
    const options = { handlers: { scanCode }, handlerTimeout: 10 } as unknown as Partial<Options>;
    const { send } = createTestReceiver(options);
    expect((await send()).status).toBe(status);
  }
  await pause(40);
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
});
