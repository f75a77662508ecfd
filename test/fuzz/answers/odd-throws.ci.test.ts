import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createReceiver } from "../../../generated/receiver/index.js";
import type { WireAnswer, WireRequest } from "../../conformance/wire-message.js";
import { eventOf, post, scan } from "../../conformance/requests.js";
import { secret } from "../../conformance/signature.js";
import { createLog, createStage, type Handler } from "../../conformance/stage.js";
import { fromSeed, happens, oneOf } from "../../workbench/draw.js";
import { seed } from "../../workbench/seed.js";
import { scaleAmount, report } from "../amount.js";
import { deliver } from "../deliveries.js";
import {
  ask,
  failure,
  findFault,
  hasErrorLine,
  chooseTargets,
  nextNumber,
  stillAnswers,
  openTargets,
  watchProcess,
  type TestedTarget,
} from "./tested-targets.js";
import { dialog } from "../random-handlers.js";
import { failing, looksLikeEndOfRound } from "./odd-handlers.js";
import { thrown } from "./odd-thrown.js";
import {
  createThrowingOptions,
  throwPoints,
  throwMade,
  type ThrowPoint,
  type Throw,
} from "./throwing-options.js";

/** More of them would say no more. */
const mostFaults = 10;

const throwing: Throw = { point: undefined, make: () => undefined, isLater: false };
const watch = watchProcess();
const written: unknown[] = [];
const { error: writeError } = console;
let testedTargets: readonly TestedTarget[] = [];

beforeAll(async () => {
  testedTargets = await openTargets((stage, isDeduped) => createThrowingOptions(stage, throwing, isDeduped));
  // Where the log fails, this is where the line goes.
  console.error = (...line: unknown[]) => void written.push(line);
});
afterAll(async () => {
  console.error = writeError;
  watch.stop();
  for (const { opened } of testedTargets) await opened.end();
});

describe("whatever is thrown", () => {
  it("by a handler is answered and signed, and is a line in the log", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 150, full: 1500 });
    const faults: object[] = [];
    for (let turn = 0; turn < amount && faults.length < mostFaults; turn++) {
      const [what, make] = oneOf(draw, Object.entries(thrown));
      const [way, createHandler] = oneOf(draw, Object.entries(failing));
      const isRound = looksLikeEndOfRound.has(what) && way === "when its question ends the round";
      for (const tested of chooseTargets(testedTargets, turn)) {
        tested.stage.lines.length = 0;
        tested.stage.handler = createHandler(make);
        const answer = await ask(tested, post({ body: scan({}, { eventCounter: nextNumber() }) }));
        const fault =
          findFault("scanCode", answer) ??
          (answer.status === 500 && !hasErrorLine(tested) ? "not a line in the log" : undefined) ??
          (answer.status === (isRound ? 200 : 500) ? undefined : "taken for an answer") ??
          ((await stillAnswers(tested)) ? watch.faults.splice(0)[0] : "the next one gets no answer");
        if (fault !== undefined) faults.push({ fault, name: tested.name, what, way, answer });
      }
    }
    report("odd throws", { tried: amount });
    expect(faults).toEqual([]);
  });

  it("by another function of the user is answered, and a line in the log", async () => {
    const draw = fromSeed(seed);
    const amount = scaleAmount({ suite: 100, full: 500 });
    const faults: object[] = [];
    for (let turn = 0; turn < amount && faults.length < mostFaults; turn++) {
      const [what, make] = oneOf(draw, Object.entries(thrown));
      const point = oneOf(draw, throwPoints);
      const { request, handler, status, isSigned = true } = throwCases[point];
      for (const tested of chooseTargets(testedTargets, turn)) {
        if (point.startsWith("dedupe") && !tested.isDeduped) continue;
        tested.stage.lines.length = written.length = 0;
        tested.stage.handler = handler;
        Object.assign(throwing, { point, make, isLater: happens(draw, 50) });
        const answer = await ask(tested, request(nextNumber()));
        throwing.point = undefined;
        // Where the log fails, the line goes elsewhere.
        const isLogged = point === "log" ? written.length > 0 : hasErrorLine(tested);
        const fault =
          (isSigned ? findFault("scanCode", answer) : findUnsigned(answer)) ??
          (answer.status === status ? undefined : `status ${answer.status} and not ${status}`) ??
          (isLogged ? undefined : "not a line in the log") ??
          ((await stillAnswers(tested)) ? watch.faults.splice(0)[0] : "the next one gets no answer");
        const { isLater } = throwing;
        if (fault !== undefined) faults.push({ fault, name: tested.name, what, point, isLater, answer });
      }
    }
    report("odd throws beside handlers", { tried: amount });
    expect(faults).toEqual([]);
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
    expect(await receiver.receive(deliver({ event: "scanCode", body, waitUntil }))).toMatchObject({
      body: "{}",
    });
    await Promise.all(late);
    expect(stage.lines).toHaveLength(1);
    const answer = await receiver.receive(deliver({ event: "startSession", body: eventOf({}) }));
    expect(answer).toMatchObject({ status: 500, body: failure });
    // The time that was over, what stood in for it, and what came too late.
    expect(stage.lines.length).toBeGreaterThanOrEqual(3);
    expect(watch.faults).toEqual([]);
  });
});

/** A request that makes the receiver call a function of the user, and the answer that must come back. */
interface ThrowCase {
  readonly request: (eventCounter: number) => WireRequest;
  readonly handler?: Handler;
  readonly status: number;
  readonly isSigned?: boolean;
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
  subscriptions: { request: good, status: 500, isSigned: false },
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

const findUnsigned = ({ headers, body }: WireAnswer): string | undefined =>
  headers["x-mplus-signature"] === undefined && body === failure ? undefined : "not what a stranger is told";
