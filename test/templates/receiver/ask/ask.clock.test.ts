import { describe, expect, it } from "vitest";
import type { Store } from "../../../../templates/copied/receiver/store.js";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";
import { bodyWith, contract, createTestReceiver, type Options, type ScanCode } from "../fixture.js";
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
  const [wanted] = (await ask.dialog(gift)).selectedDialogOptionIds;
  return text(chosen, wanted);
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
const catching: ScanCode = (context) =>
  Promise.resolve(oneQuestion(context)).catch(() => ({ message: [{ text: "caught" }] }));
const undaunted: ScanCode = async ({ ask }) => {
  const name = await ask.form({ id: "name", title: "?" }, { lines: [] } as never).catch(() => "nobody");
  return text(name, (await ask.dialog(size)).selectedDialogOptionIds);
};
const changing: ScanCode = async ({ request, ask }) => {
  const [chosen] = (await ask.dialog(size)).selectedDialogOptionIds;
  request.scanCode.scannedCode = request.scanCode.scannedCode.slice(1);
  return text(chosen, (await ask.dialog(gift)).selectedDialogOptionIds);
};
const forgetful: ScanCode = ({ ask }) => {
  void ask.dialog(size);
  return { message: [] };
};

function converse(
  scanCode: ScanCode,
  options: Partial<Options> = {},
  changes: Partial<typeof contract> = {},
) {
  const { send, ...rest } = createTestReceiver({ handlers: { scanCode }, ...options }, changes);
  return { answer: async (more: object = {}) => (await send({ body: bodyWith(more) })).body, send, ...rest };
}

/** The POS's additions to the event in each round, and the receiver's answer. */
const conversations: [string, ScanCode, ...(readonly [sent: object, want: object])[]][] = [
  ["a question that nobody answers", oneQuestion, [{}, { dialog: size }], [chose(), text([])]],
  [
    "an answer to another question is not taken for one to this",
    threeQuestions,
    [{}, { ...please, dialog: size }],
    [chose(11), { ...please, dialog: size }],
    [chose(1), { dialog: gift }],
    [chose(12), { form: address }],
    [filled("Dam 1", "other"), { form: address }],
  ],
  ["a handler that wraps what ends the round", wrapping, [{}, { dialog: size }], [chose(1), text([1])]],
  [
    "a request that changes between two questions",
    changing,
    [{}, { dialog: size }],
    [chose(2), { dialog: gift }],
    [chose(11), text(2, [11])],
  ],
  // As after a restart: the first request already has an answer, and it matches the question.
  ["an answer that comes first, and fits", oneQuestion, [chose(2), text([2])]],
  ["an answer that comes first, and does not fit", oneQuestion, [chose(11), { dialog: size }]],
];

describe("a handler that asks", () => {
  it.each(conversations)("%s", async (_name, scanCode, ...rounds) => {
    const { answer, lines } = converse(scanCode);
    for (const [sent, want] of rounds) expect(await answer(sent)).toEqual(want);
    expect(lines).toEqual([]);
  });

  it.each([
    ["does not wait for", forgetful, { message: [] }],
    ["catches the end of", catching, text([1])],
  ])(
    "is told that its answer is not sent, if there is a question that it %s",
    async (_name, scanCode, last) => {
      const { answer, lines } = converse(scanCode);
      expect(await answer({})).toEqual({ dialog: size });
      const message =
        "the scanCode handler called ask.dialog without await or caught its error; the dialog is shown instead of the handler's answer";
      expect(lines).toEqual([["warn", { eventName: "scanCode", subscriptionId: "shop-12" }, message]]);
      expect(await answer(chose(1))).toEqual(last);
      expect(lines).toHaveLength(1);
    },
  );

  it("goes on with its questions after one that no shop takes, and is told why", async () => {
    const { answer, messages } = converse(undaunted);
    expect(await answer({})).toEqual({ dialog: size });
    expect(messages()).toEqual([]);
    expect(await answer(chose(2))).toEqual(text("nobody", [2]));
    expect(messages()).toEqual([
      "the scanCode handler called ask without await or caught its error: no release accepts this form: /lines: is not known",
    ]);
  });

  it("is told that its question is undefined, which JSON would drop", async () => {
    const { answer, messages } = converse(
      async ({ ask }) => text(await ask.dialog(undefined as never)),
      {},
      {
        validateResponse: (event, body, options) =>
          (body as { dialog?: unknown }).dialog === null
            ? {
                ok: false,
                problems: [{ path: "/dialog", code: "wrong-type", message: "It must be an object." }],
              }
            : contract.validateResponse(event, body, options),
      },
    );
    expect(await answer()).toMatchObject({ error: { code: "INTERNAL_ERROR" } });
    expect(messages()).toEqual([
      "request failed with status 500: no release accepts this dialog: /dialog: It must be an object",
    ]);
  });

  it("goes on in another process that shares the store", async () => {
    const conversations = { store: createMemoryStore() };
    const bodies = [];
    for (const sent of [{}, chose(2), chose(11), filled("Dam 1")])
      bodies.push(await converse(threeQuestions, { conversations }).answer(sent));
    expect(bodies.slice(1)).toEqual([{ dialog: gift }, { form: address }, text(2, 11, "Dam 1")]);
  });

  it("has its question asked again when a round comes twice", async () => {
    const second = dialogOf("Delete the order?", 1, 2);
    const { answer } = converse(async ({ ask }) => {
      await ask.dialog(size);
      await ask.dialog(second);
      return { message: [{ text: "deleted" }] };
    });
    const round = (eventCounter: number, more: object) =>
      answer({ event: { eventCounter, eventTimestamp: "2026-11-20T10:15:00.000+01:00" }, ...more });
    await round(1, {});
    expect(await round(2, chose(1))).toEqual({ dialog: second });
    expect(await round(2, chose(1))).toEqual({ dialog: second });
    expect(await round(3, chose(1))).toEqual({ message: [{ text: "deleted" }] });
  });

  it("that has timed out no longer changes the conversation", async () => {
    let rounds = 0;
    const scanCode: ScanCode = async ({ ask }) => {
      rounds += 1;
      const [first] = (await ask.dialog(size)).selectedDialogOptionIds;
      if (rounds === 2) await pause(40);
      return text(first, (await ask.dialog(gift)).selectedDialogOptionIds);
    };
    const { answer } = converse(scanCode, { handlerTimeout: 20 });
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
    const known = {
      common: { parts: "dialog:Dialog form" },
      events: { scanCode: { own: ["scanCode"] } },
      objects: { Dialog: { parts: "selectedDialogOptionIds" } },
    };
    const { answer, lines } = converse(scanCode, { conversations: { store } }, { known });
    const large = "x".repeat(100_000);
    await answer();
    await answer({ dialog: { selectedDialogOptionIds: [1], [large]: large, more: { large } } });
    const last = { dialog: { selectedDialogOptionIds: [11], more: 1 } };
    expect(await answer(last)).toEqual(text(["selectedDialogOptionIds"]));
    expect(lines).toEqual([]);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500);
  });

  it.each([
    [8000, 200],
    [8200, 500],
  ])("fails if the journal takes more than 16 KiB: with %i numbers", async (count, status) => {
    const { send } = converse(twoQuestions, { conversations: { store: createMemoryStore({ bytes: 1e6 }) } });
    const body = bodyWith(chose(...Array.from({ length: count }, () => 1)));
    expect((await send({ body })).status).toBe(status);
  });

  it("fails if the POS does not wait, and the log says so", async () => {
    const { send, messages } = converse(oneQuestion);
    expect((await send({ body: bodyWith({ event: { eventBlocking: false } }) })).status).toBe(500);
    expect(messages()[0]).toContain("switch on Blocking for it in the back office");
  });

  it("fails with a fault after its question", async () => {
    const scanCode: ScanCode = ({ ask }) =>
      ask.dialog(size).finally(() => {
        throw new Error("the database is gone");
      }) as never;
    const { send, messages } = converse(scanCode);
    expect((await send()).status).toBe(500);
    expect(messages()[0]).toContain("the database is gone");
  });

  const away = () => Promise.reject(new Error("no connection"));
  it.each<[string, Partial<Store>, status: number]>([
    ["does not fail, once it has finished, if the store cannot forget", { delete: away }, 200],
    ["fails if the store fails, instead of guessing an answer", { add: away }, 500],
  ])("%s", async (_name, faults, status) => {
    const store = { ...createMemoryStore(), ...faults };
    const { send, lines } = converse(oneQuestion, { conversations: { store } });
    expect((await send({ body: bodyWith(chose(1)) })).status).toBe(status);
    expect(lines).toMatchObject([["error", {}, expect.stringContaining("no connection")]]);
  });
});
