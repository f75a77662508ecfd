import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { everywhere, hostileTexts } from "../../docs/hostile-spec.js";
import { toVisibleLine } from "../../../generator/text/invisible.js";
import { named, parseHtml, skeletonOf, textOf } from "./html-tree.js";
import { parsedPages, siteOf } from "./sites.js";

function siteAbout(text: string): Promise<ReadonlyMap<string, string>> {
  const { view, model } = everywhere(text);
  return siteOf(view, model);
}

const texts = [...hostileTexts, "x\u200b\u202e\u2066y\ufeff\u0000", "long ".repeat(2000).trim()];

describe.each(texts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const))(
  "%s",
  (_name, text) => {
    const site = siteAbout(text);

    it("makes no element that a plain text does not make, and leads nowhere else", async () => {
      const [hostile, plain] = await Promise.all([site.then(parsedPages), plainPages]);
      for (const [path, page] of hostile)
        expect([path, skeletonOf(page)]).toEqual([path, skeletonOf(plain.get(path))]);
    });

    it("is shown in the description of a property", async () => {
      const page = await parseHtml((await site).get("objects/Thing.html") ?? "");
      const [table] = named(page, "table");
      expect(table && textOf(table)).toContain(toVisibleLine(text).replace(/`([^`]+)`/g, "$1"));
    });

    it("cannot end a script: the search index is data only", async () => {
      const index = (await site).get("search-index.js") ?? "";
      expect(index).not.toMatch(/<|\u2028|\u2029/);
      const scope: Record<string, unknown> = {};
      runInNewContext(index, scope);
      expect(Object.keys(scope)).toEqual(["mplusSearchIndex"]);
    });
  },
);

const plainPages = siteAbout("plain").then(parsedPages);
