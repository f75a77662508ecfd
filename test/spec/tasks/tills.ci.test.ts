import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Json, JsonObject } from "../../../generator/base/json.js";
import type { Till } from "../../../generator/till/engine/till-types.js";
import { findFreePort } from "../../workbench/servers/free-port.js";
import {
  answerOf,
  makeTasksFolder,
  objectOf,
  patience,
  startTask,
  type Change,
  type RunningTask,
} from "./program.js";

let folder: Awaited<ReturnType<typeof makeTasksFolder>>;
beforeAll(async () => {
  folder = await makeTasksFolder();
});
afterAll(() => folder.remove());

async function start(name: string, options?: Parameters<typeof startTask>[2]): Promise<RunningTask> {
  const task = await startTask(folder.path, name, options);
  onTestFinished(() => task.end());
  return task;
}

const card = "2900004815168";
const coupon = "ZEEP3-7Q2K";
const ofMember = { session: { relation: { relationNumber: 20517 } } };
const article = (price: number, more: JsonObject = {}): JsonObject => ({
  line: { articleNumber: 501, text: "Tulips", priceIncl: price, ...more },
});
const paying = (...amounts: readonly number[]): JsonObject => ({
  completeSession: { payments: amounts.map((amount) => ({ amount })) },
});

/** Changes the requests of an event. */
const inEvent =
  (name: string, change: (request: Record<string, Json>) => void): Change =>
  (request, event) => {
    if (event === name) change(request);
  };

/** Sets the id of the session where it is completed; undefined removes it. */
const completedAs = (id: Json | undefined): Change =>
  inEvent("completeSession", (request) => {
    const session = objectOf(request, "session");
    if (id === undefined) delete session["sessionId"];
    else session["sessionId"] = id;
  });

/** Sends a completeSession of an open session that has earlier payments. */
const payAgain = (till: Till, sessionId: string, before: readonly number[], amount: number) =>
  till.send("completeSession", {
    session: { sessionId, payments: before.map((each) => ({ amount: each })) },
    ...paying(amount),
  });

/** The numbers on a receipt: the points of the sale, and the member's total. */
function pointsOf(till: Till): readonly number[] {
  const text = JSON.stringify(answerOf(till)["receiptFooter"] ?? "");
  return [...text.matchAll(/: (-?\d+)/g)].map(([, number]) => Number(number));
}

describe("loyalty", () => {
  let task: RunningTask;
  beforeAll(async () => {
    task = await startTask(folder.path, "loyalty");
  });
  afterAll(() => task.end());

  /** As the till shows them after a scan. */
  async function readBalance(): Promise<number> {
    const till = task.openTill();
    await till.scan(card);
    const balance = Number(/: (-?\d+) points/.exec(JSON.stringify(answerOf(till)))?.[1]);
    await till.send("cancelSession");
    return balance;
  }

  const ids = { filled: "filled", empty: "", null: null, absent: undefined } as const;

  /** Where the till names the payments and the session. Each value is beside each other one at least once. */
  const cases = [
    { way: "one event", all: "filled", part: "filled", id: "filled" },
    { way: "an event for each part", all: "empty", part: "filled", id: "absent" },
    { way: "an event for each part", all: "absent", part: "filled", id: "null" },
    { way: "an event for each part", all: "filled", part: "absent", id: "empty" },
    { way: "one event", all: "filled", part: "empty", id: "absent" },
    { way: "one event", all: "empty", part: "empty", id: "filled" },
    { way: "one event", all: "absent", part: "empty", id: "null" },
    { way: "an event for each part", all: "absent", part: "absent", id: "empty" },
  ] as const;

  const sendingAs =
    ({ all, part, id }: Omit<(typeof cases)[number], "way">): Change =>
    (request, event) => {
      const session = objectOf(request, "session");
      delete session["relation"];
      if (event !== "completeSession") return;
      if (id !== "filled") completedAs(ids[id])(request, event);
      if (all === "empty") session["payments"] = [];
      if (all === "absent") delete session["payments"];
      if (part === "empty") request["completeSession"] = { payments: [] };
      if (part === "absent") delete request["completeSession"];
    };

  it.each(cases)(
    "a split payment in $way, session.payments $all, completeSession.payments $part, the id $id",
    async ({ way, ...how }) => {
      const before = await readBalance();
      const countUnknown = () => task.complaints().filter((line) => line.includes("No payment")).length;
      const unknown = countUnknown();
      const till = task.openTill({}, sendingAs(how));
      await till.send("startSession");
      await till.scan(card);
      await till.send("addSessionLine", article(20));
      await till.send("startPayment");
      const { sessionId } = till.session;
      // Repeated events count once.
      await till.send("completeSession", way === "one event" ? paying(8, 11) : paying(8), "twice");
      if (way !== "one event") await payAgain(till, sessionId, [8], 11);
      const isTold = how.all === "filled" || how.part === "filled";
      expect(pointsOf(till)).toEqual(isTold ? [19, before + 19] : [0, before]);
      expect(await readBalance()).toBe(before + (isTold ? 19 : 0));
      // Points of an unknown member are reported.
      await vi.waitFor(() => expect(countUnknown() > unknown).toBe(!isTold), patience);
    },
  );

  it("counts prepayments, and an event again that comes with another number, once", async () => {
    const till = task.openTill();
    await till.scan(card);
    await till.send("addSessionLine", article(20));
    const { sessionId } = till.session;
    await payAgain(till, sessionId, [5], 14);
    const [, balance] = pointsOf(till);
    await payAgain(till, sessionId, [5], 14);
    expect(pointsOf(till)).toEqual([19, balance]);
  });

  it("a payment without an id is that of the sale that its till told of last, and of no other", async () => {
    const change: Change = (request, event) => {
      delete objectOf(request, "session")["relation"];
      completedAs("")(request, event);
    };
    const [member, stranger] = [task.openTill({}, change), task.openTill({}, change)];
    await member.send("startSession");
    await member.scan(card);
    await stranger.send("addSessionLine", article(7));
    await stranger.send("completeSession");
    expect(answerOf(stranger)).toEqual({});
    await member.send("startPayment");
    await member.send("completeSession", paying(3));
    expect(pointsOf(member)[0]).toBe(3);
    // The next customer at the same till has no card.
    await member.send("startSession");
    await member.send("addSessionLine", article(7));
    await member.send("completeSession", paying(7));
    expect(answerOf(member)).toEqual({});
  });

  it("a merged sale keeps its member, whichever sale goes on", async () => {
    const till = task.openTill();
    await till.scan(card);
    const other = randomUUID();
    await till.send("mergeSession", { mergeWithSessionId: other });
    const session = { sessionId: other };
    await vi.waitFor(async () => {
      await till.send("addSessionLine", { session, ...article(4) });
      expect(answerOf(till)).toMatchObject({ lineChanges: [{}] });
    }, patience);
    await till.send("completeSession", { session, ...paying(6) });
    expect(pointsOf(till)[0]).toBe(6);
  });

  it("a credited sale takes its points back, once", async () => {
    const before = await readBalance();
    const till = task.openTill();
    await till.scan(card);
    await till.send("addSessionLine", article(10));
    await till.send("completeSession", paying(10));
    expect(await readBalance()).toBe(before + 10);
    await till.send("creditSession", {}, "twice");
    await vi.waitFor(async () => expect(await readBalance()).toBe(before), patience);
    await till.send("creditSession");
    await till.send("startSession");
    expect(await readBalance()).toBe(before);
  });

  it("discounts the lines so far when the customer is selected, and nothing of a customer who has gone", async () => {
    const till = task.openTill();
    await till.send("addSessionLine", article(10));
    await till.send("addSessionLine", { line: { text: "With a card" } });
    await till.send("addSessionLine", article(10, { quantity: -1 }));
    await till.send("addSessionLine", article(10, { discountAmount: 1 }));
    await till.send("selectRelation", { relation: { relationNumber: 20517 } });
    const five: unknown = expect.objectContaining({ discountPercentage: 5 });
    const discounts = till.session.lines.map(({ externalDiscount }) => externalDiscount);
    expect(discounts).toEqual([five, undefined, undefined, undefined]);
    await till.send("selectRelation", { relation: null });
    await till.send("addSessionLine", article(10));
    expect(answerOf(till)).toEqual({});
    await till.scan(card);
    await till.send("cancelSession");
    await till.send("addSessionLine", article(10, { lineId: randomUUID() }));
    expect(answerOf(till)).toEqual({});
  });

  it("an event counts once, however late it comes again", async () => {
    const fresh = await start("loyalty");
    let first: JsonObject | undefined;
    let branch = 0;
    const change = inEvent("completeSession", (request) => {
      request["event"] = first ??= objectOf(request, "event");
      const session = objectOf(request, "session");
      session["sessionId"] = "9f1c5f0e-4a53-4f0a-9a3e-0b6d3c1f7a55";
      delete session["payments"];
      // Imitates a receiver that has forgotten the first event: from a different till, the event counts as new.
      objectOf(request, "sender")["branchNumber"] = ++branch;
    });
    const till = fresh.openTill({}, change);
    for (let times = 0; times < 2; times += 1) {
      await till.send("completeSession", { ...ofMember, ...paying(12) });
      expect(pointsOf(till)).toEqual([12, 130]);
    }
  });

  it("after a restart, the customer of the session is the member", async () => {
    const fresh = await start("loyalty");
    const till = fresh.openTill({}, completedAs(""));
    await till.send("completeSession", { ...ofMember, ...paying(12) });
    expect(pointsOf(till)).toEqual([12, 130]);
    const stranger = fresh.openTill({}, (request) => void (objectOf(request, "session")["sessionId"] = ""));
    await stranger.send("completeSession", paying(12));
    expect(answerOf(stranger)).toEqual({});
    await vi.waitFor(() => expect(fresh.complaints().length).toBe(2), patience);
  });
});

describe("payment", () => {
  const startPaying = async (till: Till): Promise<string> => {
    await till.send("addSessionLine", article(7.5));
    await till.send("startPayment");
    await till.send("startExternalPayment", { method: "QR" });
    expect(answerOf(till)).toMatchObject({ externalPayment: { started: true } });
    const id = objectOf(till.transcript.at(-1)?.request ?? {}, "externalPayment")["externalPaymentId"];
    if (typeof id !== "string") throw new Error("The payment has no id.");
    return id;
  };
  const eventsOf = (till: Till, from = 0): readonly string[] =>
    till.transcript.slice(from).map(({ event }) => event);

  it("after a restart, the staff are out in two requests, and read what to look at", async () => {
    const port = await findFreePort();
    const before = await startTask(folder.path, "payment", { port, without: "PAID_AFTER" });
    const till = before.openTill();
    onTestFinished(() => till.close());
    try {
      await startPaying(till);
    } finally {
      // The till keeps running: it belongs to the shop.
      await before.stop();
    }
    const task = await start("payment", { port, without: "PAID_AFTER" });
    await till.wait(2000);
    expect(answerOf(till)).toMatchObject({
      externalPayment: { message: "Not known here: cancel, and see if it was paid" },
    });
    const asked = till.transcript.length;
    await till.cancel();
    await till.wait(60_000);
    expect(eventsOf(till, asked)).toEqual(["requestCancelExternalPayment", "cancelExternalPayment"]);
    expect([till.pending, till.session.payments]).toEqual([[], []]);
    await vi.waitFor(
      () =>
        expect(task.complaints()).toEqual([
          expect.stringContaining("Called off, and not known: see at your provider if it was paid"),
        ]),
      patience,
    );
  });

  it("ends with the first outcome, whatever comes later", async () => {
    const task = await start("payment", { without: "PAID_AFTER" });
    const paid = task.openTill();
    const first = await startPaying(paid);
    await paid.wait(2000);
    expect(answerOf(paid)).toMatchObject({ externalPayment: { message: "Waiting for the customer" } });
    await task.type(`paid ${first}`);
    await task.type(`failed ${first}`);
    await paid.cancel();
    expect(answerOf(paid)).toMatchObject({ externalPayment: { confirmed: true } });
    expect(paid.session.payments).toMatchObject([{ amount: 7.5 }]);
    await paid.wait(10_000);
    expect([paid.pending, paid.session.payments.length]).toEqual([[], 1]);

    const left = task.openTill();
    const second = await startPaying(left);
    await left.cancel();
    await task.type(`paid ${second}`);
    await left.wait(10_000);
    expect([left.pending, left.session.payments]).toEqual([[], []]);
    const complaint = `Paid after it was cancelled: ${second}`;
    await vi.waitFor(() => expect(task.complaints()).toEqual([complaint]), patience);

    const failed = task.openTill();
    await task.type(`failed ${await startPaying(failed)}`);
    await failed.wait(10_000);
    expect([failed.pending, failed.session.payments]).toEqual([[], []]);
  });

  it("starts a payment once, and says each time that it has started", async () => {
    const task = await start("payment", { without: "PAID_AFTER" });
    const till = task.openTill();
    await till.send("addSessionLine", article(7.5));
    await till.send("startExternalPayment", { method: "QR" }, "twice");
    expect(answerOf(till)).toMatchObject({ externalPayment: { started: true } });
    await till.close();
    await task.stop();
    expect(task.output().split("To be paid").length).toBe(2);
  });

  it("tells a till that polls whether it is done, and no other", async () => {
    const task = await start("payment", { without: "PAID_AFTER" });
    for (const paymentPolling of ["true", "absent"] as const) {
      const till = task.openTill({ settings: { paymentPolling } });
      const id = await startPaying(till);
      await till.wait(2000);
      await task.type(`paid ${id}`);
      await till.wait(10_000);
      const cancelled = task.openTill({ settings: { paymentPolling } });
      await startPaying(cancelled);
      await cancelled.cancel();
      await cancelled.wait(10_000);
      const told = [...till.transcript, ...cancelled.transcript].flatMap(({ event, verdict }): unknown[] =>
        event.endsWith("ExternalPayment") && verdict.kind === "taken"
          ? [[event, objectOf(verdict.answer, "polling")["finished"]]]
          : [],
      );
      const of = (finished: boolean) => (paymentPolling === "true" ? finished : undefined);
      expect(told).toEqual([
        ["startExternalPayment", of(true)],
        ["pollExternalPayment", of(false)],
        ["pollExternalPayment", of(true)],
        ["startExternalPayment", of(true)],
        ["requestCancelExternalPayment", of(true)],
        ["cancelExternalPayment", of(true)],
      ]);
    }
  });

  it("calls only the hosts that it is started with", async () => {
    const task = await start("payment", { without: "MPLUS_CALLBACK_HOSTS" });
    const till = task.openTill({ settings: { callback: true } });
    await task.type(`paid ${await startPaying(till)}`);
    await vi.waitFor(() => expect(task.complaints()[0]).toContain("MPLUS_CALLBACK_HOSTS"), patience);
    await till.wait(10_000);
    expect([till.calledBack, till.session.payments.length]).toEqual([0, 1]);
  });
});

describe("kitchen", () => {
  const mainCourse = { courseNumber: 2, name: "Main course", abbreviation: "MC" };
  const table = { number: 14, tableName: "Window" };
  const tableOrder = { orderId: "e4ddefe9-f8aa-480e-9513-ba60a2da3d3b", year: 2026, number: 1873 };
  const cafeteriaOrder = { orderId: "1cd19367-6f1a-4557-8e70-b5c5d50698c0", year: 2026, number: 9042 };
  let task: RunningTask;
  afterEach(() => task.end());

  /** Sends an event that happened `after` seconds after the first, and waits for the board. */
  async function send(event: string, parts: JsonObject, after: number, board: string): Promise<void> {
    const eventTimestamp = new Date(Date.UTC(2026, 0, 1, 12, 0, after)).toISOString();
    const change: Change = (request) => void (objectOf(request, "event")["eventTimestamp"] = eventTimestamp);
    const till = task.openTill({}, change);
    await till.send(event, parts, "twice");
    answerOf(till);
    await vi.waitFor(async () => expect(await task.read("/board")).toBe(board), patience);
  }

  it("goes through its states, in which late events change nothing, and starts again", async () => {
    task = await startTask(folder.path, "kitchen");
    const parts = { ...mainCourse, table, tableOrder };
    await send("kitchenStartCourse", parts, 0, "Window: Main course, being prepared\n");
    await send("kitchenCompleteCourse", parts, 20, "Window: Main course, ready to be served\n");
    // An earlier event arrives late.
    await send("kitchenStartCourse", parts, 10, "Window: Main course, ready to be served\n");
    await send("kitchenServeCourse", parts, 30, "Window: Main course, served\n");
    await send("kitchenCompleteCourse", parts, 20, "Window: Main course, served\n");
    await send("kitchenStartCourse", parts, 40, "Window: Main course, being prepared\n");
    const dessert = { ...parts, courseNumber: 3, name: "Dessert", abbreviation: "D" };
    const both = "Window: Main course, being prepared\nWindow: Dessert, being prepared\n";
    await send("kitchenStartCourse", dessert, 50, both);
  });

  it("knows a course by either of its orders, or by its table", async () => {
    task = await startTask(folder.path, "kitchen");
    const orders = { ...mainCourse, tableOrder, cafeteriaOrder };
    await send("kitchenStartCourse", orders, 0, "Ticket 9042: Main course, being prepared\n");
    const one = { ...mainCourse, tableOrder };
    await send("kitchenCompleteCourse", one, 10, "Ticket 9042: Main course, ready to be served\n");
    const other = { ...mainCourse, cafeteriaOrder };
    await send("kitchenServeCourse", other, 20, "Ticket 9042: Main course, served\n");
    const none = { ...mainCourse, table };
    const two = "Ticket 9042: Main course, served\nWindow: Main course, being prepared\n";
    await send("kitchenStartCourse", none, 30, two);
  });
});

describe("discount", () => {
  const soap = (more: JsonObject = {}): JsonObject => ({
    line: { articleNumber: 30412, text: "Soap", priceIncl: 4.5, ...more },
  });
  async function scan(till: Till): Promise<Json> {
    await till.scan(coupon);
    const answer = answerOf(till);
    const [message] = (answer["message"] ?? []) as readonly JsonObject[];
    return message?.["message"] ?? till.session.lines.map((line) => "externalDiscount" in line);
  }
  async function sell(task: RunningTask, ...lines: readonly JsonObject[]): Promise<Till> {
    const till = task.openTill();
    for (const line of lines) await till.send("addSessionLine", line);
    return till;
  }

  it("is one discount on one line that had none, in one sale", async () => {
    const task = await start("discount");
    const till = await sell(task, soap({ discountPercentage: 10 }), soap({ quantity: -1 }));
    expect(await scan(till)).toBe("No line that this coupon is for");
    await till.send("addSessionLine", soap());
    await till.send("addSessionLine", soap());
    expect(await scan(till)).toEqual([false, false, true, false]);
    expect(await scan(till)).toBe("Coupon already in this sale");
    expect(await scan(await sell(task, soap()))).toBe("Coupon already used");
  });

  it("is free again when its line is taken out, and when its sale is cancelled, merged or not", async () => {
    const task = await start("discount");
    const first = await sell(task, soap());
    expect(await scan(first)).toEqual([true]);
    await first.send("removeSessionLine");
    const second = await sell(task, soap());
    await vi.waitFor(async () => expect(await scan(second)).toEqual([true]), patience);
    const sessionId = randomUUID();
    await second.send("mergeSession", { mergeWithSessionId: sessionId });
    const third = await sell(task, soap());
    expect(await scan(third)).toBe("Coupon already used");
    await second.send("cancelSession", { session: { sessionId } });
    await vi.waitFor(async () => expect(await scan(third)).toEqual([true]), patience);
  });

  it.each(["filled", "", null])(
    "is spent in a sale that is paid, with the id of the session %s",
    async (id) => {
      const task = await start("discount");
      const till = task.openTill({}, id === "filled" ? undefined : completedAs(id));
      await till.send("addSessionLine", soap());
      expect(await scan(till)).toEqual([true]);
      const { sessionId } = till.session;
      await till.send("completeSession");
      // The coupon stays used: canceling its sale later does not release it.
      await till.send("cancelSession", { session: { sessionId } });
      await till.send("startSession");
      await till.send("addSessionLine", soap());
      expect(await scan(till)).toBe("Coupon already used");
    },
  );
});

describe("receipt", () => {
  it("has one code a sale, and one a receipt where the session has no id", async () => {
    const task = await start("receipt");
    const codes: string[] = [];
    for (const id of ["filled", "filled", "", "", null, null, undefined]) {
      const till = task.openTill({ seed: 1 }, (request, event) => {
        if (id !== "filled") completedAs(id)(request, event);
        objectOf(request, "event")["eventTimestamp"] = new Date(codes.length * 1000).toISOString();
      });
      await till.send("completeSession", {}, "twice");
      codes.push(JSON.stringify(till.session.printed.at(-1)));
    }
    expect(codes.map((code) => codes.indexOf(code))).toEqual([0, 0, 2, 3, 4, 5, 6]);
  });
});
