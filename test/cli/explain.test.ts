import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { frozenSpec, loadRealModel } from "../workbench/real-spec.js";

const call = (...argv: readonly string[]) => runCommand(["explain", ...argv, "--spec", frozenSpec]);

const otherEvents = loadRealModel()
  .events.map(({ name }) => name)
  .filter((name) => name !== "completeSession")
  .join(", ");

const knownOfSelectRelation = [
  "  Answers (unknown): error, message, dialog, form, requestScanCode, openUrl, displayBarcode, hideBarcode, lineChanges, lineAdditions, lineDeletions, lockSession, lockSessionForAdditions, vatMethodChange, prepayTable, externalCardScan, customActionChange, requestCustomAction, polling, version. No source says which events take it.",
  "  Answers (contradicted): externalPayment. It is documented for cancelExternalPayment, pollExternalPayment, requestCancelExternalPayment and startExternalPayment only.",
  "  Answers (contradicted): receiptFooter. It is documented for completeSession only.",
  "  Answers (contradicted): billFooter. It is documented for printBill only.",
  "  Answers (contradicted): scanCode. It is documented for scanCode only.",
];

const cases: readonly { name: string; argv: readonly string[]; want: readonly string[] }[] = [
  {
    name: "a property of an answer that the fleet's floor keeps out",
    argv: ["form.fields[].separator", "--min-version", "48"],
    want: [
      "form.fields[].separator (in the answer: any event)",
      "  On which side of the field a separator stands.",
      '  Type: "none", "above" or "below"; optional.',
      "  Since v59.3.4.",
      "  Left out of your answers (since v59.3.4: not in every shop of 48..).",
      "  --min-version 59.3.4 would let it in.",
    ],
  },
  {
    name: "an answer that one event takes",
    argv: ["receiptFooter", "--min-version", "48"],
    want: [
      "receiptFooter (in the answer: only completeSession)",
      "  One footer for the receipt, or a list of them.",
      "  Type: Footer or array of Footer; optional.",
      "  There since before the first known release.",
      "  You may answer it: all your shops take it.",
      "  Events (documented): completeSession. It is documented as an answer to this event.",
      `  Events (contradicted): ${otherEvents}. It is documented for completeSession only.`,
    ],
  },
  {
    name: "an event, and what it is named after",
    argv: ["selectRelation"],
    want: [
      "selectRelation (an event)",
      "  A relation, such as a customer, was selected for the sale, or deselected again.",
      "  Since v43.1.1.",
      "  Some of your shops can send it (since v43.1.1: not in every shop).",
      "  With --min-version 43.1.1 every shop would know it.",
      ...knownOfSelectRelation,
      "",
      "selectRelation (in the request: only selectRelation)",
      "  The relation that is selected now; null, or an object with a null in it, when it was deselected.",
      "  Type: SelectRelation or null; required.",
      "  Since v43.1.1.",
      "  All shops that have the event know it.",
    ],
  },
  {
    name: "what is only announced",
    argv: ["sender.ageInSeconds"],
    want: [
      "sender.ageInSeconds (in the request: every event)",
      "  How old the news about the receipt printer is, in seconds.",
      "  Type: integer; optional.",
      "  Announced for no release yet: in no shop, and in nothing that is generated.",
    ],
  },
  {
    name: "a part of what is received, in a fleet that is too old for it",
    argv: ["sender.hasReceiptPrinter", "--min-version", "48", "--max-version", "56"],
    want: [
      "sender.hasReceiptPrinter (in the request: every event)",
      "  Whether a receipt printer is set up at this workplace.",
      "  Type: boolean; optional.",
      "  Since v57.",
      "  None of your shops can send it (since v57: not in every shop of 48..56).",
      "  With --min-version 57 every shop would know it.",
    ],
  },
  {
    name: "a part of an answer that the oldest release of a list keeps out",
    argv: ["form.fields[].separator", "--versions", "59.4.2,48,57"],
    want: [
      "form.fields[].separator (in the answer: any event)",
      "  On which side of the field a separator stands.",
      '  Type: "none", "above" or "below"; optional.',
      "  Since v59.3.4.",
      "  Left out of your answers (since v59.3.4: not in every shop of 48, 57 and 59.4.2).",
      "  --versions 59.3.4,59.4.2 would let it in.",
    ],
  },
  {
    name: "an event that part of a list has",
    argv: ["selectRelation", "--versions", "11.3,48"],
    want: [
      "selectRelation (an event)",
      "  A relation, such as a customer, was selected for the sale, or deselected again.",
      "  Since v43.1.1.",
      "  Some of your shops can send it (since v43.1.1: not in every shop of 11.3 and 48).",
      "  With --versions 43.1.1,48 every shop would know it.",
      ...knownOfSelectRelation,
      "",
      "selectRelation (in the request: only selectRelation)",
      "  The relation that is selected now; null, or an object with a null in it, when it was deselected.",
      "  Type: SelectRelation or null; required.",
      "  Since v43.1.1.",
      "  All shops that have the event know it.",
    ],
  },
];

describe("explain", () => {
  for (const { name, argv, want } of cases) {
    it(name, async () => {
      expect(await call(...argv)).toEqual({ code: 0, stdout: `${want.join("\n")}\n`, stderr: "" });
    });
  }

  it("takes a pointer, and the name of a type as the run's summary prints it", async () => {
    const pointer = await call("/form/fields/*/separator", "--min-version", "48");
    const title = await call("FormField.separator", "--min-version", "48");
    const path = await call("form.fields[].separator", "--min-version", "48");
    expect(pointer.stdout).toBe(path.stdout);
    expect(title.stdout).toBe(path.stdout);
  });

  it("prints JSON", async () => {
    const { stdout } = await call("form.fields[].separator", "--min-version", "48", "--json");
    const { matches } = JSON.parse(stdout) as { matches: Record<string, unknown>[] };
    expect(matches).toEqual([
      {
        kind: "response",
        path: "form.fields[].separator",
        events: expect.arrayContaining(["scanCode"]) as unknown,
        description: "On which side of the field a separator stands.",
        type: '"none", "above" or "below"',
        required: false,
        planned: false,
        since: "59.3.4",
        removed: null,
        lives: [{ since: "59.3.4", removed: null }],
        inFleet: "some shops",
        reason: "since v59.3.4: not in every shop of 48..",
        flag: "--min-version 59.3.4",
      },
    ]);
  });

  for (const [given, want] of [
    ["form.fields[].seperator", "form.fields[].separator"],
    ["separator", "form.fields[].separator"],
    ["sepparator", "form.fields[].separator"],
    ["scanCod", "scanCode"],
  ] as const) {
    it(`asks whether ${given} was meant to be ${want}`, async () => {
      const { code, stderr } = await call(given);
      expect(code).toBe(2);
      expect(stderr).toContain(`Did you mean "${want}"?`);
    });
  }

  it("says what a path looks like where nothing is near", async () => {
    const { code, stderr } = await call("zzzzzz.qqqqqq");
    expect([code, stderr]).toEqual([2, expect.stringContaining("form.fields[].separator") as unknown]);
  });
});
