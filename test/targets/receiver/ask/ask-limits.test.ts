import { describe, expect, it } from "vitest";
import { createProtocolReceiver } from "../../../../templates/receiver/protocol/receiver.js";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import {
  contract,
  createRequest,
  createTestLog,
  createTestReceiver,
  goodBody,
  type Options,
  readAnswer,
  secret,
} from "../fixture.js";

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const size = {
  dialogTitle: "Size?",
  dialogOptions: [
    { optionId: 1, optionName: "Small" },
    { optionId: 2, optionName: "Large" },
  ],
};
const gift = { dialogTitle: "Gift?", dialogOptions: [{ optionId: 11, optionName: "Yes" }] };

const chose = (...selectedDialogOptionIds: number[]) => ({ dialog: { selectedDialogOptionIds } });
const text = (...lines: unknown[]) => ({ message: lines.map((line) => ({ text: JSON.stringify(line) })) });
const withAnswer = (answer: object) => JSON.stringify({ ...(JSON.parse(goodBody) as object), ...answer });

const twoQuestions: ScanCode = async ({ ask }) => {
  await ask.dialog(size);
  await ask.dialog(gift);
  return { message: [] };
};

/** What the types of the real contract know of a dialog's answer. */
const knownParts = {
  events: { scanCode: "ScanCodeRequest" },
  objects: {
    ScanCodeRequest: { properties: { dialog: "Dialog", form: "" } },
    Dialog: { properties: { selectedDialogOptionIds: "" } },
  },
};

describe("a handler that asks", () => {
  it("can ask another question after one that the shop does not have", async () => {
    const scanCode: ScanCode = async ({ ask }) => {
      const name = await ask
        .form({ id: "name", title: "Name?" }, { lines: [] } as never)
        .catch(() => "nobody");
      const [chosen] = (await ask.dialog(size)).selectedDialogOptionIds;
      const [wanted] = (await ask.dialog(gift)).selectedDialogOptionIds;
      return text(name, chosen, wanted);
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode } });
    const send = async (answer: object) =>
      readAnswer(await receiver.receive(createRequest({ body: withAnswer(answer) }))).body;
    expect(await send({})).toEqual({ dialog: size });
    expect(await send(chose(2))).toEqual({ dialog: gift });
    expect(await send(chose(11))).toEqual(text("nobody", 2, 11));
  });

  it("gets only the parts of an answer that the types know, in every round", async () => {
    const texts: string[] = [];
    const memory = createMemoryStore();
    const store = { ...memory, set: (key: string, kept: string, ms: number) => (texts.push(kept), memory.set(key, kept, ms)) }; // prettier-ignore
    const scanCode: ScanCode = async ({ ask }) => {
      const first = await ask.dialog(size);
      await ask.dialog(gift);
      return text(Object.keys(first));
    };
    const { log, lines } = createTestLog();
    const receiver = createProtocolReceiver(
      { ...contract, knownParts },
      { subscriptions: { "shop-12": { secret } }, handlers: { scanCode }, conversations: { store }, log },
    );
    const send = async (answer: object) =>
      readAnswer(await receiver.receive(createRequest({ body: withAnswer(answer) }))).body;
    const large = "x".repeat(100_000);
    await send({});
    await send({ dialog: { selectedDialogOptionIds: [1], [large]: large, more: { large } } });
    expect(await send({ dialog: { selectedDialogOptionIds: [11], more: 1 } })).toEqual(
      text(["selectedDialogOptionIds"]),
    );
    expect(lines).toEqual([]);
    expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500);
  });

  it("fails if an answer is too large to be kept, instead of asking again", async () => {
    const statusWith = async (count: number, bytes: number): Promise<number> => {
      const body = withAnswer(chose(...Array.from({ length: count }, () => 1)));
      const conversations = { store: createMemoryStore({ bytes }) };
      const { receiver } = createTestReceiver({ handlers: { scanCode: twoQuestions }, conversations });
      return (await receiver.receive(createRequest({ body }))).status;
    };
    expect(await statusWith(5000, 1_000_000)).toBe(200);
    expect(await statusWith(5000, 10_000)).toBe(500);
    expect(await statusWith(10_000, 1_000_000)).toBe(500);
  });

  it("may change its request between two questions", async () => {
    const scanCode: ScanCode = async ({ request, ask }) => {
      const [chosen] = (await ask.dialog(size)).selectedDialogOptionIds;
      request.scanCode.scannedCode = request.scanCode.scannedCode.slice(1);
      const [wanted] = (await ask.dialog(gift)).selectedDialogOptionIds;
      return text(chosen, wanted);
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode } });
    const send = async (answer: object) =>
      readAnswer(await receiver.receive(createRequest({ body: withAnswer(answer) }))).body;
    expect(await send({})).toEqual({ dialog: size });
    expect(await send(chose(2))).toEqual({ dialog: gift });
    expect(await send(chose(11))).toEqual(text(2, 11));
  });
});
