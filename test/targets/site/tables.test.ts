import { describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import type { Coverage } from "../../../generator/base/time/fleet.js";
import type { Block } from "../../../generator/pages/blocks/block.js";
import { code, link } from "../../../generator/pages/blocks/text.js";
import { heading, table } from "../../../generator/pages/blocks/builders.js";
import { spanBetween } from "../../../generator/base/time/spans.js";
import { parseRelease, type Release } from "../../../generator/base/time/release.js";
import { attributeOf, named, textOf, withAttribute, type HtmlNode } from "./html-tree.js";
import { parsedPage } from "./sites.js";

/** Texts of cells about releases, and the releases that the picker reads from them. */
const times = [
  { since: undefined, until: undefined, words: "" },
  { since: "59", until: undefined, words: "v59" },
  { since: "59.3.2", until: undefined, words: "v59.3.2 some shops", coverage: "some shops" },
  { since: "15.1", until: "59", words: "v15.1, removed in v59 no shop", coverage: "no shop" },
  { since: undefined, until: "59", words: "removed in v59" },
] as const;

const releaseAt = (text: string | undefined): Release | undefined =>
  text === undefined ? undefined : parseRelease(text);

describe("a row of a table", () => {
  it.each(times)("that says “$words” exists from $since until $until", (given) => {
    const coverage: Coverage = "coverage" in given ? given.coverage : "every shop";
    const exists = spanBetween(releaseAt(given.since), releaseAt(given.until));
    const availability = { exists, coverage };
    const page = parsedPage(
      table(["Property", "Since", "Description"], [[code("a"), availability, "An a."]], "property"),
    );
    const [row = page] = rowsOf(page);
    expect([attributeOf(row, "data-since"), attributeOf(row, "data-until")]).toEqual([
      given.since,
      given.until,
    ]);
    expect(named(row, "td").map(textOf)[0]?.trim()).toBe(given.words);
  });

  it("does not say when it exists if no cell does, whatever its texts are", () => {
    const page = parsedPage(table(["Secret", "Since"], [[code("a"), "v59"]]));
    expect(rowsOf(page).map((row) => attributeOf(row, "data-since"))).toEqual([undefined]);
  });

  it("has no anchor in a table that is about no names", () => {
    const page = parsedPage(table(["Secret", "Meaning"], [[code("a"), "An a."]]));
    expect(rowsOf(page).map((row) => attributeOf(row, "id"))).toEqual([undefined]);
  });

  it("marks what is required and what is not", () => {
    const page = parsedPage(
      table(
        ["Property", "Required", "A"],
        [
          [code("a"), true, "yes"],
          [code("b"), false, ""],
        ],
      ),
    );
    expect(rowsOf(page).map((row) => named(row, "td").map((cell) => attributeOf(cell, "class")))).toEqual([
      [undefined, "yes", undefined],
      [undefined, "no", undefined],
    ]);
  });
});

const always = { exists: [{}], coverage: "every shop" } as const;

const names: readonly Block[] = [
  heading(2, "Property second"),
  table(
    ["Property", "Type", "Since", "Description"],
    [
      [code("second"), "string", always, "First of two."],
      [code("second"), "string", always, "Second of two."],
      [code("odd name/é"), "string", always, "Odd."],
      ["plain words", "string", always, "No code."],
      [link("linked", "enums"), "string", always, "About another page."],
    ],
    "property",
  ),
  table(["Value", "Since", "Meaning"], [[code("second"), always, "A value."]], "value"),
];

describe("a row with a name", () => {
  const page = once(() => parsedPage(...names));

  it("has an anchor of its own, but never the one of a heading", () => {
    expect(named(page(), "h2").map((heading) => attributeOf(heading, "id"))).toEqual(["property-second"]);
    expect(rowsOf(page()).map((row) => attributeOf(row, "id"))).toEqual([
      "property-second-1",
      "property-second-2",
      "property-odd-name-é",
      "property-plain-words",
      undefined,
      "value-second",
    ]);
  });

  it("leads to itself by its name", () => {
    const links = withAttribute(page(), "class", "row-link");
    expect(links.map((link) => [textOf(link), attributeOf(link, "href")])).toEqual([
      ["second", "#property-second-1"],
      ["second", "#property-second-2"],
      ["odd name/é", "#property-odd-name-%C3%A9"],
      ["plain words", "#property-plain-words"],
      ["second", "#value-second"],
    ]);
  });

  it("says in each cell what column it is in", () => {
    const [row] = rowsOf(page());
    expect(named(row ?? page(), "th", "td").map((cell) => attributeOf(cell, "data-label"))).toEqual([
      "Property",
      "Type",
      "Since",
      "Description",
    ]);
  });
});

describe("a table", () => {
  it("lies in a region that can be focused and says what it is of", () => {
    const page = parsedPage(...names);
    const regions = withAttribute(page, "class", "table");
    expect(
      regions.map((region) =>
        ["tabindex", "role", "aria-labelledby"].map((name) => attributeOf(region, name)),
      ),
    ).toEqual([
      ["0", "group", "property-second"],
      ["0", "group", "property-second"],
    ]);
    expect(named(page, "table").map((each) => attributeOf(each, "aria-labelledby"))).toEqual([
      "property-second",
      "property-second",
    ]);
  });

  it("has heads of its columns, and of the rows that are about a name", () => {
    const page = parsedPage(...names, table(["A", "B"], [["Words", "More."]]));
    const heads = (scope: string) => withAttribute(page, "scope", scope).map(textOf);
    expect(heads("col").slice(0, 4)).toEqual(["Property", "Type", "Since", "Description"]);
    expect(heads("row")).toEqual(["second", "second", "odd name/é", "plain words", "second"]);
  });
});

const rowsOf = (page: HtmlNode): HtmlNode[] => named(page, "tbody").flatMap((body) => named(body, "tr"));
