import { describe, expect, it } from "vitest";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { openCallback } from "../../../generator/till/engine/deliver.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import type { Exchange } from "../../../generator/till/engine/till-types.js";
import { readCases } from "../../workbench/cases.js";
import { answerPayment, answerWith, atShop, openDesk, type Answerer, type Desk } from "../desk.js";
import { ownContract } from "../own-spec.js";

const listEvents = (exchanges: readonly Exchange[]): string[] => exchanges.map(({ event }) => event);

interface PaymentCase {
  readonly answers: readonly JsonObject[];
  /** True if the cashier asks to cancel it. */
  readonly isCancelled?: true;
  readonly sent: readonly string[];
  readonly booked: readonly number[];
  readonly refused?: string;
  readonly unused?: string;
}

const cases = readCases("flows.yaml", import.meta) as readonly PaymentCase[];

const begun = { started: true };
const confirmed = { confirmed: true };
const [start, poll] = ["startExternalPayment", "pollExternalPayment"];

/** Starts a payment whose receiver gives these answers, one after another. */
async function begin(...answers: readonly JsonObject[]): Promise<Desk> {
  const left = [...answers];
  const desk = openDesk(answerPayment(() => left.shift() ?? {}));
  await desk.till.send(start, { amount: 12.5 });
  return desk;
}

describe("an external payment", () => {
  it.each(cases)("$name", async ({ answers, isCancelled, refused, unused, ...want }) => {
    const { till, got } = await begin(...answers);
    if (isCancelled) expect((await till.cancel())?.event).toBe("requestCancelExternalPayment");
    const sent = await till.wait(60_000);
    expect(sent.map(({ event, at }) => `${event} ${at}`)).toEqual(want.sent);
    expect(till.session.payments.map(({ amount }) => amount)).toEqual(want.booked);
    expect(till.pending).toEqual([]);
    const ids = got.map(({ request }) => getAt(request, ["externalPayment", "externalPaymentId"]));
    expect(new Set(ids).size).toBe(1);
    const [first] = sent;
    if (refused) expect(first?.verdict).toMatchObject({ kind: "refused", findings: [{ code: refused }] });
    const notes = unused ? [{ path: "/externalPayment/finalAmount", message: unused }] : [];
    expect(first?.unused ?? []).toEqual(notes);
  });

  it("must end before the next payment, and before the sale ends", async () => {
    const { till } = await begin(begun);
    for (const event of [start, "completeSession", "cancelSession"])
      await expect(till.send(event)).rejects.toThrow(
        `The till is still waiting for the outcome of \`${poll}\``,
      );
  });

  it("is polled at once when the receiver calls callbackUrl", async () => {
    const answer: Answerer = (event, request) => {
      if (event === start) void fetch(getAt(request, ["externalPayment", "callbackUrl"]) as string);
      return answerPayment(() => (event === start ? begun : confirmed))(event, request);
    };
    const { till } = openDesk(answer, { clock: "real", settings: { callback: true, pollEvery: 60_000 } });
    await till.send(start, { amount: 12.5 });
    expect(listEvents(await till.wait(50_000))).toContain(poll);
    expect([till.session.payments.length, till.calledBack]).toEqual([1, 1]);
    await till.close();
  });

  it("answers the receiver that calls, and only at callbackUrl", async () => {
    // Without an answer, closing would break the connection off.
    const called = await openCallback(() => void setImmediate(() => void called.close()));
    expect((await fetch(called.url)).status).toBe(200);
    const other = await openCallback(() => expect.unreachable());
    expect((await fetch(`${other.url}/other`)).status).toBe(404);
    await other.close();
  });

  it("leaves other polls at their time when the receiver calls", async () => {
    const settings = { callback: true, pollEvery: 400 };
    const answer: Answerer = (event, request) =>
      event === "backgroundPoll" ? {} : answerPayment(() => confirmed)(event, request);
    const { till } = openDesk(answer, { clock: "real", settings });
    const { request } = await till.send(start, { amount: 12.5 });
    await till.send("backgroundPoll");
    const waiting = till.wait(settings.pollEvery);
    await fetch(getAt(request, ["externalPayment", "callbackUrl"]) as string);
    expect(await waiting).toMatchObject([{ event: "backgroundPoll", at: settings.pollEvery }]);
    expect(till.calledBack).toBe(1);
    await till.close();
  });

  it("is not polled at a release or product that does not poll", async () => {
    const { model, ...contract } = ownContract();
    const events = model.events.map((event) => (event.name === poll ? { ...event, exists: [] } : event));
    const fetch = answerWith(JSON.stringify({ externalPayment: begun }));
    const till = startTill({ ...contract, model: { ...model, events } }, { ...atShop, fetch });
    await till.send(start, { amount: 12.5 });
    expect(till.pending).toEqual([]);
  });
});

describe("polling", () => {
  const polling = { events: { startPayment: { blocking: true, polling: true } } };
  const openPolling = (finished: () => boolean) =>
    openDesk(() => ({ polling: { finished: finished() } }), polling);

  it("goes on until an answer says that it is finished", async () => {
    let asked = 0;
    const { till, got } = openPolling(() => ++asked > 3);
    await till.send("startPayment");
    expect(listEvents(await till.wait(60_000))).toEqual(["startPayment", "startPayment", "startPayment"]);
    expect(got.every(({ request }) => getAt(request, ["event", "eventPolling"]) === true)).toBe(true);
  });

  it("ends when the cashier cancels it, and when the sale is over", async () => {
    const { till } = openPolling(() => false);
    await till.send("startPayment");
    expect([await till.cancel(), await till.wait(60_000)]).toEqual([undefined, []]);
    await till.send("startPayment");
    await till.send("cancelSession");
    expect(await till.wait(60_000)).toEqual([]);
  });

  it("rejects an answer that does not mention it", async () => {
    const { verdict } = await openDesk(() => ({}), polling).till.send("startPayment");
    expect(verdict).toMatchObject({ kind: "refused", findings: [{ code: "polling-not-answered" }] });
  });
});

describe("a question", () => {
  const dialogOptions = ["Small", "Large"].map((optionName, index) => ({ optionId: index + 1, optionName }));
  const dialog = { required: true, allowMultipleOptions: false, dialogTitle: "Size?", dialogOptions };
  const size = { id: "size", type: "select", required: false, label: "Size" };
  const fields = [
    { id: "name", type: "text", required: true, label: "Name" },
    { ...size, options: [{ id: "s", label: "Small" }] },
  ];
  const ask = (question: JsonObject): Desk =>
    openDesk((_, request) => ((request["dialog"] ?? request["form"]) ? {} : question));

  it("in a dialog repeats the event with the cashier's choice, and adds its line only once", async () => {
    const { till } = ask({ dialog });
    await till.send("addSessionLine", { line: { articleNumber: 12, priceIncl: 2 } });
    await expect(till.send("startPayment")).rejects.toThrow("A dialog is open: choose, or cancel.");
    await expect(till.choose("Medium")).rejects.toThrow(
      'The dialog has no option "Medium"; it has "Small" and "Large".',
    );
    await expect(till.cancel()).rejects.toThrow("The dialog cannot be closed");
    const { request } = await till.choose("Large");
    expect(request).toMatchObject({
      dialog: { selectedDialogOptionIds: [2] },
      addSessionLine: { line: { articleNumber: 12 } },
    });
    expect([till.session.lines.length, till.session.open]).toEqual([1, undefined]);
  });

  it("in a form repeats the event with the values, or says that the cashier closed it", async () => {
    const { till } = ask({ form: { id: "details", title: "Who?", fields } });
    await till.send("customAction", { customActionId: "x" });
    await expect(till.fill({ nme: "Jansen" })).rejects.toThrow(
      'The form has no field "nme"; it has "name" and "size".',
    );
    await expect(till.fill({ size: "Small" })).rejects.toThrow('The form requires the field "name".');
    const { request } = await till.fill({ name: "Jansen", size: "Small" });
    expect(request["form"]).toEqual({
      id: "details",
      fields: [
        { id: "name", value: "Jansen" },
        { id: "size", value: "s", selected: ["s"] },
      ],
    });
    expect(request["customAction"]).toMatchObject({ customActionId: "x" });
    await till.send("customAction", { customActionId: "x" });
    expect((await till.cancel())?.request["form"]).toMatchObject({ id: "details", cancelled: true });
  });
});

it("an event that comes late is sent once time has passed", async () => {
  const { till, got } = openDesk(() => ({}));
  await till.send("startSession", {}, "late");
  expect(got.length).toBe(0);
  await expect(till.wait(Infinity)).rejects.toThrow("Expected a wait of 0 ms or more, not");
  await till.wait(1000);
  expect(got.map(({ event }) => event)).toEqual(["startSession"]);
});
