import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReceiver } from "../../../generated/receiver/index.js";
import type { WireRequest } from "../../conformance/wire-message.js";
import { eventOf, post, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { createLog, createStage, type Handler } from "../../conformance/stage.js";
import { fromSeed, happens, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";
import { deliver } from "../deliveries.js";
import { failure, hasErrorLine, nextNumber, useTargets } from "./tested-targets.js";
import { dialog } from "../random-handlers.js";
import { failing } from "./odd-handlers.js";
import { thrown } from "./odd-thrown.js";
import { createThrowingOptions, throwMade, type ThrowPoint, type Throw } from "./throwing-options.js";

const throwing: Throw = { point: undefined, make: () => undefined, isLater: false };
const written: unknown[] = [];
const { error: writeError } = console;

const bench = useTargets((stage, isDeduped) => createThrowingOptions(stage, throwing, isDeduped));
// The receiver writes here if the log fails.
beforeAll(() => void (console.error = (...line: unknown[]) => void written.push(line)));
afterAll(() => void (console.error = writeError));

describe("whatever is thrown", () => {
  it("by a handler is answered and signed, and is a line in the log", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 150, full: 1500 });
    const tally = await bench.tryAll(amount, () => {
      const [what, make] = oneOf(draw, Object.entries(thrown));
      const [way, createHandler] = oneOf(draw, Object.entries(failing));
      return {
        name: `${what}, ${way}`,
        event: "scanCode",
        request: () => good(nextNumber()),
        handler: createHandler(make),
        judge: (tested, { status }) =>
          (status === 500 && !hasErrorLine(tested) ? "not a line in the log" : undefined) ??
          (status === 500 ? undefined : "taken for an answer"),
      };
    });
    report("odd throws", { tried: amount });
    expect(tally.faults).toEqual([]);
  });

  it("by another function of the user is answered, and a line in the log", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 100, full: 500 });
    const tally = await bench.tryAll(amount, () => {
      const [what, make] = oneOf(draw, Object.entries(thrown));
      const [point, { request, status, ...more }] = oneOf(draw, Object.entries(throwCases));
      const isLater = happens(draw, 50);
      return {
        name: `${what} by ${point}${isLater ? ", later" : ""}`,
        event: "scanCode",
        request: () => {
          written.length = 0;
          Object.assign(throwing, { point, make, isLater });
          return request(nextNumber());
        },
        handler: more.handler,
        isUnsigned: point === "subscriptions",
        isFor: ({ isDeduped }) => isDeduped || !point.startsWith("dedupe"),
        judge: (tested, answer) => {
          throwing.point = undefined;
          if (answer.status !== status) return `status ${answer.status} and not ${status}`;
          // If the log fails, the line is in `written`.
          return (point === "log" ? written.length > 0 : hasErrorLine(tested))
            ? undefined
            : "not a line in the log";
        },
      };
    });
    report("odd throws beside handlers", { tried: amount });
    expect(tally.faults).toEqual([]);
  });

  it.each(Object.entries(thrown))("late, when the answer has gone: %s", async (_name, make) => {
    const stage = createStage();
    const receiver = createReceiver({
      subscriptions: { "shop-12": { secret } },
      handlers: {
        scanCode: () => throwMade(make),
        startSession: async ({ signal }) => {
          await new Promise((resolve) => signal.addEventListener("abort", resolve));
          throwMade(make);
        },
      },
      handlerTimeout: 5,
      onTimeout: { startSession: () => throwMade(make) },
      log: createLog(stage),
    });
    const late: Promise<unknown>[] = [];
    const waitUntil = (work: Promise<unknown>): void => void late.push(work);
    const body = scan({}, { eventBlocking: false });
    const early = await receiver.receive(deliver({ event: "scanCode", body, waitUntil }));
    expect(early).toMatchObject({ body: "{}" });
    await Promise.all(late);
    expect(stage.lines).toHaveLength(1);
    const answer = await receiver.receive(deliver({ event: "startSession", body: eventOf({}) }));
    expect(answer).toMatchObject({ status: 500, body: failure });
    // The timeout, the error in the answer's place, and the late error.
    expect(stage.lines.length).toBeGreaterThanOrEqual(3);
    expect(bench.fatal).toEqual([]);
  });
});

/** A request that makes the receiver call a user's function, with the expected answer. */
interface ThrowCase {
  readonly request: (eventCounter: number) => WireRequest;
  readonly handler?: Handler;
  readonly status: number;
}

const good = (eventCounter: number): WireRequest => post({ body: scan({ colour: "red" }, { eventCounter }) });

const chosen = (eventCounter: number): WireRequest =>
  post({ body: scan({ dialog: { selectedDialogOptionIds: [1] } }, { eventCounter }) });

const asks: Handler = async ({ ask }) => {
  await ask.dialog(dialog);
  return {};
};

const reported = { error: { code: "X", message: "x" }, original: eventOf({}) };

const throwCases: Readonly<Record<ThrowPoint, ThrowCase>> = {
  subscriptions: { request: good, status: 500 },
  onReceived: { request: good, status: 200 },
  onAnswered: { request: good, status: 200 },
  onUnknown: { request: good, status: 200 },
  onError: { request: () => post({ body: reported }), status: 500 },
  "dedupe.add": { request: good, status: 200 },
  "dedupe.set": { request: good, status: 200 },
  "dedupe.delete": { request: good, handler: () => ({ error: { code: "X", message: "x" } }), status: 400 },
  "conversations.add": { request: chosen, handler: asks, status: 500 },
  "conversations.set": { request: good, handler: asks, status: 500 },
  "conversations.delete": { request: chosen, handler: asks, status: 200 },
  log: { request: good, handler: () => throwMade(() => new Error("x")), status: 500 },
};
