import { afterEach, describe, expect, it } from "vitest";
import type { Exchange } from "../../../generator/till/engine/till.js";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { startTill } from "../../../generator/till/engine/start-till.js";
import { secret } from "../../conformance/signature.js";
import { setUpDesk, type Answerer, type Desk } from "./server.js";
import { ownContract } from "../own-spec.js";

let desk: Desk | undefined;
afterEach(() => desk?.end());

const pay =
  (answer: JsonObject): Answerer =>
  (_, request) => ({
    externalPayment: {
      externalPaymentId: getAt(request, ["externalPayment", "externalPaymentId"]) ?? "",
      ...answer,
    },
  });
const sayAll = (answers: readonly JsonObject[]): Answerer => {
  const left = [...answers];
  return (event, request) => pay(left.shift() ?? {})(event, request);
};
const events = (exchanges: readonly Exchange[]): string[] => exchanges.map(({ event }) => event);
const start = { amount: 12.5 };
const [begun, confirmed, cancelled] = [{ started: true }, { confirmed: true }, { cancelled: true }];
const poll = "pollExternalPayment";

async function begin(...answers: readonly JsonObject[]): Promise<Desk> {
  desk = await setUpDesk(sayAll(answers));
  await desk.till.send("startExternalPayment", start);
  return desk;
}

describe("an external payment", () => {
  it("is started, polled, and booked once it is confirmed", async () => {
    const { till, got } = await begin({ started: false }, begun, {}, {}, confirmed);
    const polls = await till.wait(60_000);
    expect(events(polls)).toEqual(["startExternalPayment", poll, poll, poll]);
    const ids = got.map(({ request }) => getAt(request, ["externalPayment", "externalPaymentId"]));
    expect(new Set(ids).size).toBe(1);
    expect(polls.map(({ at }) => at)).toEqual([2000, 4000, 6000, 8000]);
    expect(till.session.payments).toEqual([expect.objectContaining({ amount: 12.5 })]);
    expect(till.pending).toEqual([]);
  });

  it.each<readonly [string, readonly JsonObject[], readonly string[], number]>([
    ["is over once it is cancelled, and nothing is booked", [begun, cancelled], [poll], 0],
    ["is booked where the answer to its start confirms it", [confirmed], [], 1],
    ["is over where the answer to its start cancels it", [cancelled], [], 0],
  ])("%s", async (_, answers, sent, booked) => {
    const { till } = await begin(...answers);
    expect(events(await till.wait(60_000))).toEqual(sent);
    expect(till.session.payments.length).toBe(booked);
  });

  it.each<readonly [string, JsonObject, string, number]>([
    ["is called off by staff: the till asks, and then tells", cancelled, "cancelExternalPayment", 0],
    ["goes on if it can no longer be called off", {}, poll, 1],
  ])("%s", async (_, answer, next, booked) => {
    const { till } = await begin(begun, answer, next === poll ? confirmed : {});
    expect((await till.cancel())?.event).toBe("requestCancelExternalPayment");
    expect(events(await till.wait(60_000))).toEqual([next]);
    expect([till.pending, till.session.payments.length]).toEqual([[], booked]);
  });

  it.each<readonly [string, readonly JsonObject[], string]>([
    ["says both", [begun, { ...confirmed, ...cancelled }], "contradiction"],
    ["is about another payment", [begun, { externalPaymentId: "another" }], "wrong-echo"],
    ["confirms what was called off", [begun, cancelled, confirmed], "after-end"],
  ])("finds an answer that %s", async (_, answers, code) => {
    const { till } = await begin(...answers);
    if (answers.length > 2) await till.cancel();
    const [asked] = await till.wait(2000);
    expect(asked?.verdict).toMatchObject({ kind: "refused", findings: [{ code }] });
    expect(till.session.payments).toEqual([]);
  });

  it("has to come to its end before anything else is paid, or the sale ends", async () => {
    const { till } = await begin(begun);
    for (const event of ["startExternalPayment", "completeSession", "cancelSession"])
      await expect(till.send(event)).rejects.toThrow(
        "The till is still waiting for the outcome of `pollExternalPayment`",
      );
  });

  it("says of `finalAmount` that it is not used, without the setting of the POS", async () => {
    const { till } = await begin(begun, { ...confirmed, finalAmount: 9 });
    const [asked] = await till.wait(2000);
    expect(asked?.unused).toEqual([
      {
        path: "/externalPayment/finalAmount",
        message:
          "`externalPayment.finalAmount` is not used: it requires the POS setting “Webhooks mogen het via hen betaalde bedrag aanpassen” (`amountMayBeChanged`).",
      },
    ]);
  });

  it("asks at once when the receiver calls callbackUrl", async () => {
    desk = await setUpDesk(
      (event, request) => {
        const url = getAt(request, ["externalPayment", "callbackUrl"]);
        if (event === "startExternalPayment") void fetch(url as string);
        return pay(event === "startExternalPayment" ? begun : confirmed)(event, request);
      },
      { clock: "real", settings: { callback: true, pollEvery: 60_000 } },
    );
    await desk.till.send("startExternalPayment", start);
    expect(events(await desk.till.wait(50_000))).toContain("pollExternalPayment");
    expect(desk.till.session.payments.length).toBe(1);
    expect(desk.till.calledBack).toBe(1);
  });

  it("asks nothing else before its time when the receiver calls", async () => {
    const settings = { callback: true, pollEvery: 400 };
    const answer: Answerer = (event, request) =>
      event === "backgroundPoll" ? {} : pay(confirmed)(event, request);
    desk = await setUpDesk(answer, { clock: "real", settings });
    const { till } = desk;
    const { request } = await till.send("startExternalPayment", start);
    await till.send("backgroundPoll");
    const waiting = till.wait(settings.pollEvery);
    await fetch(getAt(request, ["externalPayment", "callbackUrl"]) as string);
    expect(await waiting).toMatchObject([{ event: "backgroundPoll", at: settings.pollEvery }]);
    expect(till.calledBack).toBe(1);
  });
});

const polling = { events: { startPayment: { blocking: true, polling: true } } };

describe("polling", () => {
  it("goes on until an answer says that it is finished", async () => {
    let asked = 0;
    desk = await setUpDesk(() => ({ polling: { finished: ++asked > 3 } }), polling);
    await desk.till.send("startPayment");
    expect(events(await desk.till.wait(60_000))).toEqual(["startPayment", "startPayment", "startPayment"]);
    expect(desk.got.every(({ request }) => getAt(request, ["event", "eventPolling"]) === true)).toBe(true);
  });

  it("is given up by the user", async () => {
    desk = await setUpDesk(() => ({ polling: { finished: false } }), polling);
    await desk.till.send("startPayment");
    expect(await desk.till.cancel()).toBeUndefined();
    expect(await desk.till.wait(60_000)).toEqual([]);
  });

  it("that is not answered is found", async () => {
    desk = await setUpDesk(() => ({}), polling);
    const { verdict } = await desk.till.send("startPayment");
    expect(verdict).toMatchObject({ kind: "refused", findings: [{ code: "polling-not-answered" }] });
  });
});

describe("a dialog and a form", () => {
  const dialog = {
    required: true,
    allowMultipleOptions: false,
    dialogTitle: "Size?",
    dialogOptions: [
      { optionId: 1, optionName: "Small" },
      { optionId: 2, optionName: "Large" },
    ],
  };
  const form = {
    id: "details",
    title: "Who?",
    fields: [
      { id: "name", type: "text", required: true, label: "Name" },
      { id: "size", type: "select", required: false, label: "Size", options: [{ id: "s", label: "Small" }] },
    ],
  };
  const ask =
    (question: JsonObject): Answerer =>
    (_, request) =>
      (request["dialog"] ?? request["form"]) ? {} : question;

  it("comes back with what was chosen, and the line is there once", async () => {
    desk = await setUpDesk(ask({ dialog }));
    await desk.till.send("addSessionLine", { line: { articleNumber: 12, priceIncl: 2 } });
    await expect(desk.till.send("startPayment")).rejects.toThrow("A dialog is open: choose, or cancel.");
    await expect(desk.till.choose("Medium")).rejects.toThrow(
      'The dialog has no option "Medium"; it has "Small" and "Large".',
    );
    await expect(desk.till.cancel()).rejects.toThrow("The dialog cannot be closed");
    const { request } = await desk.till.choose("Large");
    expect(request).toMatchObject({
      dialog: { selectedDialogOptionIds: [2] },
      addSessionLine: { line: { articleNumber: 12 } },
    });
    expect(desk.till.session.lines.length).toBe(1);
    expect(desk.till.session.open).toBeUndefined();
  });

  it("comes back with what was filled in", async () => {
    desk = await setUpDesk(ask({ form }));
    await desk.till.send("customAction", { customActionId: "x" });
    await expect(desk.till.fill({ nme: "Jansen" })).rejects.toThrow(
      'The form has no field "nme"; it has "name" and "size".',
    );
    await expect(desk.till.fill({ size: "Small" })).rejects.toThrow('The form requires the field "name".');
    const { request } = await desk.till.fill({ name: "Jansen", size: "Small" });
    expect(request["form"]).toEqual({
      id: "details",
      fields: [
        { id: "name", value: "Jansen" },
        { id: "size", value: "s", selected: ["s"] },
      ],
    });
    expect(request["customAction"]).toMatchObject({ customActionId: "x" });
  });

  it("tells that a form was closed", async () => {
    desk = await setUpDesk(ask({ form }));
    await desk.till.send("customAction", { customActionId: "x" });
    expect((await desk.till.cancel())?.request["form"]).toMatchObject({ id: "details", cancelled: true });
  });
});

describe("what the till would do by itself", () => {
  it("is left where its release or product does not do it", async () => {
    desk = await setUpDesk(pay({ started: true }));
    const contract = ownContract();
    const gone = contract.model.events.map((event) =>
      event.name === poll ? { ...event, exists: [] } : event,
    );
    const later = startTill(
      { ...contract, model: { ...contract.model, events: gone } },
      { url: desk.url, subscription: "shop-12", secret, clock: "virtual" },
    );
    expect((await later.send("startExternalPayment", start)).verdict.kind).toBe("taken");
    expect(later.pending).toEqual([]);
    await later.close();
  });

  it("is not done for a sale that is over", async () => {
    desk = await setUpDesk(() => ({ polling: { finished: false } }), polling);
    await desk.till.send("startPayment");
    await desk.till.send("cancelSession");
    expect(await desk.till.wait(60_000)).toEqual([]);
  });
});

it("what comes late has come once time has passed", async () => {
  desk = await setUpDesk(() => ({}));
  await desk.till.send("startSession", {}, "late");
  expect(desk.got.length).toBe(0);
  await expect(desk.till.wait(Infinity)).rejects.toThrow("Expected a wait of 0 ms or more, not");
  await desk.till.wait(1000);
  expect(desk.got.map(({ event }) => event)).toEqual(["startSession"]);
});
