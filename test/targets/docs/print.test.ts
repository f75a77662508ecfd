import { describe, expect, it } from "vitest";
import { code, link, text, type Text } from "../../../generator/pages/blocks/text.js";
import { printBlocks, printText } from "../../../generator/pages/blocks/markdown.js";
import { blocks } from "../blocks.js";

it.each<[string, Text, string]>([
  ["of one number, whatever its parts", text`v${"59"}${".3"}`, "v59.3"],
  ["that would begin a list", text`${"- a"}`, "\\- a"],
  ["with what would begin a list inside", text`${code("x")}: ${"- a"}`, "`x`: - a"],
  ["that hides something", text`${"a\u202eb"}${code("\u200b")}`, "a\\\\u202eb`\\u200b`"],
])("a text as Markdown: %s", (_, given, want) => {
  expect(printText(given, "index")).toBe(want);
});

describe("a link", () => {
  it.each<[string, string, [string | undefined, string?], string]>([
    ["to a page of its folder", "events/a", ["events/b"], "b.md"],
    ["to a page of another folder", "events/a", ["objects/b"], "../objects/b.md"],
    ["to the index", "events/a", ["index"], "../README.md"],
    ["to a part of a page", "index", ["enums", "codetype"], "enums.md#codetype"],
    ["to a part of its own page", "index", [undefined, "x"], "#x"],
    ["with all that could be misread", "index", ["a) (!'*\"<>#?"], "a%29%20%28%21%27%2a%22%3C%3E%23%3F.md"],
    ["to an anchor with what ends a link", "index", ["a", "b)/c"], "a.md#b%29%2Fc"],
  ])("%s", (_, from, [page, anchor], want) => {
    expect(printText(link("a", page, anchor), from)).toBe(`[a](${want})`);
  });
});

it("prints each kind of block", async () => {
  await expect(printBlocks(blocks, "events/a b")).toMatchFileSnapshot("blocks.txt");
});
