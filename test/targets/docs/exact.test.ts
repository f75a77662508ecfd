import { describe, expect, it } from "vitest";
import type { ExampleModel, Model } from "../../../generator/model/model.js";
import { jsonBlock } from "../../../generator/targets/docs/markdown.js";
import type { PropertyView, TypeView, View } from "../../../generator/version/view.js";
import { loadRealModel, loadRealView } from "../../real-spec.js";
import { eventOf, modelOf, objectOf, propertyOf, proseOf, releaseOf, textKind, viewOf } from "./hand-made.js";
import { findAll, parseMarkdown, type MarkdownNode } from "./markdown-tree.js";
import { pageAt, pagesOf } from "./pages.js";

const thing = objectOf("Thing", [propertyOf("id")]);
const unnamed = { prose: proseOf("A word."), open: false, values: [{ value: "a" }], forbidden: [] };
const word = { ...unnamed, name: "Word" };

describe("a line of a table of properties", () => {
  const typed = (type: TypeView): PropertyView => propertyOf("it", { type });
  it.each<{ name: string; given: PropertyView; want: string }>([
    { name: "says what is optional", given: propertyOf("it"), want: "string | no |  | The it." },
    {
      name: "says what is required",
      given: propertyOf("it", { required: true }),
      want: "string | yes |  | The it.",
    },
    {
      name: "has the release from which on a thing is there",
      given: propertyOf("it", { since: releaseOf("59.3") }),
      want: "string | no | v59.3 | The it.",
    },
    {
      name: "has the release from which on a thing is gone",
      given: propertyOf("it", { until: releaseOf("59") }),
      want: "string | no |  | The it. **Gone since v59.**",
    },
    {
      name: "begins with a deprecation",
      given: propertyOf("it", {
        prose: proseOf("Old.", { deprecated: { since: releaseOf("58"), replacedBy: "other" } }),
      }),
      want: "string | no |  | **Deprecated** since v58: use `other`. Old.",
    },
    {
      name: "names the setting of the POS",
      given: propertyOf("it", { prose: proseOf("It.", { setting: "A > B" }) }),
      want: "string | no |  | It. Depends on the POS setting “A \\> B”.",
    },
    {
      name: "says what nobody documents",
      given: propertyOf("it", {
        prose: proseOf("It.", { provenance: { kind: "observed", basis: "Seen." } }),
      }),
      want: "string | no |  | It. *Not documented.* [Remarks](#remarks)",
    },
    {
      name: "gives format and bounds of a string",
      given: typed([{ kind: "text", formats: ["date", "date-time"], minLength: 1, maxLength: 9 }]),
      want: "string (date or date-time, at least 1 character, at most 9 characters) | no |  | The it.",
    },
    {
      name: "gives the usual format of a string",
      given: typed([{ kind: "text", formats: [], hint: "uuid" }]),
      want: "string (normally a uuid) | no |  | The it.",
    },
    {
      name: "gives size and bounds of a number",
      given: typed([{ kind: "number", level: "int64", minimum: 0 }]),
      want: "integer (64-bit, at least 0) | no |  | The it.",
    },
    {
      name: "links objects and enums, in lists too",
      given: typed([
        { kind: "array", items: [{ kind: "object", object: thing }, { kind: "null" }], minItems: 1 },
        { kind: "enum", enum: word },
      ]),
      want: "array of ([Thing](Thing.md) or null) (at least 1 item) or [Word](../enums.md#word) | no |  | The it.",
    },
    {
      name: "writes out an enum without a name",
      given: typed([
        {
          kind: "enum",
          enum: { ...unnamed, open: true, values: [{ value: "a" }, { value: "b", since: releaseOf("59") }] },
        },
      ]),
      want: "`a` or `b` (since v59) (others may come) | no |  | The it.",
    },
    { name: "knows types that hold anything", given: typed("unknown"), want: "anything | no |  | The it." },
    {
      name: "knows lists that can only be empty",
      given: typed([{ kind: "array", items: undefined, maxItems: 0 }]),
      want: "empty array | no |  | The it.",
    },
  ])("$name", async ({ given, want }) => {
    const holder = objectOf("Holder", [
      given,
      propertyOf("thing", { type: [{ kind: "object", object: thing }] }),
    ]);
    const carried = propertyOf("holder", { type: [{ kind: "object", object: holder }] });
    const pages = await pagesOf(
      viewOf([eventOf("scan", { request: objectOf("ScanRequest", [carried]) })]),
      modelOf(),
    );
    expect(pageAt(pages, "objects/Holder.md")).toContain(`\n| \`it\` | ${want} |\n`);
  });
});

describe("the sample of an event", () => {
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

  it.each<{ name: string; given: ExampleModel[]; want: string }>([
    {
      name: "is the newest in the fleet",
      given: [exampleOf("Old.", "48"), exampleOf("New.", "58"), exampleOf("Newer than the fleet.", "60")],
      want: "New. This sample is from v58.",
    },
    {
      name: "is one that every shop takes, if there is one",
      given: [exampleOf("All.", "48"), exampleOf("Some.", "59", { response: { unknown: 1 } })],
      want: "All. This sample is from v48.",
    },
    {
      name: "says when not every shop takes it",
      given: [exampleOf("Some.", "59", { response: { unknown: 1 } })],
      want: "Some. This sample is from v59. Not every shop of your fleet takes all of this answer.",
    },
    {
      name: "comes from elsewhere when the fleet has none: from the nearest release before it",
      given: [exampleOf("Oldest.", "10"), exampleOf("Older.", "46"), exampleOf("Newer.", "60")],
      want: "Older. This sample is from v46.",
    },
    {
      name: "is the one whose answer shows most, of one release",
      given: [exampleOf("Short.", "48"), exampleOf("Long.", "48", { response: { known: "x" } })],
      want: "Long. This sample is from v48.",
    },
  ])("$name", async ({ given, want }) => {
    const pages = await pagesOf(view, modelOf({ examples: given }));
    expect(pageAt(pages, "events/scan.md")).toContain(`## Sample\n\n${want}\n\nThe POS sends:\n`);
  });
});

describe("a block of JSON", () => {
  it.each<{ name: string; given: unknown; want: string }>([
    {
      name: "has a fence longer than any run of backticks in it",
      given: "````",
      want: '`````json\n"````"\n`````',
    },
    {
      name: "shows what cannot be seen as escapes",
      given: "\u2028\u202e\ud800é",
      want: '```json\n"\\u2028\\u202e\\ud800é"\n```',
    },
  ])("$name", ({ given, want }) => {
    expect(jsonBlock(given)).toBe(want);
  });
});

describe("the pages of the real spec", () => {
  const model = loadRealModel();
  const view = loadRealView({ minVersion: "48" }, model);

  it("hold JSON that parses to the examples", async () => {
    const blocks = await jsonBlocks(view, model);
    const known = model.examples.flatMap(({ request, response, errorRequest }) => [
      request,
      response,
      errorRequest,
    ]);
    const bodies = new Set(known.filter((body) => body !== undefined).map((body) => JSON.stringify(body)));
    expect(blocks.filter((block) => !bodies.has(JSON.stringify(JSON.parse(block))))).toEqual([]);
    expect(blocks.length).toBeGreaterThan(view.events.length);
  });

  it("are the same bytes each time, and leave the view as it was", async () => {
    const before = JSON.stringify([view, model]);
    const [first, second] = [await pagesOf(view, model), await pagesOf(view, model)];
    expect([...second]).toEqual([...first]);
    expect([...(await pagesOf(loadRealView({ minVersion: "48" }), loadRealModel()))]).toEqual([...first]);
    expect(JSON.stringify([view, model])).toBe(before);
  });

  it("change in one line when one description does", async () => {
    const text = JSON.stringify(view);
    const changed = JSON.parse(text.replaceAll("A code, as the till read it.", "The code.")) as View;
    const [before, after] = [await pagesOf(JSON.parse(text) as View, model), await pagesOf(changed, model)];
    const lines = [...after].map(
      ([path, page]) => [path, differingLines(pageAt(before, path), page)] as const,
    );
    expect(Object.fromEntries(lines.filter(([, count]) => count > 0))).toEqual({
      "README.md": 1,
      "events/scanCode.md": 1,
      "objects/ScanCode.md": 1,
    });
  });
});

async function jsonBlocks(view: View, model: Model): Promise<string[]> {
  const pages = [...(await pagesOf(view, model)).values()].map(parseMarkdown);
  return pages.flatMap((page: MarkdownNode) =>
    findAll(page, "code")
      .filter(({ lang }) => lang === "json")
      .map(({ value = "" }) => value),
  );
}

function differingLines(before: string, after: string): number {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return old.length === now.length ? now.filter((line, i) => line !== old[i]).length : Infinity;
}
