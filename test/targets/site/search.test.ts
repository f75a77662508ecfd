import { beforeAll, describe, expect, it } from "vitest";
import { once } from "../../../generator/base/once.js";
import { text } from "../../../generator/pages/blocks/text.js";
import { codeBlock, heading, table, toBlocks } from "../../../generator/pages/blocks/builders.js";
import { modelOf } from "../../pages/hand-made.js";
import { site } from "../../workbench/outputs.js";
import { searchOf, type Search } from "./search-scope.js";
import { pageOf, siteOfPages } from "./sites.js";

const searches = [
  { query: "relation number", kind: "property", name: "relationNumber" },
  { query: "rel num", kind: "property", name: "relationNumber" },
  { query: "relatoinNumber", kind: "property", name: "relationNumber" },
  { query: "invalid line", kind: "error code", name: "INVALID_LINE_ID" },
  { query: "E22", kind: "erratum", name: "E22" },
  { query: "klantdisplay", kind: "term", name: "Customer display" },
];

describe("the search", () => {
  let search: Search;

  beforeAll(async () => {
    search = searchOf(await site("48.."));
  });

  it.each(searches)("finds the $kind $name for “$query”", ({ query, kind, name }) => {
    const first = search.find(query).slice(0, 5);
    expect(first.map((each) => `${each.kind} ${each.name}`)).toContain(`${kind} ${name}`);
  });

  it("says where a find is, and since when", () => {
    const [form] = search.find("scanCode form").filter(({ about }) => about.startsWith("What the user did"));
    expect(form).toMatchObject({
      kind: "property",
      name: "form",
      since: "59",
      place: { page: { path: "events/scanCode.html" }, anchor: "property-form" },
    });
  });

  it("shows once what many pages say, at the page that was asked for", () => {
    const found = search.find("dialog completeSession").filter(({ name }) => name === "dialog");
    expect(new Set(found.map(({ place }) => place.page.path))).toEqual(
      new Set(["events/completeSession.html"]),
    );
    const texts = found.map(({ about }) => about);
    expect(texts).toEqual([...new Set(texts)]);
    expect(found[0]?.places.length).toBeGreaterThan(20);
  });

  it("shows the words that it found where they are", () => {
    const [find] = search.find("constant time");
    expect(find && search.show(find)).toMatch(/^… .* Compare in \[constant\] \[time\], .* …$/);
  });

  it("finds what has some of the words where nothing has all", () => {
    const first = search.find("relation zzzz").slice(0, 2);
    expect(first.map(({ name }) => name)).toContain("Relation");
  });

  it.each(["", "  ", "?", "zzzz"])("finds nothing for “%s”", (query) => {
    expect(search.find(query)).toEqual([]);
  });

  it.each(["a", "ab", "aB", "a ", "e\u0301", "kitchen course "])(
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
      codeBlock("ts", "plant(tulip)"),
      table(["Flower", "Meaning"], [[text`Daisies`, "Small and white."]], "term"),
    ),
    { title: text`In the open` },
  );
  const model = modelOf({ synonyms: [{ word: "rose", typed: ["roos", "rozen"] }] });
  const search = once(() => searchOf(siteOfPages([page], undefined, model)));

  it.each([
    ["the open", "In the open"],
    ["what is it that grows", "What grows"],
    ["lavendre", "What grows"],
    ["cafe", "What grows"],
    ["roos", "What grows"],
    ["daisy", "Daisies"],
  ])("is found by “%s” at “%s”", (query, name) => {
    expect(search().find(query)[0]?.name).toBe(name);
  });

  it("is not found by its code", () => {
    expect(search().find("tulip")).toEqual([]);
  });

  it("has the licence of what finds it on its site", () => {
    const [licence = ""] = (siteOfPages([page]).get("search-library.js") ?? "").split("*/");
    expect(licence).toMatch(
      /^\/\*!\nminisearch \d+\.\d+\.\d+\n[^]*Copyright[^]*Permission is hereby granted[^]*WITHOUT WARRANTY/,
    );
  });

  it("marks what another word was found for", () => {
    const { find, show } = search();
    expect(find("rozen").map(show)).toEqual(["[Roses] and lavender, but no cafés."]);
  });
});
