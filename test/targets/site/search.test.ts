import { beforeAll, describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { text } from "../../../generator/pages/blocks/text.js";
import { bullets, codeBlock, heading, table, toBlocks } from "../../../generator/pages/blocks/builders.js";
import { modelOf } from "../../pages/hand-made.js";
import { site } from "../../workbench/outputs.js";
import { searchOf, type Search } from "./search-scope.js";
import { pageOf, siteOfPages } from "./sites.js";

describe("the search", () => {
  let search: Search;
  beforeAll(async () => {
    search = searchOf(await site("48.."));
  });

  it.each([
    ["rel num", "property", "relationNumber"],
    ["relatoinNumber", "property", "relationNumber"],
    ["invalid line", "error code", "INVALID_LINE_ID"],
    ["E22", "erratum", "E22"],
    ["klantdisplay", "term", "Customer display"],
    ["relation zzzz", "object", "Relation"],
  ])("for “%s” finds the %s %s", (query, kind, name) => {
    const first = search.find(query).slice(0, 5);
    expect(first.map((each) => `${each.kind} ${each.name}`)).toContain(`${kind} ${name}`);
  });

  it("says where a find is, and since when", () => {
    const [form] = search
      .find("scanCode form")
      .filter(({ about }) => about.startsWith("The outcome of your form"));
    const place = { page: { path: "events/scanCode.html" }, anchor: "property-form" };
    expect(form).toMatchObject({ kind: "property", name: "form", since: "59", place });
  });

  it("shows once what many pages say, at the page that was asked for", () => {
    const found = search.find("dialog completeSession").filter(({ name }) => name === "dialog");
    const paths = found.map(({ place }) => place.page.path);
    expect(new Set(paths)).toEqual(new Set(["events/completeSession.html"]));
    expect(new Set(found.map(({ about }) => about)).size).toBe(found.length);
    expect(search.find("dialog")).toHaveLength(30);
    expect(found[0]?.places.length).toBeGreaterThan(20);
  });

  it("shows the words that it found where they are", () => {
    const [find] = search.find("raw bytes");
    expect(find && search.show(find)).toMatch(/^… .* the HMAC-SHA256 of the body's \[bytes\], .* …$/);
  });

  it.each(["", "  ", "?", "zzzz", "a", "E222", "pos zzzz"])("finds nothing for “%s”", (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it.each(["a", "aB", "a ", "e\u0301", "kitchen course "])(
    "reads the start of a long paste of “%s”",
    (piece) => {
      const namesOf = (query: string) => search.find(query).map(({ name }) => name);
      const paste = `E22 ${piece.repeat(10_000)}`;
      expect(namesOf(`${paste} scanCode`)).toEqual(namesOf(paste.slice(0, 200)));
    },
  );
});

describe("a page", () => {
  const page = pageOf(
    toBlocks(
      text`Of the garden.`,
      heading(2, "What grows"),
      "Roses and lavender, but no cafés.",
      ...bullets(["Plan it."]),
      codeBlock("ts", "plant(tulip)"),
      table(["Flower", "Meaning"], [[text`Daisies`, "Small and white."]], "term"),
    ),
    { title: text`In the open` },
  );
  const model = modelOf({
    synonyms: [
      { word: "rose", typed: ["roos", "rozen", "kas"] },
      { word: "lavender", typed: ["wilderozen"] },
    ],
  });
  const codes = pageOf(toBlocks(heading(2, "BAD_SOIL"), heading(2, "Good soil")), { path: "error-codes" });
  const files = once(() => siteOfPages([page, codes], undefined, model));
  const search = once(() => searchOf(files()));

  it.each([
    ["the open", "In the open"],
    ["what is it that grows", "What grows"],
    ["lavendre", "What grows"],
    ["cafe", "What grows"],
    ["roos", "What grows"],
    ["rozentuin", "What grows"],
    ["tuinrozen", "What grows"],
    ["planned", "What grows"],
    ["daisy", "Daisies"],
    ["tulip", undefined],
    // What may be an ending is not also misspelled.
    ["plated", undefined],
    ["bat", undefined],
    ["kasteel", undefined],
  ])("is found by “%s” at “%s”, and never by its code", (query, name) => {
    expect(search().find(query)[0]?.name).toBe(name);
  });

  it("tells an error code from a section about the codes", () => {
    expect(
      search()
        .find("soil")
        .map(({ kind, name }) => `${kind} ${name}`),
    ).toEqual(["section Good soil", "error code BAD_SOIL"]);
  });

  it("marks what another word was found for", () => {
    const { find, show } = search();
    expect(find("rozen").map(show)).toEqual(["[Roses] and lavender, but no cafés. Plan it."]);
    expect(find("wilderozen").map(show)).toEqual(["Roses and [lavender], but no cafés. Plan it."]);
  });

  it("has the licence of what finds it on its site", () => {
    const [licence = ""] = (files().get("search-library.js") ?? "").split("*/");
    expect(licence).toMatch(
      /^\/\*!\nminisearch \d+\.\d+\.\d+\n[^]*Copyright[^]*Permission is hereby granted[^]*WITHOUT WARRANTY/,
    );
  });
});
