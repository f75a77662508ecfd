import { runInNewContext } from "node:vm";
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

const create = (scanCode: unknown, more: object = {}) =>
  createTestReceiver({ handlers: { scanCode } as Options["handlers"], ...more });
const raise = (thrown: unknown): never => {
  throw thrown;
};

const contain = (list: unknown[]) => [list, list.push(list)];
const fail = () => Promise.reject(new Error("the database is away"));
it.each<readonly [string, () => unknown]>([
  ["in a list", () => ({ message: [fail(), fail()] })],
  ["in a Map and a Set", () => ({ message: new Map([["a", new Set([fail()])]]), dialog: fail() })],
  ["in another realm", () => ({ message: runInNewContext("[Promise.reject(new Error('no'))]") as unknown })],
  [
    "in a Map of another realm",
    () => ({ message: runInNewContext("new Map([[1, Promise.reject(new Error('no'))]])") as unknown }),
  ],
  ["in a list that contains itself", () => ({ message: contain([fail()]) })],
  ["in a longer list than is reported", () => ({ message: Array.from({ length: 150 }, fail) })],
  ["after a getter that throws", () => ({ get scanCode() { return raise(new Error("no")); }, message: fail() })], // prettier-ignore
  ["as the cause of an Error", () => ({ message: new Error("no", { cause: fail() }) })],
  ["in a function", () => ({ message: Object.assign(() => 0, { fail: fail() }) })],
  ["deep down", () => Array.from({ length: 1500 }).reduce((inner: unknown) => [inner], fail())],
  ["and thrown", () => raise(fail())],
  ["as the cause of a thrown Error", () => raise(new Error("no", { cause: fail() }))],
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- any value can be rejected
  ["as the reason of a rejection", () => Promise.reject(fail())],
])("promises that reject %s cause one answer with status 500", async (_place, answer) => {
  const { send, lines } = create(answer);
  expect((await send()).status).toBe(500);
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
  expect(lines).toHaveLength(1);
});

it("bytes, of which there may be millions, are not searched for promises", async () => {
  const bytes = new Uint8Array(4);
  let isRead = false;
  Object.defineProperty(bytes, "part", { enumerable: true, get: () => (isRead = true) });
  const { send, messages } = create(() => ({ message: bytes }));
  expect((await send()).status).toBe(500);
  expect(messages()[0]).toContain("is not plain data");
  expect(isRead).toBe(false);
});

const answerLate = async () => {
  await pause(20);
  return { message: [fail(), fail()] };
};
const ask = (context: { ask: { dialog: (dialog: object) => unknown } }) => {
  void context.ask.dialog({ dialogTitle: "Sure?", dialogOptions: [] });
  return { message: [fail(), fail()] };
};
it.each([
  ["is too late", answerLate, 500],
  ["is replaced by a question", ask, 200],
])("promises that reject in an answer that %s do not end the process", async (_name, scanCode, status) => {
  const { send } = create(scanCode, { handlerTimeout: 10 });
  expect((await send()).status).toBe(status);
  await pause(40);
  await new Promise(setImmediate);
  expect(unhandled).toEqual([]);
});
