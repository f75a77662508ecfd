import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/copied/receiver/base/store.js";
import type { Store } from "../../../../templates/copied/receiver/base/options.js";
import type { Validators } from "../../../../templates/copied/validators/results.js";
import { readRules } from "../../../../templates/copied/validators/rules.js";
import { bodyWith, createTestReceiver, numbered, table, type Options, type ScanCode } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

const dialogOf = (dialogTitle: string, ...optionIds: number[]) => ({
  dialogTitle,
  dialogOptions: optionIds.map((optionId) => ({ optionId, optionName: `option ${optionId}` })),
});
const size = dialogOf("Size?", 1, 2);
const gift = dialogOf("Gift?", 11, 12);
const address = { id: "address", title: "Where to?" };
const please = { message: [{ text: "Please choose." }] };

const chose = (...selectedDialogOptionIds: number[]) => ({ dialog: { selectedDialogOptionIds } });
const filled = (value: string, id = "address") => ({ form: { id, fields: [{ id: "street", value }] } });
const text = (...lines: unknown[]) => ({ message: lines.map((line) => ({ text: JSON.stringify(line) })) });

const oneQuestion: ScanCode = async ({ ask }) => text((await ask.dialog(size)).selectedDialogOptionIds);
const twoQuestions: ScanCode = async ({ ask }) => {
  const [chosen] = (await ask.dialog(size)).selectedDialogOptionIds;
  return text(chosen, (await ask.dialog(gift)).selectedDialogOptionIds);
};
const threeQuestions: ScanCode = async ({ ask }) => {
  const [chosen] = (await ask.dialog(size, please)).selectedDialogOptionIds;
  const [wanted] = (await ask.dialog(gift)).selectedDialogOptionIds;
  const { fields } = await ask.form(address);
  return text(chosen, wanted, fields[0]?.value);
};
const wrapping: ScanCode = (context) =>
  Promise.resolve(oneQuestion(context)).catch((cause: unknown) => {
    throw new Error("scan failed", { cause });
  });
const catching: ScanCode = (context) => Promise.resolve(oneQuestion(context)).catch(() => ({ message: [] }));
const forgetting: ScanCode = ({ ask }) => {
  void ask.dialog(size);
  return { message: [] };
};
const continuing: ScanCode = async ({ ask }) => {
  const name = await ask.form({ id: "name", title: "?" }, { lines: [] } as never).catch(() => "nobody");
  return text(name, (await ask.dialog(size)).selectedDialogOptionIds);
};
const changing: ScanCode = async ({ request, ask }) => {
  const [chosen] = (await ask.dialog(size)).selectedDialogOptionIds;
  request.scanCode.scannedCode = request.scanCode.scannedCode.slice(1);
  return text(chosen, (await ask.dialog(gift)).selectedDialogOptionIds);
};

function converse(
  scanCode: ScanCode,
  store?: Store,
  options: Partial<Options> = {},
  changes: Partial<Validators> = {},
) {
  const all = { handlers: { scanCode }, ...(store && { conversations: { store } }), ...options };
  const { send, ...rest } = createTestReceiver(all, changes);
  return { answer: async (more: object = {}) => (await send({ body: bodyWith(more) })).body, send, ...rest };
}

/** The POS's additions to the event in each round, and the receiver's answer. */
const conversations: [string, ScanCode, ...(readonly [sent: object, want: object])[]][] = [
  ["gets an answer without a selection", oneQuestion, [{}, { dialog: size }], [chose(), text([])]],
  [
    "gets only its own answers",
    threeQuestions,
    [{}, { ...please, dialog: size }],
    [chose(11), { ...please, dialog: size }],
    [chose(1), { dialog: gift }],
    [chose(12), { form: address }],
    [filled("Dam 1", "other"), { form: address }],
    [filled("Dam 1"), text(1, 12, "Dam 1")],
  ],
  ["may wrap the error that ends the round", wrapping, [{}, { dialog: size }], [chose(1), text([1])]],
  [
    "may change its request",
    changing,
    [{}, { dialog: size }],
    [chose(2), { dialog: gift }],
    [chose(11), text(2, [11])],
  ],
  // As after a restart: the first request already has an answer.
  ["takes a first answer that fits", oneQuestion, [chose(2), text([2])]],
  ["asks again if the first answer does not fit", oneQuestion, [chose(11), { dialog: size }]],
];

const forgotten = "the scanCode handler called ask.dialog without await or caught its error";
const shown = "the dialog is shown instead of the handler's answer";

describe("a handler that asks", () => {
  it.each(conversations)("%s", async (_name, scanCode, ...rounds) => {
    const { answer, lines } = converse(scanCode);
    for (const [sent, want] of rounds) expect(await answer(sent)).toEqual(want);
    expect(lines).toEqual([]);
  });

  it.each([
    ["does not await its question", forgetting, { message: [] }],
    ["catches the end of the round", catching, text([1])],
  ])("learns from the log that its answer was not sent, if it %s", async (_name, scanCode, last) => {
    const { answer, lines } = converse(scanCode);
    expect(await answer()).toEqual({ dialog: size });
    const fields = { eventName: "scanCode", subscriptionId: "shop-12" };
    expect(lines).toEqual([["warn", fields, `${forgotten}; ${shown}`]]);
    expect(await answer(chose(1))).toEqual(last);
    expect(lines).toHaveLength(1);
  });

  it("may continue after a question that no shop accepts, and learns why from the log", async () => {
    const { answer, messages } = converse(continuing);
    expect(await answer()).toEqual({ dialog: size });
    expect(messages()).toEqual([]);
    expect(await answer(chose(2))).toEqual(text("nobody", [2]));
    expect(messages()).toEqual([
      "the scanCode handler called ask without await or caught its error: no release accepts this form: /lines: is not known",
    ]);
  });

  it("learns from the log that its question is undefined, which JSON would drop", async () => {
    const { answer, messages } = converse(async ({ ask }) => text(await ask.dialog(undefined as never)));
    expect(await answer()).toMatchObject({ error: { code: "INTERNAL_ERROR" } });
    expect(messages()).toEqual([
      "request failed with status 500: no release accepts this dialog: /dialog: must be an object",
    ]);
  });

  it("may continue in another process that shares the store", async () => {
    const store = createMemoryStore();
    const answers = [];
    for (const sent of [{}, chose(2), chose(11), filled("Dam 1")])
      answers.push(await converse(threeQuestions, store).answer(sent));
    expect(answers.slice(1)).toEqual([{ dialog: gift }, { form: address }, text(2, 11, "Dam 1")]);
  });

  it("repeats its question if a round comes twice", async () => {
    const second = dialogOf("Delete the order?", 1, 2);
    const { send } = converse(async ({ ask }) => {
      await ask.dialog(size);
      await ask.dialog(second);
      return please;
    });
    const round = async (eventCounter: number, more = {}) =>
      (await send({ body: numbered({ eventCounter }, more) })).body;
    await round(1);
    for (const _ of [1, 2]) expect(await round(2, chose(1))).toEqual({ dialog: second });
    expect(await round(3, chose(1))).toEqual(please);
  });

  it("no longer changes the conversation once it has timed out", async () => {
    let rounds = 0;
    const scanCode: ScanCode = async ({ ask }) => {
      rounds += 1;
      const [first] = (await ask.dialog(size)).selectedDialogOptionIds;
      if (rounds === 2) await pause(40);
      return text(first, (await ask.dialog(gift)).selectedDialogOptionIds);
    };
    const { answer } = converse(scanCode, undefined, { handlerTimeout: 20 });
    await answer();
    await answer(chose(1));
    expect(await answer()).toEqual({ dialog: size });
    await pause(60);
    expect(await answer(chose(2))).toEqual({ dialog: gift });
    expect(await answer(chose(11))).toEqual(text(2, [11]));
  });

  it("gets only the parts of an answer that the types know, in every round", async () => {
    const texts: string[] = [];
    const memory = createMemoryStore();
    const store: Store = { ...memory, set: (key, kept, ms) => (texts.push(kept), memory.set(key, kept, ms)) };
    const scanCode: ScanCode = async ({ ask }) => {
      const first = await ask.dialog(size);
      await ask.dialog(gift);
      return text(Object.keys(first));
    };
    const objects = {
      ...table.objects,
      CommonRequest: { properties: { dialog: { holds: "Dialog" }, form: {} } },
      Dialog: {
        properties: { selectedDialogOptionIds: {}, dialogId: { outside: { seen: "the SOAP API" } } },
      },
    };
    const { answer, lines } = converse(scanCode, store, {}, { rules: readRules({ ...table, objects }) });
    const large = "x".repeat(100_000);
    await answer();
    await answer({ dialog: { selectedDialogOptionIds: [1], [large]: large, more: { large }, dialogId: 1 } });
    const last = { dialog: { selectedDialogOptionIds: [11], more: 1, dialogId: 1 } };
    expect(await answer(last)).toEqual(text(["selectedDialogOptionIds"]));
    expect(lines).toEqual([]);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500);
  });

  const away = () => Promise.reject(new Error("no connection"));
  const failAfter: ScanCode = ({ ask }) => ask.dialog(size).finally(away) as never;
  const unawaited = { event: { eventBlocking: false } };
  const numbers = (length: number) => chose(...Array.from({ length }, () => 1));
  it.each<[string, status: number, ScanCode, sent: object, logged?: string, Partial<Store>?]>([
    ["succeeds if the user's answers take 16 KiB", 200, twoQuestions, numbers(8000)],
    [
      "fails if the user's answers take more",
      500,
      twoQuestions,
      numbers(8200),
      "more than the limit of 16384",
    ],
    [
      "fails if the POS does not wait",
      500,
      oneQuestion,
      unawaited,
      "switch on Blocking for it in the back office",
    ],
    ["fails with an error after its question", 500, failAfter, {}, "no connection"],
    ["succeeds if the store cannot forget", 200, oneQuestion, chose(1), "no connection", { delete: away }],
    [
      "fails if the store fails, and guesses no answer",
      500,
      oneQuestion,
      chose(1),
      "no connection",
      { add: away },
    ],
  ])("%s", async (_name, status, scanCode, ...[sent, logged, faults]) => {
    const { send, lines } = converse(scanCode, { ...createMemoryStore({ bytes: 1e6 }), ...faults });
    expect((await send({ body: bodyWith(sent) })).status).toBe(status);
    expect(lines).toMatchObject(logged ? [["error", {}, expect.stringContaining(logged)]] : []);
  });
});
