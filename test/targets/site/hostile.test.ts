import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { everywhere, hostileTexts } from "../../pages/hostile-spec.js";
import { toVisibleLine } from "../../../generator/print/text.js";
import { named, skeletonOf, textOf, type HtmlNode } from "./html-tree.js";
import { parsedPages, siteOf } from "./sites.js";

const texts = [...hostileTexts, "x\u200b\u202e\u2066y\ufeff\u0000", "long ".repeat(2000).trim()];

describe.each(texts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  "%s",
  (_name, text) => {
    it("makes no element that a plain text does not make, and leads nowhere else", async () => {
      const [hostile, plain] = await Promise.all([pagesAbout(text), plainPages]);
      for (const [path, page] of hostile)
        expect([path, skeletonOf(page)]).toEqual([path, skeletonOf(plain.get(path))]);
    });

    it("is read in the description of a property", async () => {
      const page = (await pagesAbout(text)).get("objects/Thing.html");
      const [table] = page ? named(page, "table") : [];
      expect(table && textOf(table)).toContain(toVisibleLine(text).replace(/`([^`]+)`/g, "$1"));
    });

    it("ends no script: the search index is data, and nothing but", async () => {
      const { view, model } = everywhere(text);
      const index = (await siteOf(view, model)).get("search-index.js") ?? "";
      expect(index).not.toMatch(/<|\u2028|\u2029/);
      const scope: Record<string, unknown> = {};
      runInNewContext(index, scope);
      expect(Object.keys(scope)).toEqual(["mplusSearchIndex"]);
    });
  },
);

const pagesAbout = async (text: string): Promise<ReadonlyMap<string, HtmlNode>> => {
  const { view, model } = everywhere(text);
  return parsedPages(await siteOf(view, model));
};

const plainPages = pagesAbout("plain");
