import { beforeAll, describe, expect, it } from "vitest";
import { attributeOf, findAll, named, textOf, type HtmlNode } from "./html-tree.js";
import { parsedPage } from "./sites.js";

/** What the column Since may say, and what becomes of it. */
const lives = [
  { cell: "", since: undefined, until: undefined },
  { cell: "v59", since: "59", until: undefined },
  { cell: "v59.3.2 **some shops**", since: "59.3.2", until: undefined },
  { cell: "v15.1, gone v59", since: "15.1", until: "59" },
  { cell: "gone v59", since: undefined, until: "59" },
  { cell: "*planned*", since: undefined, until: undefined },
];

describe("a row of a table", () => {
  it.each(lives)("that says “$cell” lives from $since until $until", async ({ cell, since, until }) => {
    const page = await parsedPage(
      `| Property | Since | Description |\n| --- | --- | --- |\n| \`a\` | ${cell} | An a. |\n`,
    );
    const [row] = rowsOf(page);
    expect([attributeOf(row ?? page, "data-since"), attributeOf(row ?? page, "data-until")]).toEqual([
      since,
      until,
    ]);
  });

  it("has no life in a table that tells of none", async () => {
    const page = await parsedPage("| Secret | Meaning |\n| --- | --- |\n| `a` | v59 |\n");
    expect(rowsOf(page).map((row) => attributeOf(row, "data-since"))).toEqual([undefined]);
  });
});

const names = `## Property second

| Property | Type | Since | Description |
| --- | --- | --- | --- |
| \`second\` | string |  | First of two. |
| \`second\` | string |  | Second of two. |
| \`odd name/é\` | string |  | Odd. |
| plain | string |  | No code. |

| Value | Since | Meaning |
| --- | --- | --- |
| \`second\` |  | A value. |
`;

describe("a row with a name", () => {
  let page: HtmlNode;
  beforeAll(async () => {
    page = await parsedPage(names);
  });

  it("has an anchor of its own, but never the one of a heading", () => {
    expect(named(page, "h2").map((heading) => attributeOf(heading, "id"))).toEqual(["property-second"]);
    expect(rowsOf(page).map((row) => attributeOf(row, "id"))).toEqual([
      "property-second-1",
      "property-second-2",
      "property-odd-name-é",
      undefined,
      "value-second",
    ]);
  });

  it("leads to itself by its name", () => {
    const links = findAll(page, (element) => attributeOf(element, "class") === "row-link");
    expect(links.map((link) => [textOf(link), attributeOf(link, "href")])).toEqual([
      ["second", "#property-second-1"],
      ["second", "#property-second-2"],
      ["odd name/é", "#property-odd-name-%C3%A9"],
      ["second", "#value-second"],
    ]);
  });

  it("says in each cell what column it is in", () => {
    const [row] = rowsOf(page);
    expect(named(row ?? page, "td").map((cell) => attributeOf(cell, "data-label"))).toEqual([
      "Property",
      "Type",
      "Since",
      "Description",
    ]);
  });
});

describe("a table", () => {
  it("lies in a region that can be focused and says what it is of", async () => {
    const page = await parsedPage(names);
    const regions = findAll(page, (element) => attributeOf(element, "class") === "table");
    expect(
      regions.map((region) => ["tabindex", "role", "aria-label"].map((name) => attributeOf(region, name))),
    ).toEqual([
      ["0", "group", "Table: Property second"],
      ["0", "group", "Table: Property second"],
    ]);
  });
});

const rowsOf = (page: HtmlNode): HtmlNode[] => named(page, "tbody").flatMap((body) => named(body, "tr"));
