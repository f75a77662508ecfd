import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { frozenSpec } from "../workbench/real-spec.js";

const call = (...argv: readonly string[]) => runCommand(["explain", ...argv, "--spec", frozenSpec]);

/** The lines on what any event knows of answers, of which test/changes holds the words. */
const standing = /^ {2}(?:Answers|Events) \((?:unknown|general|contradicted|documented)\): .+$/;

const separator = [
  "form.fields[].separator (in the answer: any event)",
  "  On which side of the field a separator stands.",
  '  Type: "none", "above" or "below"; optional.',
  "  Since v59.3.4.",
];
const selected = [
  "",
  "selectRelation (in the request: only selectRelation)",
  "  The relation that is selected now; null, or an object with a null in it, when it was deselected.",
  "  Type: SelectRelation or null; required.",
  "  Its parts: relation (required).",
  "  Since v43.1.1.",
  "  All shops that have the event know it.",
];

/** A call, and what it prints. */
const cases: readonly (readonly [call: string, want: readonly string[]])[] = [
  [
    "form.fields[].separator --min-version 48",
    [
      ...separator,
      "  Left out of your answers (since v59.3.4: not in every shop of 48..).",
      "  --min-version 59.3.4 would let it in.",
    ],
  ],
  [
    "form.fields[].separator --versions 59.4.2,48,57",
    [
      ...separator,
      "  Left out of your answers (since v59.3.4: not in every shop of 48, 57 and 59.4.2).",
      "  --versions 59.4.2 would let it in.",
    ],
  ],
  [
    "selectRelation --versions 11.3,48",
    [
      "selectRelation (an event)",
      "  A relation, such as a customer, was selected for the sale, or deselected again.",
      "  Since v43.1.1.",
      "  Some of your shops can send it (since v43.1.1: not in every shop of 11.3 and 48).",
      "  With --versions 48 every shop would know it.",
      ...selected,
    ],
  ],
  [
    "sender.ageInSeconds",
    [
      "sender.ageInSeconds (in the request: every event)",
      "  How old the news about the receipt printer is, in seconds.",
      "  Type: integer; optional.",
      "  Announced for no release yet: in no shop, and in nothing that is generated.",
    ],
  ],
];

describe("explain", () => {
  it.each(cases)("%s", async (line, want) => {
    const { code, stdout, stderr } = await call(...line.split(" "));
    const shown = stdout.split("\n").filter((each) => !standing.test(each));
    expect([code, shown, stderr]).toEqual([0, [...want, ""], ""]);
  });

  it("takes a pointer, and the name of a type as the run's summary prints it", async () => {
    const path = await call("form.fields[].separator");
    expect(await call("/form/fields/*/separator")).toEqual(path);
    expect(await call("FormField.separator")).toEqual(path);
  });

  it("prints JSON", async () => {
    const { stdout } = await call("form.fields[].separator", "--min-version", "48", "--json");
    const { matches } = JSON.parse(stdout) as { matches: Record<string, unknown>[] };
    expect(matches).toEqual([
      {
        kind: "response",
        path: "form.fields[].separator",
        type: '"none", "above" or "below"',
        events: expect.arrayContaining(["scanCode"]) as unknown,
        description: "On which side of the field a separator stands.",
        required: false,
        planned: false,
        inFleet: "some shops",
        flag: "--min-version 59.3.4",
        since: "59.3.4",
        removed: null,
        lives: [{ since: "59.3.4", removed: null }],
        reason: "since v59.3.4: not in every shop of 48..",
      },
    ]);
  });
});
