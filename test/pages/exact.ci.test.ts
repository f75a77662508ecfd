import { expect, it } from "vitest";
import { collectFiles, emit, realSources, toSpec } from "../workbench/emit.js";
import { output } from "../workbench/outputs.js";
import { pageAt } from "./pages.js";

it("a change of one description changes a line of the search index, and of each page that shows it", async () => {
  const targets = ["docs", "site"];
  const changed = realSources().map(({ path, text }) => ({
    path,
    text: text.replace("Title of the dialog.", "Something quite else."),
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
