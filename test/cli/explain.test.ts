import { describe, expect, it } from "vitest";
import { runCommand } from "../workbench/command.js";
import { frozenSpec } from "../workbench/real-spec.js";

const call = (...argv: readonly string[]) => runCommand(["explain", ...argv, "--spec", frozenSpec]);

/** Lines about known answers of events. The tests in test/changes check them. */
const standing = /^ {2}(?:Answers|Events) \((?:unknown|general|contradicted|documented)\): .+$/;

const separator = [
  "form.fields[].separator (answer to any event)",
  "  On which side of the field a separator stands.",
  '  Type: "none", "above" or "below"; optional.',
  "  Added in v59.3.4.",
];
const selected = [
  "",
  "selectRelation (request of selectRelation)",
  "  The relation that is selected now; null, or an object with a null in it, when it was deselected.",
  "  Type: SelectRelation or null; required.",
  "  Properties: relation (required).",
  "  Added in v43.1.1.",
  "  All shops that have the event support it.",
];

const cases: readonly (readonly [call: string, want: readonly string[]])[] = [
  [
    "form.fields[].separator --min-version 48",
    [
      ...separator,
      "  Not allowed in your answers (requires v59.3.4; your oldest shop runs v48).",
      "  --min-version 59.3.4 would include it.",
    ],
  ],
  [
    "form.fields[].separator --versions 59.4.2,48,57",
    [
      ...separator,
      "  Not allowed in your answers (requires v59.3.4; your oldest shop runs v48).",
      "  --versions 59.4.2 would include it.",
    ],
  ],
  [
    "selectRelation --versions 11.3,48",
    [
      "selectRelation (event)",
      "  A relation, such as a customer, was selected for the sale, or deselected again.",
      "  Added in v43.1.1.",
      "  Some of your shops can send it (requires v43.1.1; your oldest shop runs v11.3).",
      "  With --versions 48, every shop would support it.",
      ...selected,
    ],
  ],
  [
    "sender.ageInSeconds",
    [
      "sender.ageInSeconds (request of every event)",
      "  How old the news about the receipt printer is, in seconds.",
      "  Type: integer; optional.",
      "  Announced, but not for a release yet. No shop has it, and generated code leaves it out.",
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
        reason: "requires v59.3.4; your oldest shop runs v48",
      },
    ]);
  });
});
