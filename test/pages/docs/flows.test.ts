import { describe, expect, it } from "vitest";
import { buildModel } from "../../../generator/contract/model/build.js";
import { linkSmallSpec } from "../../contract/read/small-spec.js";
import { loadRange } from "../../workbench/real-spec.js";
import { findAll, parseMarkdown, rowsOf } from "../../targets/docs/markdown-tree.js";
import { pages } from "../../workbench/outputs.js";
import { pageAt, pagesOf } from "../pages.js";

const provenance = { kind: "inferred", basis: "It was seen." };

const scan = {
  title: "Scan",
  description: "A code is scanned.",
  setUp: [
    { event: "scanCode", blocking: true, text: "The till waits." },
    { event: "printBill", text: "It is sent." },
  ],
  steps: [
    {
      id: "scan",
      event: "scanCode",
      text: "A code is scanned.",
      do: "Look it up.",
      call: { address: "/scanCode/scannedCode", when: "it is known", text: "Call it.", provenance },
      next: [
        { answer: { scanCode: { recognized: true } }, to: "known", example: "scanCode/card" },
        { to: "scan", text: "It is asked for once more.", provenance },
      ],
    },
    {
      id: "bill",
      event: "printBill",
      between: ["scan"],
      text: "A bill is printed.",
      next: [{ till: "It is printed.", to: "back", example: "printBill/plain" }],
    },
  ],
  ends: [{ id: "known", text: "The code is known." }],
  notes: [{ text: "Keep the code.", provenance }],
};

const text = {
  title: "Show a text",
  description: "A text is shown.",
  anyEvent: true,
  setUp: [{ event: "scanCode", text: "The event to show it at." }],
  steps: [
    {
      id: "show",
      event: "scanCode",
      text: "You answer with a text.",
      next: [{ answer: { message: {} }, to: "shown", example: "scanCode/shown" }],
    },
    {
      id: "shown",
      event: "scanCode",
      with: { scanCode: { codeType: "rfid" } },
      text: "It comes once more.",
      next: [{ to: "end", example: "scanCode/card" }],
    },
  ],
  ends: [{ id: "end", text: "That was it." }],
};

const examples = {
  "examples/scanCode/shown.json": {
    description: "A text.",
    release: "12.1",
    request: { event: { eventCounter: 1 }, scanCode: { scannedCode: "12", codeType: "rfid" } },
    response: { message: { text: "A text." } },
  },
};

async function pageWith(changes: object, path: string): Promise<string> {
  const model = buildModel(linkSmallSpec({ ...examples, ...changes }));
  return pageAt(await pagesOf(loadRange("..", model), model), path);
}

const toldBelowDrawing = (page: string): string[] =>
  page.split(".svg)\n\n")[1]?.split("\n\n")[0]?.split("\n") ?? [];

describe("the page of a flow", () => {
  it("says how it is set up, what leads to each step, and what each answer leads to", async () => {
    const page = await pageWith({ "flows/scan.json": scan }, "flows/scan.md");
    for (const line of [
      "- This request starts the flow.",
      "**What you do**: Look it up.",
      "**Your call**: the URL in `scanCode.scannedCode`. Call it. Inferred, not documented: It was seen.",
      "- **With `scanCode.recognized = true`**. The flow ends: The code is known.",
      "- **With any other answer**. The POS sends the same request again. It is asked for once more. Inferred, not documented: It was seen.",
      "- The POS can send this at any time after [scanCode](scan.md#step-1-scancode).",
      "- **At the POS: It is printed.** The flow continues where it was.",
      "- Keep the code. Inferred, not documented: It was seen.",
    ])
      expect(page.split("\n")).toContain(line);
    const [setUp] = findAll(parseMarkdown(page), "table");
    expect(setUp && rowsOf(setUp)).toEqual([
      ["scanCode", "yes", "no", "The till waits."],
      ["printBill", "no", "no", "It is sent."],
    ]);
  });

  it("draws repeats, what may come between, calls and choices", async () => {
    const page = await pageWith({ "flows/scan.json": scan }, "flows/scan.md");
    expect(toldBelowDrawing(page)).toEqual([
      "- Optional, the request has scanCode.scannedCode, and it is known:",
      "  - You to POS: a call of scanCode.scannedCode",
      "- POS to You: POST /scanCode: scanCode",
      "- One of these:",
      "  - If scanCode.recognized = true:",
      "    - You to POS: scanCode",
      "    - End: The code is known.",
      "  - If any other answer (inferred):",
      "    - You to POS: anything else, or nothing",
      "    - Next: POST /scanCode",
      "- Optional, at any time after POST /scanCode:",
      "  - POS to You: POST /printBill: bill",
      "  - You to POS: any answer, or none",
      "  - At the POS: It is printed.",
      "  - The flow continues where it was",
    ]);
  });
});

describe("the samples of a flow", () => {
  const [step] = scan.steps;
  const [known, unknown] = step?.next ?? [];
  const other = (scannedCode: string) => ({
    "flows/scan.json": {
      ...scan,
      story: { event: { eventCounter: 1 } },
      steps: [{ ...step, next: [known, { ...unknown, example: "scanCode/other" }] }, scan.steps[1]],
    },
    "examples/scanCode/other.json": {
      description: "Another code.",
      release: "12.1",
      response: { scanCode: { recognized: false } },
      request: { event: { eventCounter: 1 }, scanCode: { scannedCode, codeType: "rfid" } },
    },
  });

  it("shows the request of another answer only where it tells of something else", async () => {
    const page = await pageWith(other("13"), "flows/scan.md");
    expect(page).toContain("\nThe POS sends:\n");
    expect(page).toContain("\nThe samples on this page tell one story.");
    expect((await pageWith(other("12"), "flows/scan.md")).match(/^The POS sends/gm)).toHaveLength(2);
  });

  it("says beside a sample what it leaves open, once in a step", async () => {
    const question = { id: "code", question: "Does the code change?", findOut: "Scan it twice." };
    const samples = [{ body: "request", at: "/scanCode/scannedCode", shown: true }];
    const open = { "open-questions.json": { questions: [{ ...question, samples }] } };
    const page = await pageWith({ ...other("13"), ...open }, "flows/scan.md");
    expect(
      page.split(`Open: [${question.question}](../open-questions.md#does-the-code-change)`),
    ).toHaveLength(2);
  });
});

describe("the page of an event", () => {
  const free = { "events/printBill.json#/freeStanding": "It comes by itself." };
  const again = (page: string): readonly string[] => page.match(/POST \/\w+ again.*/g) ?? [];

  it("says why it is in no flow", async () => {
    const page = await pageWith({ "flows/text.json": text, ...free }, "events/printBill.md");
    expect(page).toContain("\nThis event belongs to no flow. It comes by itself.\n");
  });

  it("has the repeats of flows that go the same with any event", async () => {
    const page = await pageWith({ "flows/text.json": text, ...free }, "events/printBill.md");
    expect(again(page)).toEqual(['POST /printBill again with scanCode.codeType = "rfid"']);
    expect(page).toContain("This event may also be part of:\n\n- [Show a text](../flows/text.md)\n");
  });

  it("says once on which condition the POS sends the event again", async () => {
    const page = pageAt(await pages("48.."), "events/startPayment.md");
    expect(page.match(/Optional, if .*/g)).toEqual([
      "Optional, if event.eventPolling = true, after polling.finished = false or any other answer:",
    ]);
    expect(page).not.toMatch(/again with event\.eventPolling/);
  });

  it("has none of them if a flow of its own says what comes of all else", async () => {
    const rest = { ...scan, steps: [scan.steps[0]], setUp: [scan.setUp[0]] };
    const both = { "flows/scan.json": rest, "flows/text.json": { ...text, anyEvent: false }, ...free };
    expect(again(await pageWith(both, "events/scanCode.md"))).toEqual([
      "POST /scanCode again",
      'POST /scanCode again with scanCode.codeType = "rfid"',
    ]);
    const other = {
      ...scan,
      steps: [scan.steps[0], { ...scan.steps[1], next: [{ to: "back", example: "printBill/plain" }] }],
    };
    const page = await pageWith({ "flows/scan.json": other, "flows/text.json": text }, "events/printBill.md");
    expect(again(page)).toEqual([]);
    expect(page).not.toContain("flows/text.md");
  });
});
