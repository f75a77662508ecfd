import { expect, it } from "vitest";
import { emit, collectFiles, realSources, toSpec } from "../../workbench/emit.js";

it("a change of one description changes the page that has it and the search index", async () => {
  const old = "Text at the top of the dialog.";
  const sources = realSources();
  const changed = sources.map(({ path, text }) => ({
    path,
    text: text.replace(old, "Something quite else."),
  }));
  const before = collectFiles(await emit(toSpec(sources), "48..", { targets: ["site"] }));
  const after = collectFiles(await emit(toSpec(changed), "48..", { targets: ["site"] }));
  const different = [...after].filter(([path, text]) => text !== before.get(path));
  expect(different.map(([path]) => path)).toEqual(["site/objects/DialogAnswer.html", "site/search-index.js"]);
  const lines = different.map(([path, text]) => changedLines(before.get(path) ?? "", text));
  expect(lines).toEqual([1, 1]);
});

const changedLines = (one: string, other: string): number => {
  const lines = one.split("\n");
  return other.split("\n").filter((line, index) => line !== lines[index]).length;
};
