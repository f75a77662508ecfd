import { describe, expect, it } from "vitest";
import type { PageState } from "../../../generator/till/page/till-state.js";
import { withReceiver, type Handlers } from "../desk.js";
import { ownContract } from "../own-spec.js";
import { builtIn } from "../proof/built-in.js";
import { listFiles, readText } from "../../architecture/files.js";
import { signatureOf } from "../../conformance/signature.js";
import { openAt, toOpenTill, withTill, type OpenTill } from "./open-till.js";

const tulips = { addSessionLine: { line: { articleNumber: 501, text: "Tulips", priceIncl: 8 } } };
const discountId = "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10";
const externalDiscount = { discountId, discountPercentage: 25, discountDescription: "Second bunch" };

interface Case {
  readonly name: string;
  readonly handlers?: Handlers;
  readonly release?: string;
  readonly do: (till: OpenTill) => Promise<unknown>;
  readonly want: (state: PageState) => unknown;
}

const cases: readonly Case[] = [
  {
    name: "a line with its discount, and the sums of the sale",
    handlers: {
      addSessionLine: ({ request }) => ({
        lineChanges: [{ lineId: request.addSessionLine.line.lineId, externalDiscount }],
      }),
    },
    do: ({ post }) => post("step", tulips),
    want: ({ sale }) =>
      expect(sale).toMatchObject({
        lines: [{ text: "Tulips", price: 8, total: 6, discount: { text: "Second bunch", amount: 2 } }],
        sums: [{ text: "Total", amount: 6 }],
      }),
  },
  {
    name: "a message for each scan with its time, until an answer clears them",
    handlers: {
      scanCode: ({ request: { scanCode } }) =>
        scanCode.scannedCode === "clear"
          ? { message: [{ message: "Anew", clearScreen: true, hideTimestamp: true }] }
          : { scanCode: { recognized: true, message: "Known", customerMessage: "Hello\nAnna" } },
    },
    do: async ({ post, see }) => {
      for (const scan of ["1", "2"]) await post("step", { scan });
      const { screen } = await see(({ wire }) => wire.length === 2);
      const known = { text: "Known", time: expect.any(Number) as number };
      expect(screen).toMatchObject({ messages: [known, known], customer: { text: "Hello\nAnna" } });
      await post("step", { scan: "clear" });
    },
    want: ({ screen }) => expect(screen.messages).toEqual([{ text: "Anew" }]),
  },
  {
    name: "a code on the customer display until it is hidden, and only safe links",
    handlers: {
      scanCode: ({ request: { scanCode } }) =>
        scanCode.scannedCode === "hide"
          ? { hideBarcode: true, openUrl: { url: "ftp://shop.example" } }
          : {
              displayBarcode: { codeType: "qrcode", code: "https://shop.example" },
              openUrl: { url: "https://shop.example/", urlTitle: "The shop" },
            },
    },
    do: async ({ post, see }) => {
      await post("step", { scan: "1" });
      const { screen } = await see(({ wire }) => wire.length === 1);
      expect(screen).toMatchObject({
        code: { code: "https://shop.example", drawing: { name: "QR code" } },
        link: { url: "https://shop.example/", title: "The shop" },
      });
      await post("step", { scan: "hide" });
    },
    want: ({ screen: { code, link } }) =>
      expect([code, link?.url]).toEqual([undefined, "https://shop.example/"]),
  },
  {
    name: "the printed texts with their codes",
    handlers: {
      completeSession: () => ({
        receiptFooter: [
          { textBefore: "For next time", barcode: { code: "ZEEP3-7Q2K" }, textAfter: "Thank you" },
          { textAfter: "A slip of its own", printSeparate: true },
        ],
      }),
    },
    do: async ({ post }) => {
      await post("step", tulips);
      await post("step", { completeSession: {} });
    },
    want: ({ sale }) =>
      expect(sale).toMatchObject({
        ended: true,
        footers: [
          {
            before: { text: "For next time" },
            code: { code: "ZEEP3-7Q2K", drawing: { name: "Barcode" } },
            after: { text: "Thank you" },
            isSeparate: false,
          },
          { after: { text: "A slip of its own" }, isSeparate: true },
        ],
      }),
  },
  {
    name: "nothing of a payment after its end, nor of a sale after its end",
    handlers: {
      startExternalPayment: () => ({
        externalPayment: { started: true, message: "Scan to pay" },
        displayBarcode: { codeType: "qrcode", code: "https://pay.example" },
        openUrl: { url: "https://pay.example/", urlTitle: "Pay" },
      }),
      pollExternalPayment: () => ({ externalPayment: { confirmed: true } }),
      completeSession: () => ({ message: [{ message: "Give the customer the receipt" }] }),
    },
    do: async ({ post, see }) => {
      await post("step", tulips);
      await post("step", { startPayment: {} });
      await post("step", { startExternalPayment: {} });
      const { screen } = await see(({ waits, wire }) => wire.length > 3 && waits.length === 0);
      expect(screen).toMatchObject({ messages: [{ text: "Scan to pay" }] });
      expect([screen.code, screen.link]).toEqual([undefined, undefined]);
      await post("step", { completeSession: {} });
    },
    want: ({ screen: { messages } }) =>
      expect(messages.map(({ text }) => text)).toEqual(["Give the customer the receipt"]),
  },
  {
    name: "the payment screen, and a code and progress until the payment is cancelled",
    handlers: {
      scanCode: () => ({ scanCode: { recognized: true, message: "Hello" } }),
      startExternalPayment: () => ({
        externalPayment: { started: true },
        displayBarcode: { codeType: "qrcode", code: "https://pay.example" },
      }),
      pollExternalPayment: () => ({ externalPayment: { message: "Waiting" } }),
      requestCancelExternalPayment: () => ({ externalPayment: { cancelled: true } }),
    },
    do: async ({ post, see }) => {
      // Earlier messages are not about the payment.
      await post("step", { scan: "1" });
      await post("step", tulips);
      await post("step", { startPayment: {} });
      await post("step", { startExternalPayment: {} });
      const { screen, attempt, sale, waits } = await see(({ wire }) => wire.length > 6);
      expect([screen.code?.code, screen.progress]).toEqual(["https://pay.example", "Waiting"]);
      expect(attempt).toBeGreaterThan(2);
      expect([sale.isPaying, waits.map(({ event }) => event)]).toEqual([true, ["pollExternalPayment"]]);
      expect(await post("step", { completeSession: {} })).toContain("The till is still waiting");
      expect(await post("step", { cancel: null })).toBe("");
      await see(({ screen: { code } }) => code === undefined);
      await post("step", { cancelPayment: {} });
    },
    want: ({ screen, sale, waits }) => {
      expect([sale.isPaying, waits, screen.code]).toEqual([false, [], undefined]);
      expect(screen.messages).toMatchObject([{ text: "Hello" }, { text: "Waiting" }]);
    },
  },
  {
    name: "why an answer is rejected, with a path to explain",
    handlers: { scanCode: () => ({ lineDeletions: [{ lineId: "1" }] }) },
    do: ({ post }) => post("step", { scan: "1" }),
    want: ({ wire }) =>
      expect(wire).toMatchObject([
        {
          verdict: "refused",
          says: "The till rejected the answer.",
          findings: [{ code: "INVALID_LINE_ID", explained: "lineDeletions.lineId" }],
          notes: ["The till reported this to the receiver in an error request."],
        },
      ]),
  },
  {
    name: "which shops reject the answer",
    handlers: {
      scanCode: () => ({
        scanCode: { recognized: false },
        displayBarcode: { codeType: "barcode", code: "1" },
        version: "1",
      }),
    },
    do: ({ post }) => post("step", { scan: "1" }),
    want: ({ wire }) =>
      expect(wire[0]?.notes).toEqual(["Shops before v23 reject this answer because of `/version`."]),
  },
  {
    name: "a new till after a change of release, with the events of that release",
    do: async ({ post }) => {
      await post("step", tulips);
      await post("change", { release: "15.1" });
    },
    want: ({ release, sale, wire, offers }) =>
      expect([release, sale.lines, wire, offers.some(({ event }) => event === "printBill")]).toEqual([
        "15.1",
        [],
        [],
        false,
      ]),
  },
];

describe("the page shows", () => {
  it.each(cases)("$name", async ({ handlers = {}, do: act, want }) => {
    await withTill(handlers, async (till) => {
      await act(till);
      want(await till.see());
    });
  });
});

async function showState(body: string, status = 200): Promise<PageState> {
  const headers = { "Content-Type": "application/json", "X-Mplus-Signature": signatureOf(body) };
  let state: PageState | undefined;
  await withReceiver(
    () => Promise.resolve(new Response(body, { status, headers })),
    async (shop) => {
      const page = await openAt(shop);
      const { post, see } = toOpenTill(page, shop);
      await post("step", { completeSession: {} });
      state = await see(({ wire }) => wire.length > 0).finally(page.close);
    },
  );
  if (!state) throw new Error("The page has no state.");
  return state;
}

const showAnswer = async (body: string): Promise<PageState["wire"][number] | undefined> =>
  (await showState(body)).wire[0];

const long = "\u200b".repeat(2 ** 20);
const footers = Array.from({ length: 5000 }, () => ({
  barcode: { code: "x".repeat(500), codeType: "qrcode" },
}));
const oddities = Array.from({ length: 20_000 }, (_, at) => ({ [`a${at}`]: long.slice(0, 9) }));
const longAnswers: readonly (readonly [name: string, answer: object, status: number])[] = [
  ["the name of a property", { [long]: 1 }, 200],
  ["an id", { lineDeletions: [{ lineId: long }] }, 200],
  ["the message of an error", { error: { code: long, message: long } }, 400],
  ["a list of codes to draw", { receiptFooter: footers }, 200],
  ["a list of oddities", { message: oddities }, 200],
];

it.each(longAnswers)(
  "an answer with %s of megabytes makes no page of megabytes",
  async (_, answer, status) => {
    const { sale, ...state } = await showState(JSON.stringify(answer), status);
    expect(JSON.stringify(state).length).toBeLessThan(300_000);
    expect(JSON.stringify(sale).length).toBeLessThan(2_000_000);
  },
);

const many = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const longDialog = {
  dialogTitle: "Which?",
  required: false,
  allowMultipleOptions: false,
  dialogOptions: many(100_000).map((id) => ({ optionId: id, optionName: `Option ${id}` })),
};
const field = { type: "text", required: false };
const options = many(50_000).map((id) => ({ id: `${id}`, label: `${id}` }));
const longQuestions: readonly (readonly [name: string, answer: object])[] = [
  ["100,000 options", { dialog: longDialog }],
  [
    "50,000 fields",
    { form: { id: "long", title: "All", fields: options.map((each) => ({ ...field, ...each })) } },
  ],
  [
    "a list of 50,000 options",
    {
      form: {
        id: "long",
        title: "One",
        fields: [{ ...field, id: "one", label: "One", type: "select", options }],
      },
    },
  ],
];

it.each(longQuestions)("only the first items of a question with %s are shown", async (_, answer) => {
  const { open, ...state } = await showState(JSON.stringify(answer));
  const lists = [
    open.dialog?.dialogOptions,
    open.form?.fields,
    open.form?.fields.flatMap((field) => ("options" in field ? field.options : [])),
  ];
  expect(Math.max(...lists.map((list) => list?.length ?? 0))).toBe(300);
  expect(open.note).toBe("Only the first 300 items of each list are shown.");
  expect(JSON.stringify([open, state]).length).toBeLessThan(300_000);
});

it("the wait for a poll begins when the user acts, however long the till was idle", async () => {
  const handlers: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };
  const use = async ({ post, see }: OpenTill): Promise<void> => {
    const opened = Date.now();
    await expect.poll(() => Date.now() - opened).toBeGreaterThan(20);
    const begun = Date.now();
    await post("step", { startExternalPayment: {} });
    const { waits } = await see(({ waits }) => waits.length > 0);
    expect(waits[0]?.at).toBeGreaterThanOrEqual(begun + 60_000);
  };
  await withTill(handlers, use, { settings: { pollEvery: 60_000 } });
});

it("a bug of ours in a poll is reported, and the till goes on", async () => {
  const contract = ownContract();
  const poll = contract.model.events.find(({ name }) => name === "pollExternalPayment")?.request;
  const at: typeof contract.at = (release) => {
    const snapshot = contract.at(release);
    const object: typeof snapshot.object = (model) => {
      if (model === poll) throw new Error("the contract is broken");
      return snapshot.object(model);
    };
    return { ...snapshot, object };
  };
  const handlers: Handlers = { startExternalPayment: () => ({ externalPayment: { started: true } }) };
  const use = async ({ post, see }: OpenTill): Promise<void> => {
    await post("step", tulips);
    await post("step", { startExternalPayment: {} });
    expect(await see(({ problem }) => problem !== "")).toMatchObject({
      problem: expect.stringMatching(/bug in mplus-codegen.*the contract is broken$/) as string,
    });
    expect(await post("step", tulips)).toBe("");
  };
  await withTill(handlers, use, {}, { ...contract, at });
});

it("half a character in a name is shown escaped", async () => {
  const shown = await showAnswer('{"\\ud800":1}');
  expect(shown?.findings).toMatchObject([
    { code: "unknown-property", message: expect.stringContaining("\\ud800") as string },
  ]);
});

it("an answer that is nested too deeply is rejected and shown", async () => {
  const shown = await showAnswer(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
  expect(shown).toMatchObject({
    verdict: "refused",
    answer: [expect.stringMatching(/^\{"a":/)],
  });
});

it("the page offers only articles and codes that are in scenarios or in the guide", () => {
  const page = readText("templates/till/areas.js");
  const offered = [...page.matchAll(/^ {2}\["([^"]*)", "|articleNumber: (\d+)/gm)].map(
    ([, code, article]) => code ?? article ?? "",
  );
  const known =
    [...builtIn().values()].map((scenario) => JSON.stringify(scenario)).join() +
    readText("docs/scenarios.md");
  expect(offered.length).toBeGreaterThan(10);
  expect(offered.filter((each) => !new RegExp(`\\b${each}\\b`).test(known))).toEqual([]);
});

it("the page names no event in its code", () => {
  const files = ["generator/till/page", "templates/till"].flatMap(listFiles);
  const names = ownContract().model.events.map(({ name }) => name);
  const named = files.flatMap((path) =>
    names
      .filter((name) => new RegExp(`\\b${name}\\b`).test(readText(path)))
      .map((name) => `${path}: ${name}`),
  );
  expect(named).toEqual([]);
});
