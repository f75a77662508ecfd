import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import { createRequest, createTestReceiver, goodBody, type Options, readAnswer } from "../fixture.js";
import { pause, useVirtualTime } from "../../../workbench/virtual-time.js";

useVirtualTime();

type ScanCode = NonNullable<Options["handlers"]["scanCode"]>;

const size = {
  dialogTitle: "Size?",
  dialogOptions: [
    { optionId: 1, optionName: "Small" },
    { optionId: 2, optionName: "Large" },
  ],
};
const gift = {
  dialogTitle: "Gift?",
  dialogOptions: [
    { optionId: 11, optionName: "Yes" },
    { optionId: 12, optionName: "No" },
  ],
};
const address = { id: "address", title: "Where to?" };

/** A round: what the POS sends beside the event, and what comes back. */
interface Round {
  readonly send: object;
  readonly want: object;
}

const chose = (...selectedDialogOptionIds: number[]) => ({ dialog: { selectedDialogOptionIds } });
const filled = (value: string, id = "address") => ({ form: { id, fields: [{ id: "street", value }] } });
const text = (...lines: unknown[]) => ({ message: lines.map((line) => ({ text: JSON.stringify(line) })) });

const oneQuestion: ScanCode = async ({ ask }) => text((await ask.dialog(size)).selectedDialogOptionIds);

const threeQuestions: ScanCode = async ({ ask }) => {
  const [chosen] = (await ask.dialog(size, { message: [{ text: "Please choose." }] }))
    .selectedDialogOptionIds;
  const [wanted] = (await ask.dialog(gift)).selectedDialogOptionIds;
  const { fields } = await ask.form(address);
  return text(chosen, wanted, fields[0]?.value);
};

const untidy: ScanCode = async ({ ask }) => {
  try {
    return text((await ask.dialog(size)).selectedDialogOptionIds);
  } catch {
    return { message: [{ text: "caught" }] };
  }
};

const conversations: [string, ScanCode, Round[]][] = [
  [
    "one question",
    oneQuestion,
    [
      { send: {}, want: { dialog: size } },
      { send: chose(2), want: text([2]) },
    ],
  ],
  [
    "a question that nobody answers",
    oneQuestion,
    [
      { send: {}, want: { dialog: size } },
      { send: chose(), want: text([]) },
    ],
  ],
  [
    "three questions, each in a round of its own",
    threeQuestions,
    [
      { send: {}, want: { message: [{ text: "Please choose." }], dialog: size } },
      { send: chose(2), want: { dialog: gift } },
      { send: chose(11), want: { form: address } },
      { send: filled("Dam 1"), want: text(2, 11, "Dam 1") },
    ],
  ],
  [
    "a user who begins anew",
    threeQuestions,
    [
      { send: {}, want: { message: [{ text: "Please choose." }], dialog: size } },
      { send: chose(2), want: { dialog: gift } },
      { send: {}, want: { message: [{ text: "Please choose." }], dialog: size } },
      { send: chose(1), want: { dialog: gift } },
      { send: chose(12), want: { form: address } },
      { send: filled("Dam 1"), want: text(1, 12, "Dam 1") },
    ],
  ],
  [
    "an answer to another question is not taken for one to this",
    threeQuestions,
    [
      { send: {}, want: { message: [{ text: "Please choose." }], dialog: size } },
      { send: chose(11), want: { message: [{ text: "Please choose." }], dialog: size } },
      { send: chose(1), want: { dialog: gift } },
      { send: chose(12), want: { form: address } },
      { send: filled("Dam 1", "other"), want: { form: address } },
    ],
  ],
  [
    "a handler that wraps what ends the round",
    (context) => wrapping(context),
    [
      { send: {}, want: { dialog: size } },
      { send: chose(1), want: text([1]) },
    ],
  ],
  [
    "a handler that catches what ends the round",
    untidy,
    [
      { send: {}, want: { dialog: size } },
      { send: chose(1), want: text([1]) },
    ],
  ],
];

const wrapping: ScanCode = async ({ ask }) => {
  try {
    return text((await ask.dialog(size)).selectedDialogOptionIds);
  } catch (error) {
    throw new Error("scan failed", { cause: error });
  }
};

const withAnswer = (answer: object) => JSON.stringify({ ...(JSON.parse(goodBody) as object), ...answer });

describe("a handler that asks", () => {
  it.each(conversations)("%s", async (_name, scanCode, rounds) => {
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode } });
    for (const { send, want } of rounds) {
      const response = await receiver.receive(createRequest({ body: withAnswer(send) }));
      expect(readAnswer(response)).toEqual({ status: 200, body: want });
    }
    expect(lines).toEqual([]);
  });

  it("keeps two tills apart that ask at once", async () => {
    const { receiver } = createTestReceiver({ handlers: { scanCode: threeQuestions } });
    const send = async (workplaceNumber: number, answer: object) => {
      const sender = { branchNumber: 1, workplaceNumber };
      const response = await receiver.receive(createRequest({ body: withAnswer({ sender, ...answer }) }));
      return readAnswer(response).body;
    };
    await send(1, {});
    await send(2, {});
    expect(await send(1, chose(1))).toEqual({ dialog: gift });
    expect(await send(2, chose(2))).toEqual({ dialog: gift });
    await send(1, chose(11));
    expect(await send(2, chose(12))).toEqual({ form: address });
    expect(await send(1, filled("x"))).toEqual(text(1, 11, "x"));
    expect(await send(2, filled("y"))).toEqual(text(2, 12, "y"));
  });

  it("goes on in another process that shares the store", async () => {
    const store = createMemoryStore();
    const rounds = [{}, chose(2), chose(11), filled("Dam 1")];
    const bodies = [];
    for (const send of rounds) {
      const { receiver } = createTestReceiver({
        handlers: { scanCode: threeQuestions },
        conversations: { store },
      });
      bodies.push(readAnswer(await receiver.receive(createRequest({ body: withAnswer(send) }))).body);
    }
    expect(bodies.slice(1)).toEqual([{ dialog: gift }, { form: address }, text(2, 11, "Dam 1")]);
  });

  it("takes a dialog after a restart for the answer to its first question, if it fits", async () => {
    const ask = async (scanCode: ScanCode, answer: object) => {
      const { receiver } = createTestReceiver({ handlers: { scanCode } });
      return readAnswer(await receiver.receive(createRequest({ body: withAnswer(answer) }))).body;
    };
    expect(await ask(oneQuestion, chose(2))).toEqual(text([2]));
    expect(await ask(oneQuestion, chose(11))).toEqual({ dialog: size });
  });

  it("fails if the POS does not wait, and the log says so", async () => {
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode: oneQuestion } });
    const event = { eventBlocking: false, eventCounter: 1 };
    const response = await receiver.receive(createRequest({ body: withAnswer({ event }) }));
    expect(readAnswer(response).status).toBe(500);
    expect(lines[0]?.[2]).toContain("make the event blocking in the back office");
  });

  it("fails with a fault after its question", async () => {
    const scanCode: ScanCode = async ({ ask }) => {
      try {
        await ask.dialog(size);
      } finally {
        throw new Error("the database is gone");
      }
    };
    const { receiver, lines } = createTestReceiver({ handlers: { scanCode } });
    expect(readAnswer(await receiver.receive(createRequest())).status).toBe(500);
    expect(lines[0]?.[2]).toContain("the database is gone");
  });

  it("has its question asked even if it does not await it", async () => {
    const scanCode: ScanCode = ({ ask }) => {
      void ask.dialog(size);
      return { message: [] };
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode } });
    expect(readAnswer(await receiver.receive(createRequest())).body).toEqual({ dialog: size });
  });

  it("has its question asked again when a round comes twice", async () => {
    const yesNo = (dialogTitle: string) => ({ ...size, dialogTitle });
    const scanCode: ScanCode = async ({ ask }) => {
      await ask.dialog(yesNo("Add gift wrap?"));
      await ask.dialog(yesNo("Delete the order?"));
      return { message: [{ text: "deleted" }] };
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode } });
    const send = async (eventCounter: number, answer: object) => {
      const event = { eventCounter, eventTimestamp: "2026-11-20T10:15:00.000+01:00" };
      const response = await receiver.receive(createRequest({ body: withAnswer({ event, ...answer }) }));
      return readAnswer(response).body;
    };
    const second = { dialog: yesNo("Delete the order?") };
    await send(1, {});
    expect(await send(2, chose(1))).toEqual(second);
    expect(await send(2, chose(1))).toEqual(second);
    expect(await send(3, chose(1))).toEqual({ message: [{ text: "deleted" }] });
  });

  it("that has timed out no longer changes the conversation", async () => {
    let rounds = 0;
    const scanCode: ScanCode = async ({ ask }) => {
      rounds += 1;
      const [first] = (await ask.dialog(size)).selectedDialogOptionIds;
      if (rounds === 2) await pause(40);
      const [other] = (await ask.dialog(gift)).selectedDialogOptionIds;
      return text(first, other);
    };
    const { receiver } = createTestReceiver({ handlers: { scanCode }, handlerTimeout: 20 });
    const send = async (answer: object) => {
      const response = await receiver.receive(createRequest({ body: withAnswer(answer) }));
      return readAnswer(response).body;
    };
    await send({});
    await send(chose(1));
    expect(await send({})).toEqual({ dialog: size });
    await pause(60);
    expect(await send(chose(2))).toEqual({ dialog: gift });
    expect(await send(chose(11))).toEqual(text(2, 11));
  });

  it("that has finished does not fail if the store cannot forget", async () => {
    const memory = createMemoryStore();
    const store = { ...memory, delete: () => Promise.reject(new Error("no connection")) };
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: oneQuestion },
      conversations: { store },
    });
    const response = await receiver.receive(createRequest({ body: withAnswer(chose(1)) }));
    expect(readAnswer(response).body).toEqual(text([1]));
    expect(lines).toMatchObject([["error", {}, "the store of conversations failed: no connection"]]);
  });

  it("fails if the store fails, instead of guessing an answer", async () => {
    const store = {
      add: () => Promise.reject(new Error("no connection")),
      set: () => undefined,
      delete: () => undefined,
    };
    const { receiver, lines } = createTestReceiver({
      handlers: { scanCode: oneQuestion },
      conversations: { store },
    });
    const response = await receiver.receive(createRequest({ body: withAnswer(chose(1)) }));
    expect(readAnswer(response).status).toBe(500);
    expect(lines[0]?.[2]).toContain("no connection");
  });
});

describe("the types of ask", () => {
  it("refuse questions that this fleet does not have", () => {
    ({
      // @ts-expect-error -- form is never there
      startExternalPayment: async ({ ask }) => ({ message: [await ask.form(address)] }),
      scanCode: async ({ ask }) => {
        // @ts-expect-error -- a dialog has a title
        await ask.dialog({ dialogOptions: [] });
      },
    }) satisfies Options["handlers"];
  });
});
