import { describe, expect, it } from "vitest";
import type { ExampleModel, FlowModel } from "../../generator/contract/model/flow-model.js";
import type { KindView, PropertyView, TypeView } from "../../generator/contract/view/view.js";
import { collectFiles, emit, realSources, toSpec } from "../workbench/emit.js";
import { output } from "../workbench/outputs.js";
import { eventOf, modelOf, objectOf, propertyOf, proseOf, releaseOf, textKind, viewOf } from "./hand-made.js";
import { pageAt, pagesOf } from "./pages.js";

const thing = objectOf("Thing", [propertyOf("id")]);
const unnamed = { prose: proseOf("A word."), open: false, values: [{ value: "a" }], forbidden: [] };
const word = { ...unnamed, name: "Word" };

/** A property for shops of v48 to v59, and its line in a table. */
const lines: readonly (readonly [given: Partial<PropertyView>, line: string])[] = [
  [{}, "string | no |  | The it."],
  [{ required: true }, "string | yes |  | The it."],
  [{ exists: [{ from: releaseOf("59.3") }] }, "string | no | v59.3 **no shop** | The it."],
  [{ exists: [{ until: releaseOf("59") }] }, "string | no | removed in v59 **some shops** | The it."],
  [
    { prose: proseOf("Old.", { deprecated: { since: releaseOf("58"), replacedBy: "other" } }) },
    "string | no |  | **Deprecated** since v58: use `other`. Old.",
  ],
  [
    { prose: proseOf("It.", { setting: "A > B" }) },
    "string | no |  | It. Depends on the POS setting “A \\> B”.",
  ],
  [
    { prose: proseOf("It.", { provenance: { kind: "observed", basis: "Seen." } }) },
    "string | no |  | It. *Not documented.* [Remarks](#remarks)",
  ],
];

const unnamedValues = [{ value: "a" }, { value: "b", since: releaseOf("59") }];
const things: KindView = {
  kind: "array",
  minItems: 1,
  items: [{ kind: "object", object: thing }, { kind: "null" }],
};

const types: readonly (readonly [type: TypeView, words: string])[] = [
  [
    [{ kind: "text", formats: ["date", "date-time"], minLength: 1, maxLength: 9 }],
    "string (date or date-time, at least 1 character, at most 9 characters)",
  ],
  [[{ kind: "text", formats: [], hint: "uuid" }], "string (usually a uuid)"],
  [[{ kind: "number", level: "int64", minimum: 0 }], "integer (64-bit, at least 0)"],
  [
    [things, { kind: "enum", enum: word }],
    "array of ([Thing](Thing.md) or null) (at least 1 item) or [Word](../enums.md#word)",
  ],
  [
    [{ kind: "enum", enum: { ...unnamed, open: true, values: unnamedValues } }],
    "`a` or `b` (since v59) (other values possible)",
  ],
  ["unknown", "anything"],
  [[{ kind: "array", items: [], maxItems: 0 }], "empty array"],
];

it.each([...lines, ...types.map(([type, words]) => [{ type }, `${words} | no |  | The it.`] as const)])(
  "%j is the line of a table of properties: %s",
  async (given, line) => {
    const holder = objectOf("Holder", [
      propertyOf("it", given),
      propertyOf("thing", { type: [{ kind: "object", object: thing }] }),
    ]);
    const carried = propertyOf("holder", { type: [{ kind: "object", object: holder }] });
    const view = viewOf([eventOf("scan", { request: objectOf("ScanRequest", [carried]) })]);
    expect(rowOf(pageAt(await pagesOf(view, modelOf()), "objects/Holder.md"))).toBe(`\`it\` | ${line}`);
  },
);

/** Without padding. */
const rowOf = (page: string): string =>
  /^\| `it` .*$/m
    .exec(page)?.[0]
    .slice(1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .join(" | ") ?? "";

it("says once what several properties have in common", async () => {
  const prose = proseOf("It.", { provenance: { kind: "observed", basis: "Seen.", of: ["shape"] } });
  const lenient = { prose, lenient: true } as const;
  const holder = objectOf("Holder", [propertyOf("a", lenient), propertyOf("b", lenient), propertyOf("c")]);
  const carried = propertyOf("holder", { type: [{ kind: "object", object: holder }] });
  const view = viewOf([eventOf("scan", { request: objectOf("ScanRequest", [carried]) })]);
  const page = pageAt(await pagesOf(view, modelOf()), "objects/Holder.md");
  expect(sectionOf(page, "Remarks").trim()).toBe(
    "- `a` and `b`. The type is observed, not documented: Seen.",
  );
  expect(page.match(/\*Not documented: the type\.\*/g)).toHaveLength(2);
  expect(page.match(/leave out/g)).toHaveLength(1);
});

const sectionOf = (page: string, title: string): string =>
  (page.split(`\n## ${title}\n`)[1] ?? "").split("\n## ")[0] ?? "";

describe("the samples of an event", () => {
  const exampleOf = (
    description: string,
    release: string,
    more: Partial<ExampleModel> = {},
  ): ExampleModel => ({
    path: description,
    event: "scan",
    description,
    release: releaseOf(release),
    request: {},
    response: {},
    ...more,
  });
  const response = objectOf("ScanResponse", [propertyOf("known", { type: [textKind] })]);
  const view = viewOf([eventOf("scan", { response })]);

  it.each<[string, ExampleModel[], string]>([
    [
      "begin with the newest in the fleet",
      [exampleOf("Old.", "48"), exampleOf("New.", "58"), exampleOf("Newer than the fleet.", "60")],
      "New. From v58. Made-up sample.",
    ],
    [
      "begin with one that every shop takes, if there is one",
      [exampleOf("All.", "48"), exampleOf("Some.", "59", { response: { unknown: 1 } })],
      "All. Made-up sample.",
    ],
    [
      "say when not every shop takes it",
      [exampleOf("Some.", "59", { response: { unknown: 1 } })],
      "Some. From v59. Made-up sample. **Not every shop** of your fleet accepts all of this answer.",
    ],
    [
      "begin elsewhere when the fleet has none: with the nearest release before it",
      [exampleOf("Oldest.", "10"), exampleOf("Older.", "46"), exampleOf("Newer.", "60")],
      "Older. Made-up sample.",
    ],
    [
      "begin with the one whose answer shows most, of one release",
      [exampleOf("Short.", "48"), exampleOf("Long.", "48", { response: { known: "x" } })],
      "Long. Made-up sample.",
    ],
  ])("%s", async (_, given, want) => {
    const page = pageAt(await pagesOf(view, modelOf({ examples: given })), "events/scan.md");
    expect(sectionOf(page, "What you may answer")).toContain(`: ${want}\n\nThe POS sends:\n`);
    expect(sectionOf(page, "More samples").split("\n### ").slice(1)).toHaveLength(given.length - 1);
  });

  it("begin with those that flows show, in the order of the flows, as long as every shop takes them", async () => {
    const examples = [
      exampleOf("Newest.", "58"),
      exampleOf("Second.", "40"),
      exampleOf("First.", "48"),
      exampleOf("Not in every shop.", "48", { response: { unknown: 1 } }),
    ];
    const flow: FlowModel = {
      name: "flow",
      title: "A flow",
      want: undefined,
      description: "It flows.",
      anyEvent: false,
      isStory: false,
      notes: [],
      setUp: [],
      steps: [
        {
          id: "scan",
          event: "scan",
          text: "A scan.",
          isReport: false,
          between: [],
          next: [3, 2, 1].flatMap((index) => {
            const example = examples[index];
            return example ? [{ to: "end", example }] : [];
          }),
        },
      ],
      ends: [{ id: "end", text: "It ends." }],
    };
    const page = pageAt(await pagesOf(view, modelOf({ examples, flows: [flow] })), "events/scan.md");
    expect(sectionOf(page, "What you may answer")).toContain("\n**First.**: ");
    const titles = sectionOf(page, "More samples").split("\n### ").slice(1);
    expect(titles.map((title) => title.split("\n")[0])).toEqual(["Second.", "Newest.", "Not in every shop."]);
  });
});

it("a change of one description changes a line of the search index, and of each page that shows it", async () => {
  const targets = ["docs", "site"];
  const changed = realSources().map(({ path, text }) => ({
    path,
    text: text.replace("Text at the top of the dialog.", "Something quite else."),
  }));
  const before = await output("48..", { targets });
  const after = collectFiles(await emit(toSpec(changed), "48..", { targets }));
  const different = [...after].filter(([path, text]) => text !== before.get(path));
  const shown = [...after].filter(([, text]) => text.includes("Something quite else."));
  expect(different.map(([path]) => path)).toEqual(shown.map(([path]) => path));
  const counts = different.map(([path, text]) => differingLines(pageAt(before, path), text));
  expect(new Set(counts)).toEqual(new Set([1]));
});

function differingLines(before: string, after: string): number {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return old.length === now.length ? now.filter((line, i) => line !== old[i]).length : Infinity;
}
