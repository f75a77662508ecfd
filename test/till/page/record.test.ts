import { describe, expect, it } from "vitest";
import { getAt, type JsonObject } from "../../../generator/base/json.js";
import { play } from "../scenario/play.js";
import { carryTo, createCafe, type Handlers } from "../scenario/shop.js";
import { withTill } from "./open-till.js";

interface Case {
  readonly name: string;
  readonly open: () => Handlers;
  readonly steps: readonly JsonObject[];
  /** The number of requests to wait for, because the till polls on its own. */
  readonly sent?: number;
  readonly want: readonly string[];
  /** Another receiver, and the step that fails with it. */
  readonly broken: Handlers;
  readonly fails: string;
}

const cake = { line: { articleNumber: 12, priceIncl: 2.5 } };

const openPayment = (): Handlers => {
  let polls = 0;
  return {
    startExternalPayment: () => ({ externalPayment: { started: true } }),
    pollExternalPayment: () => ({ externalPayment: (polls += 1) < 2 ? {} : { confirmed: true } }),
    requestCancelExternalPayment: () => ({ externalPayment: { cancelled: true } }),
  };
};

const cases: readonly Case[] = [
  {
    name: "what was chosen, and what became of the sale by it",
    open: createCafe,
    steps: [{ addSessionLine: cake }, { choose: "Large" }, { completeSession: {} }],
    want: [
      "  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }",
      "    expect:",
      "      dialog:",
      "        dialogTitle: Which size?",
      "        dialogOptions: [ { optionId: 0, optionName: Small }, { optionId: 1, optionName: Large } ]",
      "        required: true",
      "        allowMultipleOptions: false",
      "      session: { lines: [ { articleNumber: 12, priceIncl: 2.5, quantity: 1 } ] }",
      "  - choose: Large",
      "    expect:",
      "      lineChanges: [ { externalDiscount: { discountAmount: 0.5, discountDescription: Large } } ]",
      "      session:",
      "        lines:",
      "          - articleNumber: 12",
      "            priceIncl: 2.5",
      "            quantity: 1",
      "            externalDiscount: { discountAmount: 0.5, discountDescription: Large }",
      "  - completeSession: {}",
      "    expect:",
      "      receiptFooter: { textBefore: Thank you }",
      "      session:",
      "        payments: [ { amount: 2, description: Pin, method: PIN } ]",
      "        printed: [ { textBefore: Thank you } ]",
      "        ended: true",
    ],
    broken: { ...createCafe(), completeSession: () => ({}) },
    fails: "completeSession",
  },
  {
    name: "a line by the step that put it there",
    open: () => ({}),
    steps: [
      { addSessionLine: cake },
      { addSessionLine: cake },
      { updateSessionLine: { line: { lineId: "LINE 0", quantity: 2 } } },
    ],
    want: [
      "  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }",
      "    as: step1",
      "  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }",
      '  - updateSessionLine: { line: { lineId: "${step1.request.session.lines.0.lineId}", quantity: 2 } }',
    ],
    broken: { updateSessionLine: () => Promise.reject(new Error("no")) },
    fails: "updateSessionLine",
  },
  {
    name: "one wait for all polls, with time to spare",
    open: openPayment,
    steps: [{ addSessionLine: cake }, { startPayment: {} }, { startExternalPayment: {} }],
    sent: 5,
    want: [
      "  - addSessionLine: { line: { articleNumber: 12, priceIncl: 2.5 } }",
      "  - startPayment: {}",
      "  - startExternalPayment: {}",
      "    expect: { externalPayment: { started: true } }",
      "  - wait: 6s",
      "    expect:",
      "      externalPayment: { confirmed: true }",
      "      session: { payments: [ { amount: 2.5, description: TERMINAL, method: TERMINAL } ] }",
    ],
    broken: { ...openPayment(), pollExternalPayment: () => ({ externalPayment: { cancelled: true } }) },
    fails: "wait 6s",
  },
  {
    name: "what was refused, and what failed",
    open: () => ({
      scanCode: () => ({ lineDeletions: [{ lineId: "none" }] }),
      printBill: () => Promise.reject(new Error("no")),
    }),
    steps: [{ scan: "1" }, { printBill: {} }],
    want: [
      '  - scan: "1"',
      "    expect: { refused: INVALID_LINE_ID }",
      "  - printBill: {}",
      "    expect: { failed: 500 }",
    ],
    broken: { printBill: () => Promise.reject(new Error("no")) },
    fails: "scan 1",
  },
  {
    name: "no id, no time, and no text that counts something",
    open: () => ({
      scanCode: () => ({
        scanCode: { recognized: true },
        message: [{ message: "Your points: 18", displayTime: 5 }],
        displayBarcode: { codeType: "barcode", code: "0b6c3b0e-94c3-4d4e-8cb7-3a3a1f0f7a10" },
      }),
    }),
    steps: [{ scan: "card" }],
    want: [
      "  - scan: card",
      "    expect:",
      "      scanCode: { recognized: true }",
      "      message: [ { displayTime: 5 } ]",
      "      displayBarcode: { codeType: barcode }",
    ],
    broken: { scanCode: () => ({ scanCode: { recognized: true } }) },
    fails: "scan card",
  },
];

it("a recording has what was typed, whatever it is, and names no part by an id", async () => {
  const id = "6e4cbcd5-0d5e-4c1c-9a8b-3f0f4a4c9f10";
  const relation = { relationNumber: 1, [id]: id, 'a"b': id };
  const steps = [{ scan: "${" }, { scan: "a${b}" }, ...[1, 2].map(() => ({ selectRelation: { relation } }))];
  const text = await record({ name: "", open: () => ({}), steps, want: [], broken: {}, fails: "" });
  expect(text).toContain("scan: ${\n");
  expect(text).toContain("scan: a$${b}\n");
  const again = await play(text, { fetch: carryTo({}, quiet) });
  expect(again.outcome).toBe("passed");
  const scanned = again.steps.map(({ exchanges: [each] }) =>
    getAt(each?.request, ["scanCode", "scannedCode"]),
  );
  expect(scanned.slice(0, 2)).toEqual(["${", "a${b}"]);
});

describe("a recording has", () => {
  it.each(cases)("$name, and plays green; where the receiver is another, its step is red", async (each) => {
    const text = await record(each);
    expect(text.trimEnd().split("\n")).toEqual([
      "name: Recorded at the till",
      "description: Ids, times and texts with a number are not checked, because they may differ each time.",
      "release: 59.5.2",
      "product: pos",
      "steps:",
      ...each.want,
    ]);
    const again = await play(text, { fetch: carryTo(each.open(), quiet) });
    expect([again.outcome, again.steps.flatMap(({ failures }) => failures)]).toEqual(["passed", []]);
    const red = await play(text, { fetch: carryTo(each.broken, quiet) });
    expect(red.steps.find(({ outcome }) => outcome === "failed")?.title).toBe(each.fails);
  });
});

it("a recording goes on at another till as a scenario of its own", async () => {
  await withTill({}, async ({ url, post }) => {
    await post("change", { isRecording: true });
    await post("step", { scan: "1" });
    await post("change", { release: "48" });
    await post("step", { scan: "2" });
    await post("change", { isRecording: false });
    await post("step", { scan: "3" });
    const text = await (await fetch(`${url}/recording.yaml`)).text();
    expect(text.split("---\n").map((part) => /release: (.*)\n[^]*scan: "(.)"/.exec(part)?.slice(1))).toEqual([
      ["59.5.2", "1"],
      [expect.stringMatching(/^"?48"?$/), "2"],
    ]);
  });
});

const nothing = (): void => undefined;
const quiet = { log: { debug: nothing, info: nothing, warn: nothing, error: nothing } };

/** Records steps at a till. In a step, `LINE 0` stands for the id of the first line. */
async function record({ open, steps, sent = steps.length }: Case): Promise<string> {
  let text = "";
  await withTill(open(), async ({ url, post, see }) => {
    await post("change", { isRecording: true });
    for (const step of steps) {
      const { sale } = await see();
      const said = JSON.stringify(step).replace("LINE 0", sale.lines[0]?.id ?? "");
      expect(await post("step", JSON.parse(said) as JsonObject)).toBe("");
    }
    await see(({ wire, waits }) => wire.length >= sent && waits.length === 0);
    text = await (await fetch(`${url}/recording.yaml`)).text();
  });
  return text;
}
