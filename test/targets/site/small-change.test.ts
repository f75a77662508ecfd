import { expect, it } from "vitest";
import { emit, collectFiles, realSources, toSpec } from "../../workbench/emit.js";

it("a change of one description changes a line of the search index, and of the pages that show it", async () => {
  const old = "Text at the top of the dialog.";
  const sources = realSources();
  const changed = sources.map(({ path, text }) => ({
    path,
    text: text.replace(old, "Something quite else."),
  }));
  const before = collectFiles(await emit(toSpec(sources), "48..", { targets: ["site"] }));
  const after = collectFiles(await emit(toSpec(changed), "48..", { targets: ["site"] }));
  const different = [...after].filter(([path, text]) => text !== before.get(path));
  const shown = [...after].filter(([, text]) => text.includes("Something quite else."));
  expect(different.map(([path]) => path)).toEqual(shown.map(([path]) => path));
  const lines = different.map(([path, text]) => changedLines(before.get(path) ?? "", text));
  expect(new Set(lines)).toEqual(new Set([1]));
});

const changedLines = (one: string, other: string): number => {
  const lines = one.split("\n");
  return other.split("\n").filter((line, index) => line !== lines[index]).length;
};
