import { beforeAll, describe, expect, it } from "vitest";
import { rowsOf, findAll, parseMarkdown, textOf } from "../../targets/docs/markdown-tree.js";
import { modelOf } from "../../contract/view/spec-of.js";
import { loadRange } from "../../workbench/real-spec.js";
import { pageAt, pagesOf } from "../pages.js";

const text = { type: "string", description: "A word." };
const undated = { kind: "assumed", of: ["release"], basis: "No source names its release." };
const unseen = { kind: "inferred", basis: "Another list names it." };

const model = modelOf({
  events: {
    undated: { description: "Undated.", "x-provenance": undated },
    unseen: { description: "Unseen.", "x-provenance": unseen },
    young: { description: "Young.", "x-added-in": "20", "x-provenance": undated },
  },
  ping: {
    old: text,
    undated: { ...text, "x-provenance": undated },
    unseen: { ...text, "x-provenance": unseen },
    young: { ...text, "x-added-in": "20", "x-provenance": undated },
  },
});

let pages: ReadonlyMap<string, string>;
beforeAll(async () => {
  pages = await pagesOf(loadRange("..", model), model);
});

const rowsOn = (path: string): string[][] =>
  findAll(parseMarkdown(pageAt(pages, path)), "table").flatMap(rowsOf);

describe("since when something is there", () => {
  it("is unknown for an event that nobody dates", () => {
    expect(rowsOn("README.md").map(([name, since]) => [name, since])).toEqual([
      ["ping", ""],
      ["undated", "not known"],
      ["unseen", "not known"],
      ["young", "v20 some shops"],
    ]);
  });

  it("is unknown for a property that nobody dates, which needs no remark to say so", () => {
    expect(rowsOn("objects/Ping.md").map(([name, , , since, words]) => [name, since, words])).toEqual([
      ["old", "", "A word."],
      ["undated", "not known", "A word."],
      ["unseen", "", "A word. Not documented. Remarks"],
      ["young", "v20 some shops", "A word. Not documented: the release. Remarks"],
    ]);
  });

  it("is explained above the properties of an object", () => {
    expect(textOf(parseMarkdown(pageAt(pages, "objects/Ping.md")))).toContain(
      "A property without a release is in the oldest known descriptions.",
    );
  });

  it("is no older than a source says", () => {
    const about = textOf(parseMarkdown(pageAt(pages, "about.md")));
    expect(about).toContain("If the column is empty, the oldest known descriptions have the part.");
    expect(about).not.toContain("older than every release");
  });
});
