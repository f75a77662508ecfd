import { describe, expect, it } from "vitest";
import type { ExampleModel } from "../../generator/contract/model/flow-model.js";
import { collectFiles, emit, realSources, toSpec } from "../workbench/emit.js";
import { output } from "../workbench/outputs.js";
import { eventOf, modelOf, objectOf, propertyOf, releaseOf, textKind, viewOf } from "./hand-made.js";
import { pageAt, pagesOf } from "./pages.js";

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
